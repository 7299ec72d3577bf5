//! What is shown of work under way: what is being done, how far it is, and the button that calls it off.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yaodian_ui::{el, mount};

use crate::browser::{dom, focus};
use crate::text;

/// Where it is shown: after whatever else is said there.
const PLACE: &str = ".toast";
/// What is being worked on.
const BUSY: &str = "#main";
/// The whole, in the unit of shares.
pub const WHOLE: u32 = 1_000;

/// The line at the bottom of the page.
pub(super) struct Shown {
    element: HtmlElement,
    escape: Option<Closure<dyn FnMut(KeyboardEvent)>>,
    /// What had the focus when it appeared.
    focused: Option<HtmlElement>,
}

impl Shown {
    /// Shows the line. `stop` is called by its button and by Escape; without it there is no button.
    pub(super) fn new(stop: Option<Rc<dyn Fn()>>) -> Option<Shown> {
        let place = dom::find(PLACE)?;
        let element = document().create_element("p").ok()?.dyn_into::<HtmlElement>().ok()?;
        element.set_class_name("message underway");
        place.append_child(&element).ok()?;
        let what = el("span")
            .child(el("b"))
            // How far it is changes all the time, and would be read out each time.
            .child(el("small").attr("aria-hidden", "true"))
            .child(el("progress").attr("max", WHOLE.to_string()));
        mount(what.into(), &element);
        let cancel = stop.clone().map(|stop| {
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| stop())
                .child(text::CANCEL_WORK)
        });
        if let Some(cancel) = cancel {
            mount(cancel.into(), &element);
        }
        let escape = stop.map(|stop| {
            Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                if event.key() == "Escape" && !dom::composing(&event) && dom::find("dialog[open]").is_none() {
                    stop();
                    event.prevent_default();
                }
            })
        });
        let focused = document().active_element().and_then(|active| active.dyn_into().ok());
        let shown = Shown { element, escape, focused };
        if let Some(key) = shown.key() {
            // Before whatever else the key does on the page. It fails for no listener and no event.
            let _ = window().add_event_listener_with_callback_and_bool("keydown", key, true);
        }
        if let Some(busy) = dom::find(BUSY) {
            let _ = busy.set_attribute("aria-busy", "true");
        }
        Some(shown)
    }

    fn key(&self) -> Option<&js_sys::Function> {
        self.escape.as_ref().map(|escape| escape.as_ref().unchecked_ref())
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).ok().flatten()
    }

    /// Says what is being done, how far it is in words, and the share of the whole where that is known.
    pub(super) fn set(&self, what: &str, words: &str, share: Option<u32>) {
        if let Some(line) = self.find("b").filter(|line| line.text_content().as_deref() != Some(what)) {
            line.set_text_content(Some(what));
        }
        if let Some(small) = self.find("small") {
            small.set_text_content(Some(words));
        }
        if let Some(bar) = self.find("progress") {
            // These fail for no name.
            let _ = bar.set_attribute("aria-label", what);
            let _ = match share {
                Some(share) => bar.set_attribute("value", &share.to_string()),
                None => bar.remove_attribute("value"),
            };
        }
    }

    /// Takes the line away. What had the focus before gets it back if it would be lost, or else what matches.
    pub(super) fn remove(self, otherwise: Option<&str>, called_off: bool) {
        if let Some(key) = self.key() {
            let _ = window().remove_event_listener_with_callback_and_bool("keydown", key, true);
        }
        if let Some(busy) = dom::find(BUSY) {
            let _ = busy.remove_attribute("aria-busy");
        }
        let had_focus = self.element.contains(document().active_element().as_deref());
        self.element.remove();
        if had_focus || called_off {
            let before = self.focused.filter(|before| before.tag_name() != "BODY");
            let before = before.into_iter().collect();
            focus::focus_unless_kept_later(before, otherwise.into_iter().map(str::to_owned).collect());
        }
    }
}

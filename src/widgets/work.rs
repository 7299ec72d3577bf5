//! Work that takes longer than a moment: what is being done and how far it is, at the bottom of the page, with a way to
//! call it off. The page stays what it is meanwhile. A chunk that uses this has `style/work.css` in its style sheets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};
use yaodian_pace::{Pace, Stopped, Turn, Turns};
use yaodian_ui::{el, mount};

use crate::browser::{clock, dom};
use crate::text;

/// For how long the browser may be kept from everything else, in milliseconds.
const SLICE: f64 = 40.0;
/// What takes less is not worth a word, in milliseconds.
const MOMENT: f64 = 300.0;

/// Where it is shown: after whatever else is said there.
const PLACE: &str = ".toast";
/// What is being worked on.
const BUSY: &str = "#main";

/// Does work at a pace that leaves the page usable, and shows it if it takes longer than a moment. `what` is being done,
/// in words. The work ends early, with [`Stopped`], if somebody calls it off.
pub async fn work<T, F: Future<Output = T>>(what: String, start: impl FnOnce(Pace) -> F) -> T {
    let now = clock::running_ms();
    let shared = Rc::new(Work {
        what,
        began: now,
        slice: Cell::new(now),
        stopped: Cell::new(false),
        shown: RefCell::new(None),
    });
    let done = start(Pace::new(Shared(shared.clone()))).await;
    if let Some(shown) = shared.shown.take() {
        shown.remove();
    }
    done
}

/// Work under way.
struct Work {
    what: String,
    began: f64,
    /// When the browser last had its turn.
    slice: Cell<f64>,
    stopped: Cell<bool>,
    shown: RefCell<Option<Shown>>,
}

/// The same for those who do the work and for those who call it off.
struct Shared(Rc<Work>);

impl Turns for Shared {
    fn are_due(&self) -> bool {
        clock::running_ms() - self.0.slice.get() >= SLICE
    }

    fn take(&self, done: usize, of: usize) -> Turn {
        let work = self.0.clone();
        Box::pin(async move {
            work.show(done, of);
            clock::next_turn().await;
            work.slice.set(clock::running_ms());
            if work.stopped.get() { Err(Stopped) } else { Ok(()) }
        })
    }
}

impl Work {
    fn show(self: &Rc<Work>, done: usize, of: usize) {
        if clock::running_ms() - self.began < MOMENT {
            return;
        }
        let mut shown = self.shown.borrow_mut();
        if shown.is_none() {
            *shown = Shown::new(self);
        }
        if let Some(shown) = &*shown {
            shown.set(done, of);
        }
    }
}

/// What is shown of it.
struct Shown {
    element: HtmlElement,
    escape: Closure<dyn FnMut(KeyboardEvent)>,
    /// What had the focus when it appeared.
    focused: Option<HtmlElement>,
}

impl Shown {
    fn new(work: &Rc<Work>) -> Option<Shown> {
        let place = dom::find(PLACE)?;
        let element = document().create_element("p").ok()?.dyn_into::<HtmlElement>().ok()?;
        element.set_class_name("message underway");
        place.append_child(&element).ok()?;
        let (stopped, escaped) = (work.clone(), work.clone());
        let cancel = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| stopped.stopped.set(true))
            .child(text::CANCEL_WORK);
        let what = el("span")
            .child(work.what.clone())
            // How far it is changes all the time, and would be read out each time.
            .child(el("small").attr("aria-hidden", "true"))
            .child(el("progress").attr("aria-label", work.what.clone()).attr("max", "100"));
        mount(what.into(), &element);
        mount(cancel.into(), &element);
        let escape = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !dom::composing(&event) && dom::find("dialog[open]").is_none() {
                escaped.stopped.set(true);
                event.prevent_default();
            }
        });
        let focused = document().active_element().and_then(|active| active.dyn_into().ok());
        let shown = Shown { element, escape, focused };
        // Before whatever else the key does on the page. It fails for no listener and no event.
        let _ = window().add_event_listener_with_callback_and_bool("keydown", shown.key(), true);
        if let Some(busy) = dom::find(BUSY) {
            let _ = busy.set_attribute("aria-busy", "true");
        }
        Some(shown)
    }

    fn key(&self) -> &js_sys::Function {
        self.escape.as_ref().unchecked_ref()
    }

    /// Says how far it is; what is left cannot be cut into pieces where all of them are done.
    fn set(&self, done: usize, of: usize) {
        let find = |selector| self.element.query_selector(selector).ok().flatten();
        let percent = done.saturating_mul(100).checked_div(of).unwrap_or(100);
        let (words, value) = match done < of {
            true => (text::percent(percent), Some(percent.to_string())),
            false => (text::BEING_PACKED.to_owned(), None),
        };
        if let Some(small) = find("small") {
            small.set_text_content(Some(&words));
        }
        if let Some(bar) = find("progress") {
            let _ = match value {
                Some(value) => bar.set_attribute("value", &value),
                None => bar.remove_attribute("value"),
            };
        }
    }

    fn remove(self) {
        let _ = window().remove_event_listener_with_callback_and_bool("keydown", self.key(), true);
        if let Some(busy) = dom::find(BUSY) {
            let _ = busy.remove_attribute("aria-busy");
        }
        let had_focus = self.element.contains(document().active_element().as_deref());
        self.element.remove();
        if let Some(before) = self.focused.filter(|_| had_focus) {
            let _ = before.focus();
        }
    }
}

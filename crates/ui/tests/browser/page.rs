//! A place in the page that a test shows something in.

use any_spawner::Executor;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};
use yaodian_ui::{View, mount};

/// What a test shows, and the owner of its effects. It goes when this goes.
pub struct Page {
    place: Element,
    owner: Owner,
}

impl Page {
    /// Shows what is made under an owner of its own.
    pub fn of(view: impl FnOnce() -> View) -> Page {
        // All tests but the first find it done.
        let _ = Executor::init_wasm_bindgen();
        let place = document().create_element("section").unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        let owner = Owner::new();
        mount(owner.with(view), &place);
        Page { place, owner }
    }

    pub fn place(&self) -> &Element {
        &self.place
    }

    /// Ends the owner. What is shown stays.
    pub fn end(&self) {
        self.owner.cleanup();
    }

    /// What is shown, without the markers.
    pub fn html(&self) -> String {
        self.place.inner_html().replace("<!---->", "")
    }

    pub fn text(&self) -> String {
        self.place.text_content().unwrap()
    }

    pub fn find(&self, selector: &str) -> HtmlElement {
        self.place.query_selector(selector).unwrap().unwrap().unchecked_into()
    }

    pub fn field(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }

    /// Everything that matches, in order.
    pub fn all(&self, selector: &str) -> Vec<Node> {
        let list = self.place.query_selector_all(selector).unwrap();
        (0..list.length()).map(|at| list.item(at).unwrap()).collect()
    }

    /// Whether the first element that matches has the focus.
    pub fn has_focus(&self, selector: &str) -> bool {
        document().active_element().is_some_and(|focused| focused == *self.find(selector))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.place.remove();
    }
}

/// Waits until the effects of what was changed have run.
pub async fn tick() {
    Executor::tick().await;
}

/// Sends an event to an element.
pub fn send(element: &Element, event: &str) {
    element.dispatch_event(&Event::new(event).unwrap()).unwrap();
}

#[wasm_bindgen(
    inline_js = "export function type_text(text) { document.execCommand('insertText', false, text); }"
)]
extern "C" {
    /// Types into what has the focus, as a user would.
    pub fn type_text(text: &str);
}

//! Finding, focusing and asking elements; and the small things that a page can ask of its window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Text content of the element with an id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The address of the file that holds the whole page, where a release has been put on a server with it. The file itself
/// names none, so that nobody is offered a link that leads nowhere.
pub fn single_file() -> Option<String> {
    find("meta[name=single-file]")?.get_attribute("content")
}

/// Says on the root element how the app is doing, for the style sheet and for the script that runs before it.
pub fn set_state(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// A new element before everything else in one.
pub fn first_child_of(parent: &Element) -> Option<HtmlElement> {
    let child: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    parent.prepend_with_node_1(&child).ok()?;
    Some(child)
}

/// Moves the focus to the first element that matches, once the page has been brought up to date.
pub fn focus_later(selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(&selector) {
            // An element that cannot be focused leaves the focus where it is.
            let _ = element.focus();
        }
    });
}

/// Moves the focus to `origin`, or else to the first element that takes it of those that match the selectors, in the
/// selectors' order, once the page has been brought up to date.
pub fn focus_back_later(origin: Option<HtmlElement>, selectors: Vec<String>) {
    request_animation_frame(move || {
        let Some(root) = document().document_element() else { return };
        let candidates = selectors.iter().flat_map(|selector| all(&root, selector));
        // What is hidden or no longer in the page leaves the focus where it is.
        let takes_focus = |element: &HtmlElement| {
            let _ = element.focus();
            document().active_element().as_ref() == Some(element.as_ref())
        };
        let _ = origin.into_iter().chain(candidates).find(takes_focus);
    });
}

/// Scrolls to the element with an id, once the page has been brought up to date.
pub fn show_later(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
        }
    });
}

/// The nearest element around an event's target that matches.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// All elements below one that match, in the document's order.
pub fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// All elements of the page that an attribute marks with a position, and that position.
pub fn marked(attribute: &str) -> Vec<(HtmlElement, usize)> {
    let root = document().document_element();
    let marked = root.map(|root| all(&root, &format!("[{attribute}]"))).unwrap_or_default();
    let position = |element: &HtmlElement| element.get_attribute(attribute)?.parse().ok();
    marked.into_iter().filter_map(|element| position(&element).map(|at| (element, at))).collect()
}

/// Whether the event happens in a field that takes text.
pub fn in_field(event: &Event) -> bool {
    around(event, "input, textarea, select, [contenteditable]").is_some()
}

/// Whether the event happens in a field that takes back what was typed there by itself: dates and ticks do not.
pub fn undoes_itself(event: &Event) -> bool {
    in_field(event) && around(event, "select, [type=date], [type=checkbox]").is_none()
}

/// Puts a value into the field that an event comes from.
pub fn set_value(event: &Event, value: &str) {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(value);
    }
}

/// Whether a key belongs to an input method that is still composing. Safari ends the composition
/// before the Enter key that ended it, and only its key code tells.
pub fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether the window is so narrow that an open item covers the page.
pub fn narrow() -> bool {
    window().match_media("(max-width: 759.98px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether nobody sees the page now.
pub fn hidden() -> bool {
    document().hidden()
}

/// Opens the browser's print dialogue.
pub fn print() {
    // Embedded views without printing refuse; there is nothing to be done then.
    let _ = window().print();
}

/// The text of the field that an input event comes from, unless an input method is composing it.
pub fn typed(event: &Event) -> Option<String> {
    let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(|input| input.is_composing());
    (!composing).then(|| event_target_value(event))
}

/// Puts the page's address with another hash on the clipboard; `false` where the browser refuses.
pub async fn copy_link(hash: &str) -> bool {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    // Without a secure origin there is no clipboard at all, which the binding does not expect.
    if !window().is_secure_context() {
        return false;
    }
    let written = window().navigator().clipboard().write_text(&format!("{page}{hash}"));
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

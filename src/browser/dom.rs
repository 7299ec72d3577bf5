//! Finding elements, and asking events what they are about.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

/// What takes text.
pub const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The first field that matches a selector.
pub fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// Text content of the element with an id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The same, but `None` where it is blank.
pub fn filled_text_of(id: &str) -> Option<String> {
    // By bytes: the library's `trim` would weigh more.
    text_of(id).filter(|text| !text.bytes().all(|byte| byte.is_ascii_whitespace()))
}

/// Sets the text content of the element with an id.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// A new element before everything else in one.
pub fn first_child_of(parent: &Element) -> Option<HtmlElement> {
    let child: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    parent.prepend_with_node_1(&child).ok()?;
    Some(child)
}

/// Lets a line of text that is being typed be taken in, as it is when its field is left.
pub fn commit_typed_line() {
    let field = document().active_element().and_then(|active| active.dyn_into::<HtmlInputElement>().ok());
    if let (Some(field), Ok(change)) = (field.filter(|field| field.type_() == "text"), Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}

/// Lets what is being typed within an element be taken in, as it is when its field is left.
pub fn commit_typed(within: &str) {
    let field = document().active_element().filter(|field| field.matches(FIELDS).unwrap_or_default());
    let inside = field.filter(|field| field.closest(within).ok().flatten().is_some());
    if let (Some(field), Ok(change)) = (inside, Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}

/// Whether somebody points at the first element that matches, or has the focus in it.
pub fn is_in_use(selector: &str) -> bool {
    let matches = |element: &HtmlElement, state| element.matches(state).unwrap_or_default();
    // A finger leaves the last thing that it touched as one that is pointed at.
    let points =
        || window().match_media("(hover: hover)").ok().flatten().is_some_and(|query| query.matches());
    find(selector).is_some_and(|element| {
        matches(&element, ":focus-within") || (matches(&element, ":hover") && points())
    })
}

/// Whether a click is one that only presses: with the main button, and no key that makes a link open elsewhere.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    !modified && event.button() == 0
}

/// The nearest element around an event's target that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// What the button that was pressed is for, where one listener serves several.
pub fn command_of(event: &Event) -> Option<String> {
    closest(event, "[data-do]")?.get_attribute("data-do")
}

/// All elements below one that match, in the document's order.
pub fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Whether the event happens in a field that takes text.
pub fn in_field(event: &Event) -> bool {
    closest(event, FIELDS).is_some()
}

/// Whether the event happens in a field that takes back what was typed there by itself: dates, ticks and files do not.
pub fn undoes_itself(event: &Event) -> bool {
    in_field(event) && closest(event, "select, [type=date], [type=checkbox], [type=file]").is_none()
}

/// Moves the focus to the element around an event's target that matches: the target is about to go.
pub fn focus_around(event: &Event, selector: &str) {
    if let Some(around) = closest(event, selector).and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
        let _ = around.focus();
    }
}

/// What a field holds.
pub fn value_of(field: &Element) -> String {
    let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || field.dyn_ref::<web_sys::HtmlTextAreaElement>().map(web_sys::HtmlTextAreaElement::value);
    input.or_else(area).unwrap_or_default()
}

/// What is chosen in a list of choices.
pub fn chosen(list: &Element) -> String {
    list.dyn_ref::<web_sys::HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// Puts a value into the field that an event comes from.
pub fn set_value(event: &Event, value: &str) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(value);
    }
}

/// Whether a key belongs to an input method that is still composing. Safari ends the composition
/// before the Enter key that ended it, and only its key code shows it.
pub fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Calls a function whenever something else is selected. That is told to the document alone.
pub fn on_selection(changed: impl Fn() + 'static) {
    let changed = Closure::<dyn FnMut()>::new(changed);
    // It fails for no listener and no event.
    let _ = document().add_event_listener_with_callback("selectionchange", changed.as_ref().unchecked_ref());
    changed.forget();
}

/// Whether some of the page's text is selected, outside of fields.
pub fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// An event that copies something.
pub fn as_copy(event: &Event) -> Option<&web_sys::ClipboardEvent> {
    event.dyn_ref()
}

/// The dialog with an id.
pub fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What an input event says of the text of its field.
pub enum Typed {
    /// This is the text.
    Text(String),
    /// So far it is, but it is being composed, of Latin letters alone: as an Android keyboard composes every word, and an
    /// input method the sound of what it will write.
    Letters(String),
    /// An input method is composing it, and it says nothing yet.
    Nothing,
}

/// What an input event says.
pub fn typed(event: &Event) -> Typed {
    let input = event.dyn_ref::<web_sys::InputEvent>();
    let composed = input.filter(|input| input.is_composing()).map(|input| input.data().unwrap_or_default());
    let text = event_target_value(event);
    match composed {
        None => Typed::Text(text),
        Some(composed) if composed.chars().all(|char| char.is_ascii_alphanumeric()) => Typed::Letters(text),
        Some(_) => Typed::Nothing,
    }
}

/// Scrolls a pane so that an element in it is in sight, and leaves the page where it is.
pub fn scroll_inside(pane: &Element, element: &HtmlElement) {
    let (around, inner) = (pane.get_bounding_client_rect(), element.get_bounding_client_rect());
    if inner.top() < around.top() || inner.bottom() > around.bottom() {
        let by = inner.top() - around.top() - around.height() / 3.0;
        pane.set_scroll_top(pane.scroll_top() + by as i32);
    }
}

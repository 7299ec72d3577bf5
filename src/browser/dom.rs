//! Finding elements, and asking events what they are about.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

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

/// A new element before everything else in one.
pub fn first_child_of(parent: &Element) -> Option<HtmlElement> {
    let child: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    parent.prepend_with_node_1(&child).ok()?;
    Some(child)
}

/// Lets an element end with a line of a class, or with none if the line is empty.
pub fn set_line(element: &Element, class: &str, line: &str) {
    let there = element.query_selector(&format!(":scope > .{class}")).ok().flatten();
    match (there, line.is_empty()) {
        (Some(there), true) => there.remove(),
        (Some(there), false) => there.set_text_content(Some(line)),
        (None, true) => {}
        (None, false) => {
            if let Ok(new) = document().create_element("span") {
                new.set_class_name(class);
                new.set_text_content(Some(line));
                // It fails only where an element may have no children.
                let _ = element.append_child(&new);
            }
        }
    }
}

/// Lets a line of text that is being typed be taken in, as it is when its field is left.
pub fn commit_typed_line() {
    let field = document().active_element().and_then(|active| active.dyn_into::<HtmlInputElement>().ok());
    if let (Some(field), Ok(change)) = (field.filter(|field| field.type_() == "text"), Event::new("change")) {
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

/// The dialog with an id.
pub fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The text of the field that an input event comes from, unless an input method is composing it.
pub fn typed(event: &Event) -> Option<String> {
    let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(|input| input.is_composing());
    (!composing).then(|| event_target_value(event))
}

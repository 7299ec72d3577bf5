//! Moving the focus, once the page has been brought up to date.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yaodian_ui::focus_without_scrolling;

use super::dom::{all, find};

/// Puts text into the text area that matches and selects it, once the page has been brought up to date.
pub fn select_later(selector: String, text: String) {
    request_animation_frame(move || {
        let area = find(&selector).and_then(|found| found.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            area.set_value(&text);
            let _ = area.focus();
            area.select();
        }
    });
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

/// The same for a field, whose text is selected if it is of one line: what is typed takes its place.
pub fn focus_field_later(selector: String) {
    request_animation_frame(move || {
        let Some(element) = find(&selector) else { return };
        let _ = element.focus();
        if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
            input.select();
        }
    });
}

/// Moves the focus to the page's heading, once the page has been brought up to date, and leaves open where the page is
/// scrolled to: some show a place further down.
pub fn focus_heading_later() {
    request_animation_frame(|| {
        if let Some(heading) = find("main h1") {
            focus_without_scrolling(&heading);
        }
    });
}

/// Moves the focus to `origin`, or else to the first element that takes it of those that match the selectors, in the
/// selectors' order, once the page has been brought up to date.
pub fn focus_back_later(origin: Option<HtmlElement>, selectors: Vec<String>) {
    request_animation_frame(move || focus_first(origin.into_iter().collect(), &selectors));
}

/// The same for the first of some elements, or of those that match the selectors, unless the focus is somewhere then.
pub fn focus_unless_kept_later(elements: Vec<HtmlElement>, selectors: Vec<String>) {
    request_animation_frame(move || {
        let lost = |active: Element| active.tag_name() == "BODY" || is_hidden(&active);
        let nowhere = document().active_element().is_none_or(lost);
        if nowhere {
            focus_first(elements, &selectors);
        }
    });
}

/// The id of the element that has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Whether an element is hidden, or something around it. It may still have the focus until the page is painted.
fn is_hidden(element: &Element) -> bool {
    element.closest("[hidden]").is_ok_and(|hidden| hidden.is_some())
}

fn focus_first(elements: Vec<HtmlElement>, selectors: &[String]) {
    let Some(root) = document().document_element() else { return };
    let candidates = selectors.iter().flat_map(|selector| all(&root, selector));
    // What is hidden or no longer in the page leaves the focus where it is.
    let takes_focus = |element: &HtmlElement| {
        let _ = element.focus();
        document().active_element().as_ref() == Some(element.as_ref()) && !is_hidden(element)
    };
    let _ = elements.into_iter().chain(candidates).find(takes_focus);
}

/// Keeps an element where it is in the window, once the page has been brought up to date, whatever has got another height
/// above it: so nothing moves under the pointer.
pub fn keep_in_place(element: HtmlElement) {
    if !element.is_connected() {
        return;
    }
    // In the window, since some browsers have moved the page a part of the way by themselves by then.
    let top = |element: &HtmlElement| element.get_bounding_client_rect().top();
    let before = top(&element);
    request_animation_frame(move || {
        let moved = top(&element) - before;
        if moved != 0.0 && element.is_connected() {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    });
}

/// Pushes what scrolls sideways along until an element that matches is in its middle, once the page has been brought up to
/// date.
pub fn centre_later(selector: String) {
    request_animation_frame(move || {
        let Some(element) = find(&selector) else { return };
        let mut around = element.parent_element();
        while let Some(parent) = around {
            if parent.scroll_width() > parent.client_width() {
                let (inner, outer) = (element.get_bounding_client_rect(), parent.get_bounding_client_rect());
                let off = (inner.left() + inner.right() - outer.left() - outer.right()) / 2.0;
                parent.set_scroll_left(parent.scroll_left() + off as i32);
                return;
            }
            around = parent.parent_element().filter(|parent| parent.tag_name() != "MAIN");
        }
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

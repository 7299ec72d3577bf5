//! Clicks on what is all over the page: links to items, and the signs of their standings.

use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use crate::browser::{dom, focus};
use crate::desk::Desk;
use crate::widgets::pick::handle_sign_click;

/// Links to items open beside the page; with a modifier key, or where the script is not there, they are ordinary links
/// to the item's own page.
pub fn handle_click(desk: Desk, event: &MouseEvent) {
    if !dom::is_plain_click(event) || event.default_prevented() {
        return;
    }
    if dom::closest(event, "[data-skip]").is_some() {
        event.prevent_default();
        focus::focus_later("#main".into());
        return;
    }
    if handle_sign_click(event) {
        return;
    }
    let link = dom::closest(event, "a[data-item]");
    let id = link.as_ref().and_then(|link| link.get_attribute("data-item")).and_then(|id| id.parse().ok());
    if let Some(id) = id {
        event.prevent_default();
        desk.open_item_from(id, link.and_then(|link| link.dyn_into().ok()));
    }
}

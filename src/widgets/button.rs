//! A button.

use web_sys::Event;
use yaodian_ui::{Child, El, el};

/// A button that does something.
pub fn button(name: impl Child, action: impl FnMut(Event) + 'static) -> El {
    el("button").attr("type", "button").class("button").on("click", action).child(name)
}

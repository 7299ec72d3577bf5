//! What the parts of the page are made of.

use crate::widgets::card::card;
use yaodian_ui::{Child, El, el};

/// A card with a sentence that explains it.
pub fn part(title: &'static str, note: &'static str) -> El {
    card(title, Vec::new()).child(el("p").class("lead").child(note))
}

/// A button that does something.
pub fn button(name: impl Child, action: impl FnMut(web_sys::Event) + 'static) -> El {
    el("button").attr("type", "button").class("button").on("click", action).child(name)
}

//! What the parts of the page are made of.

use crate::widgets::card::card;
use yaodian_ui::{El, el};

/// A card with a sentence that explains it.
pub fn part(title: &'static str, note: &'static str) -> El {
    card(title, Vec::new()).child(el("p").class("lead").child(note))
}

//! A line below an item's row: why it is where it is, and the latest note on it.

use leptos::prelude::*;
use yaodian_plan::ItemId;
use yaodian_ui::{El, boxed};

use super::item_marks;
use crate::browser::dom;
use crate::desk::{Desk, desk};

/// Lets the rows of items in an element have that line.
///
/// Rows are made in great numbers and few items have a note, so the rows know nothing of it; [`follow`] has one effect
/// for all of them.
pub fn with_latest(part: El) -> El {
    part.attr("data-latest", true)
}

/// Writes the lines whenever something was recorded, or other rows are there.
pub fn follow(desk: Desk) {
    Effect::new(boxed(move || {
        desk.page.track();
        desk.as_of.track();
        desk.standings.track();
        desk.ledger.book.track();
        // By the time the next frame is painted, the rows are there.
        request_animation_frame(move || {
            for (row, at) in item_marks::rows() {
                if row.closest("[data-latest]").is_ok_and(|part| part.is_some()) {
                    dom::set_line(&row, "latest", &latest(desk.item(at).id));
                }
            }
        });
    }));
}

fn latest(id: ItemId) -> String {
    desk().ledger.book.with_untracked(|book| {
        let item = book.item(id);
        let note = book.latest_note(id).map_or("", |(_, text)| text);
        let between = if item.reason().is_empty() || note.is_empty() { "" } else { " · " };
        format!("{}{between}{note}", item.reason())
    })
}

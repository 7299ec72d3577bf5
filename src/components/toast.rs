//! The line at the bottom that says what was just done, and lets it be taken back.

use leptos::prelude::*;

use super::there::with_record;
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, el, fragment};

/// Takes the last action back, or does again what was taken back.
pub fn turn(again: bool) {
    with_record(move |record| (record.turn)(again));
}

/// The same where the part about recording is there.
pub fn turn_now(again: bool) {
    let ledger = desk().ledger;
    if again { ledger.redo() } else { ledger.undo() }
}

/// The line. It stays until it is closed or something else is done: nobody has to hurry to undo.
pub fn toast() -> El {
    let ledger = desk().ledger;
    let line = move || match ledger.told.get() {
        None => fragment(Vec::new()),
        Some(told) => el("p")
            .class("told")
            .child(el("span").child(told.what))
            .child(
                told.undo
                    .then(|| el("button").class("button").on("click", |_| turn(false)).child(text::UNDO)),
            )
            .child(
                el("button")
                    .class("icon")
                    .attr("aria-label", text::CLOSE_TOLD)
                    .on("click", move |_| ledger.told.set(None))
                    .child("✕"),
            )
            .into_view(),
    };
    el("div").class("toast").attr("role", "status").child(line)
}

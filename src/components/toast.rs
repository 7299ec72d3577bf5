//! The line at the bottom that says what was just done, and lets it be taken back.

use leptos::prelude::*;

use super::el::{El, all, el};
use super::there::with_record;
use crate::state::desk;
use crate::text;

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
        None => all(Vec::new()),
        Some(told) => el("p")
            .class("told")
            .add(el("span").add(told.what))
            .add(told.undo.then(|| el("button").class("button").on("click", |_| turn(false)).add(text::UNDO)))
            .add(
                el("button")
                    .class("icon")
                    .attr("aria-label", text::CLOSE_TOLD)
                    .on("click", move |_| ledger.told.set(None))
                    .add("✕"),
            )
            .view(),
    };
    el("div").class("toast").attr("role", "status").live(line)
}

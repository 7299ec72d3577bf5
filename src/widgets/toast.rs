//! The line at the bottom with what was just done, and a button to undo it.

use leptos::prelude::*;

use super::chunk_missing::with_record;
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el, fragment};

/// Takes the last action back, or does again what was taken back.
pub fn undo_or_redo(redo: bool) {
    with_record(move |record| (record.undo_or_redo)(redo));
}

/// The line. It stays until it is closed or something else is done.
pub fn toast() -> El {
    let ledger = desk().ledger;
    let line =
        move || match ledger.message.get() {
            None => fragment(Vec::new()),
            Some(message) => el("p")
                .class("message")
                .child(el("span").child(message.text))
                .child(message.can_undo.then(|| {
                    el("button").class("button").on("click", |_| undo_or_redo(false)).child(text::UNDO)
                }))
                .child(
                    el("button")
                        .class("icon")
                        .attr("aria-label", text::CLOSE_TOLD)
                        .on("click", move |_| ledger.dismiss_message())
                        .child("✕"),
                )
                .into_view(),
        };
    el("div").class("toast").attr("role", "status").child(line)
}

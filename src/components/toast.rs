//! The line at the bottom that says what was just done, and lets it be taken back.

use leptos::prelude::*;

use super::el::{El, all, el};
use crate::state::desk;
use crate::text;

/// The line. It stays until it is closed or something else is done: nobody has to hurry to undo.
pub fn toast() -> El {
    let ledger = desk().ledger;
    let line =
        move || match ledger.told.get() {
            None => all(Vec::new()),
            Some(told) => el("p")
                .class("told")
                .add(el("span").add(told.what))
                .add(told.undo.then(|| {
                    el("button").class("button").on("click", move |_| ledger.undo()).add(text::UNDO)
                }))
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

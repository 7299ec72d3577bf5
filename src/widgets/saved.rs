//! Whether what was recorded is safe: a sign in the bar, and words where it is not.

use leptos::prelude::*;

use super::link::page_link;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use yaodian_ui::{El, View, el, fragment, live};
use yaodian_vault::{Reason, SaveState};

/// The sign in the bar; it leads to the page about the data.
pub fn save_sign() -> El {
    let ledger = desk().ledger;
    let class = move || match ledger.state() {
        Some(SaveState::Saved) => "saved done",
        None if ledger.unread.get() => "saved late",
        None | Some(SaveState::Saving) => "saved",
        _ => "saved late",
    };
    let said = move || match ledger.state() {
        None if ledger.unread.get() => text::NOT_READ,
        state => text::save_state(state),
    };
    page_link(Page::Data)
        .class(class)
        .attr("title", text::SAVE_STATE)
        .child(el("span").attr("role", "status").child(said))
}

/// What is wrong, and what to do about it.
pub fn save_trouble() -> View {
    let ledger = desk().ledger;
    live(move || {
        let state = ledger.state();
        let Some(trouble) = text::save_trouble(state) else { return fragment(Vec::new()) };
        let retry = !matches!(state, Some(SaveState::Failed(Reason::NewerSchema) | SaveState::MemoryOnly(_)));
        el("div")
            .class("notice unsaved")
            .attr("role", "alert")
            .child(el("p").child(trouble))
            .child(retry.then(|| {
                el("button").class("button").on("click", move |_| ledger.retry()).child(text::RETRY)
            }))
            .into_view()
    })
}

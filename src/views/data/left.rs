//! Files for the page of another plan: left there for this one, and left here for others.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button;
use super::import::{WAITING, arrive, put_back};
use super::understand::understand;
use crate::browser::dom;
use crate::ledger::Other;
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, el};

/// Puts the files that were left for this plan at the end of the line.
pub fn see_left() {
    let ledger = desk().ledger;
    spawn_local(async move {
        match ledger.take_left().await {
            Ok(files) if files.is_empty() => ledger.tell(text::LEFT_ELSEWHERE.into()),
            Ok(files) => {
                for (left, text) in files {
                    arrive(understand(left.name.clone(), Ok(text.into_bytes()), Some(left)));
                }
                // If another file stands first, it is that one's turn.
                dom::focus_later(WAITING.into());
            }
            Err(_) => ledger.tell(text::LEFT_UNREAD.into()),
        }
    });
}

/// What can be done with a file about another plan: it is left for that plan's page, or nothing is.
pub fn other(name: String, file: Other) -> El {
    let ledger = desk().ledger;
    let said = RwSignal::new(String::new());
    let done = RwSignal::new(false);
    let what = el("p").child(text::other_plan(file.name()));
    let how = if file.sealed { text::LEAVE_SEALED } else { text::LEAVE_NOTE };
    let title = name.clone();
    let leave = move |_| {
        let (name, file) = (name.clone(), file.clone());
        spawn_local(async move {
            match ledger.leave(&name, &file).await {
                Ok(()) => {
                    said.set(text::LEAVE_DONE.into());
                    done.set(true);
                    // The button that was pressed is gone.
                    dom::focus_later(".waiting button:not([hidden])".into());
                }
                Err(reason) => said.set(text::not_left(reason)),
            }
        });
    };
    el("div")
        .class("notice")
        .attr("role", "group")
        .attr("aria-label", title.clone())
        .child(el("p").child(el("b").child(title)))
        .child(what)
        .child(el("p").attr("hidden", move || done.get()).child(how))
        .child(el("p").attr("role", "status").child(move || said.get()))
        .child(
            el("p")
                .class("tools")
                .child(button(text::LEAVE, leave).class("button main").attr("hidden", move || done.get()))
                .child(button(text::CLOSE, |_| put_back())),
        )
}

//! Files that come in: read, looked at one after the other, merged.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::left::other;
use super::preview::preview;
use super::sealed::unseal;
use super::understand::understand;
use super::{button, part};
use crate::browser::{dom, files};
use crate::ledger::{Content, Incoming};
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, el, fragment, live};

/// The card about imports; the files that wait are dealt with one after the other.
pub fn import() -> El {
    let ledger = desk().ledger;
    let take = move |event: Event| {
        event.prevent_default();
        for file in files::given(&event) {
            spawn_local(async move {
                let given = files::read(file).await;
                arrive(understand(given.name, given.bytes, None));
            });
        }
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    let first = move || match ledger.incoming.with(|line| line.first().cloned()) {
        None => fragment(Vec::new()),
        Some(incoming) => untrack(|| waiting(incoming)).into_view(),
    };
    part(text::IMPORT, text::IMPORT_NOTE)
        .class("card drop")
        .on("dragover", |event| event.prevent_default())
        .on("drop", take)
        .child(
            el("fieldset")
                .attr("disabled", move || !ledger.writable())
                .child(el("label").class("button main file").child(text::CHOOSE_FILES).child(input))
                .child(live(first)),
        )
}

/// Puts a file at the end of the line.
pub fn arrive(incoming: Incoming) {
    let line = desk().ledger.incoming;
    line.update_untracked(|line| line.push(incoming));
    // The file that is being decided stays as it is, with what was chosen for it.
    if line.with_untracked(Vec::len) == 1 {
        line.notify();
        dom::focus_later(WAITING.into());
    }
}

/// Lets go of the file that stands first.
pub fn next() {
    desk().ledger.incoming.update(|line| {
        if !line.is_empty() {
            line.remove(0);
        }
    });
    dom::focus_back_later(None, vec![WAITING.into(), ".file input".into()]);
}

/// The same where nothing was merged of it: if it was left for this plan, it still is, and is offered again.
pub fn put_back() {
    let ledger = desk().ledger;
    let left = ledger.incoming.with_untracked(|line| line.first().is_some_and(|file| file.left.is_some()));
    next();
    if left {
        spawn_local(ledger.look_for_left());
    }
}

/// What is shown of the file that stands first.
pub const WAITING: &str = ".waiting";

fn waiting(incoming: Incoming) -> El {
    el("div").class("waiting").attr("tabindex", "-1").child(dealt_with(incoming))
}

fn dealt_with(Incoming { name, left, content }: Incoming) -> El {
    let close = || button(text::CLOSE, |_| put_back());
    match content {
        Content::Refused(why) => el("div")
            .class("notice")
            .attr("role", "alert")
            .child(el("p").child(el("b").child(name)))
            .child(el("p").child(why))
            .child(close()),
        Content::Other(file) => other(name, file),
        Content::Sealed(sealed, text) => unseal(name, sealed, text).child(close()),
        Content::Ready(decoded) => preview(name, *decoded, left),
    }
}

//! Files that come in: read, looked at one after the other, merged.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::other_plan::other_plan;
use super::preview::preview;
use super::queue::{enqueue, put_back};
use super::sealed::unseal;
use super::understand::understand;
use super::{button, part};
use crate::browser::{dom, files};
use crate::desk::desk;
use crate::ledger::{Content, Incoming};
use crate::text;
use yaodian_ui::{El, el, fragment, live};

/// The card about imports; the files that wait are dealt with one after the other.
pub fn import() -> El {
    let ledger = desk().ledger;
    let take = move |event: Event| {
        event.prevent_default();
        for file in files::files_of(&event) {
            spawn_local(async move {
                let given = files::read(file).await;
                enqueue(understand(given.name, given.bytes, None));
            });
        }
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    let first = move || match ledger.incoming.with(|queue| queue.first().cloned()) {
        None => fragment(Vec::new()),
        Some(incoming) => untrack(|| first_file(incoming)).into_view(),
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

fn first_file(incoming: Incoming) -> El {
    el("div").class("waiting").attr("tabindex", "-1").child(content_of(incoming))
}

fn content_of(Incoming { name, waiting, content }: Incoming) -> El {
    let close = || button(text::CLOSE, |_| put_back());
    match content {
        Content::Refused(why) => el("div")
            .class("notice")
            .attr("role", "alert")
            .child(el("p").child(el("b").child(name)))
            .child(el("p").child(why))
            .child(close()),
        Content::Other(file) => other_plan(name, file),
        Content::Sealed(sealed, text) => unseal(name, sealed, text).child(close()),
        Content::Ready(decoded) => preview(name, *decoded, waiting),
    }
}

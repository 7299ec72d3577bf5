//! Files that come in: read, looked at one after the other, merged.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::lines;
use super::other_plan::other_plan;
use super::part::part;
use super::preview::preview;
use super::queue::{enqueue, put_back};
use super::sealed::unseal;
use super::understand::{is_plan_file, is_version_alone, understand};
use crate::browser::dom;
use crate::browser::files::{self, ReadFile};
use crate::chunks;
use crate::desk::desk;
use crate::ledger::{Content, Incoming, Queue};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::work::work;
use yaodian_pace::{Pace, Steps};
use yaodian_ui::{El, el, fragment, live};

/// The card about imports; the files that wait are dealt with one after the other.
pub fn import() -> El {
    let ledger = desk().ledger;
    let take = move |event: Event| {
        event.prevent_default();
        take_in(files::files_of(&event));
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    // The file that is being dealt with stays as it is while others come in.
    let number = Memo::new(move |_| ledger.incoming.with(Queue::first_number));
    let first = move || {
        // Read, since a memo that nobody has read listens to nothing.
        let _ = number.get();
        match ledger.incoming.with_untracked(|queue| queue.first().cloned()) {
            None => fragment(Vec::new()),
            Some(incoming) => untrack(|| first_file(incoming)).into_view(),
        }
    };
    part(text::IMPORT, text::IMPORT_NOTE)
        // Wherever a file is dropped, it is taken in; this is only where one looks for a place.
        .class("card drop")
        .child(
            el("fieldset")
                .attr("disabled", move || !ledger.writable())
                .child(el("label").class("button main file").child(text::CHOOSE_FILES).child(input))
                .child(live(first)),
        )
}

/// Takes files in, one after the other as they were given.
pub fn take_in(given: Vec<web_sys::File>) {
    spawn_local(async move {
        let taking = async move |pace: &Pace| take_in_all(given, pace).await;
        if work(text::BEING_READ.to_owned(), taking).await.is_none() {
            desk().ledger.say(text::READING_CANCELLED.into());
        }
    });
}

async fn take_in_all(given: Vec<web_sys::File>, pace: &Pace) {
    let steps = Steps::new(pace, given.len());
    for file in given {
        take_in_one(files::read(file).await, pace).await;
        steps.next().await;
    }
}

/// Takes in a file, or each of those in a zip file.
async fn take_in_one(file: ReadFile, pace: &Pace) {
    let ReadFile { name, bytes, changed_ms } = file;
    let bytes = match bytes {
        // 计划库 says what comes of it.
        Ok(bytes) if is_plan_file(&bytes) || is_version_alone(&bytes) => {
            take_plan(name, bytes).await;
            return;
        }
        bytes => bytes,
    };
    let packed = bytes.as_ref().ok().filter(|bytes| files::may_be_workbook(bytes));
    let Some(packed) = packed else {
        enqueue(understand(name, bytes, None));
        return;
    };
    let Some(forms) = chunks::load_sheets().await.map(|sheets| &sheets.forms) else {
        enqueue(Incoming::new(name, Content::Refused(text::CHUNK_MISSING.into())));
        return;
    };
    let Some(inner) = (forms.unpack)(&name, packed) else {
        enqueue((forms.understand)(name, packed, changed_ms));
        return;
    };
    let steps = Steps::new(pace, inner.len());
    for file in inner {
        enqueue(match file {
            Ok((name, bytes)) if files::may_be_workbook(&bytes) => {
                (forms.understand)(name, &bytes, changed_ms)
            }
            Ok((name, bytes)) => understand(name, Ok(bytes), None),
            Err(refused) => *refused,
        });
        steps.next().await;
    }
}

/// Hands a plan file to 计划库.
async fn take_plan(name: String, bytes: Vec<u8>) {
    match chunks::load_library().await {
        Some(library) => (library.take_in)(vec![(name, bytes)]),
        None => enqueue(Incoming::new(name, Content::Refused(text::CHUNK_MISSING.into()))),
    }
}

fn first_file(incoming: Incoming) -> El {
    let ledger = desk().ledger;
    let place = move || {
        ledger.incoming.with(|queue| match queue.position() {
            (1, 1) => String::new(),
            (at, all) => text::place_in_queue(at, all, queue.others().map(|file| file.name.as_str())),
        })
    };
    let place = el("p").class("lead").attr("hidden", move || place().is_empty()).child(place);
    let remark = remarks(incoming.remarks.clone());
    el("div").class("waiting").attr("tabindex", "-1").child(place).child(remark).child(content_of(incoming))
}

/// How a file was read: one line, or several to be looked through.
fn remarks(said: Vec<String>) -> Option<El> {
    match said.len() {
        0 => None,
        1 => Some(el("p").class("hint").child(said.concat())),
        count => {
            let line = |line: &String| el("li").child(line.clone());
            let shown = move |from: usize, to: usize| {
                said.get(from..to.min(count)).unwrap_or_default().iter().map(line).collect()
            };
            Some(lines::part(text::FORM_REMARKS, count, true, Box::new(shown)))
        }
    }
}

fn content_of(Incoming { name, waiting, content, .. }: Incoming) -> El {
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
        Content::Ready(decoded) => preview(name, decoded, waiting),
    }
}

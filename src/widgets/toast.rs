//! The line at the bottom that says what was just done, and lets it be taken back.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::chunk_missing::{with_office, with_record};
use crate::browser::{dom, window};
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, boxed, el, fragment};

/// How long it stays at least, and how much longer for every character.
const STAY: Duration = Duration::from_secs(5);
const READING: Duration = Duration::from_millis(120);
/// How long it stays after it was pointed at or had the focus, at most.
const LINGER: Duration = Duration::from_secs(2);

/// Takes the last action back, or does again what was taken back.
pub fn undo_or_redo(redo: bool) {
    with_record(move |record| (record.undo_or_redo)(redo));
}

/// The line. It leaves by itself, but not while somebody points at it or has the focus in it; what it says can be
/// undone by keys and on 进展 later on. A file that waits for another tap stays until that, or until it is closed.
pub fn toast() -> El {
    let ledger = desk().ledger;
    leave_by_itself();
    let line = move || match ledger.message.get() {
        None => fragment(Vec::new()),
        Some(message) => el("p")
            .class("message")
            .child(el("span").child(message.text))
            .child(message.can_undo.then(|| {
                el("button")
                    .class("button")
                    // Another page may have written since then.
                    .attr("hidden", move || ledger.next_undo().is_none())
                    .on("click", |_| undo_or_redo(false))
                    .child(text::UNDO)
            }))
            .child(close(move || ledger.dismiss_message()))
            .into_view(),
    };
    let ready = move || match ledger.ready.get() {
        None => fragment(Vec::new()),
        Some(file) => el("p")
            .class("message")
            .child(el("span").child(text::file_ready(&file.name)))
            .child(
                el("button")
                    .class("button")
                    .on("click", |_| with_office(|office| (office.share_ready)()))
                    .child(text::SHARE_READY),
            )
            .child(close(move || ledger.drop_ready()))
            .into_view(),
    };
    el("div").class("toast").attr("role", "status").child(line).child(ready)
}

fn close(act: impl Fn() + 'static) -> El {
    el("button").class("icon").attr("aria-label", text::CLOSE_MESSAGE).on("click", move |_| act()).child("✕")
}

/// Takes every message away after a time.
fn leave_by_itself() {
    let ledger = desk().ledger;
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(boxed(move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let length = ledger.message.with(|message| message.as_ref().map(|it| it.text.chars().count()));
        if let Some(length) = length {
            let length = u32::try_from(length).unwrap_or(u32::MAX);
            dismiss_after(STAY.saturating_add(READING.saturating_mul(length)), timer);
        }
    }));
}

type Timer = StoredValue<Option<TimeoutHandle>, LocalStorage>;

fn dismiss_after(time: Duration, timer: Timer) {
    let dismiss = move || {
        if window::hidden() || dom::is_in_use(".toast") {
            dismiss_after(LINGER, timer);
        } else {
            desk().ledger.dismiss_message();
        }
    };
    // Where there is no timer it stays until it is closed.
    timer.set_value(set_timeout_with_handle(dismiss, time).ok());
}

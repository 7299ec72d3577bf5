//! What keeps the records safe while the page is open: reading them at the start, storing what is being typed when the
//! page is left, and words on top of every page where something is wrong.

use std::pin::Pin;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notices;
use crate::browser::dom;
use crate::components::el::{View, all, el, live};
use crate::components::saved::save_trouble;
use crate::components::there::{try_again, with_record};
use crate::parts::{self, Keep};
use crate::state::desk;
use crate::text;

/// What the part about recording does for it.
pub const KEEP: Keep = Keep { open, is_open, leave, refresh, notices };

fn open() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(desk().ledger.open())
}

fn is_open() -> bool {
    desk().ledger.is_open()
}

/// Stores what is being typed, and says whether closing the page now would lose something.
fn leave() -> bool {
    let ledger = desk().ledger;
    dom::take_in_typed();
    ledger.store_draft();
    ledger.at_risk()
}

fn refresh() {
    desk().ledger.refresh();
}

fn notices() -> View {
    all(vec![save_trouble(), notices::carried(), notices::left(), notices::reminder()])
}

/// What is said on top of every page until somebody has dealt with it.
pub fn on_top() -> View {
    let ledger = desk().ledger;
    live(move || match (ledger.vault.with(Option::is_some), parts::record()) {
        (true, Some(record)) => untrack(record.keep.notices),
        _ if ledger.unread.get() => try_again(el("p").add(text::RECORDS_UNREAD)).view(),
        _ => all(Vec::new()),
    })
}

/// Reads what was recorded, and loses nothing of it because the page is left, hidden or shown again. Nothing is fetched
/// for this where nothing was recorded.
pub fn keep_safe() {
    read_if_used();
    window_event_listener(ev::pagehide, |_| {
        left();
    });
    window_event_listener(ev::visibilitychange, |_| match (dom::hidden(), parts::record()) {
        (true, _) => {
            left();
        }
        (false, Some(record)) if is_open() => (record.keep.refresh)(),
        (false, _) => read_if_used(),
    });
    // The vault listens for itself once it is open.
    let prefix = yaodian_vault::key_prefix(&desk().catalog().plan.id);
    window_event_listener(ev::storage, move |event| {
        let ours = event.key().is_some_and(|key| key.starts_with(&prefix));
        if ours && !is_open() {
            with_record(|_| {});
        }
    });
    window_event_listener(ev::beforeunload, |event| {
        if left() {
            event.prevent_default();
        }
    });
}

fn left() -> bool {
    is_open() && parts::record().is_some_and(|record| (record.keep.leave)())
}

fn read_if_used() {
    spawn_local(async {
        let ledger = desk().ledger;
        if !ledger.is_open() && ledger.in_use().await {
            parts::record_soon(move |record| ledger.unread.set(record.is_none()));
        }
    });
}

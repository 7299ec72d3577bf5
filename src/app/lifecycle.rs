//! The page's life: reading what was recorded when it opens, storing what is being typed when it is left, and notices
//! on top of every page where something is wrong.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_ui::{View, el, fragment, live};

use crate::browser::{settings, window};
use crate::chunks;
use crate::desk::desk;
use crate::text;
use crate::widgets::chunk_missing::{load_again, try_again, with_record};

/// What is said on top of every page until somebody has dealt with it.
pub fn notices() -> View {
    let ledger = desk().ledger;
    live(move || match (ledger.is_open(), chunks::record()) {
        (true, Some(record)) => untrack(record.notices),
        _ if ledger.unread.get() => try_again(el("p").child(text::RECORDS_UNREAD)).into_view(),
        _ => fragment(Vec::new()),
    })
}

/// Reads what was recorded, and loses nothing of it because the page is left, hidden or shown again. Nothing is loaded
/// for this where nothing was recorded.
pub fn watch() {
    read_if_used();
    window_event_listener(ev::pagehide, |_| {
        store_typed();
    });
    window_event_listener(ev::visibilitychange, |_| match (window::hidden(), chunks::record()) {
        (true, _) => {
            store_typed();
        }
        (false, Some(record)) if is_open() => (record.persistence.refresh)(),
        (false, _) => read_if_used(),
    });
    // A page that comes back as it was, by "back", has heard nothing meanwhile.
    window_event_listener(ev::pageshow, |event| {
        if event.persisted() {
            look_what_changed();
        }
    });
    window_event_listener(ev::online, |_| load_again());
    // The vault listens for itself once it is open.
    let plan = &desk().catalog().plan.id;
    let prefix = yaodian_vault::key_prefix(plan);
    let changed = settings::change_key(plan);
    window_event_listener(ev::storage, move |event| {
        if event.key().is_some_and(|key| key == changed) {
            look_what_changed();
        }
        let ours = event.key().is_some_and(|key| key.starts_with(&prefix));
        if ours && !is_open() {
            with_record(|_| {});
        }
    });
    window_event_listener(ev::beforeunload, |event| {
        if store_typed() {
            event.prevent_default();
        }
    });
}

/// Says what has become of this page's plan in other tabs.
fn look_what_changed() {
    chunks::load_library_then(|| {
        if let Some(library) = chunks::library() {
            (library.changed)();
        }
    });
}

/// Stores what is being typed, and says whether closing the page now would lose something.
fn store_typed() -> bool {
    is_open() && chunks::record().is_some_and(|record| (record.persistence.store_typed)())
}

fn is_open() -> bool {
    untrack(|| desk().ledger.is_open())
}

fn read_if_used() {
    spawn_local(async {
        let ledger = desk().ledger;
        if !is_open() && ledger.in_use().await {
            chunks::load_record_then(move |record| ledger.set_unread(record.is_none()));
        }
    });
}

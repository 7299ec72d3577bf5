//! The files that wait to be merged, dealt with one after the other.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::focus;
use crate::desk::desk;
use crate::ledger::Incoming;

/// Selects what is shown of the file that stands first.
pub const FIRST: &str = ".waiting";

/// Puts a file at the end.
pub fn enqueue(incoming: Incoming) {
    // The file that is being decided stays as it is, with what was chosen for it.
    if desk().ledger.enqueue(incoming) {
        focus::focus_later(FIRST.into());
    }
}

/// Removes the file that stands first.
pub fn remove_first() {
    desk().ledger.remove_first();
    focus::focus_back_later(None, vec![FIRST.into(), ".file input".into()]);
}

/// The same where nothing was merged of it: if it came from the mailbox, it is still there, and is offered again.
pub fn put_back() {
    let ledger = desk().ledger;
    let from_mailbox =
        ledger.incoming.with_untracked(|queue| queue.first().is_some_and(|file| file.waiting.is_some()));
    remove_first();
    if from_mailbox {
        spawn_local(ledger.look_into_mailbox());
    }
}

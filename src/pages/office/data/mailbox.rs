//! This plan's mailbox: files that were left in it by the page of another plan.

use leptos::task::spawn_local;

use super::queue::{FIRST, enqueue};
use super::understand::understand;
use crate::browser::focus;
use crate::desk::desk;
use crate::text;

/// Puts the files that wait in the mailbox at the end of the queue.
pub fn open_mailbox() {
    let ledger = desk().ledger;
    spawn_local(async move {
        match ledger.take_from_mailbox().await {
            Ok(files) if files.is_empty() => ledger.say(text::MAILBOX_EMPTIED_ELSEWHERE.into()),
            Ok(files) => {
                for (waiting, text) in files {
                    enqueue(understand(waiting.name.clone(), Ok(text.into_bytes()), Some(waiting)));
                }
                // If another file stands first, it is that one's turn.
                focus::focus_later(FIRST.into());
            }
            Err(_) => ledger.say(text::MAILBOX_UNREAD.into()),
        }
    });
}

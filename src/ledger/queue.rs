//! The queue of files that came in and wait to be merged, dealt with one after the other.

use std::sync::Arc;

use leptos::prelude::*;

use super::Ledger;
use super::incoming::{Content, Incoming, Queue};
use crate::browser::seal::Sealed;

impl Ledger {
    /// Puts a file at the end of the queue, and says whether it stands first.
    pub fn enqueue(self, file: Incoming) -> bool {
        self.set_incoming.try_update(|queue| queue.push(file)).unwrap_or_default()
    }

    /// Removes the file that stands first.
    pub fn remove_first(self) {
        self.set_incoming.update(Queue::remove_first);
    }

    /// Puts what was sealed in place of the sealed file that stands first. Opening takes a while: if the file has been
    /// closed meanwhile and another one stands first, nothing happens.
    pub fn replace_sealed(self, sealed: &Arc<Sealed>, content: Content) {
        self.set_incoming.update(|queue| queue.replace_sealed(sealed, content));
    }

    /// Takes what this page's own file carries, so that it is offered no more.
    pub fn take_carried(self) -> Option<Incoming> {
        let carried = self.carried.get_untracked();
        self.set_carried.set(None);
        carried
    }
}

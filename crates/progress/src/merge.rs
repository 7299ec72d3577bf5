//! Merging two copies of a book.

use std::sync::Arc;

use super::book::push_key;
use super::{EntryKey, ProgressBook};

impl ProgressBook {
    /// Takes every write of `other` that is later than what is here, register by register, and returns which
    /// entries changed. A note is never dropped: where only one side has it, it stays.
    ///
    /// Both books have to be about the same plan, which [`decode`](super::decode()) can check.
    pub fn merge(&mut self, other: &ProgressBook) -> Vec<EntryKey> {
        let mut changed = Vec::new();
        for register in &other.registers {
            if self.merge_register(Arc::clone(register)) {
                push_key(&mut changed, register.field.entry());
            }
        }
        for stamp in &other.seen {
            self.mark_seen(*stamp);
        }
        for aside in &other.aside {
            if self.add_aside(aside) {
                push_key(&mut changed, EntryKey::Aside);
            }
        }
        changed
    }

    /// Whether merging another book would change this one.
    pub fn lacks(&self, other: &ProgressBook) -> bool {
        !self.clone().merge(other).is_empty()
    }

    /// Replaces an entry by what a storage has; `None` removes it. To follow a storage that has merged already, or that
    /// went back to a restore point.
    pub fn replace_entry(&mut self, key: EntryKey, entry: Option<&ProgressBook>) {
        if key == EntryKey::Aside {
            // Pieces of other entries are among them, which are stored under this key only when those change.
            if entry.is_none() {
                self.aside.clear();
            }
        } else {
            self.registers.retain(|register| register.field.entry() != key);
        }
        if let Some(entry) = entry {
            self.merge(entry);
        }
    }
}

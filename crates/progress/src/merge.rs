//! What happens when two copies of a book meet.

use std::sync::Arc;

use super::cells::add_key;
use super::{EntryKey, ProgressBook};

impl ProgressBook {
    /// Takes every write of `other` that is later than what is here, register by register, and says which
    /// entries changed. A note is never dropped: where only one side has it, it stays.
    ///
    /// Both books have to be about the same plan, which [`decode`](super::decode()) can ask for.
    pub fn merge(&mut self, other: &ProgressBook) -> Vec<EntryKey> {
        let mut changed = Vec::new();
        for register in &other.registers {
            if self.join(Arc::clone(register)) {
                add_key(&mut changed, register.field.entry());
            }
        }
        for stamp in &other.seen {
            self.see(*stamp);
        }
        for aside in &other.aside {
            if self.put_aside(aside) {
                add_key(&mut changed, EntryKey::Aside);
            }
        }
        changed
    }

    /// Whether it lacks anything of another book: whether merging that would change it.
    pub fn lacks(&self, other: &ProgressBook) -> bool {
        !self.clone().merge(other).is_empty()
    }
}

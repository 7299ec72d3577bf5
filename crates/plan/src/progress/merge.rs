//! What happens when two copies of a book meet.

use std::collections::BTreeSet;

use super::{EntryKey, ProgressBook};

impl ProgressBook {
    /// Takes every write of `other` that is later than what is here, register by register, and says which
    /// entries changed. A note is never dropped: where only one side has it, it stays.
    ///
    /// Both books have to be about the same plan, which [`decode`](super::decode()) can ask for.
    pub fn merge(&mut self, other: &ProgressBook) -> BTreeSet<EntryKey> {
        let mut changed = BTreeSet::new();
        for field in other.fields() {
            if let Some(register) = other.get(field)
                && self.join(field, register.value, register.stamp)
            {
                changed.insert(field.entry());
            }
        }
        for stamp in other.seen.values() {
            self.see(*stamp);
        }
        for aside in &other.aside {
            if self.aside.insert(aside.clone()) {
                changed.insert(EntryKey::Aside);
            }
        }
        changed
    }
}

//! What a write changed.

use std::sync::Arc;

use super::{EntryKey, Field, Stamp, Value};

/// One register that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which register.
    pub field: Field,
    /// Its value before; `None` if nobody had written it.
    pub before: Option<Arc<Value>>,
    /// Its value after.
    pub after: Arc<Value>,
    /// The stamp under which it was written: the given one, or a later one where that would not have won.
    pub stamp: Stamp,
    /// When and by whom the value before was first written: reverting a change makes nobody the author of it.
    pub authored_before: Option<Stamp>,
    /// The same of the value after.
    pub authored_after: Option<Stamp>,
}

impl Change {
    /// The value before; a blank one if nobody had written it.
    pub(super) fn value_before(&self) -> Arc<Value> {
        self.before.clone().unwrap_or_else(|| Arc::new(Value::blank(self.field)))
    }

    /// Exchanges the values before and after.
    pub(super) fn invert(&mut self) {
        let before = self.value_before();
        self.before = Some(std::mem::replace(&mut self.after, before));
        std::mem::swap(&mut self.authored_before, &mut self.authored_after);
    }
}

/// The entries that changes belong to, each once.
pub fn changed_entries(changes: &[Change]) -> Vec<EntryKey> {
    let mut keys: Vec<EntryKey> = Vec::new();
    for key in changes.iter().map(|change| change.field.entry()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

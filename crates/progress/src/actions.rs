//! Writing registers and reverting writes. Everything that changes a book, other than merging, uses these methods.

use std::sync::Arc;

use super::{Change, Field, ProgressBook, Register, Stamp, Value, Write};

impl ProgressBook {
    /// Writes a register; `None` where that changes nothing, or where the value is of another type than the register.
    ///
    /// The write always wins against what it replaces: where `stamp` is not later, because a clock was set back, a
    /// later one is used.
    pub fn set(&mut self, field: Field, value: Value, stamp: Stamp) -> Option<Change> {
        if value.fits(field) { self.set_shared(field, Arc::new(value), stamp) } else { None }
    }

    /// Writes registers as one action, each as [`ProgressBook::set`] does; returns those that changed.
    pub fn set_all(&mut self, writes: Vec<Write>, stamp: Stamp) -> Vec<Change> {
        writes.into_iter().filter_map(|(field, value)| self.set(field, value, stamp)).collect()
    }

    fn set_shared(&mut self, field: Field, value: Arc<Value>, stamp: Stamp) -> Option<Change> {
        if self.value(field) == value { None } else { self.overwrite(field, value, stamp) }
    }

    /// Writes a register even where the value stays the same: it gets a later stamp.
    pub(super) fn overwrite(&mut self, field: Field, value: Arc<Value>, stamp: Stamp) -> Option<Change> {
        let before = self.get(field);
        let stamp = before.map_or(stamp, |register| stamp.after(&register.stamp));
        let before = before.map(|register| Arc::clone(&register.value));
        let after = Arc::clone(&value);
        self.merge_register(Arc::new(Register { field, value, stamp })).then_some(Change {
            field,
            before,
            after,
            stamp,
        })
    }

    /// The value of a register; a blank one where nobody wrote it.
    fn value(&self, field: Field) -> Arc<Value> {
        let written = self.get(field).map(|register| Arc::clone(&register.value));
        written.unwrap_or_else(|| Arc::new(Value::blank(field)))
    }

    /// Reverts a change by a new write. `None`, and nothing happens, where the register was changed again since:
    /// that would revert somebody else's work.
    pub fn revert(&mut self, change: &Change, stamp: Stamp) -> Option<Change> {
        if self.value(change.field) == change.after {
            self.set_shared(change.field, change.value_before(), stamp)
        } else {
            None
        }
    }
}

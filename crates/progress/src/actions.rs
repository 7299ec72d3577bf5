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
        if self.value(field) == value { None } else { self.overwrite(field, value, stamp, None) }
    }

    /// Writes a register even where the value stays the same: it gets a later stamp. With an `origin` the value stays
    /// that of its author.
    pub(super) fn overwrite(
        &mut self,
        field: Field,
        value: Arc<Value>,
        stamp: Stamp,
        origin: Option<Stamp>,
    ) -> Option<Change> {
        let origin = origin.filter(|origin| origin.by != stamp.by);
        let before = self.get(field);
        let stamp = before.map_or(stamp, |register| stamp.after(&register.stamp));
        let authored_before = before.map(Register::authored);
        let before = before.map(|register| Arc::clone(&register.value));
        let after = Arc::clone(&value);
        let authored_after = Some(origin.unwrap_or(stamp));
        self.merge_register(Arc::new(Register { field, value, stamp, origin })).then_some(Change {
            field,
            before,
            after,
            stamp,
            authored_before,
            authored_after,
        })
    }

    /// The value of a register; a blank one where nobody wrote it.
    pub(super) fn value(&self, field: Field) -> Arc<Value> {
        let written = self.get(field).map(|register| Arc::clone(&register.value));
        written.unwrap_or_else(|| Arc::new(Value::blank(field)))
    }

    /// Reverts a change by a new write. `None`, and nothing happens, where the register was changed again since:
    /// that would revert somebody else's work.
    pub fn revert(&mut self, change: &Change, stamp: Stamp) -> Option<Change> {
        let before = change.value_before();
        let reverts = self.value(change.field) == change.after && before != change.after;
        if reverts { self.overwrite(change.field, before, stamp, change.authored_before) } else { None }
    }
}

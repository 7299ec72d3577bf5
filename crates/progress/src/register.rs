//! A named value with the stamp of its last write.

use std::sync::Arc;

use super::{Field, Stamp, Value};

/// One value that can be written again and again; the write with the latest stamp stays.
///
/// A register is never modified: a write replaces it, and copies of a book share the registers that they have in common.
/// Values are shared too, by registers and changes, and never cloned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// Its name.
    pub field: Field,
    /// What was written.
    pub value: Arc<Value>,
    /// By whom and when.
    pub stamp: Stamp,
    /// The write that the value was taken from, where somebody else's value was put in place again: by a choice between
    /// two copies, or by undoing. Its author is then the author of the value.
    pub origin: Option<Stamp>,
}

impl Register {
    /// When and by whom the value was first written.
    pub fn authored(&self) -> Stamp {
        self.origin.unwrap_or(self.stamp)
    }

    /// Whether another write of the same register is later and so replaces this one.
    ///
    /// Two tabs of one device may write under one stamp. Then the greater value stays, which is
    /// arbitrary but the same everywhere.
    pub(super) fn is_older_than(&self, other: &Register) -> bool {
        (self.stamp, &self.value, self.origin) < (other.stamp, &other.value, other.origin)
    }
}

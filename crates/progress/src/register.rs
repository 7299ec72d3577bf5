//! A named value with the stamp of its last write.

use std::sync::Arc;

use super::{Field, Stamp, Value};

/// One value that can be written again and again; the write with the latest stamp stays.
///
/// A register itself never changes: a write puts another one in its place, and copies of a book share those that
/// they have in common. So are values shared, by the registers and changes that have them: nothing ever clones one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// Which one it is.
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

    /// Whether a write in this place is later.
    ///
    /// Two tabs of one device may write under one stamp. Then the greater value stays, which is
    /// arbitrary but the same everywhere.
    pub(super) fn loses_to(&self, other: &Register) -> bool {
        (self.stamp, &self.value, self.origin) < (other.stamp, &other.value, other.origin)
    }
}

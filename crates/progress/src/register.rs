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
}

impl Register {
    /// Whether a write in this place is later.
    ///
    /// Two tabs of one device may write under one stamp. Then the greater value stays, which is
    /// arbitrary but the same everywhere.
    pub(super) fn loses_to(&self, other: &Register) -> bool {
        let order = self.stamp.cmp(&other.stamp);
        order.is_lt() || (order.is_eq() && self.value < other.value)
    }
}

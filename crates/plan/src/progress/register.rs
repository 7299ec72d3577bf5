//! A value with the stamp of its last write.

use super::Stamp;

/// One value that can be written again and again; the write with the latest stamp stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register<T> {
    /// What was written.
    pub value: T,
    /// By whom and when.
    pub stamp: Stamp,
}

impl<T: Ord> Register<T> {
    /// Takes a write if it is later, and says whether it did.
    ///
    /// Two tabs of one device may write under one stamp. Then the greater value stays, which is
    /// arbitrary but the same everywhere.
    pub(super) fn join(&mut self, value: T, stamp: Stamp) -> bool {
        let later = (&self.stamp, &self.value) < (&stamp, &value);
        if later {
            *self = Register { value, stamp };
        }
        later
    }
}

/// [`Register::join`] for a register that nobody may have written yet.
pub(super) fn join<T: Ord>(slot: &mut Option<Register<T>>, value: T, stamp: Stamp) -> bool {
    match slot {
        Some(register) => register.join(value, stamp),
        None => {
            *slot = Some(Register { value, stamp });
            true
        }
    }
}

//! Who writes into a book.

use crate::UnitId;

/// The name that a device's user goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Author {
    /// As the user wrote it; empty where nobody said.
    pub name: String,
    /// The unit that the user works in.
    pub unit: Option<UnitId>,
}

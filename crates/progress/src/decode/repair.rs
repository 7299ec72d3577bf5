//! What was set aside, and why.

/// A piece of the file that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The path to where it stood, e.g. `["items", "s2-3", "status"]`.
    pub at: Vec<String>,
    /// Why.
    pub kind: RepairKind,
}

/// Why something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairKind {
    /// This version has no such field.
    UnknownField,
    /// The key is no id of an item, a session, an author or a note.
    BadKey,
    /// The value is of another shape than it should be.
    BadValue,
    /// It is there twice, with different values; the later one counts.
    Repeated,
}

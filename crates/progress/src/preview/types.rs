//! The result of comparing two books.

use std::sync::Arc;

use crate::{Aside, Field, Stamp, Value};
use yaodian_plan::ItemId;

/// How two books differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Only theirs has it; merging adds it.
    pub new: Vec<Difference>,
    /// Theirs is later, and its author is the same or knew ours; merging takes theirs.
    pub newer: Vec<Difference>,
    /// Ours is later in the same way; merging keeps ours.
    pub older: Vec<Difference>,
    /// How many registers have the same value on both sides.
    pub same: usize,
    /// Different authors changed it to different values without knowing of each other. Nobody but the user can say which
    /// of them is right.
    pub conflicts: Vec<Conflict>,
    /// Items of theirs that this plan does not have. They are merged all the same, and kept.
    pub unknown: Vec<ItemId>,
    /// Pieces of theirs that could not be read; they are merged as they are, and kept.
    pub aside: Vec<Aside>,
    /// How much merging would change beside the conflicts.
    pub counts: Counts,
}

/// One register, on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which register; [`field_name`](crate::field_name) is its Chinese name.
    pub field: Field,
    /// What is here, if it was ever written.
    pub mine: Option<Side>,
    /// What the other book has.
    pub theirs: Side,
}

/// One register that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which register.
    pub field: Field,
    /// What is here.
    pub mine: Side,
    /// What the other book has.
    pub theirs: Side,
}

/// A value with who wrote it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The value; its `Display` is Chinese.
    pub value: Arc<Value>,
    /// When and by whom it was first written.
    pub authored: Stamp,
    /// How the author signs.
    pub author_name: String,
}

/// How a conflict is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// What is here stays.
    Mine,
    /// What the other book has replaces it.
    Theirs,
    /// Of two texts of one note: ours stays, theirs becomes a note of its own. Otherwise like [`Choice::Mine`].
    Both,
}

/// How much merging would change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items that would change.
    pub items: usize,
    /// Sessions that would change.
    pub sessions: usize,
    /// Statuses that would change.
    pub statuses: usize,
    /// Days of items that would change.
    pub dates: usize,
    /// Notes that would be added, or be there again.
    pub notes_added: usize,
    /// Notes whose text would change.
    pub notes_edited: usize,
    /// Notes that would be deleted, because theirs deleted them later.
    pub notes_deleted: usize,
}

impl Preview {
    /// Whether everything of theirs is here already.
    pub fn brings_nothing(&self) -> bool {
        self.new.is_empty() && self.newer.is_empty() && self.conflicts.is_empty() && self.aside.is_empty()
    }
}

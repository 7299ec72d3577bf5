//! What a comparison of two books says.

use std::sync::Arc;

use crate::{Aside, Field, Stamp, Value};
use yaodian_plan::ItemId;

/// Two books side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Only theirs has it; importing adds it.
    pub new: Vec<Difference>,
    /// Theirs is later, and its author is the same or knew ours; importing takes theirs.
    pub newer: Vec<Difference>,
    /// Ours is later in the same way; importing keeps ours.
    pub older: Vec<Difference>,
    /// How many registers have the same value on both sides.
    pub same: usize,
    /// Both sides changed it, different authors to different values, and neither knew of the other's. Nobody but the
    /// user can say which of them is right.
    pub conflicts: Vec<Conflict>,
    /// Items of theirs that this plan does not have. They are imported all the same, and kept.
    pub unknown: Vec<ItemId>,
    /// Pieces of theirs that nobody could read; they are imported as they are, and kept.
    pub aside: Vec<Aside>,
    /// What importing would change beside the conflicts, in figures.
    pub counts: Counts,
    /// How many notes would be lost if theirs did not join ours but took its place.
    pub would_lose: usize,
    /// Whether taking its place needs the user's consent, because notes would be lost.
    pub shrink: bool,
}

/// One register, on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which register; [`field_name`](crate::field_name) says it on screen.
    pub field: Field,
    /// What is here, if somebody wrote it.
    pub mine: Option<Side>,
    /// What would come.
    pub theirs: Side,
}

/// One register that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which register.
    pub field: Field,
    /// What is here.
    pub mine: Side,
    /// What would come.
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
    pub who: String,
}

/// How a conflict is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// What is here stays.
    Mine,
    /// What comes replaces it.
    Theirs,
    /// For two texts of one note: ours stays, theirs becomes a note of its own. Otherwise like [`Choice::Mine`].
    Both,
}

/// Figures of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items that would change.
    pub items: usize,
    /// Meetings that would change.
    pub sessions: usize,
    /// Statuses that would change.
    pub statuses: usize,
    /// Days of items that would change.
    pub dates: usize,
    /// Notes that would be added, or come back.
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

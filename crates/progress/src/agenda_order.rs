//! The order of an agenda, as it is recorded.

use std::fmt;
use std::str::FromStr;

use super::NoteId;
use yaodian_plan::ItemId;

/// What an agenda deals with. Written as the item's or the entry's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgendaKey {
    /// An item of the plan.
    Item(ItemId),
    /// What was added for this one session.
    Own(NoteId),
}

impl fmt::Display for AgendaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AgendaKey::Item(id) => id.fmt(f),
            AgendaKey::Own(id) => id.fmt(f),
        }
    }
}

impl FromStr for AgendaKey {
    type Err = ();

    fn from_str(text: &str) -> Result<AgendaKey, ()> {
        match text.parse() {
            Ok(id) => Ok(AgendaKey::Item(id)),
            Err(_) => text.parse().map(AgendaKey::Own),
        }
    }
}

/// The order that somebody gave an agenda, and what is held apart from the meeting. What it names and the session does not
/// have counts for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaOrder {
    /// What stands on the agenda, in order.
    pub agenda: Vec<AgendaKey>,
    /// What is held apart, in order.
    pub apart: Vec<AgendaKey>,
}

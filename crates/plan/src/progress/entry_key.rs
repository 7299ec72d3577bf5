//! The keys under which a book is stored piece by piece.

use std::fmt;
use std::str::FromStr;

use super::{AuthorId, SessionId};
use crate::ItemId;

/// What is stored under one key: an item, a meeting, an author, or what could not be read.
///
/// Written `item/s2-3`, `session/standing_committee-7`, `author/k3f9x2`, `aside`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    /// Everything about one item.
    Item(ItemId),
    /// Everything about one meeting.
    Session(SessionId),
    /// Who one author is.
    Author(AuthorId),
    /// Everything set aside.
    Aside,
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryKey::Item(id) => write!(f, "item/{id}"),
            EntryKey::Session(id) => write!(f, "session/{id}"),
            EntryKey::Author(id) => write!(f, "author/{id}"),
            EntryKey::Aside => f.write_str("aside"),
        }
    }
}

impl FromStr for EntryKey {
    type Err = ();

    fn from_str(text: &str) -> Result<EntryKey, ()> {
        match text.split_once('/') {
            Some(("item", id)) => id.parse().map(EntryKey::Item).map_err(|_| ()),
            Some(("session", id)) => id.parse().map(EntryKey::Session),
            Some(("author", id)) => AuthorId::new(id).map(EntryKey::Author).ok_or(()),
            None if text == "aside" => Ok(EntryKey::Aside),
            _ => Err(()),
        }
    }
}

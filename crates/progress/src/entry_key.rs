//! The keys under which a book is stored, entry by entry.

use std::fmt;
use std::str::FromStr;

use super::{AuthorId, SessionId};
use yaodian_plan::ItemId;

/// The key of an entry: an item, a session, an author, or what could not be read.
///
/// Written `item/s2-3`, `session/standing_committee-7`, `author/k3f9x2`, `aside`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    /// Everything about one item.
    Item(ItemId),
    /// Everything about one session.
    Session(SessionId),
    /// Who one author is.
    Author(AuthorId),
    /// Everything set aside.
    Aside,
}

impl EntryKey {
    /// The object of the file that it is in.
    pub(super) fn group(self) -> &'static str {
        match self {
            EntryKey::Item(_) => "items",
            EntryKey::Session(_) => "sessions",
            EntryKey::Author(_) => "authors",
            EntryKey::Aside => "aside",
        }
    }

    /// Its key in that object.
    pub(super) fn id(self) -> String {
        match self {
            EntryKey::Item(id) => id.to_string(),
            EntryKey::Session(id) => id.to_string(),
            EntryKey::Author(id) => id.as_str().to_owned(),
            EntryKey::Aside => String::new(),
        }
    }

    /// The entry with this key in an object of the file.
    pub(super) fn of(group: &str, id: &str) -> Option<EntryKey> {
        match group {
            "items" => id.parse().ok().map(EntryKey::Item),
            "sessions" => id.parse().ok().map(EntryKey::Session),
            "authors" => AuthorId::new(id).map(EntryKey::Author),
            _ => None,
        }
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // In the singular: one key is one entry.
        match self.group().strip_suffix('s') {
            Some(kind) => write!(f, "{kind}/{}", self.id()),
            None => f.write_str(self.group()),
        }
    }
}

impl FromStr for EntryKey {
    type Err = ();

    fn from_str(text: &str) -> Result<EntryKey, ()> {
        match text.split_once('/') {
            Some((kind, id)) => EntryKey::of(&format!("{kind}s"), id).ok_or(()),
            None if text == "aside" => Ok(EntryKey::Aside),
            None => Err(()),
        }
    }
}

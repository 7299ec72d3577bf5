//! The names of the registers of a book.
//!
//! Merging, undoing, comparing and the history treat all registers alike; with one type for names and one for values each
//! of them is one function instead of one per kind of register.

use std::cmp::Ordering;

use super::{AuthorId, EntryKey, NoteId, SessionId};
use yaodian_plan::ItemId;

/// The name of a register.
///
/// The order is that of the file: item by item, session by session, author by author, and within each of them as
/// listed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// An item's status.
    Status(ItemId),
    /// That an item was put off before it was begun, done or cancelled. While its status says so, this says nothing.
    Moved(ItemId),
    /// An item's day.
    Date(ItemId),
    /// The text of a note on an item.
    Note(ItemId, NoteId),
    /// A session's day.
    SessionDate(SessionId),
    /// When a session begins.
    SessionHour(SessionId),
    /// A session's name.
    SessionName(SessionId),
    /// A session's place.
    SessionPlace(SessionId),
    /// A session's steps.
    SessionSteps(SessionId),
    /// What was added to a session's agenda, beside the items of the plan.
    AgendaEntry(SessionId, NoteId),
    /// The order of a session's agenda.
    AgendaOrder(SessionId),
    /// Who an author is.
    Author(AuthorId),
}

impl Field {
    /// The entry that the register is stored in.
    pub fn entry(self) -> EntryKey {
        match self {
            Field::Status(id) | Field::Moved(id) | Field::Date(id) | Field::Note(id, _) => EntryKey::Item(id),
            Field::SessionDate(id)
            | Field::SessionHour(id)
            | Field::SessionName(id)
            | Field::SessionPlace(id)
            | Field::SessionSteps(id)
            | Field::AgendaEntry(id, _)
            | Field::AgendaOrder(id) => EntryKey::Session(id),
            Field::Author(id) => EntryKey::Author(id),
        }
    }

    /// The kind of register, to filter by.
    pub fn kind(self) -> FieldKind {
        match self {
            Field::Status(_) | Field::Moved(_) => FieldKind::Status,
            Field::Date(_) => FieldKind::Date,
            Field::Note(..) => FieldKind::Note,
            Field::Author(_) => FieldKind::Author,
            _ => FieldKind::Session,
        }
    }

    /// Its name within its entry; an author has only one register, without a name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Field::Status(_) => "status",
            Field::Moved(_) => "moved",
            Field::Date(_) | Field::SessionDate(_) => "date",
            Field::Note(..) => "notes",
            Field::SessionHour(_) => "hour",
            Field::SessionName(_) => "name",
            Field::SessionPlace(_) => "place",
            Field::SessionSteps(_) => "steps",
            Field::AgendaEntry(..) => "agenda",
            Field::AgendaOrder(_) => "order",
            Field::Author(_) => "",
        }
    }

    fn rank(self) -> u8 {
        match self {
            Field::Status(_) | Field::SessionDate(_) | Field::Author(_) => 0,
            Field::Moved(_) | Field::SessionHour(_) => 1,
            Field::Date(_) | Field::SessionName(_) => 2,
            Field::Note(..) | Field::SessionPlace(_) => 3,
            Field::SessionSteps(_) => 4,
            Field::AgendaEntry(..) => 5,
            Field::AgendaOrder(_) => 6,
        }
    }

    /// The item that it belongs to, if any.
    pub fn item(self) -> Option<ItemId> {
        match self.entry() {
            EntryKey::Item(id) => Some(id),
            _ => None,
        }
    }

    /// Which one it is where an entry has several of its kind: notes, and what was added to an agenda.
    pub(super) fn one_of_several(self) -> Option<NoteId> {
        match self {
            Field::Note(_, id) | Field::AgendaEntry(_, id) => Some(id),
            _ => None,
        }
    }

    /// The note whose text it is, if it is one.
    pub fn note(self) -> Option<NoteId> {
        match self {
            Field::Note(_, id) => Some(id),
            _ => None,
        }
    }
}

impl Ord for Field {
    fn cmp(&self, other: &Field) -> Ordering {
        let entries = self.entry().cmp(&other.entry());
        entries
            .then_with(|| self.rank().cmp(&other.rank()))
            .then_with(|| self.one_of_several().cmp(&other.one_of_several()))
    }
}

impl PartialOrd for Field {
    fn partial_cmp(&self, other: &Field) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A kind of register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKind {
    /// 进展.
    Status,
    /// 日期.
    Date,
    /// 记录.
    Note,
    /// 会次.
    Session,
    /// 填报人.
    Author,
}

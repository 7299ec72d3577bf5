//! A name for every register of a book, and one type for all their values.
//!
//! Merging, undoing, previewing and telling the history all treat registers alike; with one name and one
//! value type each of them is one function instead of one per kind of register.

use std::cmp::Ordering;
use std::mem::discriminant;

use chrono::NaiveDate;

use super::{Author, AuthorId, EntryKey, Hour, NoteId, Recorded, SessionId, Step};
use yaodian_plan::{ItemId, Month};

/// Which register of a book.
///
/// The order is that of the file: item by item, meeting by meeting, author by author, and within each of them as
/// listed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// An item's status.
    Status(ItemId),
    /// The month that an item was put off to last. It stays when something else is recorded afterwards.
    Moved(ItemId),
    /// An item's day.
    Date(ItemId),
    /// The text of a note on an item.
    Note(ItemId, NoteId),
    /// A meeting's day.
    SessionDate(SessionId),
    /// When a meeting begins.
    SessionHour(SessionId),
    /// A meeting's name.
    SessionName(SessionId),
    /// A meeting's place.
    SessionPlace(SessionId),
    /// A meeting's steps.
    SessionSteps(SessionId),
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
            | Field::SessionSteps(id) => EntryKey::Session(id),
            Field::Author(id) => EntryKey::Author(id),
        }
    }

    /// The kind of register, to filter by.
    pub fn kind(self) -> Kind {
        match self {
            Field::Status(_) | Field::Moved(_) => Kind::Status,
            Field::Date(_) => Kind::Date,
            Field::Note(..) => Kind::Note,
            Field::Author(_) => Kind::Author,
            _ => Kind::Session,
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
        }
    }

    /// The item that it belongs to.
    pub fn item(self) -> Option<ItemId> {
        match self.entry() {
            EntryKey::Item(id) => Some(id),
            _ => None,
        }
    }

    /// The note that it is.
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
        entries.then_with(|| self.rank().cmp(&other.rank())).then_with(|| self.note().cmp(&other.note()))
    }
}

impl PartialOrd for Field {
    fn partial_cmp(&self, other: &Field) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A kind of register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
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

/// The value of a register, written or to be written.
///
/// Values are compared by their written form: only the writers of two books have to agree on an order, and
/// comparing texts is one comparison instead of one for every type below.
#[derive(Debug)]
pub enum Value {
    /// Of [`Field::Status`].
    Status(Recorded),
    /// Of [`Field::Moved`].
    Month(Option<Month>),
    /// Of [`Field::Date`] and [`Field::SessionDate`].
    Date(Option<NaiveDate>),
    /// Of [`Field::SessionHour`].
    Hour(Option<Hour>),
    /// Of [`Field::Note`].
    Note(Option<String>),
    /// Of [`Field::SessionName`] and [`Field::SessionPlace`].
    Text(String),
    /// Of [`Field::SessionSteps`].
    Steps(Option<Vec<Step>>),
    /// Of [`Field::Author`].
    Author(Author),
}

impl Value {
    /// The value that stands for a register that nobody wrote: it shows the same on every screen.
    pub fn blank(field: Field) -> Value {
        match field {
            Field::Status(_) => Value::Status(Recorded::default()),
            Field::Moved(_) => Value::Month(None),
            Field::Date(_) | Field::SessionDate(_) => Value::Date(None),
            Field::SessionHour(_) => Value::Hour(None),
            Field::Note(..) => Value::Note(None),
            Field::SessionName(_) | Field::SessionPlace(_) => Value::Text(String::new()),
            Field::SessionSteps(_) => Value::Steps(None),
            Field::Author(_) => Value::Author(Author::default()),
        }
    }
}

impl Value {
    /// Whether it is of the type that a register takes.
    pub(super) fn fits(&self, field: Field) -> bool {
        discriminant(self) == discriminant(&Value::blank(field))
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Value) -> Ordering {
        self.to_json().cmp(&other.to_json())
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Value) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value {}

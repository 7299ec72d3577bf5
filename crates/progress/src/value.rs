//! The values of registers.

use std::mem::discriminant;

use chrono::NaiveDate;

use super::{AgendaOrder, Author, Field, Hour, Step};
use yaodian_plan::Month;
use yaodian_plan::query::Status;

/// The value of a register, written or to be written.
///
/// Values are compared by their written form (see `encode`): only the writers of two books have to agree on an order, and
/// comparing texts is one comparison instead of one for every type below.
#[derive(Debug)]
pub enum Value {
    /// Of [`Field::Status`].
    Status(RecordedStatus),
    /// Of [`Field::Moved`]; `None` if it was taken back.
    Moved(Option<Moved>),
    /// Of [`Field::SessionHour`]; `None` if it was taken back.
    Hour(Option<Hour>),
    /// Of [`Field::Date`] and [`Field::SessionDate`]; `None` if it was taken back.
    Date(Option<NaiveDate>),
    /// Of [`Field::Note`]; `None` if it was deleted.
    Note(Option<String>),
    /// Of [`Field::SessionName`] and [`Field::SessionPlace`]; empty if it was taken back.
    Text(String),
    /// Of [`Field::SessionSteps`]; `None` for the usual steps.
    Steps(Option<Vec<Step>>),
    /// Of [`Field::AgendaEntry`]; `None` if it was taken off.
    Entry(Option<String>),
    /// Of [`Field::AgendaOrder`]; `None` for the usual order.
    Order(Option<AgendaOrder>),
    /// Of [`Field::Author`].
    Author(Author),
}

/// A status and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordedStatus {
    /// `None` if the recorded status was cleared: then the document's own applies again.
    pub status: Option<Status>,
    /// In the user's words, e.g. why it was postponed; may be empty.
    pub reason: String,
}

/// That an item was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// To which month.
    pub to: Month,
    /// The day on which that was recorded.
    pub since: NaiveDate,
}

impl Value {
    /// The value that a register has as long as nobody has written it: it looks the same on every screen.
    pub fn blank(field: Field) -> Value {
        match field {
            Field::Status(_) => Value::Status(RecordedStatus::default()),
            Field::Moved(_) => Value::Moved(None),
            Field::SessionHour(_) => Value::Hour(None),
            Field::Date(_) | Field::SessionDate(_) => Value::Date(None),
            Field::Note(..) => Value::Note(None),
            Field::SessionName(_) | Field::SessionPlace(_) => Value::Text(String::new()),
            Field::SessionSteps(_) => Value::Steps(None),
            Field::AgendaEntry(..) => Value::Entry(None),
            Field::AgendaOrder(_) => Value::Order(None),
            Field::Author(_) => Value::Author(Author::default()),
        }
    }

    /// Whether it is of the type that a register takes.
    pub(super) fn fits(&self, field: Field) -> bool {
        discriminant(self) == discriminant(&Value::blank(field))
    }
}

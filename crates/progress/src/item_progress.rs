//! What is recorded about one item.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Field, NoteId, RecordedStatus, Register, Stamp, Value};
use yaodian_plan::query::Status;

/// Everything recorded about one item.
#[derive(Clone, Copy, Debug)]
pub struct ItemProgress<'a> {
    pub(super) registers: &'a [Arc<Register>],
}

impl<'a> ItemProgress<'a> {
    /// The status with its reason, if one was ever recorded.
    pub fn recorded(self) -> Option<&'a RecordedStatus> {
        self.registers.iter().find_map(|register| match &*register.value {
            Value::Status(recorded) => Some(recorded),
            _ => None,
        })
    }

    /// The recorded status, unless there is none or it was cleared.
    pub fn status(self) -> Option<Status> {
        self.recorded()?.status
    }

    /// The reason of the status; may be empty.
    pub fn reason(self) -> &'a str {
        self.recorded().map_or("", |recorded| &recorded.reason)
    }

    /// The recorded day.
    pub fn date(self) -> Option<NaiveDate> {
        self.registers.iter().find_map(|register| match *register.value {
            Value::Date(date) => date,
            _ => None,
        })
    }

    /// When and by whom the value was first written that was put in place last, whatever that is.
    pub fn latest(self) -> Option<Stamp> {
        let last = self.registers.iter().max_by_key(|register| register.stamp);
        last.map(|register| register.authored())
    }

    /// The notes that were not deleted, oldest first.
    pub fn live_notes(self) -> impl DoubleEndedIterator<Item = (NoteId, &'a str)> {
        self.registers.iter().filter_map(|register| match (register.field, &*register.value) {
            (Field::Note(_, id), Value::Note(Some(text))) => Some((id, text.as_str())),
            _ => None,
        })
    }
}

//! What is recorded about one item.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Field, Register, Stamp, Value};
use yaodian_plan::fnv::fnv1a_32;
use yaodian_plan::query::Status;

/// Everything recorded about one item.
#[derive(Clone, Copy, Debug)]
pub struct ItemProgress<'a> {
    pub(super) registers: &'a [Arc<Register>],
}

impl<'a> ItemProgress<'a> {
    /// 进展 with its reason, where somebody recorded it.
    pub fn recorded(self) -> Option<&'a Recorded> {
        self.registers.iter().find_map(|register| match &*register.value {
            Value::Status(recorded) => Some(recorded),
            _ => None,
        })
    }

    /// The recorded status, where there is one and it was not cleared.
    pub fn status(self) -> Option<Status> {
        self.recorded()?.status
    }

    /// Why the status is what it is; empty where nobody said.
    pub fn reason(self) -> &'a str {
        self.recorded().map_or("", |recorded| &recorded.reason)
    }

    /// The day, where there is one.
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

/// A status and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// `None`: the recorded status was cleared, the document's own stands again.
    pub status: Option<Status>,
    /// In the user's words, e.g. why it was postponed; may be empty.
    pub reason: String,
}

/// Identity of a note (记录, a dated remark): the stamp of its creation, and a digest of its first text.
///
/// The digest keeps two notes apart that two tabs of one device write under the same stamp.
/// Written `1690000000000-4-k3f9x2-1a2b3c4d`. The order is that of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId {
    /// When and by whom it was written.
    pub created: Stamp,
    digest: u32,
}

impl NoteId {
    /// The identity of a note that is first written now.
    pub fn new(created: Stamp, text: &str) -> NoteId {
        // It only has to tell apart what one person writes within one millisecond.
        NoteId { created, digest: fnv1a_32(text) }
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:08x}", self.created, self.digest)
    }
}

impl FromStr for NoteId {
    type Err = ();

    fn from_str(text: &str) -> Result<NoteId, ()> {
        // The dash and the eight digits of the digest.
        let (created, digest) =
            text.len().checked_sub(9).and_then(|at| text.split_at_checked(at)).ok_or(())?;
        let digest = digest.strip_prefix('-').ok_or(())?;
        Ok(NoteId { created: created.parse()?, digest: u32::from_str_radix(digest, 16).map_err(|_| ())? })
    }
}

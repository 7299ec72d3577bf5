//! What is recorded about one item.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{Register, Stamp};
use crate::query::Status;

/// Everything recorded about one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemProgress {
    /// 进展, where somebody recorded it.
    pub status: Option<Register<Recorded>>,
    /// The day it takes place, where somebody set it; `None` inside is a day that was taken back.
    pub date: Option<Register<Option<NaiveDate>>>,
    /// 记录, oldest first, deleted ones included.
    pub notes: BTreeMap<NoteId, Note>,
}

impl ItemProgress {
    /// The recorded status, where there is one and it was not cleared.
    pub fn status(&self) -> Option<Status> {
        self.status.as_ref().and_then(|register| register.value.status)
    }

    /// Why the status is what it is; empty where nobody said.
    pub fn reason(&self) -> &str {
        self.status.as_ref().map_or("", |register| &register.value.reason)
    }

    /// The day, where there is one.
    pub fn date(&self) -> Option<NaiveDate> {
        self.date.as_ref().and_then(|register| register.value)
    }

    /// The notes that were not deleted, oldest first.
    pub fn live_notes(&self) -> impl DoubleEndedIterator<Item = (NoteId, &str)> {
        self.notes.iter().filter_map(|(id, note)| note.text.value.as_deref().map(|text| (*id, text)))
    }
}

/// A status and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recorded {
    /// `None`: the recorded status was cleared, the document's own stands again.
    pub status: Option<Status>,
    /// In the user's words, e.g. why it was postponed; may be empty.
    pub reason: String,
}

/// 记录: a dated remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its text; `None` once it was deleted, so that the deletion reaches other copies.
    pub text: Register<Option<String>>,
}

/// Identity of a note: the stamp of its creation, and a digest of its first text.
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
        // FNV-1a: short, and only has to tell apart what one person writes within one millisecond.
        let mix = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        NoteId { created, digest: text.as_bytes().iter().fold(0x811c_9dc5, mix) }
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
        let (created, digest) = text.rsplit_once('-').ok_or(())?;
        if digest.len() != 8 {
            return Err(());
        }
        Ok(NoteId { created: created.parse()?, digest: u32::from_str_radix(digest, 16).map_err(|_| ())? })
    }
}

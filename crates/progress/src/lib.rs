//! 进展台账: everything that the user adds to one plan.
//!
//! A book is a set of registers. Each holds one value and the stamp of the write that put it there, and
//! the later write wins wherever two copies meet: merging is commutative, associative and idempotent, so
//! tabs, files and devices converge in whatever order they meet. Nothing here reads a clock or
//! makes up an identity; both come in as arguments.
//!
//! - `stamp`: who wrote when. `clock`: a source of stamps that never goes back.
//! - `register`: a named value with the stamp of its last write.
//! - `item`, `session`, `author`: what a book holds, as the views read it.
//! - `field`: a name for every register and one type for all values. `entry_key`: the keys of a storage.
//! - `cells`: reading and joining any register by its name; everything below is built on it.
//! - `action`: what the user does. `undo`: how it is taken back. `describe`: how it is said.
//! - `merge`, `preview`, `choose`: what happens when two copies meet.
//! - `json`, `path`, `encode`, `decode`, `migrate`: the file format.
//! - `reading`, `history`, `bulletin`, `days`, `preparing`: what the views ask.

mod actions;
mod author;
mod backups;
mod both;
mod bulletin;
mod cells;
mod choose;
mod clock;
mod days;
mod decode;
mod describe;
mod drafts;
mod encode;
mod entries;
mod entry_key;
mod field;
mod history;
mod item;
mod json;
mod line;
mod merge;
mod migrate;
mod path;
mod preparing;
mod preview;
mod reading;
mod register;
mod session;
mod stamp;
mod texts;
mod undo;
mod writes;

use std::sync::Arc;

pub use author::{Author, AuthorId};
pub use backups::Backups;
pub use bulletin::{Bulletin, BulletinLine, UnitBulletin, bulletin, bulletin_title};
pub use choose::{Choices, NotMerged, merge_shown};
pub use clock::Clock;
pub use days::{Day, days_of};
pub use decode::{DecodeError, Decoded, Repair, RepairKind, decode, parse_day};
pub use describe::{InWords, describe, describe_all, field_name, value_in_words};
pub use drafts::{Draft, draft_of_item, draft_of_note, draft_of_status, is_draft, merge_saved, merge_typed};
pub use encode::{FileHead, encode, encode_entry};
pub use entries::{Stored, UNREADABLE_PREFIX, merge_stored, read_entries, read_entry};
pub use entry_key::EntryKey;
pub use field::{Field, Kind, Value};
pub use history::{Entry, HistoryFilter, history, written_months};
pub use item::{ItemProgress, NoteId, Recorded};
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES};
pub use line::{FARTHEST_DAYS, Line};
pub use migrate::VERSION;
pub use preparing::{DueStep, SOON, due_steps};
pub use preview::{Choice, Conflict, Counts, Difference, Preview, Side, preview, would_lose};
pub use register::Register;
pub use session::{SessionId, SessionProgress, Step, days_to_go, default_steps, overdue};
pub use stamp::{MAX_AT, Stamp, china_time};
pub use texts::{IN_LINE, NEW_LINE, merge_texts};
pub use undo::{Action, Change, UndoStack, Undone, changed_entries};
pub use writes::{Write, new_note};

/// Everything that was recorded about one plan.
///
/// The fields are there to be read. Whatever changes them goes through the actions, which never let a
/// write lose against what it was meant to replace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressBook {
    /// The id of the plan that the book belongs to.
    pub plan: String,
    /// What was written, in the order of the fields. One flat list instead of a map for each kind of thing:
    /// every type of map is some kilobytes in the page.
    registers: Vec<Arc<Register>>,
    /// The latest write of each author that was ever in the book, though another may have replaced it since.
    /// In the order of the authors.
    ///
    /// Books travel whole, so one that has seen a write has seen those of the same author before it. That
    /// tells a sequel, written by somebody who knew what was there, from two people changing the same thing.
    pub seen: Vec<Stamp>,
    /// What could not be read, kept and written out again. In order, each piece once.
    pub aside: Vec<Aside>,
}

/// A piece of a file that this version cannot read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Where it stood, e.g. `["items", "s2-3", "status"]`.
    pub at: Vec<String>,
    /// Its JSON text.
    pub text: String,
}

impl ProgressBook {
    /// An empty book for a plan.
    pub fn new(plan: impl Into<String>) -> ProgressBook {
        ProgressBook { plan: plan.into(), ..ProgressBook::default() }
    }

    /// Whether nothing was ever recorded; a deleted note is something.
    pub fn is_empty(&self) -> bool {
        self.registers.is_empty() && self.aside.is_empty()
    }
}

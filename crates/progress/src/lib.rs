//! 进展台账: everything that users record about one plan.
//!
//! A book is a set of registers. Each holds one value and the stamp of the write that put it there, and of two copies of a
//! register the one with the later stamp wins. So merging is commutative, associative and idempotent: tabs, files and
//! devices come to the same book in whatever order they are merged. Nothing here reads a clock or draws a random number;
//! times and ids are arguments.
//!
//! - `stamp`: who wrote when, a total order. `clock`: stamps that always rise.
//! - `field`: the name of every register. `value`: one type for all values. `register`: both, with a stamp.
//! - `book`: all registers of a plan. `entry_key`: the keys under which a book is stored piece by piece.
//! - `note`, `session`, `agenda_order`, `hour`, `author`: what values are made of. `agenda`: what a session deals with. `item_progress`, `session_progress`: what is recorded about
//!   an item and a session. `states`: how every item is at a moment. `queries`, `history`, `bulletin`, `days`, `due_steps`: what the views ask.
//! - `writes`: what the user's actions write. `actions`, `change`, `undo`: writing it, and taking it back. `describe`: all of
//!   it in Chinese.
//! - `merge`, `merge_with_choices`, `preview`: two books of one plan.
//! - `encode`, `decode`, `migrate`, `path`, `json`: the file format. `entries`, `drafts`: what the browser stores. `backups`:
//!   when to remind of a backup.

mod actions;
mod agenda;
mod agenda_order;
mod author;
mod backups;
mod book;
mod both;
mod bulletin;
mod change;
mod clock;
mod days;
mod decode;
mod describe;
mod drafts;
mod due_steps;
mod encode;
mod entries;
mod entry_key;
mod field;
mod history;
mod hour;
mod item_progress;
mod json;
mod line;
mod merge;
mod merge_drafts;
mod merge_shown;
mod migrate;
mod note;
mod path;
mod preview;
mod queries;
mod register;
mod renamed;
mod session;
mod session_progress;
mod stamp;
mod states;
mod texts;
mod undo;
mod value;
mod writes;

pub use agenda::{AgendaLine, SessionAgenda};
pub use agenda_order::{AgendaKey, AgendaOrder};
pub use author::{Author, AuthorId};
pub use backups::Backups;
pub use book::{Aside, ProgressBook};
pub use bulletin::{Bulletin, BulletinLine, UnitBulletin, bulletin, bulletin_title};
pub use change::{Change, changed_entries};
pub use clock::Clock;
pub use days::{Day, days_of};
pub use decode::{DecodeError, Decoded, Repair, RepairKind, decode, file_text, parse_day};
pub use describe::{ChineseDate, describe, describe_all, field_name, short_day, value_in_words};
pub use drafts::{Draft, draft_of_agenda, draft_of_item, draft_of_note, draft_of_status, is_draft};
pub use due_steps::{DueStep, SOON_DAYS, due_steps, sessions_ahead, steps_in_month};
pub use encode::{FileHead, encode, encode_entry};
pub use entries::{Stored, UNREADABLE_PREFIX, merge_stored, read_entries, read_entry};
pub use entry_key::EntryKey;
pub use field::{Field, FieldKind};
pub use history::{HistoryEntry, HistoryFilter, history, written_months};
pub use hour::Hour;
pub use item_progress::ItemProgress;
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES};
pub use line::{FARTHEST_DAYS, Line};
pub use merge_drafts::{merge_saved, merge_typed};
pub use merge_shown::{Choices, NotMerged, merge_shown};
pub use migrate::VERSION;
pub use note::NoteId;
pub use preview::{Choice, Conflict, Counts, Difference, Preview, Side, count_lost_notes, preview};
pub use register::Register;
pub use renamed::renamed_entries;
pub use session::{SessionId, Step, days_until, default_steps, is_overdue};
pub use session_progress::SessionProgress;
pub use stamp::{MAX_AT, Stamp, china_time};
pub use states::{Dated, Finished, Known, States};
pub use texts::{IN_LINE, NEW_LINE, merge_texts};
pub use undo::{Action, UndoOutcome, UndoStack};
pub use value::{Moved, RecordedStatus, Value};
pub use writes::{Write, new_agenda_entry, new_note};

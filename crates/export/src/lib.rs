//! 导出: a plan, with what was recorded about it, for other programs.
//!
//! Such programs act on what they read: a spreadsheet computes a cell that begins with `=`, a calendar treats a line as
//! an instruction. So every text is written by `csv` or `ics`, which escape it, and what is exported is kept apart from how
//! it is written.
//!
//! - `facts`: what is said about an item. `table`: items as rows. `csv`: writing rows.
//! - `calendar`: a calendar as a file. `events`: items and sessions as events. `ics`: writing events.

mod calendar;
mod csv;
mod events;
mod facts;
mod ics;
mod plain;
mod table;

pub use calendar::{Calendar, CalendarScope, calendar, calendar_after};
pub use facts::{Facts, facts};
pub use plain::plain_text;
pub use table::table;

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
mod table;

pub use calendar::{Calendar, CalendarScope, calendar, calendar_after};
pub use facts::{Facts, facts};
pub use table::table;

/// A text without control characters: a line break is always `\n`, a tab becomes a space, and all others are removed.
pub fn plain_text(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            char if char.is_control() => {}
            char => out.push(char),
        }
    }
    out
}

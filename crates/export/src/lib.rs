//! 导出: a plan, with what was recorded about it, for other programs.
//!
//! Such programs act on what they read: a spreadsheet computes a cell that begins with `=`, a calendar takes a line for
//! an instruction. So whatever anybody typed passes through `csv` or `ics`, which let text be nothing but text, and
//! what to tell stands apart from how it is written.
//!
//! - `table`: items as rows. `csv`: how rows are written.
//! - `calendar`: items and meetings as events. `ics`: how events are written.

mod calendar;
mod csv;
mod ics;
mod table;

pub use calendar::{Calendar, Dates, calendar};
pub use table::table;

/// A text as other programs can take it: a line break is always `\n`, a tab is a space, and what only controls
/// terminals is gone.
fn plain(text: &str) -> String {
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

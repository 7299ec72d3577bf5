//! What is handed to other programs: text stays text, and every reader gets the same.

mod arranged;
mod calendar_file;
mod calendars;
mod golden;
mod later_calendars;
#[path = "../../../progress/tests/progress/support.rs"]
#[allow(dead_code, reason = "shared with the tests of progress")]
mod support;
mod tables;

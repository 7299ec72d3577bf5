//! What is handed to other programs: text stays text, and every reader gets the same.

mod calendars;
mod golden;
#[path = "../../../progress/tests/progress/support.rs"]
#[allow(dead_code, reason = "shared with the tests of progress")]
mod support;
mod tables;

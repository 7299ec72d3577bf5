//! Workbooks, read again by the reader of workbooks.

mod forms;
mod ledger;
#[path = "../../../progress/tests/progress/support.rs"]
#[allow(dead_code, reason = "shared with the tests of progress")]
mod support;

//! A clause without its due times and its meeting.

use super::super::text::{brackets, without_brackets};
use super::super::time::{self, Reading};
use super::meeting;
use super::pieces::clauses;
use super::wording::compact_start;

/// Takes due times out of a clause; what is left.
pub(super) fn take_times(clause: &str, year: i32, times: &mut Vec<(Reading, String)>) -> String {
    let mut left = String::new();
    let mut from = 0;
    for found in time::find(clause, year) {
        left.push_str(clause.get(from..found.range.start).unwrap_or_default());
        times.push((found.reading, clause.get(found.months.clone()).unwrap_or_default().to_owned()));
        from = found.range.end;
    }
    left.push_str(clause.get(from..).unwrap_or_default());
    left
}

/// A clause without its due times and its meeting.
pub(super) struct Stripped {
    pub(super) left: String,
    pub(super) times: Vec<(Reading, String)>,
    pub(super) mention: Option<meeting::Mention>,
}

/// Takes due times and the meeting out of a clause. A time may be due by the meeting that follows it, or by what
/// follows the meeting.
pub(super) fn strip(clause: &str, year: i32) -> Stripped {
    let Some(mention) = meeting::find(clause) else {
        let mut times = Vec::new();
        let left = take_times(clause, year, &mut times);
        return Stripped { left, times, mention: None };
    };
    let before = clause.get(..mention.range.start).unwrap_or_default();
    let after = clause.get(mention.range.end..).unwrap_or_default();
    let due = |found: &time::InText| found.range.end <= mention.range.start;
    let first = time::find(clause, year).into_iter().find(due);
    if let Some(found) = first {
        let months = clause.get(found.months.clone()).unwrap_or_default().to_owned();
        let head = before.get(..found.range.start).unwrap_or_default();
        let between = before.get(found.range.end..).unwrap_or_default();
        let mut times = vec![(found.reading, months)];
        let left = format!("{head}{between}{}", take_times(after, year, &mut times));
        return Stripped { left, times, mention: Some(mention) };
    }
    let mut times = Vec::new();
    let left = take_times(&format!("{before}{after}"), year, &mut times);
    Stripped { left, times, mention: Some(mention) }
}

/// The meeting that a clause says is held, without its times.
pub(super) fn held_meeting(text: &str, year: i32) -> Option<String> {
    let held = |clause: &&str| meeting::find(clause).is_some_and(|mention| mention.held);
    let left = take_times(clauses(text).into_iter().find(held)?, year, &mut Vec::new());
    // 召开主席团会议（扩大会议）.
    let called = brackets(&left).iter().all(|(_, inner)| inner.ends_with('会') || inner.ends_with("会议"));
    Some(compact_start(&if called { left } else { without_brackets(&left) }))
}

//! What the title of a task says beside what is to be done.

use super::super::tables::{Layout, Role};
use super::super::text::{brackets, trim};
use super::super::time::Reading;
use super::signals::Signals;

/// What a title says beside what is to be done.
#[derive(Clone, Debug, Default)]
pub struct OfTitle {
    /// The title without it, where it said something.
    pub title: Option<String>,
    pub units: Option<String>,
    pub time: Option<(Reading, String)>,
    /// The meeting that the last bracket names and nothing else: 听取某报告（常委会）.
    pub meeting: Option<String>,
}

/// What a text says of who and when, if it says both and nothing else: 城环委，4月.
pub fn units_and_times(text: &str, year: i32) -> Option<(String, Vec<String>)> {
    let mut signals = Signals::default();
    // 教科委（6月底前）.
    let apart =
        brackets(text).pop().filter(|(range, _)| range.end == text.len()).is_some_and(|(range, inner)| {
            let head = text.get(..range.start).unwrap_or_default();
            signals.take(head, year) && signals.take(inner, year)
        });
    let both = (apart || signals.take(text, year)) && !signals.units.is_empty() && !signals.times.is_empty();
    both.then(|| (signals.units.join("，"), signals.times.into_iter().map(|(_, text)| text).collect()))
}

/// Reads the last bracket of a task that stands where no column says when or who.
pub fn of_task(title: &str, year: i32) -> OfTitle {
    let Some((range, inner)) = brackets(title).pop().filter(|(range, _)| range.end == title.len()) else {
        return OfTitle::default();
    };
    let mut signals = Signals::default();
    if !signals.take(inner, year) || !signals.meetings.is_empty() || !signals.joint.is_empty() {
        return OfTitle::default();
    }
    OfTitle {
        units: (!signals.units.is_empty()).then(|| signals.units.join("，")),
        time: signals.times.into_iter().next(),
        title: title.get(..range.start).map(|title| trim(title).to_owned()).filter(|title| !title.is_empty()),
        meeting: None,
    }
}

/// Reads the last bracket of a title, as far as the table has no column for what stands there. `unsaid`:
/// there is a column for units, and the row's cell is empty.
pub fn of_title(title: &str, layout: &Layout, unsaid: bool, year: i32) -> OfTitle {
    let wants_units = unsaid || !layout.names_units();
    let Some((range, inner)) = brackets(title).pop().filter(|(range, _)| range.end == title.len()) else {
        return OfTitle::default();
    };
    let mut signals = Signals::default();
    let head = title.get(..range.start).map(|title| trim(title).to_owned()).filter(|title| !title.is_empty());
    let meetings = |column: &Role| matches!(column, Role::Meeting(_) | Role::MeetingName);
    if !layout.columns.iter().any(|column| meetings(&column.role))
        && signals.take(inner, year)
        && signals.times.is_empty()
        && signals.units.is_empty()
        && signals.joint.is_empty()
        && let [meeting] = signals.meetings.as_slice()
    {
        return OfTitle { title: head, meeting: Some(meeting.clone()), ..OfTitle::default() };
    }
    signals = Signals::default();
    if !wants_units || !signals.take(inner, year) || signals.units.is_empty() || !signals.meetings.is_empty()
    {
        return OfTitle::default();
    }
    let wants_time = layout.at(&Role::Time).is_none();
    if !signals.times.is_empty() && !wants_time {
        return OfTitle::default();
    }
    OfTitle {
        units: Some(signals.units.join("，")),
        time: signals.times.into_iter().next(),
        title: head,
        meeting: None,
    }
}

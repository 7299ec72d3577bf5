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

/// What the last bracket of a title says and nothing else, and the title without it. What has no place stays in it.
fn behind(title: &str, year: i32) -> Option<(Option<String>, Signals)> {
    let (range, inner) = brackets(title).pop().filter(|(range, _)| range.end == title.len())?;
    let mut said = Signals::default();
    let taken = said.take(inner, year);
    let whole = said.others.is_empty() && said.leaders.is_empty();
    let head = title.get(..range.start).map(trim).filter(|head| whole && !head.is_empty());
    taken.then(|| (head.map(str::to_owned), said))
}

/// Reads the last bracket of a task that stands where no column says when or who.
pub fn of_task(title: &str, year: i32) -> OfTitle {
    let Some((title, said)) = behind(title, year).filter(|(_, said)| said.meetings.is_empty()) else {
        return OfTitle::default();
    };
    let units = said.whole_units();
    OfTitle { title, units, time: said.times.into_iter().next(), meeting: None }
}

/// Reads the last bracket of a title, as far as the table has no column for what stands there. `unsaid`:
/// there is a column for units, and the row's cell is empty.
pub fn of_title(title: &str, layout: &Layout, unsaid: bool, year: i32) -> OfTitle {
    let wants_units = unsaid || !layout.names_units();
    let Some((title, said)) = behind(title, year) else { return OfTitle::default() };
    let units = said.whole_units();
    let meetings = |column: &Role| matches!(column, Role::Meeting(_) | Role::MeetingName);
    let asked = layout.columns.iter().any(|column| meetings(&column.role));
    if units.is_none()
        && !asked
        && said.times.is_empty()
        && let [meeting] = said.meetings.as_slice()
    {
        return OfTitle { title, meeting: Some(meeting.clone()), ..OfTitle::default() };
    }
    let wants_time = layout.at(&Role::Time).is_none();
    if !wants_units || units.is_none() || !said.meetings.is_empty() || (!said.times.is_empty() && !wants_time)
    {
        return OfTitle::default();
    }
    OfTitle { title, units, time: said.times.into_iter().next(), meeting: None }
}

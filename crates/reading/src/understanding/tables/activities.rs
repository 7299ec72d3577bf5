//! A row of a month, a column of a meeting or of a kind of activity: the tasks of each cell.

use super::super::making::{Found, Making};
use super::super::meetings::Goes;
use super::super::remarks::{Cause, Spot};
use super::super::sentences::{in_title, meeting_in_heading};
use super::layout::{Layout, Role};
use super::marks::{Tick, tick};
use super::numbering::{Group, Serial};
use super::own_period::{own_period, within_row};
use super::rows::{Entry, EntryKind, Facts};
use super::tasks;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Basis, Extra, Month, Period};

/// A cell: the column's heading, whether it is a meeting's, and its text.
struct Cell {
    heading: String,
    meeting: bool,
    text: String,
}

/// Reads the cells of each month.
pub async fn read(rows: Vec<Entry>, layout: &Layout, making: &mut Making<'_>, pace: &Pace) {
    let total = rows.len();
    for (at, Entry { spot, kind, .. }) in rows.into_iter().enumerate() {
        pace.tick(Stage::Items, at, total).await;
        let EntryKind::Item(facts) = kind else { continue };
        row(*facts, &spot, layout, making);
    }
}

fn row(facts: Facts, spot: &Spot, layout: &Layout, making: &mut Making<'_>) {
    let (period, printed) = match (facts.times.first(), &facts.above) {
        (Some(cell), _) => making.time(cell, layout.bare_months, spot),
        (None, Some(above)) => above.clone(),
        (None, None) => (Period::Unscheduled, String::new()),
    };
    if period == Period::Unscheduled {
        making.out.say(Cause::NoMonth, spot, &printed, "");
    }
    for Cell { heading, meeting, text } in cells(&facts, layout) {
        let mut goes = Goes::default();
        if meeting {
            making.meetings.ticked(&mut goes, &heading, "√", spot, making.out);
        }
        for task in tasks_of(&text) {
            let spot = Spot { place: spot.place.clone(), file: spot.file, line: spot.line };
            let (period, period_text) = own_period(&task.title, period, &printed, &spot, making);
            let own = in_title::of_task(&task.title, making.year);
            let (period, period_text) = match &own.time {
                Some((reading, said)) => {
                    within_row((reading.period, said), (period, &period_text), &spot, making)
                }
                None => (period, period_text),
            };
            let who = making.units.read(own.units.as_deref().unwrap_or(&facts.lead), Basis::Stated);
            let kept = (!meeting).then(|| Extra { heading: super::KIND.to_owned(), text: heading.clone() });
            let found = Found {
                serial: None,
                title: own.title.unwrap_or_else(|| task.title.clone()),
                who,
                period,
                period_text,
                goes: goes.clone(),
                remark: None,
                reported: None,
                extras: kept.into_iter().collect(),
                line: spot.line,
                spot,
                text: task.text,
            };
            let month = period.months().map_or(Month::DECEMBER, |(month, _)| month);
            making.add(Group::Month(month), Serial::None, found);
        }
    }
}

/// The tasks of a cell: those that it numbers, or its lines where each ends as an entry does.
pub fn tasks_of(text: &str) -> Vec<tasks::Task> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let ends = |line: &str| line.trim_end().ends_with(['）', ')', '；', ';', '。']);
    let count = lines.clone().count();
    let apart = lines.take(count.saturating_sub(1)).all(ends);
    tasks::split(text, if apart { count } else { 0 }).list
}

/// The texts of a row's cells that hold tasks.
pub fn texts(facts: &Facts, layout: &Layout) -> Vec<String> {
    cells(facts, layout).into_iter().map(|cell| cell.text).collect()
}

/// The cells of a row that hold tasks, in the order of the columns.
fn cells(facts: &Facts, layout: &Layout) -> Vec<Cell> {
    let mut found = Vec::new();
    for column in &layout.columns {
        let heading = column.heading.clone();
        let said = |text: &str| Some(text.to_owned()).filter(|text| tick(text) == Tick::Other);
        let (meeting, text) = match &column.role {
            Role::Meeting(name) => {
                let ticks = facts.ticks.iter().find(|(known, _)| known == name);
                (true, ticks.and_then(|(_, text)| said(text)))
            }
            Role::Title => (false, said(&facts.title)),
            Role::Category => (false, said(&facts.category)),
            Role::Extra => {
                let extra = facts.extras.iter().find(|extra| extra.heading == heading);
                (false, extra.and_then(|extra| said(&extra.text)))
            }
            _ => (false, None),
        };
        // 常委会议题 and 主任会议议题 are of a meeting as well.
        let of_meeting = meeting_in_heading(&heading);
        let meeting = meeting || of_meeting.is_some();
        let heading = of_meeting.unwrap_or(heading);
        let name = match &column.role {
            Role::Meeting(name) => name.clone(),
            _ => heading,
        };
        found.extend(text.map(|text| Cell { heading: name, meeting, text }));
    }
    found
}

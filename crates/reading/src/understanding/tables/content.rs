//! What a column is by what stands in it, where its heading does not say.

use std::ops::Range;

use super::super::numbers;
use super::super::source::TableView;
use super::super::text::{is_longer_than, squash};
use super::super::time::{self, Doubt};
use super::super::units::{known, names};
use super::marks::{Tick, tick};
use super::vocabulary::Heading;
use yaodian_plan::Period;

/// So many rows say what a column is.
const SAMPLE: usize = 60;

/// What a column below a header is by its cells; `None` if they say nothing.
pub fn guess(view: &TableView<'_>, column: usize, from: usize, year: i32) -> Option<Heading> {
    guess_of(view, column, from..view.rows().min(from + SAMPLE), year)
}

/// The same for some rows of a column.
pub fn guess_of(view: &TableView<'_>, column: usize, rows: Range<usize>, year: i32) -> Option<Heading> {
    let text = |row: usize| squash(&view.text(row, column));
    // The heading stands once more wherever a page begins.
    let heading = rows.start.checked_sub(1).map(text);
    let cells: Vec<String> =
        rows.map(text).filter(|cell| !cell.is_empty() && heading.as_ref() != Some(cell)).collect();
    let most = |is: &dyn Fn(&str) -> bool| {
        let count = cells.iter().filter(|cell| is(cell)).count();
        count > 0 && count * 5 >= cells.len() * 4
    };
    if cells.is_empty() {
        return None;
    }
    if most(&is_serial) {
        return Some(Heading::Serial);
    }
    if most(&|cell| is_time(cell, year)) {
        return Some(Heading::Time);
    }
    if most(&|cell| tick(cell) == Tick::Yes) {
        return Some(Heading::Kept);
    }
    if most(&|cell| super::super::meetings::is_named(cell)) {
        return Some(Heading::MeetingName);
    }
    if most(&is_units) {
        return Some(Heading::Lead);
    }
    let long = cells.iter().filter(|cell| is_longer_than(cell, 7)).count();
    (long * 2 > cells.len()).then_some(Heading::Title(2))
}

fn is_serial(cell: &str) -> bool {
    let number = numbers::list_number(cell).or_else(|| numbers::number(cell));
    number.is_some_and(|(value, rest)| rest.is_empty() && value > 0 && value < 1000)
}

pub(super) fn is_time(cell: &str, year: i32) -> bool {
    let reading = time::read(cell, year);
    let months = reading.period.months().is_some() || reading.period == Period::WholeYear;
    months && !is_longer_than(cell, 16) && !reading.doubts.contains(&Doubt::Partial)
}

fn is_units(cell: &str) -> bool {
    let mut parts = cell
        .split(['、', '，', ',', '和', '及', '/', ';', '；', '\n'])
        .filter(|part| !part.is_empty())
        .peekable();
    let short = parts.peek().is_some() && parts.clone().all(|part| !is_longer_than(part, 20));
    short
        && parts.all(|part| {
            names::is_whole(part) || known(names::stem(part).0).is_some() || part.starts_with(['各', '有'])
        })
}

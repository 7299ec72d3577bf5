//! Where a table's header is.

use std::ops::Range;

use super::super::actions::is_agenda;
use super::super::source::TableView;
use super::super::text::{is_longer_than, squash};
use super::super::time;
use super::content;
use super::vocabulary::{Heading, classify};
use crate::document::Merged;
use yaodian_plan::Month;
use yaodian_plan::sort::set_of;

/// A header is looked for in so many rows at the top.
const TOP: usize = 12;

/// The rows of the header; `None` if there is none.
pub fn find(view: &TableView<'_>) -> Option<Range<usize>> {
    let said = view.table.header_rows;
    let start = (0..view.rows().min(TOP.max(said))).find(|row| is_header(view, *row))?;
    let mut end = start + 1;
    // A second row divides cells of the first: 提交会议 into 常委会会议 and 主任会议.
    while end < view.rows() && end - start < 3 && divides(view, start, end) {
        end += 1;
    }
    Some(start..end.max(said.min(start + 3)))
}

/// Whether a row holds headings of columns.
pub fn is_header(view: &TableView<'_>, row: usize) -> bool {
    let cells = own(view, row);
    if numbers_months(&cells) {
        return true;
    }
    let known: Vec<Heading> = cells.iter().filter_map(|(_, text)| classify(text)).collect();
    let long = cells.iter().filter(|(_, text)| is_longer_than(&squash(text), 16)).count();
    let title = |heading: &Heading| matches!(heading, Heading::Title(_) | Heading::Category);
    let who_when = |heading: &Heading| {
        matches!(
            heading,
            Heading::Time
                | Heading::Lead
                | Heading::Person
                | Heading::Serial
                | Heading::Meeting(_)
                | Heading::MeetingName
                | Heading::Remark
                | Heading::Joint
        )
    };
    // 3月, 6月 and 8月 in a row are times of what it is about.
    let spans: Vec<(Month, Month)> = known
        .iter()
        .filter_map(|heading| match heading {
            Heading::Months(first, last) => Some((*first, *last)),
            _ => None,
        })
        .collect();
    let follow = spans
        .windows(2)
        .all(|pair| matches!(pair, [(_, last), (next, _)] if last.number() + 1 == next.number()));
    let months = if follow { spans.len() } else { 0 };
    let useful = known.iter().any(title) && known.iter().any(who_when)
        || known.iter().filter(|heading| who_when(heading)).count() >= 2
        || months >= 3;
    let parts = ["上旬", "中旬", "下旬"];
    if parts.iter().all(|part| cells.iter().any(|(_, text)| squash(text) == *part)) {
        return true;
    }
    // Every cell is a heading: 工作内容 and 责任人员 right of an empty one.
    let whole = known.len() == cells.len() && known.iter().any(title) && cells.len() < view.columns();
    let useful = useful || whole;
    known.len() >= 2 && known.len() * 2 > cells.len() && long == 0 && useful && !looks_like_data(&cells)
}

/// Whether cells are the months of a year by their numbers alone, beside what they are about: 项目, 1, 2, … 12.
fn numbers_months(cells: &[(usize, String)]) -> bool {
    let numbers = cells.iter().filter_map(|(_, text)| squash(text).parse::<u8>().ok());
    numbers.eq(1..=12) && cells.len() > 12
}

/// The month of a column that has only its number above it.
pub fn numbered_month(view: &TableView<'_>, row: usize, column: usize) -> Option<Heading> {
    numbers_months(&own(view, row)).then_some(())?;
    let month = squash(&view.text(row, column)).parse().ok().and_then(Month::new)?;
    Some(Heading::Months(month, month))
}

/// Whether the first row holds headings although no word of it is known: all its cells are short and different, and none is
/// what those below it are, which in several columns are plainly numbers, times or units.
pub fn is_header_by_form(view: &TableView<'_>, year: i32) -> bool {
    let cells = own(view, 0);
    let texts = set_of(cells.iter().map(|(_, text)| squash(text)));
    let is_plain = texts.len() == view.columns()
        && texts.iter().all(|text| !is_longer_than(text, 8) && !text.chars().any(|c| c.is_ascii_digit()));
    let below = |column: usize| {
        let guess = content::guess(view, column, 1, year);
        guess.filter(|guess| matches!(guess, Heading::Serial | Heading::Time | Heading::Lead))
    };
    let is_told_apart = |column: &usize| {
        below(*column).is_some_and(|guess| content::guess_of(view, *column, 0..1, year) != Some(guess))
    };
    is_plain && view.rows() > 2 && (0..view.columns()).filter(is_told_apart).count() >= 2
}

/// Rows of data may hold words that headings have: 1, 3月, 办公室.
fn looks_like_data(cells: &[(usize, String)]) -> bool {
    let number = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '、' | '-'))
    };
    let numbers = cells.iter().filter(|(_, text)| number(&squash(text))).count();
    let months = cells.iter().filter(|(_, text)| matches!(classify(text), Some(Heading::Months(..)))).count();
    let plain = |text: &str| squash(text);
    // What is to be done, and when, are no headings: 审议某条例, 持续推进. 听取和审议议题 is one.
    let names = |text: &str| ["议题", "内容", "安排"].iter().any(|end| plain(text).ends_with(end));
    let task = |text: &str| is_agenda(text) && is_longer_than(&plain(text), 6) && !names(text);
    let when = |text: &str| {
        let lasting = time::is_lasting(text) || time::read(text, 0).period.months().is_some();
        lasting && !matches!(classify(text), Some(Heading::Months(..) | Heading::Time | Heading::Start))
    };
    let data = cells.iter().filter(|(_, text)| task(text) || when(text)).count();
    numbers > 0 || data > 0 || (months > 0 && months < 3)
}

/// The cells that begin in a row and hold something, with their columns.
fn own(view: &TableView<'_>, row: usize) -> Vec<(usize, String)> {
    let slots = view.grid.row(row).iter().enumerate();
    let own =
        slots.filter_map(|(column, slot)| Some((column, slot.filter(|slot| slot.merged == Merged::Own)?)));
    own.map(|(column, _)| (column, view.text(row, column)))
        .filter(|(_, text)| !text.trim().is_empty())
        .collect()
}

/// Whether a row goes on with the header that begins above it.
fn divides(view: &TableView<'_>, start: usize, row: usize) -> bool {
    let cells = own(view, row);
    let merged = |column: usize| view.slot(start, column).is_some_and(|slot| slot.cell.colspan > 1);
    let divided = cells.iter().all(|(column, _)| merged(*column));
    if cells.is_empty() || !divided && is_header(view, row) && cells.len() * 2 > view.columns() {
        return false;
    }
    let long = |text: &str| is_longer_than(&squash(text), 16) && classify(text).is_none();
    if cells.iter().any(|(_, text)| long(text)) {
        return false;
    }
    let above = |column: usize| view.slot(start, column);
    // Under a heading that covers several columns, or under none, in a text.
    let below_wide = |column: usize| match above(column) {
        Some(slot) => slot.cell.colspan > 1 || (view.plain && slot.cell.is_empty()) || slot.cell.is_empty(),
        None => true,
    };
    let (below, beside): (Vec<_>, Vec<_>) =
        cells.iter().partition(|(column, _)| below_wide(*column) || wide_left(view, start, *column));
    beside.is_empty()
        && below.iter().all(|(_, text)| classify(text).is_some() || !squash(text).is_empty())
        && !looks_like_data(&cells)
}

/// In a text nothing is merged: an empty cell right of a heading may belong to it.
fn wide_left(view: &TableView<'_>, start: usize, column: usize) -> bool {
    view.plain
        && view.text(start, column).trim() != ""
        && view.text(start, column + 1).trim().is_empty()
        && column + 1 < view.columns()
}

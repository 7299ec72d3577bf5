//! What each row of a table is: an item, a heading of those below it, or a note.

use std::collections::HashMap;

use super::super::outline::{Level, is_note, label};
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::sentences::meeting_of;
use super::super::source::TableView;
use super::super::text::{compact, squash, unwrap_lines};
use super::super::time;
use super::header;
use super::layout::{Kind, Layout};
use crate::document::Merged;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Month, Period};

mod band;
mod facts;
mod item;
mod numbered;
mod unsaid;
mod words;

pub use facts::{Facts, InMonths};
use words::{is_signed, is_total};

/// The rows of a table, in order.
#[derive(Default)]
pub struct Rows {
    pub entries: Vec<Entry>,
    /// Notes that stand in rows of their own.
    pub notes: Vec<String>,
}

/// A row that says something.
pub struct Entry {
    pub spot: Spot,
    /// As it stands.
    pub printed: String,
    pub kind: EntryKind,
}

pub enum EntryKind {
    /// A heading over the rows below it.
    Band(String),
    Item(Box<Facts>),
}

/// What a heading says about the rows below it.
#[derive(Clone, Debug, Default)]
pub struct Above {
    /// Its words.
    pub name: String,
    pub time: Option<(Period, String)>,
    pub meeting: Option<String>,
    pub unit: Option<String>,
}

/// Reads the rows below the header.
/// `above`: the time and the meeting that a heading above the table names.
pub async fn read(
    view: &TableView<'_>,
    layout: &Layout,
    above: Above,
    year: i32,
    out: &mut Remarks,
    pace: &Pace,
) -> Rows {
    let mut reader = Reader {
        view,
        layout,
        year,
        rows: Rows::default(),
        above: above.time,
        meeting_above: above.meeting.clone().unwrap_or_default(),
        meeting: above.meeting.unwrap_or_default(),
        meeting_level: None,
        unit: above.unit.filter(|_| !layout.names_leads()),
        seen_time: false,
        seen_unit: false,
        numbered: numbered::numbers_months(view),
        counts_in_digits: numbered::counts_in_digits(view, layout),
        last_time: String::new(),
        months: HashMap::new(),
        above_cells: HashMap::new(),
        out,
    };
    let above = (0..layout.above).filter(|row| is_full(view, *row) || heads_rows(view, *row, year));
    for row in above.chain(layout.first..view.rows()) {
        reader.row(row);
        pace.tick(Stage::Understand, row, view.rows()).await;
    }
    reader.rows
}

struct Reader<'a, 'o> {
    view: &'a TableView<'a>,
    layout: &'a Layout,
    year: i32,
    rows: Rows,
    /// What a heading over the rows says about their time.
    above: Option<(Period, String)>,
    /// And about the meeting that they go to.
    meeting: String,
    /// What the heading above the table says about it.
    meeting_above: String,
    /// How deep the heading between the rows stands that named the meeting.
    meeting_level: Option<Option<Level>>,
    /// And who does it, where no column says so.
    unit: Option<String>,
    seen_time: bool,
    seen_unit: bool,
    /// Whether the headings between the rows are numbered: then `三、四月` is April.
    numbered: bool,
    /// Whether rows are numbered 1, 2, 3: then 一 is the number of a heading.
    counts_in_digits: bool,
    last_time: String,
    /// The months of the columns below a row that names others than the header: 四月 | 五月 | 六月.
    months: HashMap<usize, (Month, Month, String)>,
    /// What the row above says, column by column.
    above_cells: HashMap<usize, String>,
    out: &'o mut Remarks,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        let own: Vec<(usize, String)> = self
            .view
            .grid
            .row(row)
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.is_some_and(|slot| slot.merged == Merged::Own && !slot.cell.is_empty()))
            .map(|(column, _)| (column, self.view.text(row, column)))
            .collect();
        let Some((column, first)) = own.first() else { return };
        let spot = self.view.row_spot(row);
        if self.repeats_header(row, &own) {
            return;
        }
        if let Some(months) = self.other_months(&own) {
            self.months = months;
            return;
        }
        if is_total(&own) || is_signed(&own) {
            self.out.say(Cause::RowLeftOut, &spot, first, "");
            return;
        }
        if is_note(first)
            && (own.len() == 1 || self.view.slot(row, *column).is_some_and(|slot| slot.cell.colspan > 2))
        {
            self.rows.notes.push(compact(first));
            return;
        }
        // 备注 | 时间可微调.
        if let [(_, name), (_, text)] = own.as_slice()
            && matches!(squash(name).as_str(), "备注" | "说明" | "注" | "附注")
        {
            self.rows.notes.push(format!("{}：{}", squash(name), compact(text)));
            return;
        }
        if own.len() == 1 && self.band(row, *column, first, &spot) {
            return;
        }
        if let Some((column, words)) = self.numbered_heading(&own)
            && self.band(row, column, &words, &spot)
        {
            return;
        }
        self.item(row, spot);
    }

    /// The months that a row of a calendar names for the rows below it.
    fn other_months(&self, own: &[(usize, String)]) -> Option<HashMap<usize, (Month, Month, String)>> {
        let of = |(column, text): &(usize, String)| {
            let (first, last) = time::month_heading(text, self.year)?.period.months()?;
            Some((*column, (first, last, squash(text))))
        };
        let is_calendar = self.layout.kind == Kind::Matrix && own.len() > 1;
        is_calendar.then(|| own.iter().map(of).collect()).flatten()
    }

    /// Whether the row is the header again, as page breaks put it.
    fn repeats_header(&self, row: usize, own: &[(usize, String)]) -> bool {
        let same = own.iter().filter(|(column, text)| {
            let heading = self.layout.columns.get(*column).map_or("", |column| column.heading.as_str());
            heading.split('／').any(|part| squash(part) == squash(text))
        });
        let same = same.count();
        self.layout.headed
            && same > 0
            && (same == own.len() || (same * 2 > own.len() && header::is_header(self.view, row)))
    }
}

/// Whether a row above the headings of the columns heads the rows below them: 第一次常委会会议（2月）, 一、执法检查.
fn heads_rows(view: &TableView<'_>, row: usize, year: i32) -> bool {
    let Some(slot) = view.grid.only(row) else { return false };
    let words = &squash(&unwrap_lines(&slot.cell.shown()));
    label(words).is_some() || meeting_of(words).is_some() || time::month_heading(words, year).is_some()
}

/// Whether a row has cells enough to be more than a caption.
fn is_full(view: &TableView<'_>, row: usize) -> bool {
    let own = view.grid.row(row).iter().flatten();
    let full = own.filter(|slot| slot.merged == Merged::Own && !slot.cell.is_empty()).count();
    full >= 3 && full * 2 >= view.columns()
}

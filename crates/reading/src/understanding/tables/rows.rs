//! What each row of a table is: an item, a heading of those below it, or a note.

use std::collections::HashMap;

use super::super::outline::{Level, is_note, label};
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::sentences::{meeting_in, meeting_of, signals};
use super::super::source::TableView;
use super::super::text::{compact, has_any, squash, trim, unwrap_lines};
use super::super::time;
use super::header;
use super::layout::{Kind, Layout, Role};
use crate::document::{Merged, fold};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Extra, Period};

mod band;
mod facts;
mod unsaid;
mod words;

pub use facts::{Facts, InMonths};
use words::{is_ditto, is_signed, is_total, parted};

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
        numbered: band::numbers_months(view),
        counts_in_digits: band::counts_in_digits(view, layout),
        last_time: String::new(),
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

    fn item(&mut self, row: usize, spot: Spot) {
        let mut facts = Facts::default();
        for (column, what) in self.layout.columns.iter().enumerate() {
            let cell = self.resolved(row, column, self.view.text(row, column));
            let nested = self.nested(row, column);
            if let Some(text) = nested {
                self.out.say(Cause::NestedTable, &spot, &what.heading, "");
                facts.extras.push(Extra { heading: what.heading.clone(), text });
            }
            // A cell that covers several columns is read in the first of them.
            let covered = self.view.slot(row, column).is_some_and(|slot| slot.merged == Merged::Right);
            if trim(&cell).is_empty()
                || (covered && !matches!(what.role, Role::Meeting(_) | Role::Months(..) | Role::Unit(_)))
            {
                continue;
            }
            match &what.role {
                Role::Category => facts.category = cell,
                Role::Serial => facts.serial = cell,
                Role::Title => facts.title = self.lines(row, column),
                Role::Lead if what.heading.contains('人') => {
                    let (units, persons) = parted(&cell);
                    facts.lead = units;
                    if !persons.is_empty() {
                        facts.extras.push(Extra { heading: what.heading.clone(), text: persons });
                    }
                }
                Role::Lead => facts.lead = cell,
                Role::Joint if facts.joint.is_empty() => facts.joint = cell,
                Role::Joint => facts.joint = format!("{}、{cell}", facts.joint),
                Role::Time => {
                    // 主任会议时间 says where to, too.
                    if let Some(name) = meeting_in(&what.heading) {
                        facts.ticks.push((name, "√".to_owned()));
                    }
                    // 责任单位及完成时限 holds both.
                    let both = has_any(&what.heading, &["单位", "部门", "工委", "委室"]);
                    match signals::units_and_times(&cell, self.year).filter(|_| both) {
                        Some((units, times)) => {
                            facts.lead = units;
                            facts.times.extend(times);
                        }
                        None => facts.times.push(cell),
                    }
                }
                Role::Meeting(name) if self.dates_meetings(&cell) => {
                    facts.ticks.push((name.clone(), "√".to_owned()));
                    facts.times.push(cell);
                }
                Role::Meeting(name) => facts.ticks.push((name.clone(), cell)),
                Role::MeetingName => facts.meetings = cell,
                Role::Remark => facts.remark = cell,
                Role::Progress => facts.progress = cell,
                Role::Unit(name) => facts.units.push((name.clone(), cell)),
                Role::Months(first, last) => {
                    let heading = what.heading.rsplit('／').next().unwrap_or_default().to_owned();
                    // What a cell over several months says is said once.
                    let cell = if covered { "√".to_owned() } else { cell };
                    facts.months.push(InMonths { first: *first, last: *last, heading, cell });
                }
                Role::Extra => {
                    if what.heading.is_empty() && self.layout.headed {
                        self.out.say(Cause::ExtraCells, &spot, &cell, "");
                    }
                    facts.extras.push(Extra { heading: what.heading.clone(), text: unwrap_lines(&cell) });
                }
                Role::Ignored => {}
            }
        }
        self.meeting(row, &mut facts, &spot);
        let printed = self.view.original(row).and_then(|row| row.printed.as_deref()).unwrap_or_default();
        if printed.contains('\n') && !printed.contains('"') {
            self.out.say(Cause::RowContinued, &spot, &facts.title, "");
        }
        self.time(&mut facts, &spot);
        self.who(&mut facts, &spot);
        if self.continues(&mut facts, &spot) {
            return;
        }
        let printed = self.view.printed(row);
        let split = if self.layout.kind == Kind::Schedule { facts.split_by_lines() } else { Vec::new() };
        if split.is_empty() {
            self.rows.entries.push(Entry { spot, printed, kind: EntryKind::Item(Box::new(facts)) });
            return;
        }
        self.out.say(Cause::TasksSplit, &spot, &facts.title, &format!("分为 {} 项", split.len()));
        for facts in split {
            let (spot, printed) = (spot.clone(), printed.clone());
            self.rows.entries.push(Entry { spot, printed, kind: EntryKind::Item(Box::new(facts)) });
        }
    }

    /// What a cell says: 同上 stands for the cell above it.
    fn resolved(&mut self, row: usize, column: usize, cell: String) -> String {
        let above = self.above_cells.entry(column).or_default();
        let own = self.view.slot(row, column).is_some_and(|slot| slot.merged == Merged::Own);
        if own && is_ditto(&cell) {
            return above.clone();
        }
        above.clone_from(&cell);
        cell
    }

    /// Whether a cell below a meeting says when, in a table that does not say it elsewhere.
    fn dates_meetings(&self, cell: &str) -> bool {
        if self.layout.at(&Role::Time).is_some() {
            return false;
        }
        let reading = time::read(cell, self.year);
        reading.period.months().is_some() && !reading.doubts.contains(&time::Doubt::Partial)
    }

    /// The lines of a cell, with an end of line for each that the source has between them.
    fn lines(&self, row: usize, column: usize) -> String {
        let Some(slot) = self.view.slot(row, column) else { return String::new() };
        let mut whole = String::new();
        let mut below = 0;
        for line in &slot.cell.lines {
            if !whole.is_empty() {
                for _ in 0..line.below.saturating_sub(below).clamp(1, 100) {
                    whole.push('\n');
                }
            }
            below = line.below;
            whole.push_str(&fold(&line.shown()));
        }
        whole
    }

    fn nested(&self, row: usize, column: usize) -> Option<String> {
        let slot = self
            .view
            .slot(row, column)
            .filter(|slot| slot.merged == Merged::Own && !slot.cell.tables.is_empty())?;
        let whole = slot.cell.whole();
        let shown = slot.cell.shown();
        let rest = whole.strip_prefix(shown.as_str()).unwrap_or(&whole);
        Some(trim(rest).to_owned()).filter(|rest| !rest.is_empty())
    }
}

/// Whether a row above the headings of the columns heads the rows below them: 第一次常委会会议（2月）, 一、执法检查.
fn heads_rows(view: &TableView<'_>, row: usize, year: i32) -> bool {
    let own = view
        .grid
        .row(row)
        .iter()
        .flatten()
        .filter(|slot| slot.merged == Merged::Own && !slot.cell.is_empty());
    let words: Vec<String> = own.map(|slot| squash(&unwrap_lines(&slot.cell.shown()))).collect();
    let [words] = words.as_slice() else { return false };
    label(words).is_some() || meeting_of(words).is_some() || time::month_heading(words, year).is_some()
}

/// Whether a row has cells enough to be more than a caption.
fn is_full(view: &TableView<'_>, row: usize) -> bool {
    let own = view.grid.row(row).iter().flatten();
    let full = own.filter(|slot| slot.merged == Merged::Own && !slot.cell.is_empty()).count();
    full >= 3 && full * 2 >= view.columns()
}

//! The tables of a document, one after the other: what each is, and its rows.

use super::draft::{ColumnReading, TableReading};
use super::hints::{ColumnHint, ColumnRole, Hints};
use super::numbers;
use super::outline::{Annex, Regions};
use super::remarks::{Cause, Remarks};
use super::sentences::{self, in_title};
use super::source::{Para, Source, TableView};
use super::tables::{self, EntryKind, Kind, Layout, Rows};
use super::text::{is_longer_than, squash, trim, trim_closing, unwrap_lines};
use super::time;
use super::units::Learner;
use crate::document::Place;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::Period;

/// A table as read, before it is known which units there are.
pub struct ReadTable {
    pub reading: TableReading,
    pub layout: Option<Layout>,
    pub rows: Rows,
    /// Position of its annex, from 1.
    pub annex: u8,
    /// What its items are listed under where it has no categories.
    pub name: String,
    year: i32,
    /// Whether its rows go on with those of the table before.
    pub goes_on: bool,
}

/// Reads the tables of all annexes.
pub async fn read(
    source: &Source<'_>,
    regions: &Regions<'_>,
    hints: &Hints,
    year: i32,
    out: &mut Remarks,
    pace: &Pace,
) -> Vec<ReadTable> {
    let mut read: Vec<ReadTable> = Vec::new();
    let mut kept = 0_u8;
    let mut last: Option<Layout> = None;
    for annex in &regions.annexes {
        kept = kept.saturating_add(u8::from(is_kept(annex)));
        let mut lent = false;
        for (no, at) in annex.tables.iter().enumerate() {
            let Some(view) = source.tables.get(*at) else { continue };
            let number = at + 1;
            let chosen: Vec<&ColumnHint> = hints.columns.iter().filter(|hint| hint.table == number).collect();
            // A table without a header is the rest of the one before, or the beginning of the next.
            let bare = chosen.is_empty() && !Layout::is_headed(view);
            let fits = |layout: &Layout| layout.columns.len() == view.columns();
            let before =
                last.as_ref().filter(|layout| bare && fits(layout) && goes_on_with(layout, view, year));
            let before = before.map(Layout::of_rest);
            let next = || {
                let next = annex.tables.get(no + 1).and_then(|at| source.tables.get(*at))?;
                let headed = bare && Layout::is_headed(next);
                let layout = headed.then(|| Layout::of(next, &[], year, &mut Remarks::default()))??;
                Some(layout).filter(fits).map(|layout| layout.of_rest())
            };
            let goes_on = before.is_some() || std::mem::take(&mut lent);
            let headings = regions.headings.get(at).map(Vec::as_slice).unwrap_or_default();
            let elsewhen = other_year(headings, year).filter(|_| chosen.is_empty());
            let no_plan = tables::is_no_plan(view);
            let layout = match (no_plan && chosen.is_empty()) || elsewhen.is_some() {
                true => None,
                false => before.or_else(|| {
                    let next = next();
                    lent = next.is_some();
                    next.or_else(|| Layout::of(view, &chosen, year, out))
                }),
            };
            let mut above = sentences::of_headings(headings, year);
            // 主任会议议题安排表 says of all rows where they go.
            let ticked = layout.as_ref().is_some_and(|layout| {
                layout.columns.iter().any(|column| matches!(column.role, tables::Role::Meeting(_)))
            });
            let sheet = match &view.spot.place {
                Place::Sheet(name) | Place::SheetRow { sheet: name, .. } => Some(name),
                _ => None,
            };
            if above.meeting.is_none() && headings.is_empty() && !ticked {
                let titles = [&annex.title, &regions.title].into_iter();
                let titled = || titles.clone().find_map(|title| sentences::meeting_in_title(title));
                above.meeting = sheet.and_then(|name| sentences::meeting_of(name)).or_else(titled);
            }
            let untimed = layout.as_ref().is_some_and(|layout| {
                !layout
                    .columns
                    .iter()
                    .any(|column| matches!(column.role, tables::Role::Time | tables::Role::Months(..)))
            });
            if above.time.is_none() && untimed {
                let sheet = sheet.and_then(|name| month_in(name, year));
                let titles = [annex.title.as_str(), regions.title.as_str()];
                above.time = sheet.or_else(|| titles.into_iter().find_map(|title| month_in(title, year)));
            }
            if above.time.is_some() || above.meeting.is_some() {
                let time = above.time.as_ref().map(|(_, text)| text.clone());
                let name = if above.name.is_empty() { time.unwrap_or_default() } else { above.name.clone() };
                out.say(Cause::FromHeading, &view.spot, &name, "");
            }
            let heading = Some(above.name.clone()).filter(|name| !name.is_empty());
            let rows = match &layout {
                Some(layout) => tables::read_rows(view, layout, above, year, out, pace).await,
                None => Rows::default(),
            };
            let items = rows.entries.iter().any(|entry| matches!(entry.kind, EntryKind::Item(_)));
            if layout.is_none() {
                let cause = match no_plan || elsewhen.is_some() {
                    true => Cause::TableLeftOut,
                    false => Cause::TableNotUnderstood,
                };
                let about = elsewhen.map_or_else(String::new, |year| format!("（{year} 年）"));
                out.say(cause, &view.spot, &first_words(view), &about);
            }
            let title = if annex.title.is_empty() { regions.title.clone() } else { annex.title.clone() };
            read.push(ReadTable {
                reading: reading(view, layout.as_ref(), number, &title, items, !chosen.is_empty()),
                annex: kept,
                name: heading.unwrap_or(if squash(&title).is_empty() {
                    "工作安排".to_owned()
                } else {
                    title
                }),
                rows,
                year,
                layout: layout.clone(),
                goes_on,
            });
            last = layout.or(last);
        }
    }
    read
}

/// Whether the first row of a table is one of these columns, and not the headings of other ones: 姓名 above 张华.
fn goes_on_with(layout: &Layout, view: &TableView<'_>, year: i32) -> bool {
    let fits = |role: &tables::Role, is: &dyn Fn(&str) -> bool| {
        layout.at(role).is_none_or(|at| {
            let text = squash(&view.text(0, at));
            text.is_empty() || is(&text)
        })
    };
    let number = |text: &str| text.chars().any(char::is_numeric) || is_longer_than(text, 8);
    let time = |text: &str| !time::read(text, year).doubts.contains(&time::Doubt::Unknown);
    fits(&tables::Role::Serial, &number) && fits(&tables::Role::Time, &time)
}

/// The month that a title or the name of a sheet is about: 7月, 某县人大常委会2027年一月工作安排.
fn month_in(title: &str, year: i32) -> Option<(Period, String)> {
    let plain = squash(title);
    let behind = numbers::years(&plain).last().map_or(0, |(_, end, _)| end);
    let words = plain.get(behind..)?.trim_start_matches(['年', '度']);
    let reading = time::month_heading(words, year)?;
    reading.period.months()?;
    Some((reading.period, words.to_owned()))
}

/// The year that the heading above a table is about, if it is another one than the plan's: 2026年工作完成情况.
fn other_year(headings: &[&Para], year: i32) -> Option<i32> {
    let words = &headings.last()?.text;
    let mut years = numbers::years(words).map(|(.., year)| year).peekable();
    let first = *years.peek()?;
    years.all(|named| named != year).then_some(first)
}

impl ReadTable {
    /// Whether its rows are items.
    pub fn lists(&self) -> bool {
        self.layout.is_some()
            && self.rows.entries.iter().any(|entry| matches!(entry.kind, EntryKind::Item(_)))
    }

    /// What its rows are called, squashed; none if they are no items.
    pub fn listed(&self) -> Vec<String> {
        let entries = self.rows.entries.iter().filter(|_| self.lists());
        let titles = entries.filter_map(|entry| match &entry.kind {
            EntryKind::Item(facts) => Some(squash(&facts.title)),
            EntryKind::Band(_) => None,
        });
        titles.collect()
    }

    /// Learns the names of units from its rows.
    pub async fn learn(&self, learner: &mut Learner, pace: &Pace) {
        for (at, entry) in self.rows.entries.iter().enumerate() {
            pace.tick(Stage::Names, at, self.rows.entries.len()).await;
            let EntryKind::Item(facts) = &entry.kind else { continue };
            for text in [&facts.lead, &facts.joint] {
                if !text.is_empty() {
                    learner.learn(text, &entry.spot);
                }
            }
            if let Some(layout) = self.layout.as_ref().filter(|layout| layout.kind == Kind::Activities) {
                for task in
                    tables::texts_of_activities(facts, layout).iter().flat_map(|text| tables::tasks_of(text))
                {
                    if let Some(units) = in_title::of_task(&task.title, self.year).units {
                        learner.learn(&units, &entry.spot);
                    }
                }
            } else if let Some(layout) = &self.layout {
                let unsaid = facts.names_nobody();
                let months = facts.months.iter().filter(|_| layout.kind == Kind::Matrix);
                let cells = std::iter::once(&facts.title).chain(months.map(|months| &months.cell));
                for title in cells.flat_map(|cell| titles(layout, cell)) {
                    if let Some(units) = in_title::of_title(&title, layout, unsaid, self.year).units {
                        learner.learn(&units, &entry.spot);
                    }
                }
            }
            for (name, mark) in &facts.units {
                if tables::unit_role(mark).is_some() {
                    learner.learn(name, &entry.spot);
                }
            }
        }
    }
}

/// The titles of a row's tasks.
fn titles(layout: &Layout, cell: &str) -> Vec<String> {
    match layout.kind {
        Kind::Monthly | Kind::Activities | Kind::Matrix => {
            tables::split(cell, 0).list.into_iter().map(|task| task.title).collect()
        }
        _ => vec![unwrap_lines(trim_closing(cell))],
    }
}

fn reading(
    view: &TableView<'_>,
    layout: Option<&Layout>,
    table: usize,
    title: &str,
    items: bool,
    chosen: bool,
) -> TableReading {
    let first = layout.map_or(0, |layout| layout.first);
    // What columns were called when somebody chose what they are, they are called afterwards.
    let heading = |at: usize, heading: &str| match chosen && heading.is_empty() {
        true => view.text(0, at),
        false => heading.to_owned(),
    };
    let columns = (0..view.columns()).map(|at| match layout.and_then(|layout| layout.columns.get(at)) {
        Some(column) => ColumnReading {
            heading: heading(at, &column.heading),
            role: column.role.hint(),
            meeting: match &column.role {
                tables::Role::Meeting(name) => Some(name.clone()),
                _ => None,
            },
        },
        None => ColumnReading { heading: view.text(0, at), role: ColumnRole::Other, meeting: None },
    });
    let row = |row: usize| (0..view.columns()).map(|column| view.text(row, column)).collect();
    TableReading {
        table,
        title: title.to_owned(),
        understood: layout.is_some() && items,
        columns: columns.collect(),
        rows: (first..view.rows()).take(5).map(row).collect(),
    }
}

fn first_words(view: &TableView<'_>) -> String {
    let texts = (0..view.columns()).map(|column| view.text(0, column));
    texts.filter(|text| !trim(text).is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether an annex is one of the plan: it has a title, or a table.
pub fn is_kept(annex: &Annex<'_>) -> bool {
    annex.marked || !annex.title.is_empty()
}

//! The plan's tables: 安排表 and 月度计划, as issued or with the progress.

use std::collections::HashMap;

use yaodian_export::facts;
use yaodian_pace::Pace;
use yaodian_plan::names::month_name;
use yaodian_plan::query::{Catalog, Moment};
use yaodian_plan::{ItemId, Plan, Table as PlanTable};
use yaodian_progress::ProgressBook;

use super::body::{Body, Pages};
use super::styles::Look;
use super::table::{Cell, Row, Table};
use crate::printed::{Columns, TaskNumbers};
use crate::{Made, printed, text};

/// What was recorded, as of a moment.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// All that was recorded.
    pub book: &'a ProgressBook,
    /// From when it is judged.
    pub moment: Moment,
}

/// 安排表 of items, by position, as a .docx.
pub async fn schedule(
    catalog: &Catalog,
    items: &[usize],
    progress: Option<Progress<'_>>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    alone(catalog, items, PlanTable::Schedule, progress, made, pace).await
}

/// 月度计划 of items, by position, as a .docx.
pub async fn monthly(
    catalog: &Catalog,
    items: &[usize],
    progress: Option<Progress<'_>>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    alone(catalog, items, PlanTable::Monthly, progress, made, pace).await
}

/// The rows of both for items, by position, as one .docx: what a list on screen shows.
pub async fn tables(
    catalog: &Catalog,
    items: &[usize],
    progress: Option<Progress<'_>>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    let mut body = Body::new(Pages::Landscape);
    let said = progress.map(|progress| Said::of(catalog, items, progress));
    for annex in annexes(&catalog.plan, items) {
        if annex.has_rows() {
            body.section(Pages::Landscape);
            annex.write(&mut body, said.as_ref());
        }
    }
    body.finish(&catalog.plan.title, made, pace).await
}

async fn alone(
    catalog: &Catalog,
    items: &[usize],
    table: PlanTable,
    progress: Option<Progress<'_>>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    let annex = Annex { table, title: title(&catalog.plan, table), plan: &catalog.plan, items };
    let mut body = Body::new(Pages::Landscape);
    let said = progress.map(|progress| Said::of(catalog, items, progress));
    annex.write(&mut body, said.as_ref());
    body.finish(&annex.title, made, pace).await
}

/// A table of the plan.
pub(super) struct Annex<'a> {
    table: PlanTable,
    pub(super) title: String,
    plan: &'a Plan,
    items: &'a [usize],
}

/// The tables that a plan has.
pub(super) fn annexes<'a>(plan: &'a Plan, items: &'a [usize]) -> Vec<Annex<'a>> {
    let annex = |table| Annex { table, title: title(plan, table), plan, items };
    PlanTable::ALL.into_iter().filter(|table| plan.has_table(*table)).map(annex).collect()
}

/// The title of a table. Of several annexes that stand in it, the schedule has the first one's, and tasks the last one's.
fn title(plan: &Plan, table: PlanTable) -> String {
    let mut annexes = plan.annexes.get(plan.annexes_of(table)).unwrap_or_default().iter();
    let (title, otherwise) = match table {
        PlanTable::Schedule => (annexes.next(), text::SCHEDULE),
        PlanTable::Monthly => (annexes.next_back(), text::MONTHLY),
    };
    title.filter(|title| !title.is_empty()).map_or(otherwise, String::as_str).to_owned()
}

/// What the column of the progress says about each item.
pub(super) struct Said(HashMap<usize, String>);

impl Said {
    fn of(catalog: &Catalog, items: &[usize], progress: Progress<'_>) -> Said {
        let facts = facts(catalog, progress.book, items, progress.moment);
        Said(facts.iter().map(|facts| (facts.at, printed::standing(facts, catalog.plan.year))).collect())
    }
}

impl Annex<'_> {
    fn has_rows(&self) -> bool {
        let items = self.items.iter().filter_map(|at| self.plan.items.get(*at));
        items.into_iter().any(|item| PlanTable::of(item) == self.table)
    }

    /// Its title, its table and the notes below it; with a column more where the progress is said.
    pub(super) fn write(&self, body: &mut Body, said: Option<&Said>) {
        body.paragraph(Look::Title, &self.title);
        self.write_table(body, said);
    }

    /// Its table and the notes below it.
    pub(super) fn write_table(&self, body: &mut Body, said: Option<&Said>) {
        match self.table {
            PlanTable::Schedule => body.table(self.schedule(said)),
            PlanTable::Monthly => body.table(self.monthly(said)),
        }
        for note in self.plan.notes_of(self.table) {
            body.paragraph(Look::Small, &note.text);
        }
        if let Some(note) =
            printed::inferred_note(self.plan, self.items).filter(|_| self.table == PlanTable::Monthly)
        {
            body.paragraph(Look::Small, &note);
        }
    }

    fn schedule(&self, said: Option<&Said>) -> Table {
        let own = Columns::of_schedule(self.plan);
        let serials = printed::Serials::of(self.plan);
        let mut columns = vec![
            (text::COL_CATEGORY.to_owned(), 1_700),
            (text::COL_NO.to_owned(), 720),
            (text::COL_TITLE.to_owned(), 0),
            (text::COL_WHO.to_owned(), 1_900),
            (text::COL_WHEN.to_owned(), 1_100),
        ];
        columns.extend(widths(&own));
        columns.extend(said.map(|_| (text::COL_PROGRESS.to_owned(), 2_000)));
        let mut rows = Vec::new();
        for (category, items) in printed::schedule_groups(self.plan, self.items) {
            for (row, at) in items.iter().enumerate() {
                let Some(item) = self.plan.items.get(*at) else { continue };
                let mut cells = vec![
                    Cell::of_rows(&category, row == 0),
                    Cell::centred(serials.number(item)),
                    Cell::text(&item.title),
                    Cell::centred(printed::who(self.plan, item)),
                    Cell::centred(printed::time(item)),
                ];
                cells.extend(own.cells(item).into_iter().map(Cell::centred));
                cells.extend(said.map(|said| said.cell(*at)));
                rows.push(Row::of(cells));
            }
        }
        table(columns, rows)
    }

    fn monthly(&self, said: Option<&Said>) -> Table {
        let own = Columns::of_months(self.plan);
        let serials = printed::Serials::of(self.plan);
        let numbers = TaskNumbers::of(self.plan, &serials);
        let mut columns = vec![(text::COL_WHEN.to_owned(), 1_100)];
        columns.extend(numbers.in_column().then(|| (text::COL_NO.to_owned(), 720)));
        columns.extend([(text::COL_CONTENT.to_owned(), 0), (text::COL_UNIT.to_owned(), 2_200)]);
        columns.extend(widths(&own));
        columns.extend(said.map(|_| (text::COL_PROGRESS.to_owned(), 2_400)));
        let mut rows = Vec::new();
        for (_, items) in printed::monthly_groups(self.plan, self.items) {
            let mut above: Option<String> = None;
            for item in &items {
                let at = *item;
                let Some(item) = self.plan.items.get(at) else { continue };
                let time = printed::time(item);
                let mut cells = vec![Cell::of_rows(&time, above.as_ref() != Some(&time))];
                let task = numbers.cells(item, &serials);
                let last = task.len() - 1;
                cells.extend(task.into_iter().enumerate().map(|(at, said)| match at == last {
                    true => Cell::text(said),
                    false => Cell::centred(said),
                }));
                cells.push(Cell::centred(printed::who(self.plan, item)));
                above = Some(time);
                cells.extend(own.cells(item).into_iter().map(Cell::centred));
                cells.extend(said.map(|said| said.cell(at)));
                rows.push(Row::of(cells));
            }
        }
        table(columns, rows)
    }
}

/// The widths of columns that not every plan has: a tick needs less than words.
fn widths(own: &Columns) -> impl Iterator<Item = (String, u32)> {
    let narrow = own.narrow();
    own.names().into_iter().enumerate().map(move |(at, name)| (name, if at < narrow { 1_000 } else { 1_600 }))
}

impl Said {
    fn cell(&self, at: usize) -> Cell {
        Cell::text(self.0.get(&at).map_or("", String::as_str))
    }
}

/// A table as wide as a page; the column of width 0 gets the rest, and at least a third where there are many others.
fn table(mut columns: Vec<(String, u32)>, rows: Vec<Row>) -> Table {
    let room = Pages::Landscape.width() * 2 / 3;
    let wanted: u32 = columns.iter().map(|(_, width)| width).sum();
    if wanted > room {
        columns.iter_mut().for_each(|(_, width)| *width = *width * room / wanted);
    }
    let used: u32 = columns.iter().map(|(_, width)| width).sum();
    let rest = Pages::Landscape.width().saturating_sub(used);
    let (head, widths) =
        columns.into_iter().map(|(name, width)| (name, if width == 0 { rest } else { width })).unzip();
    Table { widths, head, rows }
}

/// The group of the plan that an item stands in, as people call it.
pub(super) fn group_name(plan: &Plan, id: ItemId) -> String {
    match id {
        ItemId::Schedule { category, .. } => {
            plan.category(category).map(|category| category.name.clone()).unwrap_or_default()
        }
        ItemId::Monthly { month, .. } => month_name(month),
    }
}

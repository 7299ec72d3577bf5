//! The rows of a form that came back: what was filled in, and what has to be said about it.

use std::collections::HashMap;

use chrono::NaiveDate;
use yaodian_plan::query::{Catalog, Status};
use yaodian_plan::{ItemId, Month};
use yaodian_reading::document::{Place, Row as TableRow, Table};

use super::columns::Columns;
use super::items::Items;
use super::said::Said;
use super::values;

/// A row of a form that something was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file.
    pub place: Place,
    /// Its title as the file has it.
    pub title: String,
    /// The item that it was taken for.
    pub item: Option<ItemId>,
    /// What has to be said about it.
    pub said: Vec<Said>,
}

/// What was filled into a row.
pub(super) struct Filled {
    pub(super) row: Row,
    pub(super) status: Option<Status>,
    pub(super) day: Option<NaiveDate>,
    pub(super) note: String,
    /// All cells of the row, where it belongs to no item.
    pub(super) cells: Vec<String>,
}

/// Reads the tables of a form one by one.
pub(super) struct Reader<'a> {
    catalog: &'a Catalog,
    items: Items<'a>,
    /// The rows that something was filled in.
    pub(super) rows: Vec<Filled>,
    /// How many rows were left blank.
    pub(super) blank: usize,
    /// The row that each item was found in first.
    found: HashMap<ItemId, usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Reader<'a> {
        Reader { catalog, items: Items::of(catalog), rows: Vec::new(), blank: 0, found: HashMap::new() }
    }

    /// Reads the rows of a table below its head, which is the row at `head`.
    pub(super) fn table(&mut self, table: &Table, head: usize, columns: Columns) {
        let grid = table.grid();
        for (at, row) in table.rows.iter().enumerate().skip(head + 1) {
            if Columns::of(row).is_some() {
                continue;
            }
            let shown = |column: Option<usize>| {
                column.map(|column| grid.shown(at, column).trim().to_owned()).unwrap_or_default()
            };
            let values = [columns.status, columns.day, columns.note].map(shown);
            if values.iter().all(String::is_empty) {
                self.blank += usize::from(!row.cells.is_empty());
                continue;
            }
            self.row(row, [shown(columns.id), shown(columns.title)], values);
        }
    }

    fn row(&mut self, row: &TableRow, [id, title]: [String; 2], [status, day, note]: [String; 3]) {
        let mut said = Vec::new();
        let item = self.items.find(&id, &title, &mut said);
        let year = self.catalog.plan.year;
        let mut notes = vec![note];
        let mut filled = Filled {
            row: Row { place: row.place.clone(), title, item, said: Vec::new() },
            status: None,
            day: None,
            note: String::new(),
            cells: row.cells.iter().map(|cell| cell.shown()).collect(),
        };
        match values::status(&status) {
            Some((Status::Postponed(to), _)) if self.is_no_later(item, to) => {
                said.push(Said::NotLater(status.clone()));
                notes.push(crate::text::kept(super::STATUS, &status));
            }
            Some((read, as_listed)) => {
                filled.status = Some(read);
                said.extend((!as_listed).then(|| Said::StatusReadAs(status.clone(), read)));
            }
            None if status.is_empty() => {}
            None => {
                said.push(Said::Status(status.clone()));
                notes.push(crate::text::kept(super::STATUS, &status));
            }
        }
        match values::day(&day, year) {
            Some((read, written)) => {
                filled.day = Some(read);
                let other = written && values::is_of_other_year(read, year);
                said.extend(other.then_some(Said::OtherYear(read)));
                said.extend((!written).then_some(Said::YearAssumed(read)));
            }
            None if day.is_empty() => {}
            None => {
                said.push(Said::Day(day.clone()));
                notes.push(crate::text::kept(super::DAY, &day));
            }
        }
        notes.retain(|note| !note.is_empty());
        filled.note = notes.join("\n");
        filled.row.said = said;
        self.place(filled);
    }

    /// Takes a row, unless an earlier one is about the same item.
    fn place(&mut self, mut filled: Filled) {
        if let Some(id) = filled.row.item {
            let earlier = self.found.get(&id).and_then(|at| self.rows.get(*at));
            if let Some(earlier) = earlier {
                let same = |one: &Filled| (one.status, one.day, one.note.clone());
                if same(earlier) == same(&filled) {
                    return;
                }
                filled.row.item = None;
                filled.row.said.push(Said::Repeated(earlier.row.place.clone()));
            } else {
                self.found.insert(id, self.rows.len());
            }
        }
        self.rows.push(filled);
    }

    /// Whether something is put off to a month that is not after its own time.
    fn is_no_later(&self, item: Option<ItemId>, to: Month) -> bool {
        let at = item.and_then(|id| self.catalog.position(id));
        let item = at.and_then(|at| self.catalog.plan.items.get(at));
        item.and_then(|item| item.period.months()).is_some_and(|(_, last)| to <= last)
    }
}

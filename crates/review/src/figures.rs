//! Counts of what was read, so that what is wrong is seen.

use std::collections::HashMap;

use yaodian_plan::{Month, UnitId};

use crate::key::Key;
use crate::sheet::{Group, Sheet};

/// The figures of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    pub points: usize,
    pub items: usize,
    /// Each category: its name, how many items it has, and the count that the document states.
    pub categories: Vec<(String, usize, Option<u16>)>,
    /// How many items are listed by month.
    pub monthly: usize,
    /// A row for each unit, and one for items without one.
    pub matrix: Vec<UnitMonths>,
}

/// One unit's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitMonths {
    /// `None` for items that no unit leads.
    pub unit: Option<String>,
    /// The rows in each month, under the last month where there are several, and those of no month.
    pub cells: Vec<Vec<Key>>,
}

impl Figures {
    /// How many items each column has: of the months, and of those of no month.
    pub fn in_columns(&self) -> [usize; COLUMNS] {
        let mut counts = [0; COLUMNS];
        for row in &self.matrix {
            for (count, cell) in counts.iter_mut().zip(&row.cells) {
                *count += cell.len();
            }
        }
        counts
    }
}

impl UnitMonths {
    /// How many items it has.
    pub fn total(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }
}

/// Twelve months, and the column for items of no month.
const COLUMNS: usize = 13;

/// Counts a draft.
pub fn figures(sheet: &Sheet) -> Figures {
    let mut counts: HashMap<Key, usize> = HashMap::new();
    for row in &sheet.rows {
        if let Group::Category(key) = row.group {
            *counts.entry(key).or_default() += 1;
        }
    }
    let count = |key: Key| counts.get(&key).copied().unwrap_or_default();
    let categories = sheet.categories.iter().map(|one| (one.name.clone(), count(one.key), one.stated));
    let places: HashMap<&UnitId, usize> =
        sheet.units.iter().enumerate().map(|(at, unit)| (&unit.id, at)).collect();
    let mut matrix: Vec<UnitMonths> = sheet
        .units
        .iter()
        .map(|unit| Some(unit.name.clone()))
        .chain([None])
        .map(|unit| UnitMonths { unit, cells: vec![Vec::new(); COLUMNS] })
        .collect();
    for row in &sheet.rows {
        let lead = row.item.responsibility.lead.first();
        let at = lead.and_then(|id| places.get(id).copied());
        let at = at.unwrap_or(sheet.units.len());
        let column = row.item.period.months().map_or(COLUMNS - 1, |(_, last): (Month, Month)| last.index());
        if let Some(cell) = matrix.get_mut(at).and_then(|row| row.cells.get_mut(column)) {
            cell.push(row.key);
        }
    }
    if matrix.last().is_some_and(|row| row.cells.iter().all(Vec::is_empty)) {
        matrix.pop();
    }
    Figures {
        points: sheet.sections.iter().map(|section| section.points.len()).sum(),
        items: sheet.rows.len(),
        categories: categories.collect(),
        monthly: sheet.rows.iter().filter(|row| matches!(row.group, Group::Month(_))).count(),
        matrix,
    }
}

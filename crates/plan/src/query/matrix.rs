//! The year matrix: unit by month, one mark per item.

use super::{Catalog, Standing, Tally, Timing};
use crate::Month;

/// Columns: twelve months, then one for 全年 and items without a time.
const COLUMNS: usize = 13;

/// The whole matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// One row per unit in the plan's order, then one for items that no single unit leads, if there are any.
    pub rows: Vec<MatrixRow>,
}

/// One unit's year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixRow {
    /// Positions of the items in each column; an item of several months is in each of them.
    pub cells: [Vec<usize>; COLUMNS],
    /// Counts over the row, each item once.
    pub tally: Tally,
}

/// Arranges the items that pass a filter. All slices are aligned with `plan.items`.
pub fn matrix(catalog: &Catalog, timings: &[Timing], standings: &[Standing], pass: &[bool]) -> Matrix {
    let mut rows = vec![MatrixRow::default(); catalog.plan.units.len() + usize::from(catalog.has_unled())];
    for (at, timing) in timings.iter().enumerate() {
        let (Some(true), Some(&standing)) = (pass.get(at), standings.get(at)) else { continue };
        let Some(row) = rows.get_mut(catalog.row(at)) else { continue };
        row.tally.add(standing);
        let period = timing.period();
        let loose = period.months().is_none();
        let columns = Month::all().map(|month| period.covers(month)).chain([loose]);
        for (cell, _) in row.cells.iter_mut().zip(columns).filter(|(_, covered)| *covered) {
            cell.push(at);
        }
    }
    Matrix { rows }
}

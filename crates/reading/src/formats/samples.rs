//! Tables for tests, and what they hold.

use crate::document::{Cell, Row, Table};

/// A table of these cells.
pub fn table(rows: &[&[&str]]) -> Table {
    let row = |texts: &&[&str]| Row {
        cells: texts.iter().enumerate().map(|(at, text)| Cell::new(at, text)).collect(),
        ..Row::default()
    };
    Table { rows: rows.iter().map(row).collect(), ..Table::default() }
}

/// The rows of a table, their cells divided by bars.
pub fn rows_of(table: &Table) -> Vec<String> {
    let row = |row: &Row| row.cells.iter().map(Cell::text).collect::<Vec<_>>().join("|");
    table.rows.iter().map(row).collect()
}

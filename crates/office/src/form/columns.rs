//! Which columns of a table are those of a form, wherever they stand.

use yaodian_reading::document::{Row, Table};

use super::{DAY, ID, NOTE, STATUS, TITLE};

/// The columns of a form in a table. None of them has to be there but one by which an item is known, and the status or the
/// note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) id: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) status: Option<usize>,
    pub(super) day: Option<usize>,
    pub(super) note: Option<usize>,
}

impl Columns {
    /// The columns that a row names, if it is the head of a form.
    pub(super) fn of(row: &Row) -> Option<Columns> {
        let texts: Vec<(usize, String)> =
            row.cells.iter().map(|cell| (cell.column, bare(&cell.shown()))).collect();
        let named =
            |name: &str| texts.iter().find(|(_, text)| text.starts_with(name)).map(|(column, _)| *column);
        let columns = Columns {
            id: named(ID),
            title: named(TITLE),
            status: named(STATUS),
            day: named(DAY),
            note: named(NOTE),
        };
        let known = columns.id.or(columns.title);
        // Other tables have a column for the day too: the ledger, for one.
        let filled_in = columns.status.or(columns.note);
        known.and(filled_in).map(|_| columns)
    }

    /// The head of a table: its row, from 0, and its columns.
    pub(super) fn find(table: &Table) -> Option<(usize, Columns)> {
        table.rows.iter().enumerate().find_map(|(at, row)| Some((at, Columns::of(row)?)))
    }
}

/// A text without white space.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

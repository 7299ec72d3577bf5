//! Tables of a page while they are read: which column a cell stands in.

use crate::formats::fills;
use crate::formats::raw::{Raw, RawCell, RawRow, RawTable};
use crate::formats::shape::{MAX_COLUMNS, MAX_ROWS};

use super::style::Style;
use super::tokens::Tag;

/// An open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<RawRow>,
    pub(super) caption: Option<String>,
    /// For each column how many rows, from the open one on, a cell from above still covers.
    covered: Vec<usize>,
    row: Option<OpenRow>,
    /// Whether rows stand in the part for headers.
    pub(super) in_head: bool,
}

#[derive(Debug, Default)]
struct OpenRow {
    cells: Vec<RawCell>,
    /// What the cells of this row cover below it.
    below: Vec<(usize, usize, usize)>,
    next: usize,
    only_headers: bool,
    /// Not shown, or only there to set widths.
    gone: bool,
}

/// Where the open cell stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    column: usize,
    colspan: usize,
    rowspan: usize,
    fill: Option<String>,
}

impl Table {
    /// Opens a row; `gone` if it is not shown.
    pub(super) fn open_row(&mut self, gone: bool) {
        self.close_row();
        self.row = Some(OpenRow { gone, only_headers: true, ..OpenRow::default() });
    }

    /// Opens a cell in the next free column of the open row; `None` if there is no room.
    pub(super) fn open_cell(&mut self, tag: &Tag<'_>) -> Option<Place> {
        let row = self.row.get_or_insert_with(|| OpenRow { only_headers: true, ..OpenRow::default() });
        row.only_headers &= tag.name == "th";
        let mut column = row.next;
        while self.covered.get(column).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        let colspan = tag.number("colspan").unwrap_or(1).clamp(1, MAX_COLUMNS);
        if column + colspan > MAX_COLUMNS {
            return None;
        }
        // 0 means down to the end of the table.
        let rowspan = match tag.number("rowspan") {
            Some(0) => MAX_ROWS,
            rows => rows.unwrap_or(1).clamp(1, MAX_ROWS),
        };
        row.next = column + colspan;
        row.below.push((column, colspan, rowspan - 1));
        let style = Style::of(tag);
        let written = style.get("background-color").or_else(|| style.get("background")).map(str::to_owned);
        let fill = written.or_else(|| tag.attribute("bgcolor")).and_then(|written| fills::colour(&written));
        Some(Place { column, colspan, rowspan, fill })
    }

    pub(super) fn close_cell(&mut self, place: Place, content: Vec<Raw>) {
        let Place { column, colspan, rowspan, fill } = place;
        if let Some(row) = &mut self.row {
            row.cells.push(RawCell { column, colspan, rowspan, fill, content });
        }
    }

    pub(super) fn close_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        let empty = row.cells.iter().all(|cell| cell.content.is_empty());
        if row.gone && empty || self.rows.len() >= MAX_ROWS {
            return;
        }
        self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        for (column, colspan, rows) in row.below {
            if self.covered.len() < column + colspan {
                self.covered.resize(column + colspan, 0);
            }
            self.covered[column..column + colspan].fill(rows);
        }
        let header = self.in_head || row.only_headers && !row.cells.is_empty();
        self.rows.push(RawRow { header, cells: row.cells });
    }

    pub(super) fn close(mut self) -> RawTable {
        self.close_row();
        RawTable { caption: self.caption, rows: self.rows, adjacent: false }
    }
}

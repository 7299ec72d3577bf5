//! A table with its spans expanded.

use super::{Cell, Table};

/// No table that people read is wider; columns past this are not expanded.
const MAX_COLUMNS: usize = 256;

/// A table in which every place says which cell covers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid<'a> {
    /// The number of columns of the widest row.
    pub columns: usize,
    rows: Vec<Vec<Option<Slot<'a>>>>,
}

/// One place of a grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot<'a> {
    pub cell: &'a Cell,
    /// The row in which the cell begins, from 0.
    pub row: usize,
    pub merged: Merged,
}

/// How the value of a cell came to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// The cell begins here.
    Own,
    /// The cell begins in an earlier row of this column.
    Down,
    /// The cell begins in an earlier column, of this row or of an earlier one.
    Right,
}

impl Table {
    /// The table with every place filled: the value of a merged cell stands in each that it covers.
    pub fn grid(&self) -> Grid<'_> {
        Grid::of(self)
    }
}

impl<'a> Grid<'a> {
    fn of(table: &'a Table) -> Self {
        let mut rows: Vec<Vec<Option<Slot<'a>>>> = Vec::with_capacity(table.rows.len());
        // What reaches down from earlier rows: for each column the slot and the rows it has left.
        let mut open: Vec<Option<(Slot<'a>, usize)>> = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let mut slots: Vec<Option<Slot<'a>>> = Vec::with_capacity(open.len());
            for (column, above) in open.iter_mut().enumerate() {
                let Some((slot, left)) = above else { continue };
                set(&mut slots, column, *slot);
                *left -= 1;
                if *left == 0 {
                    *above = None;
                }
            }
            for cell in &row.cells {
                let end = cell.column.saturating_add(cell.colspan.max(1)).min(MAX_COLUMNS);
                for column in cell.column..end {
                    let own = column == cell.column;
                    let merged = if own { Merged::Own } else { Merged::Right };
                    set(&mut slots, column, Slot { cell, row: index, merged });
                    if cell.rowspan > 1 {
                        let merged = if own { Merged::Down } else { Merged::Right };
                        let slot = Slot { cell, row: index, merged };
                        if open.len() <= column {
                            open.resize(column + 1, None);
                        }
                        open[column] = Some((slot, cell.rowspan - 1));
                    }
                }
            }
            rows.push(slots);
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        Self { columns, rows }
    }

    /// The same with the parts of a table that repeats its headings from left to right below one another, and for each
    /// row the one that it comes from; `None` for any other table. What stands above the headings of a part, such as its
    /// month, stands above its rows then.
    pub fn stacked(&self) -> Option<(Grid<'a>, Vec<usize>)> {
        let found = (0..self.rows().min(4)).find_map(|row| Some((row, self.period(row)?)));
        let (header, (keys, width)) = found?;
        let part = |row: usize, from: usize| -> Vec<Option<Slot<'a>>> {
            // What heads a part is not about the columns that all parts have.
            let key = (0..keys).map(|column| self.at(row, column).filter(|_| row >= header));
            key.chain((from..from + width).map(|column| self.at(row, column))).collect()
        };
        let mut rows = vec![part(header, keys)];
        let mut origins = vec![header];
        for from in (keys..self.columns).step_by(width) {
            let begin = rows.len();
            for row in (0..self.rows()).filter(|row| *row != header) {
                rows.push(part(row, from));
                origins.push(row);
            }
            // A cell that reaches down begins in the row of its own part.
            let place = |row: usize| begin + row - usize::from(row > header);
            for slot in rows.iter_mut().skip(begin).flatten().flatten() {
                slot.row = place(slot.row);
            }
        }
        Some((Grid { columns: keys + width, rows }, origins))
    }

    /// How many columns all parts of the table have in common, such as the month, and after how many the headings of a row
    /// begin again.
    fn period(&self, row: usize) -> Option<(usize, usize)> {
        let texts: Vec<String> =
            (0..self.columns).map(|column| self.shown(row, column).split_whitespace().collect()).collect();
        let own = |column: usize| self.at(row, column).is_some_and(|slot| slot.merged == Merged::Own);
        let short = |text: &String| !text.is_empty() && text.chars().count() <= 8;
        if self.columns < 4 || !texts.iter().all(short) {
            return None;
        }
        let repeats = |keys: usize, width: usize| {
            let (first, rest) = texts.get(keys..)?.split_at_checked(width)?;
            let differs = |at: usize, text: &String| !first.iter().skip(at + 1).any(|other| other == text);
            let whole = (self.columns - keys).is_multiple_of(width)
                && !rest.is_empty()
                && (keys..self.columns).all(own)
                && first.iter().enumerate().all(|(at, text)| differs(at, text))
                && rest.chunks(width).all(|chunk| chunk == first);
            whole.then_some((keys, width))
        };
        (0..=2).find_map(|keys| (2..=self.columns / 2).find_map(|width| repeats(keys, width)))
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// What stands at a place, counted from 0; nothing if no cell covers it.
    pub fn at(&self, row: usize, column: usize) -> Option<Slot<'a>> {
        *self.rows.get(row)?.get(column)?
    }

    /// The slots of a row by their columns; a short row is not filled up.
    pub fn row(&self, row: usize) -> &[Option<Slot<'a>>] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// The cell that is the only one to begin in a row and hold something.
    pub fn only(&self, row: usize) -> Option<&Slot<'a>> {
        let own = self.row(row).iter().flatten().filter(|slot| slot.merged == Merged::Own);
        let mut own = own.filter(|slot| !slot.cell.is_empty());
        own.next().filter(|_| own.next().is_none())
    }

    /// The lines of a place as a reader sees them, empty if no cell covers it.
    pub fn shown(&self, row: usize, column: usize) -> String {
        self.at(row, column).map(|slot| slot.cell.shown()).unwrap_or_default()
    }
}

fn set<'a>(slots: &mut Vec<Option<Slot<'a>>>, column: usize, slot: Slot<'a>) {
    if slots.len() <= column {
        slots.resize(column + 1, None);
    }
    slots[column] = Some(slot);
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;

    fn cell(column: usize, colspan: usize, rowspan: usize, text: &str) -> Cell {
        Cell { colspan, rowspan, ..Cell::new(column, text) }
    }

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let rows = rows.into_iter().map(|cells| Row { cells, ..Row::default() });
        Table { rows: rows.collect(), ..Table::default() }
    }

    fn texts(grid: &Grid<'_>) -> Vec<String> {
        (0..grid.rows())
            .map(|row| {
                let cells = (0..grid.columns).map(|column| grid.shown(row, column));
                cells.collect::<Vec<_>>().join("|")
            })
            .collect()
    }

    #[test]
    fn merged_cells_go_down_and_right() {
        let table = table(vec![
            vec![cell(0, 1, 2, "甲"), cell(1, 2, 1, "乙")],
            vec![cell(1, 1, 2, "丙"), cell(2, 1, 1, "丁")],
            vec![cell(0, 1, 1, "戊"), cell(2, 1, 1, "己")],
        ]);
        let grid = table.grid();
        assert_eq!(texts(&grid), ["甲|乙|乙", "甲|丙|丁", "戊|丙|己"]);
        assert_eq!(grid.at(1, 0).map(|slot| (slot.row, slot.merged)), Some((0, Merged::Down)));
        assert_eq!(grid.at(0, 2).map(|slot| (slot.row, slot.merged)), Some((0, Merged::Right)));
        assert_eq!(grid.at(2, 0).map(|slot| slot.merged), Some(Merged::Own));
    }

    #[test]
    fn open_places_hold_nothing() {
        let table = table(vec![vec![cell(2, 1, 1, "甲")], vec![]]);
        let grid = table.grid();
        assert_eq!(texts(&grid), ["||甲", "||"]);
        assert_eq!(grid.at(0, 0), None);
        assert_eq!(grid.at(9, 9), None);
    }

    #[test]
    fn absurd_spans_are_bounded() {
        let table = table(vec![vec![cell(0, usize::MAX / 2, usize::MAX, "甲")], vec![]]);
        let grid = table.grid();
        assert_eq!((grid.rows(), grid.columns), (2, MAX_COLUMNS));
    }
}

//! From the cells of a sheet to paragraphs and tables: what is hidden left out, merged cells as
//! spans, titles above the table as paragraphs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use yaodian_pace::{Pace, Stage};
use yaodian_plan::sort::{map_of, sort_by};
use yaodian_reading::document::{Block, Cell, Paragraph, Place, Remark, RemarkKind, Row, Table};
use yaodian_reading::formats::shape::{self, MAX_COLUMNS, MAX_ROWS};

/// What becomes of hidden rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// They are left out, and that is said: a document is what it shows.
    LeftOut,
    /// They are read like the others: in a form that was filled in, a row is hidden by a filter.
    Read,
}

/// A sheet as its file has it. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) cells: BTreeMap<(u32, u32), String>,
    pub(crate) merged: Vec<Area>,
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// First and last of each group.
    pub(crate) hidden_columns: Vec<(u32, u32)>,
    /// The last row of the header, if the file says where it stays on screen or is filtered.
    pub(crate) header: Option<u32>,
    /// What has to be said about cells.
    pub(crate) notes: Vec<(RemarkKind, u32, String)>,
}

/// Cells that are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

/// More merged cells than this are read as single ones.
pub(crate) const MAX_MERGED: usize = 20_000;

/// More cells than this are not read.
pub(crate) const MAX_CELLS: usize = 1_000_000;

/// How much of a row's text is quoted when it is left out.
const EXCERPT: usize = 60;

/// Remarks of all sheets, one of each kind.
#[derive(Debug, Default)]
pub(crate) struct Remarks(BTreeMap<RemarkKind, Remark>);

impl Remarks {
    pub(crate) fn say(&mut self, kind: RemarkKind, place: Option<Place>, text: &str) {
        let remark = self.0.entry(kind).or_insert_with(|| Remark::new(kind));
        if let Some(place) = place.filter(|place| remark.places.last() != Some(place)) {
            remark.places.push(place);
        }
        if !text.is_empty() {
            remark.texts.push(text.chars().take(EXCERPT).collect());
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Remark> {
        self.0.into_values().collect()
    }
}

impl Sheet {
    fn is_hidden_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// The blocks of the sheet.
    pub(crate) async fn blocks(mut self, hidden: Hidden, remarks: &mut Remarks, pace: &Pace) -> Vec<Block> {
        if hidden == Hidden::Read {
            self.hidden_rows.clear();
            self.hidden_columns.clear();
        }
        let name: Arc<str> = Arc::from(self.name.as_str());
        let place = |row: u32| Place::SheetRow { sheet: name.clone(), row: row + 1 };
        sort_by(&mut self.notes, &|one, other| (one.0, one.1) < (other.0, other.1));
        for (kind, row, text) in &self.notes {
            if !self.hidden_rows.contains(row) {
                remarks.say(*kind, Some(place(*row)), text);
            }
        }
        self.leave_out(&name, remarks);
        pace.step(Stage::Read, 1, 1).await;
        let merged = self.spans();
        let mut blocks = Vec::new();
        for rows in self.parts() {
            blocks.extend(self.part(&rows, &merged, &place));
            pace.step(Stage::Read, 1, 1).await;
        }
        blocks
    }

    /// Says what is hidden and has text in it, and takes it away.
    fn leave_out(&mut self, name: &Arc<str>, remarks: &mut Remarks) {
        let mut rows: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        let mut columns: BTreeMap<u32, &str> = BTreeMap::new();
        for ((row, column), text) in &self.cells {
            if self.hidden_rows.contains(row) {
                rows.entry(*row).or_default().push(text);
            } else if self.is_hidden_column(*column) {
                columns.entry(*column).or_insert(text);
            }
        }
        for (row, texts) in rows {
            let place = Place::SheetRow { sheet: name.clone(), row: row + 1 };
            remarks.say(RemarkKind::HiddenRows, Some(place), &texts.join(" "));
        }
        for text in columns.into_values() {
            remarks.say(RemarkKind::HiddenColumns, Some(Place::Sheet(name.clone())), text);
        }
        let mut cells = std::mem::take(&mut self.cells);
        // The value of a merged cell stands in its first row and column, which may be hidden.
        for area in &self.merged {
            let Some(((row, column), _)) = self.visible(area) else { continue };
            if (row, column) != area.first
                && let Some(text) = cells.remove(&area.first)
            {
                cells.entry((row, column)).or_insert(text);
            }
        }
        cells.retain(|(row, column), _| !self.hidden_rows.contains(row) && !self.is_hidden_column(*column));
        if cells.keys().any(|(_, column)| *column >= MAX_COLUMNS as u32) || cells.len() > MAX_ROWS * 20 {
            remarks.say(RemarkKind::CutOff, Some(Place::Sheet(name.clone())), "");
            cells.retain(|(_, column), _| *column < MAX_COLUMNS as u32);
        }
        self.cells = cells;
    }

    /// The first and the last visible cell of an area.
    fn visible(&self, area: &Area) -> Option<((u32, u32), (u32, u32))> {
        let mut rows = area.first.0..=area.last.0.min(area.first.0.saturating_add(MAX_ROWS as u32));
        let mut columns = area.first.1..=area.last.1.min(area.first.1.saturating_add(MAX_COLUMNS as u32));
        let row = rows.find(|row| !self.hidden_rows.contains(row))?;
        let column = columns.find(|column| !self.is_hidden_column(*column))?;
        let last_row = rows.rfind(|row| !self.hidden_rows.contains(row)).unwrap_or(row);
        let last_column = columns.rfind(|column| !self.is_hidden_column(*column)).unwrap_or(column);
        Some(((row, column), (last_row, last_column)))
    }

    /// The visible part of each merged area by its first visible cell: the last row and column.
    fn spans(&self) -> BTreeMap<(u32, u32), (u32, u32)> {
        map_of(self.merged.iter().filter_map(|area| self.visible(area)))
    }

    /// The rows with text in them, cut where after a blank row a title and a header begin another
    /// table.
    fn parts(&self) -> Vec<Vec<u32>> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        let mut parts: Vec<Vec<u32>> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let gap = at > 0 && rows[at - 1] + 1 < *row;
            let begins = gap
                && self.texts(*row).count() == 1
                && rows.get(at + 1).is_some_and(|next| self.is_header(*next));
            match parts.last_mut() {
                Some(part) if !begins => part.push(*row),
                _ => parts.push(vec![*row]),
            }
        }
        parts
    }

    fn texts(&self, row: u32) -> impl Iterator<Item = &str> {
        self.cells.range((row, 0)..(row + 1, 0)).map(|(_, text)| text.as_str())
    }

    /// Headings are short words.
    fn is_header(&self, row: u32) -> bool {
        let is_heading = |text: &str| text.chars().count() <= 12 && !text.chars().any(|c| c.is_ascii_digit());
        self.texts(row).count() >= 2 && self.texts(row).all(is_heading)
    }

    fn part(
        &self,
        rows: &[u32],
        merged: &BTreeMap<(u32, u32), (u32, u32)>,
        place: &impl Fn(u32) -> Place,
    ) -> Vec<Block> {
        let index = |row: u32| rows.partition_point(|known| *known < row);
        let header = self.header_row(rows, merged);
        let mut blocks = Vec::new();
        for row in &rows[..header] {
            let text = self.texts(*row).collect::<Vec<_>>().join("\t");
            blocks.push(Block::Paragraph(Paragraph { place: place(*row), text, ..Paragraph::default() }));
        }
        let rows = &rows[header..];
        let Some(first) = rows.first() else { return blocks };
        // A text that somebody typed into one column.
        if rows.iter().all(|row| self.texts(*row).count() <= 1) {
            blocks.extend(rows.iter().filter_map(|row| {
                let text = self.texts(*row).next()?.to_owned();
                Some(Block::Paragraph(Paragraph { place: place(*row), text, ..Paragraph::default() }))
            }));
            return blocks;
        }
        let mut table = Table { place: place(*first), ..Table::default() };
        for row in rows.iter().take(MAX_ROWS) {
            let cells = self.cells.range((*row, 0)..(*row + 1, 0)).map(|((_, column), text)| {
                let (last_row, last_column) =
                    merged.get(&(*row, *column)).copied().unwrap_or((*row, *column));
                let below = index(last_row + 1).saturating_sub(header).max(1);
                let above = index(*row) - header;
                Cell {
                    colspan: (last_column - column) as usize + 1,
                    rowspan: below.saturating_sub(above).max(1),
                    ..Cell::new(*column as usize, text)
                }
            });
            table.rows.push(Row { place: place(*row), cells: cells.collect(), ..Row::default() });
        }
        self.keep_empty_merged(&mut table, rows, merged);
        table.header_rows = self.header_rows(&table, rows);
        shape::clip_rowspans(&mut table);
        shape::drop_unused_columns(&mut table);
        blocks.push(Block::Table(table));
        blocks
    }

    /// Merged cells without a text are cells all the same: a month that is empty for three rows.
    fn keep_empty_merged(&self, table: &mut Table, rows: &[u32], merged: &BTreeMap<(u32, u32), (u32, u32)>) {
        for ((row, column), (last_row, last_column)) in merged {
            let Ok(at) = rows.binary_search(row) else { continue };
            let cells = &mut table.rows[at].cells;
            if *column < MAX_COLUMNS as u32 && !cells.iter().any(|cell| cell.column == *column as usize) {
                let below = rows.partition_point(|known| known <= last_row);
                let (colspan, rowspan) =
                    ((last_column - column) as usize + 1, below.saturating_sub(at).max(1));
                let place = cells.partition_point(|cell| cell.column < *column as usize);
                cells.insert(place, Cell { colspan, rowspan, ..Cell::new(*column as usize, "") });
            }
        }
    }

    /// The place of the table's first row: the first one that is filled over half the width, if
    /// what stands above are a few titles and remarks.
    fn header_row(&self, rows: &[u32], merged: &BTreeMap<(u32, u32), (u32, u32)>) -> usize {
        let filled = |row: &u32| {
            let cells = self.cells.range((*row, 0)..(*row + 1, 0)).map(|((_, column), _)| *column);
            let cells: Vec<u32> = cells.collect();
            let width = |column: &u32| merged.get(&(*row, *column)).map_or(1, |last| last.1 - column + 1);
            // A title over the whole width is one cell.
            if cells.len() == 1 { 1 } else { cells.iter().map(width).sum::<u32>() }
        };
        let widest = rows.iter().take(200).map(filled).max().unwrap_or(0);
        let found = rows.iter().take(15).position(|row| filled(row) >= 2 && filled(row) * 2 >= widest);
        found.unwrap_or(0)
    }

    /// How many rows the header has: down to where the file says, or as far as the cells of the
    /// first row reach.
    fn header_rows(&self, table: &Table, rows: &[u32]) -> usize {
        let said = self.header.map(|last| rows.partition_point(|row| *row <= last)).unwrap_or(0);
        let reach =
            table.rows.first().and_then(|row| row.cells.iter().map(|cell| cell.rowspan).max()).unwrap_or(0);
        match (said, reach) {
            (1..=4, _) => said,
            (_, 2..=4) => reach,
            _ => 0,
        }
    }
}

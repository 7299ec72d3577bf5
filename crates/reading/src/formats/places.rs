//! A document of what a reader has found: where everything stands, counted as a person does.

use crate::document::{
    Aside, AsideKind, Block, Cell, Document, Format, Paragraph, Place, Remark, Row, Table,
};

use super::layout::unwrap_layout;
use super::notes::Notes;
use super::raw::{Raw, RawCell, RawParagraph, RawRow, RawTable};
use super::{join, shape};
use yaodian_pace::{Pace, Stage, boxed};

/// Makes a document of what was found.
pub(super) async fn place(found: Vec<Raw>, notes: Notes, format: Format, pace: &Pace) -> Document {
    let mut places = Places::default();
    let mut flat = Vec::with_capacity(found.len());
    unwrap_layout(found, &mut flat);
    pace.step(Stage::Read, 1, 1).await;
    let mut blocks = Vec::with_capacity(flat.len());
    let mut joining = Vec::new();
    for raw in flat {
        match raw {
            Raw::Paragraph(RawParagraph { id, paragraph }) => {
                for piece in shape::split_at_breaks(paragraph) {
                    let place = places.paragraph(id);
                    blocks.push(Block::Paragraph(Paragraph { place, ..piece }));
                }
            }
            Raw::Table(raw) => {
                let adjacent = raw.adjacent;
                let Some(table) = places.table_in_slices(raw, pace).await else { continue };
                if adjacent {
                    joining.push(table.place.clone());
                }
                blocks.push(Block::Table(table));
            }
        }
    }
    let mut remarks = Vec::new();
    let blocks = boxed(super::text::typed_tables(blocks, pace)).await;
    pace.step(Stage::Read, 1, 1).await;
    let blocks =
        join::join_tables(blocks, |block| joining.binary_search(block.place()).is_ok(), &mut remarks);
    pace.step(Stage::Read, 1, 1).await;
    remarks.splice(0..0, places.remarks(&notes));
    let aside = |(kind, at, text): (AsideKind, Option<usize>, String)| Aside {
        kind,
        text,
        place: at.and_then(|id| places.of(id)),
    };
    Document { format, blocks, asides: notes.asides.into_iter().map(aside).collect(), remarks }
}

/// The places that have been given so far.
#[derive(Default)]
struct Places {
    paragraphs: u32,
    tables: u32,
    /// By the number of the paragraph.
    known: Vec<Option<Place>>,
}

impl Places {
    fn paragraph(&mut self, id: usize) -> Place {
        self.paragraphs += 1;
        let place = Place::Paragraph(self.paragraphs);
        self.know(id, &place);
        place
    }

    fn know(&mut self, id: usize, place: &Place) {
        if self.known.len() <= id {
            self.known.resize(id + 1, None);
        }
        self.known[id].get_or_insert_with(|| place.clone());
    }

    fn table(&mut self, mut raw: RawTable) -> Option<Table> {
        let mut table = self.begin_table(&mut raw)?;
        for (at, row) in (1..).zip(raw.rows) {
            self.row(&mut table, at, row);
        }
        shape::clip_rowspans(&mut table);
        shape::drop_unused_columns(&mut table);
        Some(table)
    }

    /// The same in slices.
    async fn table_in_slices(&mut self, mut raw: RawTable, pace: &Pace) -> Option<Table> {
        let mut table = self.begin_table(&mut raw)?;
        for (at, row) in (1..).zip(raw.rows) {
            self.row(&mut table, at, row);
            pace.tick(Stage::Read, 1, 1).await;
        }
        shape::clip_rowspans(&mut table);
        pace.step(Stage::Read, 1, 1).await;
        shape::drop_unused_columns(&mut table);
        pace.step(Stage::Read, 1, 1).await;
        Some(table)
    }

    /// A table without its rows, unless it is empty.
    fn begin_table(&mut self, raw: &mut RawTable) -> Option<Table> {
        raw.rows.iter().flat_map(|row| &row.cells).find(|cell| !cell.content.is_empty())?;
        self.tables += 1;
        let caption = raw.caption.take();
        let header_rows = raw.rows.iter().take_while(|row| row.header).count();
        Some(Table { place: Place::Table(self.tables), caption, header_rows, ..Table::default() })
    }

    fn row(&mut self, table: &mut Table, at: u32, row: RawRow) {
        let Place::Table(no) = table.place else { return };
        let place = Place::Row { table: no, row: at };
        let cells = row.cells.into_iter().map(|cell| self.cell(cell, &place)).collect();
        table.rows.push(Row { place, cells, ..Row::default() });
    }

    fn cell(&mut self, raw: RawCell, place: &Place) -> Cell {
        let RawCell { column, colspan, rowspan, content, .. } = raw;
        let mut cell = Cell { column, colspan, rowspan, ..Cell::default() };
        for raw in content {
            match raw {
                Raw::Paragraph(RawParagraph { id, paragraph }) => {
                    self.know(id, place);
                    cell.push_text(paragraph.number, &paragraph.text);
                }
                Raw::Table(raw) => cell.tables.extend(self.nested(raw, place)),
            }
        }
        cell
    }

    /// A table in a cell: its rows stand where the row stands in which it is.
    fn nested(&mut self, raw: RawTable, place: &Place) -> Option<Table> {
        let counted = self.tables;
        let mut table = self.table(raw)?;
        self.tables = counted;
        table.place = place.clone();
        table.rows.iter_mut().for_each(|row| row.place = place.clone());
        Some(table)
    }

    /// Where a paragraph stands that a reader knows by this number.
    fn of(&self, id: usize) -> Option<Place> {
        // What stood in a paragraph that was left out is found near the next one.
        self.known.get(id..)?.iter().take(1000).flatten().next().cloned()
    }

    /// What was said, each kind once with all its places.
    fn remarks(&self, notes: &Notes) -> Vec<Remark> {
        let mut remarks: Vec<Remark> = Vec::new();
        for (kind, id, text) in &notes.said {
            let at = remarks.iter().position(|remark| remark.kind == *kind).unwrap_or(remarks.len());
            if at == remarks.len() {
                remarks.push(Remark::new(*kind));
            }
            let remark = &mut remarks[at];
            if let Some(place) = self.of(*id).filter(|place| remark.places.last() != Some(place)) {
                remark.places.push(place);
            }
            remark.texts.extend(text.clone());
        }
        remarks
    }
}

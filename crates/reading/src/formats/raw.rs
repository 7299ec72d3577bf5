//! What a reader of a format has found, before places are counted: cells still hold paragraphs
//! and tables, because a table may turn out to be mere layout.

use crate::document::{
    Aside, AsideKind, Block, Cell, Document, Format, Paragraph, Place, Remark, RemarkKind, Row, Table,
};

use super::{join, shape};
use yaodian_pace::{Pace, Stage, boxed};

/// A paragraph or a table.
#[derive(Clone, Debug)]
pub(super) enum Raw {
    Paragraph(RawParagraph),
    Table(RawTable),
}

/// A paragraph, with the number under which notes know it.
#[derive(Clone, Debug)]
pub(super) struct RawParagraph {
    pub(super) id: usize,
    pub(super) paragraph: Paragraph,
}

#[derive(Clone, Debug, Default)]
pub(super) struct RawTable {
    pub(super) caption: Option<String>,
    pub(super) rows: Vec<RawRow>,
    /// Whether nothing stands between it and a table before it.
    pub(super) adjacent: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct RawRow {
    /// Whether the file says that it is a header.
    pub(super) header: bool,
    pub(super) cells: Vec<RawCell>,
}

#[derive(Clone, Debug)]
pub(super) struct RawCell {
    pub(super) column: usize,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
    pub(super) content: Vec<Raw>,
}

/// What has to be said about a file, collected while it is read.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The number of the paragraph that is being read.
    pub(super) paragraph: usize,
    rows: usize,
    cells: usize,
    said: Vec<(RemarkKind, usize, Option<String>)>,
    asides: Vec<(AsideKind, Option<usize>, String)>,
}

impl Notes {
    /// Says something about the paragraph that is being read.
    pub(super) fn say(&mut self, kind: RemarkKind, text: Option<&str>) {
        let text = text.map(excerpt);
        match self.said.last_mut() {
            Some((last, at, _)) if text.is_none() && *last == kind && *at == self.paragraph => {}
            // The runs of one deleted or hidden text belong together.
            Some((last, at, Some(open))) if *last == kind && *at == self.paragraph => {
                if let Some(text) = text.filter(|_| open.chars().count() < EXCERPT) {
                    open.push_str(&text);
                }
            }
            _ => self.said.push((kind, self.paragraph, text)),
        }
    }

    /// Keeps a text that stands beside the body.
    pub(super) fn aside(&mut self, kind: AsideKind, at: Option<usize>, text: String) {
        // Every section has headers and footers of its own, mostly the same ones.
        let repeats = matches!(kind, AsideKind::Header | AsideKind::Footer | AsideKind::TextBox)
            && self.asides.iter().any(|(known, _, same)| *known == kind && *same == text);
        if !text.trim().is_empty() && !repeats {
            self.asides.push((kind, at, text));
        }
    }

    /// Whether there is room for one more row; says so if there is not.
    pub(super) fn row(&mut self) -> bool {
        self.rows += 1;
        if self.rows == shape::MAX_ROWS + 1 {
            self.say(RemarkKind::CutOff, None);
        }
        self.rows <= shape::MAX_ROWS
    }

    /// Whether there is room for one more cell; says so if there is not.
    pub(super) fn cell(&mut self) -> bool {
        self.cells += 1;
        if self.cells == shape::MAX_CELLS + 1 {
            self.say(RemarkKind::CutOff, None);
        }
        self.cells <= shape::MAX_CELLS
    }
}

const EXCERPT: usize = 60;

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Makes a document of what was found.
pub(super) async fn finish(found: Vec<Raw>, notes: Notes, format: Format, pace: &Pace) -> Document {
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

/// The text of blocks, a line each: for asides.
pub(super) fn text(found: &[Raw]) -> String {
    let mut lines = Vec::new();
    collect_text(found, &mut lines);
    lines.join("\n")
}

fn collect_text(found: &[Raw], lines: &mut Vec<String>) {
    for raw in found {
        match raw {
            Raw::Paragraph(raw) => lines.push(raw.paragraph.line()),
            Raw::Table(table) => {
                for row in &table.rows {
                    let cells = row.cells.iter().map(|cell| text(&cell.content));
                    lines.push(cells.collect::<Vec<_>>().join("\t"));
                }
            }
        }
    }
}

/// Where everything stands, counted as a person does.
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
        let RawCell { column, colspan, rowspan, content } = raw;
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

    fn of(&self, id: usize) -> Option<Place> {
        // What stood in a paragraph that was left out is found near the next one.
        self.known.get(id..)?.iter().take(1000).flatten().next().cloned()
    }

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

/// Puts the content of tables that are mere layout where the tables stood.
fn unwrap_layout(found: Vec<Raw>, out: &mut Vec<Raw>) {
    for raw in found {
        match raw {
            Raw::Table(table) if is_layout(&table) => {
                for cell in table.rows.into_iter().flat_map(|row| row.cells) {
                    unwrap_layout(cell.content, out);
                }
            }
            Raw::Table(mut table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    if cell.content.iter().any(|raw| matches!(raw, Raw::Table(_))) {
                        let mut content = Vec::new();
                        unwrap_layout(std::mem::take(&mut cell.content), &mut content);
                        cell.content = content;
                    }
                }
                out.push(Raw::Table(table));
            }
            paragraph => out.push(paragraph),
        }
    }
}

/// Whether a table only arranges a page: a box around something, a page around another table, or
/// a column that holds a whole article.
fn is_layout(table: &RawTable) -> bool {
    let filled = || table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.content.is_empty());
    let cells = filled().count();
    let nested: usize = filled().map(|cell| cells_inside(&cell.content)).sum();
    if cells <= 1 || nested > cells {
        return true;
    }
    let is_header = |row: &RawRow| {
        let short = |cell: &&RawCell| (1..20).contains(&length(&cell.content));
        row.cells.iter().filter(short).count() >= 3
    };
    let whole: usize = filled().map(|cell| length(&cell.content)).sum();
    let article = |cell: &RawCell| {
        let long = length(&cell.content);
        cell.content.len() >= 5 && long >= 600 && long * 5 >= whole * 4
    };
    table.rows.len() <= 3 && cells <= 4 && !table.rows.iter().any(is_header) && filled().any(article)
}

/// How many filled cells the tables among these blocks have.
fn cells_inside(found: &[Raw]) -> usize {
    let tables = found.iter().filter_map(|raw| match raw {
        Raw::Table(table) => Some(table),
        Raw::Paragraph(_) => None,
    });
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    cells.filter(|cell| !cell.content.is_empty()).map(|cell| 1 + cells_inside(&cell.content)).sum()
}

fn length(found: &[Raw]) -> usize {
    let length = |raw: &Raw| match raw {
        Raw::Paragraph(raw) => raw.paragraph.text.chars().count(),
        Raw::Table(_) => 0,
    };
    found.iter().map(length).sum()
}

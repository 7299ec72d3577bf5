//! A file as paragraphs and real tables, whatever its format.
//!
//! Plain data: what stands in the file, in reading order, each with the [`Place`] where a person
//! finds it again. Texts are as printed; [`fold`] gives the view of them that is compared and
//! understood. What a text means is none of this module's business.

mod describe;
mod fold;
mod grid;
mod place;
mod remark;

pub use describe::describe;
pub use fold::{fold, has_look_alikes};
pub use grid::{Grid, Merged, Slot};
pub use place::Place;
pub use remark::{Remark, RemarkKind};

/// What entries of a list may be called before their numbers: 任务一：听取某报告.
pub(crate) const TOPICS: [&str; 7] = ["重点任务", "任务", "项目", "事项", "议题", "专题", "课题"];

/// What a row that only counts others begins with.
pub(crate) const SUMS: [&str; 4] = ["合计", "总计", "小计", "共计"];

use serde::Serialize;

/// A file, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// What kind of file it was.
    pub format: Format,
    /// Paragraphs and tables in reading order. Empty paragraphs are left out.
    pub blocks: Vec<Block>,
    /// Texts that stand beside the body: notes, headers, comments, text boxes.
    pub asides: Vec<Aside>,
    /// What was left out, accepted or assumed while reading.
    pub remarks: Vec<Remark>,
}

/// A kind of file. In text, tables have no merged cells: an empty cell may stand for either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Format {
    Docx,
    Sheet,
    Html,
    #[default]
    Text,
}

/// What a document consists of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph with something to read in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Paragraph {
    pub place: Place,
    /// As printed, without the automatic number and without white space at its ends; `\n` is a
    /// line break inside the paragraph, `\t` a tab.
    pub text: String,
    /// The automatic number as Word shows it, with its punctuation: `一、`, `（二）`, `1．`.
    /// A number that was typed is part of the text.
    pub number: Option<String>,
    /// 1–9 for a heading, by its style or its own outline level.
    pub level: Option<u8>,
    /// Whether all of the text is bold, or is set in the style of a title.
    pub bold: bool,
    pub centred: bool,
    /// The size of most of its letters in half points, if the file says it: titles are large.
    pub size: Option<u16>,
}

/// A table. Cells stand once, at their upper left corner; [`Table::grid`] expands their spans.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    pub place: Place,
    /// A caption that belongs to the table itself; a paragraph above it is a block of its own.
    pub caption: Option<String>,
    /// How many rows at the top are said by the file to be a header; 0 if it says nothing.
    pub header_rows: usize,
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    pub place: Place,
    /// The line, or lines, as they stand, if the file is a text.
    pub printed: Option<String>,
    /// In the order of their columns. Columns covered by a cell above, or left open at the
    /// beginning of a row, have no cell.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// The first column that it covers, from 0.
    pub column: usize,
    /// How many columns it covers, at least 1.
    pub colspan: usize,
    /// How many rows it covers, at least 1, and no more than there are.
    pub rowspan: usize,
    /// Its paragraphs and the lines in them, without empty ones.
    pub lines: Vec<Line>,
    /// Tables inside the cell.
    pub tables: Vec<Table>,
}

/// A line of a cell: a paragraph, or what stands before or after a line break in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// As printed, without the automatic number.
    pub text: String,
    /// The automatic number as Word shows it. It may stand without a text (a column of serials).
    pub number: Option<String>,
    /// How many lines below the row's own place it stands, if the file is a text.
    pub below: u32,
}

/// A text that stands beside the body of the document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Aside {
    pub kind: AsideKind,
    pub text: String,
    /// Where it is referred to, if it has such a place.
    pub place: Option<Place>,
}

/// What stands beside the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum AsideKind {
    Footnote,
    Endnote,
    Comment,
    Header,
    Footer,
    TextBox,
}

impl Block {
    /// Where it stands.
    pub fn place(&self) -> &Place {
        match self {
            Block::Paragraph(paragraph) => &paragraph.place,
            Block::Table(table) => &table.place,
        }
    }
}

impl Paragraph {
    /// The whole line as a reader sees it: number and text.
    pub fn line(&self) -> String {
        numbered(self.number.as_deref(), &self.text)
    }
}

impl Cell {
    /// A cell of one column and one row.
    pub fn new(column: usize, text: &str) -> Self {
        let mut cell = Self { column, colspan: 1, rowspan: 1, ..Self::default() };
        cell.push_text(None, text);
        cell
    }

    /// Adds a paragraph, a line for each of its lines.
    pub fn push_text(&mut self, mut number: Option<String>, text: &str) {
        for line in text.split('\n') {
            let text = line.trim();
            let number = number.take();
            if !text.is_empty() || number.is_some() {
                self.lines.push(Line { text: text.to_owned(), number, below: 0 });
            }
        }
    }

    /// Its lines without their automatic numbers, `\n` between them.
    pub fn text(&self) -> String {
        join(self.lines.iter().map(|line| line.text.clone()))
    }

    /// Its lines as a reader sees them, with their automatic numbers, `\n` between them.
    pub fn shown(&self) -> String {
        join(self.lines.iter().map(Line::shown))
    }

    /// Its lines as a reader sees them, and the rows of the tables in it, one line each.
    pub fn whole(&self) -> String {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let rows = rows.map(|row| row.cells.iter().map(Cell::whole).collect::<Vec<_>>().join("\t"));
        join(self.lines.iter().map(Line::shown).chain(rows))
    }

    /// Whether there is nothing to read in it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.tables.is_empty()
    }
}

impl Line {
    /// As a reader sees it: number and text.
    pub fn shown(&self) -> String {
        numbered(self.number.as_deref(), &self.text)
    }
}

fn numbered(number: Option<&str>, text: &str) -> String {
    match number {
        // `1.` and `2026年` must not become `1.2026年`.
        Some(number) if number.ends_with(is_ascii_mark) && text.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{number} {text}")
        }
        Some(number) => format!("{number}{text}"),
        None => text.to_owned(),
    }
}

fn join(lines: impl Iterator<Item = String>) -> String {
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn is_ascii_mark(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.'
}

//! What a reader of a format has found, before places are counted: cells still hold paragraphs
//! and tables, because a table may turn out to be mere layout.

use crate::document::Paragraph;

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
    /// The colour that it is filled with, unless that is the paper's.
    pub(super) fill: Option<String>,
    pub(super) content: Vec<Raw>,
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

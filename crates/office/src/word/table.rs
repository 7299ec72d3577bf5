//! Tables: a head that repeats on every page, rows that are not torn apart, cells that go over several rows.

use yaodian_pace::Steps;

use super::paragraph::{Run, aligned};
use super::styles::Look;
use crate::xml::Xml;

/// A table.
pub(super) struct Table {
    /// The widths of the columns in twentieths of a point.
    pub(super) widths: Vec<u32>,
    /// What stands above the columns; without it there is no head.
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// The least height in twentieths of a point; 0: as high as its text.
    pub(super) height: u32,
}

/// A cell.
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) look: Look,
    pub(super) centred: bool,
    /// How many columns it covers.
    pub(super) columns: usize,
    pub(super) merged: Merged,
    /// Whether its text stands at its lower end.
    pub(super) at_bottom: bool,
}

/// How a cell goes over several rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Merged {
    No,
    Begins,
    Continues,
}

impl Cell {
    /// A text that begins at the left.
    pub(super) fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        Cell { text, look: Look::Cell, centred: false, columns: 1, merged: Merged::No, at_bottom: false }
    }

    /// A text in the middle.
    pub(super) fn centred(text: impl Into<String>) -> Cell {
        Cell { centred: true, ..Cell::text(text) }
    }

    /// What a row is about.
    pub(super) fn label(text: impl Into<String>) -> Cell {
        Cell { look: Look::Head, ..Cell::centred(text) }
    }

    /// The value of several rows, of which this is the first or another.
    pub(super) fn of_rows(text: &str, first: bool) -> Cell {
        match first {
            true => Cell { merged: Merged::Begins, ..Cell::centred(text) },
            false => Cell { merged: Merged::Continues, ..Cell::text("") },
        }
    }
}

impl Row {
    /// A row as high as its text.
    pub(super) fn of(cells: Vec<Cell>) -> Row {
        Row { cells, height: 0 }
    }
}

impl Table {
    /// The table as XML; each row is a step.
    pub(super) async fn write(&self, xml: &mut Xml, steps: &Steps<'_>) {
        xml.begin("w:tbl", &[]);
        self.properties(xml);
        if !self.head.is_empty() {
            self.row(xml, &Row::of(self.head.iter().map(Cell::label).collect()), true);
        }
        for row in &self.rows {
            self.row(xml, row, false);
            steps.next().await;
        }
        xml.end("w:tbl");
    }

    fn properties(&self, xml: &mut Xml) {
        let width: u32 = self.widths.iter().sum();
        xml.element("w:tblPr", &[], |xml| {
            xml.leaf("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            xml.leaf("w:jc", &[("w:val", "center")]);
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
                    xml.leaf(side, &line);
                }
            });
            xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
            xml.element("w:tblCellMar", &[], |xml| {
                xml.leaf("w:left", &[("w:w", "85"), ("w:type", "dxa")]);
                xml.leaf("w:right", &[("w:w", "85"), ("w:type", "dxa")]);
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &self.widths {
                xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    fn row(&self, xml: &mut Xml, row: &Row, is_head: bool) {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.leaf("w:cantSplit", &[]);
                if row.height > 0 {
                    xml.leaf("w:trHeight", &[("w:val", &row.height.to_string()), ("w:hRule", "atLeast")]);
                }
                if is_head {
                    xml.leaf("w:tblHeader", &[]);
                }
            });
            let mut column = 0;
            for cell in &row.cells {
                let end = column + cell.columns;
                let width: u32 = self.widths.get(column..end).unwrap_or_default().iter().sum();
                cell.write(xml, width);
                column = end;
            }
        });
    }
}

impl Cell {
    fn write(&self, xml: &mut Xml, width: u32) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if self.columns > 1 {
                    xml.leaf("w:gridSpan", &[("w:val", &self.columns.to_string())]);
                }
                match self.merged {
                    Merged::No => {}
                    Merged::Begins => xml.leaf("w:vMerge", &[("w:val", "restart")]),
                    Merged::Continues => xml.leaf("w:vMerge", &[]),
                }
                xml.leaf("w:vAlign", &[("w:val", if self.at_bottom { "bottom" } else { "center" })]);
            });
            let align = self.centred.then_some("center");
            for line in crate::xml::legal(&self.text).split('\n') {
                aligned(xml, self.look, align, &[Run::plain(line)], false);
            }
        });
    }
}

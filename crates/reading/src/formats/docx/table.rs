//! Tables of a Word file: merged cells, rows that begin late, cells in content controls.

use crate::document::RemarkKind;
use crate::formats::fills;
use crate::formats::raw::{RawCell, RawRow, RawTable};
use crate::formats::shape::MAX_COLUMNS;
use crate::formats::xml::{Malformed, Tag, Xml};
use yaodian_pace::{Pace, Stage};

use super::reader::{Flow, Reader};

/// Columns narrower than this, in twentieths of a point, come from edges that somebody drew a
/// little beside each other.
const NARROW: i64 = 200;

/// A table while it is read.
#[derive(Default)]
struct Rows {
    rows: Vec<RawRow>,
    /// The widths of the columns of its grid.
    widths: Vec<i64>,
    /// For each column the cell, by row and place in the row, that goes on below.
    open: Vec<Option<(usize, usize)>>,
}

/// What a cell says about itself.
#[derive(Default)]
struct CellProps {
    span: usize,
    down: Merge,
    right: Merge,
    deleted: bool,
    fill: Option<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    No,
    Begin,
    Continue,
}

/// What a row says about itself.
#[derive(Default)]
struct RowProps {
    before: usize,
    header: bool,
    deleted: bool,
}

impl Reader<'_> {
    /// Reads a table from inside.
    pub(super) fn table(&mut self, xml: &mut Xml<'_>, adjacent: bool) -> Result<RawTable, Malformed> {
        let mut rows = Rows::default();
        self.rows(xml, &mut rows)?;
        Ok(self.finished(rows, adjacent))
    }

    /// The same in slices.
    pub(super) async fn table_in_slices(
        &mut self,
        xml: &mut Xml<'_>,
        adjacent: bool,
        pace: &Pace,
    ) -> Result<RawTable, Malformed> {
        let mut rows = Rows::default();
        while let Some(tag) = xml.element()? {
            self.some_rows(&tag, xml, &mut rows)?;
            let (done, total) = xml.position();
            pace.tick(Stage::Read, done, total).await;
        }
        Ok(self.finished(rows, adjacent))
    }

    fn finished(&mut self, rows: Rows, adjacent: bool) -> RawTable {
        let mut table = rows.finish(adjacent);
        if fills::write_bars(&mut table) {
            self.notes.say(RemarkKind::Colours, None);
        }
        table
    }

    fn rows(&mut self, xml: &mut Xml<'_>, rows: &mut Rows) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            self.some_rows(&tag, xml, rows)?;
        }
        Ok(())
    }

    /// Reads a row, or what stands around rows.
    fn some_rows(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>, rows: &mut Rows) -> Result<(), Malformed> {
        match tag.name() {
            "tr" => self.row(xml, rows),
            "tblGrid" => {
                while let Some(tag) = xml.element()? {
                    if tag.name() == "gridCol" {
                        rows.widths.push(tag.number_in("w").unwrap_or(i64::MAX >> 16));
                    }
                    xml.skip()?;
                }
                Ok(())
            }
            "sdt" => self.content_control(xml, &mut |reader, xml| reader.rows(xml, rows)),
            "AlternateContent" => self.first_choice(xml, &mut |reader, xml| reader.rows(xml, rows)),
            "tblPr" | "tblPrEx" | "del" | "moveFrom" => xml.skip(),
            _ => self.rows(xml, rows),
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, rows: &mut Rows) -> Result<(), Malformed> {
        if !self.notes.row() {
            return xml.skip();
        }
        let mut props = RowProps::default();
        let mut row = RawRow::default();
        let mut column = 0;
        self.cells(xml, rows, &mut props, &mut row, &mut column)?;
        if props.deleted {
            self.tracked();
            return Ok(());
        }
        row.header = props.header;
        rows.rows.push(row);
        Ok(())
    }

    fn cells(
        &mut self,
        xml: &mut Xml<'_>,
        rows: &mut Rows,
        props: &mut RowProps,
        row: &mut RawRow,
        column: &mut usize,
    ) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "trPr" => {
                    *props = self.row_props(xml)?;
                    *column = props.before;
                }
                _ if props.deleted => xml.skip()?,
                "tc" => self.cell(xml, rows, row, column)?,
                "tblPrEx" | "del" | "moveFrom" => xml.skip()?,
                "sdt" => {
                    self.content_control(xml, &mut |reader, xml| {
                        reader.cells(xml, rows, props, row, column)
                    })?;
                }
                "AlternateContent" => {
                    self.first_choice(xml, &mut |reader, xml| reader.cells(xml, rows, props, row, column))?;
                }
                _ => self.cells(xml, rows, props, row, column)?,
            }
        }
        Ok(())
    }

    fn row_props(&mut self, xml: &mut Xml<'_>) -> Result<RowProps, Malformed> {
        let mut props = RowProps::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "gridBefore" => props.before = tag.number().unwrap_or(0),
                "tblHeader" => props.header = tag.is_on(),
                "del" | "moveFrom" => props.deleted = true,
                "ins" | "moveTo" => self.tracked(),
                "annotation" => props.deleted |= tag.attribute("type").as_deref() == Some("Word.Deletion"),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(props)
    }

    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        rows: &mut Rows,
        row: &mut RawRow,
        column: &mut usize,
    ) -> Result<(), Malformed> {
        if !self.notes.cell() {
            return xml.skip();
        }
        // The properties come first; what comes next is the content.
        let mut props = CellProps { span: 1, ..CellProps::default() };
        let mut flow = Flow::default();
        let muted = self.muted;
        while let Some(tag) = xml.element()? {
            if tag.name() == "tcPr" {
                props = cell_props(xml)?;
                self.muted =
                    muted || props.down == Merge::Continue || props.right == Merge::Continue || props.deleted;
            } else {
                self.block(&tag, xml, &mut flow)?;
            }
        }
        self.close(&mut flow);
        self.muted = muted;
        if props.deleted {
            self.tracked();
            return Ok(());
        }
        let begin = *column;
        *column = begin.saturating_add(props.span);
        if *column > MAX_COLUMNS {
            self.notes.say(RemarkKind::CutOff, None);
            *column = MAX_COLUMNS;
            return Ok(());
        }
        if rows.open.len() < *column {
            rows.open.resize(*column, None);
        }
        if props.right == Merge::Continue
            && let Some(before) = row.cells.last_mut().filter(|cell| cell.column + cell.colspan == begin)
        {
            before.colspan += props.span;
            return Ok(());
        }
        let at = rows.rows.len();
        if props.down == Merge::Continue
            && let Some((above, place)) = rows.open[begin]
            && let Some(cell) = rows.rows.get_mut(above).and_then(|row| row.cells.get_mut(place))
            && above + cell.rowspan == at
        {
            cell.rowspan += 1;
            return Ok(());
        }
        let down = props.down != Merge::No;
        rows.open[begin..*column].fill(None);
        rows.open[begin] = down.then_some((at, row.cells.len()));
        row.cells.push(RawCell {
            column: begin,
            colspan: props.span,
            rowspan: 1,
            fill: props.fill,
            content: flow.out,
        });
        Ok(())
    }
}

impl Rows {
    fn finish(mut self, adjacent: bool) -> RawTable {
        join_edges(&mut self);
        RawTable { rows: self.rows, adjacent, caption: None }
    }
}

fn cell_props(xml: &mut Xml<'_>) -> Result<CellProps, Malformed> {
    let mut props = CellProps { span: 1, ..CellProps::default() };
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "gridSpan" => props.span = tag.number().unwrap_or(1).clamp(1, MAX_COLUMNS),
            "vMerge" | "vmerge" => props.down = merge(&tag),
            "hMerge" | "hmerge" => props.right = merge(&tag),
            "cellDel" => props.deleted = true,
            "shd" => props.fill = tag.attribute("fill").and_then(|fill| fills::colour(&fill)),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(props)
}

fn merge(tag: &Tag<'_>) -> Merge {
    if tag.val().as_deref() == Some("restart") { Merge::Begin } else { Merge::Continue }
}

/// Makes one of edges that lie closer together than any column is wide: the rows of a table that
/// was drawn by hand do not meet exactly.
fn join_edges(rows: &mut Rows) {
    let mut edges: Vec<usize> = vec![0];
    let (mut kept, mut position, mut kept_position) = (0, 0i64, 0i64);
    for (at, width) in rows.widths.iter().enumerate().take(MAX_COLUMNS) {
        position = position.saturating_add((*width).max(0));
        if position.saturating_sub(kept_position) >= NARROW {
            (kept, kept_position) = (at + 1, position);
        }
        edges.push(kept);
    }
    // Columns that the grid does not name are as wide as any.
    let edge = |at: usize| edges.get(at).copied().unwrap_or(at);
    let mut cells = rows.rows.iter().flat_map(|row| &row.cells);
    let vanishes = |cell: &RawCell| edge(cell.column) >= edge(cell.column + cell.colspan);
    if cells.any(|cell| vanishes(cell) && !cell.content.is_empty()) {
        return;
    }
    for row in &mut rows.rows {
        row.cells.retain(|cell| !vanishes(cell));
        for cell in &mut row.cells {
            let end = edge(cell.column + cell.colspan);
            cell.column = edge(cell.column);
            cell.colspan = end - cell.column;
        }
    }
}

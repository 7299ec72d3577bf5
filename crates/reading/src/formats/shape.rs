//! What blocks of every format have to go through: columns that nothing tells apart become one,
//! spans stay inside their table, and what stands above a table or in one paragraph is told apart.

use crate::document::{Block, Cell, Paragraph, Row, Table};

use super::entry;

/// A document with more rows than this is cut off, and that is said.
pub const MAX_ROWS: usize = 50_000;

/// A document with more cells than this is cut off, too.
pub const MAX_CELLS: usize = 1_000_000;

/// No table that people read has more columns.
pub const MAX_COLUMNS: usize = 256;

/// Makes the table as narrow as its cells allow: a boundary between columns counts only if a cell
/// begins or ends there.
pub fn drop_unused_columns(table: &mut Table) {
    // For each edge whether a cell has it, then how many there are before it.
    let mut edges: Vec<usize> = Vec::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        let end = cell.column + cell.colspan.max(1);
        if edges.len() <= end {
            edges.resize(end + 1, 0);
        }
        edges[cell.column] = 1;
        edges[end] = 1;
    }
    let mut before = 0;
    for edge in &mut edges {
        before += std::mem::replace(edge, before);
    }
    let index = |edge: usize| edges.get(edge).copied().unwrap_or(0);
    // A table that leaves its first columns open everywhere keeps no trace of them.
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        let end = index(cell.column + cell.colspan.max(1));
        cell.column = index(cell.column);
        cell.colspan = end - cell.column;
    }
}

/// Ends every cell where its table ends.
pub fn clip_rowspans(table: &mut Table) {
    let rows = table.rows.len();
    for (at, row) in table.rows.iter_mut().enumerate() {
        for cell in &mut row.cells {
            cell.rowspan = cell.rowspan.clamp(1, rows - at);
        }
    }
}

/// The paragraphs that stand in the first rows of a table, as spreadsheets have them, and the rest
/// of it.
pub fn above_table(mut table: Table) -> Vec<Block> {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let header = table.rows.iter().position(|row| filled(row) >= 2);
    let Some(header) = header.filter(|header| table.header_rows <= *header) else {
        return vec![Block::Table(table)];
    };
    let mut blocks: Vec<Block> = Vec::new();
    let above: Vec<Row> = table.rows.drain(..header).collect();
    for row in above {
        let text =
            row.cells.iter().map(Cell::whole).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        if !text.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { place: row.place, text, ..Paragraph::default() }));
        }
    }
    if let Some(first) = table.rows.first().filter(|_| header > 0) {
        table.place = first.place.clone();
        drop_unused_columns(&mut table);
    }
    blocks.push(Block::Table(table));
    blocks
}

/// Takes rows away; cells that reach over them become shorter, and a cell that begins in one
/// begins in the next row that stays.
pub fn remove_rows(table: &mut Table, gone: impl Fn(usize) -> bool) {
    let mut kept: Vec<Row> = Vec::with_capacity(table.rows.len());
    // Cells that began in a row that is gone, with the rows that they still cover.
    let mut moved: Vec<Cell> = Vec::new();
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let header = (0..table.header_rows).filter(|at| !gone(*at)).count();
    for (at, mut row) in std::mem::take(&mut table.rows).into_iter().enumerate() {
        if gone(at) {
            for (row, cell, left) in &mut open {
                if *left > 0
                    && let Some(cell) = kept.get_mut(*row).and_then(|row: &mut Row| row.cells.get_mut(*cell))
                {
                    cell.rowspan -= 1;
                }
            }
            moved.iter_mut().for_each(|cell| cell.rowspan -= 1);
            let below = row.cells.into_iter().filter(|cell| cell.rowspan > 1);
            moved.extend(below.map(|cell| Cell { rowspan: cell.rowspan - 1, ..cell }));
            moved.retain(|cell| cell.rowspan > 0);
        } else {
            for cell in moved.drain(..) {
                let at = row.cells.partition_point(|other| other.column < cell.column);
                row.cells.insert(at, cell);
            }
            let spans = row.cells.iter().enumerate().filter(|(_, cell)| cell.rowspan > 1);
            open.extend(spans.map(|(index, cell)| (kept.len(), index, cell.rowspan)));
            kept.push(row);
        }
        open.iter_mut().for_each(|(.., left)| *left = left.saturating_sub(1));
        open.retain(|(.., left)| *left > 0);
    }
    table.rows = kept;
    table.header_rows = header;
}

/// Cuts a paragraph at the line breaks after which something of its own begins.
pub fn split_at_breaks(paragraph: Paragraph) -> Vec<Paragraph> {
    if !paragraph.text.contains('\n') {
        return vec![paragraph];
    }
    let mut pieces: Vec<Paragraph> = Vec::new();
    for line in paragraph.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        match pieces.last_mut() {
            Some(open) if !entry::begins_entry(line) && !ends_with_stop(&open.text) => {
                open.text.push('\n');
                open.text.push_str(line);
            }
            Some(_) => {
                let text = line.to_owned();
                pieces.push(Paragraph { text, number: None, ..paragraph.clone() });
            }
            None => pieces.push(Paragraph { text: line.to_owned(), ..paragraph.clone() }),
        }
    }
    pieces
}

fn ends_with_stop(text: &str) -> bool {
    entry::ends_sentence(text) && !text.ends_with(['：', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::samples::table;
    use super::*;

    fn shown(table: &Table) -> Vec<String> {
        let grid = table.grid();
        let row = |row| (0..grid.columns).map(|column| grid.shown(row, column)).collect::<Vec<_>>().join("|");
        (0..grid.rows()).map(row).collect()
    }

    #[test]
    fn unused_columns_go() {
        let mut table = table(&[&["甲", "乙"], &["丙"]]);
        table.rows[0].cells[0].colspan = 3;
        table.rows[0].cells[1].column = 7;
        table.rows[1].cells[0].column = 3;
        table.rows[1].cells[0].colspan = 4;
        drop_unused_columns(&mut table);
        let at: Vec<_> =
            table.rows.iter().flat_map(|row| &row.cells).map(|c| (c.column, c.colspan)).collect();
        assert_eq!(at, [(0, 1), (2, 1), (1, 1)]);
    }

    #[test]
    fn removed_rows_shorten_what_reaches_over_them() {
        let mut over = table(&[&["甲", "一"], &[], &[], &[]]);
        over.rows[0].cells[0].rowspan = 4;
        for (at, text) in ["二", "三", "四"].iter().enumerate() {
            over.rows[at + 1].cells.push(Cell::new(1, text));
        }
        let mut first = over.clone();
        remove_rows(&mut over, |row| row == 2);
        assert_eq!(shown(&over), ["甲|一", "甲|二", "甲|四"]);
        remove_rows(&mut first, |row| row < 2);
        assert_eq!(shown(&first), ["甲|三", "甲|四"]);
    }

    #[test]
    fn breaks_before_entries_are_ends() {
        let split = |text: &str| {
            let paragraph = Paragraph { text: text.to_owned(), ..Paragraph::default() };
            split_at_breaks(paragraph).into_iter().map(|p| p.text).collect::<Vec<_>>()
        };
        assert_eq!(split("某市人大常委会\n2026年工作要点"), ["某市人大常委会\n2026年工作要点"]);
        assert_eq!(split("（三）甲。乙。\n\u{a0}（四）丙"), ["（三）甲。乙。", "（四）丙"]);
        assert_eq!(split("附件：\n1．甲表\n2．乙表"), ["附件：", "1．甲表", "2．乙表"]);
        assert_eq!(split("\n"), Vec::<String>::new());
    }
}

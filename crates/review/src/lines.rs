//! Where in the document something stands: the number of a paragraph or a row among all, over all files, as the reader
//! counts them.

use yaodian_reading::document::{Block, Cell, Document, Place};

/// The lines of a block: one of a paragraph, one for each row of a table.
pub type BlockLines = Vec<u32>;

/// The lines of all blocks, file by file.
pub fn lines(files: &[(String, Document)]) -> Vec<Vec<BlockLines>> {
    let mut line = 0_u32;
    files
        .iter()
        .map(|(_, document)| {
            let before = line;
            let mut next = |place: &Place| {
                line = match place {
                    Place::Line(no) => before.saturating_add(*no),
                    _ => line.saturating_add(1),
                };
                line
            };
            let lines = document.blocks.iter().map(|block| match block {
                Block::Paragraph(paragraph) => vec![next(&paragraph.place)],
                Block::Table(table) => table.rows.iter().map(|row| next(&row.place)).collect(),
            });
            lines.collect()
        })
        .collect()
}

/// What stands in a line, if there is such a line.
pub fn text_of(files: &[(String, Document)], line: u32) -> Option<String> {
    let (block, row) = block_of(files, line)?;
    Some(match block {
        Block::Paragraph(paragraph) => paragraph.line(),
        Block::Table(table) => {
            let cells = table.rows.get(row).into_iter().flat_map(|row| &row.cells);
            let texts = cells.map(Cell::whole).filter(|text| !text.trim().is_empty());
            texts.collect::<Vec<_>>().join(" ")
        }
    })
}

/// The number of the table, from 1, that a line stands in.
pub fn table_of(files: &[(String, Document)], line: u32) -> Option<usize> {
    let (block, _) = block_of(files, line)?;
    let blocks = files.iter().flat_map(|(_, document)| &document.blocks);
    let mut tables = blocks.filter(|block| matches!(block, Block::Table(_)));
    tables.position(|table| std::ptr::eq(table, block)).map(|at| at + 1)
}

/// The block that a line stands in, and the position of its row.
fn block_of(files: &[(String, Document)], line: u32) -> Option<(&Block, usize)> {
    let lines = lines(files);
    let blocks = files.iter().flat_map(|(_, document)| &document.blocks);
    let mut found = blocks.zip(lines.iter().flatten());
    found.find_map(|(block, lines)| Some((block, lines.iter().position(|other| *other == line)?)))
}

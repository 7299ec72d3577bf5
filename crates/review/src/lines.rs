//! Where in the document something stands: the number of a paragraph or a row among all, over all files, as the reader
//! counts them.

use yaodian_reading::document::{Block, Document, Place};

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

//! The same plan from several files: what differs is only how it is written.

use yaodian_reading::document::{Block, Document};
use yaodian_reading::formats::{self, Kind};

use crate::support::read;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../plans/nanhai-2023/source.txt");

/// The text without what differs between files: white space, and the marks of bold text.
fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

fn source() -> Document {
    formats::read(Kind::Text, &std::fs::read(SOURCE).expect("the source")).expect("a document")
}

/// Paragraphs, and the cells of each row but for the category: in the text that is empty where a
/// merged cell goes on.
fn essence(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(squash(&paragraph.line())),
            Block::Table(table) => {
                let grid = table.grid();
                let from = usize::from(squash(&grid.shown(0, 0)) == "类别");
                for row in 0..grid.rows() {
                    let cells = (from..grid.columns).map(|column| squash(&grid.shown(row, column)));
                    found.push(cells.collect::<Vec<_>>().join("|"));
                }
            }
        }
    }
    found
}

#[test]
fn nanhai_from_word_and_from_libreoffice() {
    let expected = essence(&source());
    assert_eq!(expected.len(), 36 + 42 + 13 - 1, "paragraphs and rows of the source");
    for name in ["nanhai.docx", "nanhai-lo.docx"] {
        let found = essence(&read(name));
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(found.len(), expected.len(), "{name}");
    }
}

/// The category goes down for certain in a file with merged cells.
#[test]
fn categories_of_merged_cells() {
    for name in ["nanhai.docx", "nanhai-lo.docx"] {
        let document = read(name);
        let Some(Block::Table(table)) = document.blocks.iter().find(|block| matches!(block, Block::Table(_)))
        else {
            panic!("no table");
        };
        let grid = table.grid();
        assert_eq!(squash(&grid.shown(3, 0)), "讨论决定重大事项(3项)", "{name}");
        assert_eq!(squash(&grid.shown(4, 0)), "听取和审议/听取专项工作报告（16项）", "{name}");
        assert_eq!(squash(&grid.shown(19, 0)), "听取和审议/听取专项工作报告（16项）", "{name}");
        assert_eq!((table.header_rows, grid.columns), (1, 7), "{name}");
    }
}

//! Whether a file is a form that came back.

use yaodian_pace::{Pace, Stage, at_once};
use yaodian_reading::document::{Block, Document};

use super::Mark;
use super::columns::Columns;

/// Whether some table of a document is a form, or its line says that it is one.
pub fn is_form(document: &Document) -> bool {
    at_once(is_form_in_slices(document, &Pace::default()))
}

/// The same in slices.
pub async fn is_form_in_slices(document: &Document, pace: &Pace) -> bool {
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                if Mark::find(&paragraph.line()).is_some() {
                    return true;
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    let is_marked = row.cells.iter().any(|cell| Mark::find(&cell.shown()).is_some());
                    if is_marked || Columns::of(row).is_some() {
                        return true;
                    }
                    pace.tick(Stage::Read, 1, 1).await;
                }
            }
        }
        pace.tick(Stage::Read, 1, 1).await;
    }
    false
}

/// All texts of a file, to find the mark wherever it was moved.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.line()],
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.shown()).collect()
        }
    };
    document.blocks.iter().flat_map(of_block).collect()
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use yaodian_reading::document::{Cell, Row, Table};

    use super::*;

    /// A table of so many rows that are no form, and one row more.
    fn table(count: usize, last: &[&str]) -> Document {
        let row = |texts: &[&str]| Row {
            cells: texts.iter().enumerate().map(|(at, text)| Cell::new(at, text)).collect(),
            ..Row::default()
        };
        let mut rows: Vec<Row> = (0..count).map(|_| row(&["1", "关于环境保护的调研"])).collect();
        rows.push(row(last));
        let mut document = Document::default();
        document.blocks.push(Block::Table(Table { rows, ..Table::default() }));
        document
    }

    #[test]
    fn a_long_table_is_looked_through_in_slices_with_the_same_answer() {
        let mark = "本表编码（请勿修改）：yaodian-form/1/nanhai-2023/finance/1689400000000";
        for (last, is_it) in [(["事项", "本次进展"], true), (["", mark], true), (["事项", "时间"], false)]
        {
            let document = table(100, &last);
            let pace = Pace::new(|_| true);
            let mut work = pin!(is_form_in_slices(&document, &pace));
            let mut pauses = 0;
            let answer = loop {
                match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                    Poll::Ready(answer) => break answer,
                    Poll::Pending => pauses += 1,
                }
            };
            assert_eq!((answer, is_form(&document)), (is_it, is_it), "{last:?}");
            assert!(pauses > 3, "{pauses}");
        }
    }
}

//! Plain text: what a PDF reader, a chat, a spreadsheet or an old program hands on.
//!
//! - [`lines`]: the lines, without what every page has; [`width`]: how wide they are;
//! - [`tables`], [`cells`], [`rows`]: tables whose cells a mark separates; [`columns`], [`column_rows`]:
//!   those that only spaces do, found by their [`gutters`], [`words`]: or single blanks; [`prose`]: paragraphs;
//! - [`tabbed`]: tables of such lines in documents of other formats.

mod cells;
mod column_rows;
mod columns;
mod gutters;
mod lines;
mod prose;
mod rows;
mod tabbed;
mod tables;
mod width;
mod words;

pub(super) use tabbed::tables as typed_tables;

use crate::document::{Block, Document, Format, Place, Remark, RemarkKind};

use super::decode::{Gb18030, decode};
use super::error::{ErrorKind, FormatError};
use super::{join, shape};
use prose::Wrap;
use tables::Piece;
use yaodian_pace::{Pace, Stage, boxed};

/// Lines beyond these are not read.
const MAX_LINES: usize = 300_000;

/// Reads a text in any encoding.
pub(super) async fn read(bytes: &[u8], gb18030: Gb18030, pace: &Pace) -> Result<Document, FormatError> {
    let decoded = decode(bytes, gb18030);
    let mut remarks = Vec::new();
    if decoded.bad > 0 {
        let mut remark = Remark::new(RemarkKind::BadCharacters);
        let bad = lines::lines(&decoded.text).into_iter().filter(|line| line.text.contains('\u{fffd}'));
        remark.places = bad.map(|line| Place::Line(line.no)).collect();
        remarks.push(remark);
    }
    let document = blocks(&decoded.text, remarks, pace).await;
    if document.blocks.is_empty() { Err(ErrorKind::NoText.into()) } else { Ok(document) }
}

async fn blocks(text: &str, mut remarks: Vec<Remark>, pace: &Pace) -> Document {
    let mut lines = lines::lines(text);
    pace.step(Stage::Read, 0, 1).await;
    let too_many = lines.len() > MAX_LINES;
    lines.truncate(MAX_LINES);
    let lines = lines::without_pages(lines, &mut remarks);
    pace.step(Stage::Read, 0, 1).await;
    let (pieces, cut_off) = boxed(tables::pieces(&lines, pace)).await;
    let prose = pieces.iter().filter_map(|piece| match piece {
        Piece::Prose(lines) => Some(lines),
        Piece::Table { .. } => None,
    });
    pace.step(Stage::Read, 1, 1).await;
    let wrap = Wrap::find(prose.flatten().map(|line| line.text));
    let mut rejoined = prose::remark();
    let mut restored_cells = Remark::new(RemarkKind::RestoredCells);
    let mut spaced = Remark::new(RemarkKind::ColumnsBySpaces);
    let mut blocks: Vec<Block> = Vec::new();
    for piece in pieces {
        pace.step(Stage::Read, 1, 1).await;
        match piece {
            Piece::Prose(lines) => prose::paragraphs(&lines, wrap, &mut rejoined, &mut blocks),
            Piece::Table { table, restored, by_spaces } => {
                restored_cells.places.extend(restored);
                spaced.places.extend(by_spaces.then(|| table.place.clone()));
                blocks.extend(shape::above_table(table));
            }
        }
    }
    pace.step(Stage::Read, 1, 1).await;
    let blocks = join::join_tables(blocks, |_| false, &mut remarks);
    if cut_off || too_many {
        remarks.push(Remark::new(RemarkKind::CutOff));
    }
    remarks.extend([rejoined, restored_cells, spaced].into_iter().filter(|remark| !remark.places.is_empty()));
    Document { format: Format::Text, blocks, asides: Vec::new(), remarks }
}

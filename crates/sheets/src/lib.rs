//! Excel files as paragraphs and tables.
//!
//! A crate of its own, as its code is a module of its own that is loaded when needed.
//!
//! - `xlsx`: files of Excel 2007 and later; `xls`, `biff`: those before;
//! - `look`, `number`, `date`: what a cell shows; `sheet`: from cells to blocks.

mod biff;
mod date;
mod look;
mod number;
mod sheet;
mod xls;
mod xlsx;

pub use sheet::Hidden;
use yaodian_pace::{Pace, at_once};
use yaodian_reading::document::Document;
use yaodian_reading::formats::{ErrorKind, FormatError, characters, compound};

/// Reads a workbook: a file that is recognised as [`yaodian_reading::formats::Kind::Workbook`].
pub fn read(bytes: &[u8]) -> Result<Document, FormatError> {
    read_with(bytes, Hidden::LeftOut)
}

/// Reads a workbook with or without its hidden rows and columns.
pub fn read_with(bytes: &[u8], hidden: Hidden) -> Result<Document, FormatError> {
    at_once(read_in_slices(bytes, hidden, &Pace::default()))
}

/// The same in slices.
pub async fn read_in_slices(bytes: &[u8], hidden: Hidden, pace: &Pace) -> Result<Document, FormatError> {
    let is_old = bytes.starts_with(&compound::MAGIC);
    let mut document =
        if is_old { xls::read(bytes, hidden, pace).await? } else { xlsx::read(bytes, hidden, pace).await? };
    characters::remark_on(&mut document, pace).await;
    if document.blocks.is_empty() { Err(ErrorKind::NoText.into()) } else { Ok(document) }
}

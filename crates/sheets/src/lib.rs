//! Excel files as paragraphs and tables.
//!
//! Values, formats and merged cells of an xlsx are read by `calamine`, which is large: so this is a
//! crate of its own, and a module of its own where it is loaded when needed. What the library does
//! not tell (hidden rows, struck-out text, how a date is shown) is read here.
//!
//! - `xlsx`, `parts`: files of Excel 2007 and later; `xls`, `biff`: those before;
//! - `look`, `number`, `date`: what a cell shows; `sheet`: from cells to blocks.

mod biff;
mod date;
mod look;
mod number;
mod parts;
mod sheet;
mod xls;
mod xlsx;

use yaodian_reading::document::Document;
use yaodian_reading::formats::{ErrorKind, FormatError, compound};

/// Reads a workbook: a file that is recognised as [`yaodian_reading::formats::Kind::Workbook`].
pub fn read(bytes: &[u8]) -> Result<Document, FormatError> {
    let document = if bytes.starts_with(&compound::MAGIC) { xls::read(bytes)? } else { xlsx::read(bytes)? };
    if document.blocks.is_empty() { Err(ErrorKind::NoText.into()) } else { Ok(document) }
}

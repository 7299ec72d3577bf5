//! Web pages, and what browsers, Word and Excel put on the clipboard.
//!
//! - [`tokens`]: tags and texts; [`style`]: how an element looks; [`lists`]: numbers of lists;
//! - [`state`], [`page`], [`elements`], [`frames`], [`flow`], [`tables`]: from tags to paragraphs and tables.

mod elements;
mod flow;
mod frames;
mod lists;
mod page;
mod state;
mod style;
mod tables;
mod tokens;

use crate::document::{Document, Format};

use super::decode::{Gb18030, decode};
use super::error::{ErrorKind, FormatError};
use super::places::place;
use yaodian_pace::Pace;

/// Reads a page in any encoding.
pub(super) async fn read(bytes: &[u8], gb18030: Gb18030, pace: &Pace) -> Result<Document, FormatError> {
    let decoded = decode(bytes, gb18030);
    let (found, notes) = state::Page::read(&decoded.text, pace).await;
    let document = place(found, notes, Format::Html, pace).await;
    if document.blocks.is_empty() { Err(ErrorKind::NoText.into()) } else { Ok(document) }
}

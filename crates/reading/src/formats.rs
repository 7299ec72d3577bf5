//! From the bytes of a file to a [`Document`].
//!
//! - [`recognise`]: what a file is, by its content; what cannot be read is named, with the remedy;
//! - [`read`]: Word files, web pages (as the clipboard holds them, too) and texts. Workbooks are
//!   recognised here and read by a crate of their own, because the library for them is large;
//! - `decode`, `gb18030`: the characters of what is text;
//! - `fills`: bars drawn with colours;
//! - `raw`: what a reader has found; `notes`: what it says meanwhile; `places`: the document that comes of it, without
//!   what is mere `layout`;
//! - [`characters`]: what is said of characters, whatever the format;
//! - [`archive`], [`compound`], [`relations`], [`xml`], [`shape`], [`counting`], [`symbol`]: what the readers of formats share.
//!
//! No reader panics, recurses without bound, or takes more time than the size of the file allows.

pub mod archive;
pub mod characters;
pub mod compound;
pub mod counting;
mod decode;
mod detect;
mod docx;
mod entities;
mod entry;
mod error;
mod fills;
mod gb18030;
mod html;
mod join;
mod layout;
mod notes;
mod pdf;
mod places;
mod raw;
pub mod relations;
#[cfg(test)]
mod samples;
pub mod shape;
pub mod symbol;
mod text;
pub mod xml;

pub use decode::Gb18030;
pub use detect::Kind;
pub use error::{ErrorKind, FormatError};

use crate::document::Document;
use yaodian_pace::{Pace, at_once, boxed};

/// Recognises a file by its content.
///
/// `name` is the file's name if it has one: a web page that is called .docx is said to be none.
pub fn recognise(bytes: &[u8], name: &str) -> Result<Kind, FormatError> {
    recognise_with(bytes, name, gb18030::decode)
}

/// Recognises a file by its content, with another way to decode GB18030.
pub fn recognise_with(bytes: &[u8], name: &str, gb18030: Gb18030) -> Result<Kind, FormatError> {
    detect::recognise(bytes, name, gb18030)
}

/// Reads a file of a kind that [`recognise`] has found; all but workbooks, which are not read here.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Document, FormatError> {
    read_with(kind, bytes, gb18030::decode)
}

/// Reads a file with another way to decode GB18030.
pub fn read_with(kind: Kind, bytes: &[u8], gb18030: Gb18030) -> Result<Document, FormatError> {
    at_once(read_in_slices(kind, bytes, gb18030, &Pace::default()))
}

/// The same in slices.
pub async fn read_in_slices(
    kind: Kind,
    bytes: &[u8],
    gb18030: Gb18030,
    pace: &Pace,
) -> Result<Document, FormatError> {
    let mut document = match kind {
        Kind::Docx => boxed(docx::read(bytes, pace)).await?,
        Kind::Html => boxed(html::read(bytes, gb18030, pace)).await?,
        Kind::Text => boxed(text::read(bytes, gb18030, pace)).await?,
        Kind::FlatXml => boxed(docx::read_flat(bytes, gb18030, pace)).await?,
        Kind::Workbook => return Err(ErrorKind::OtherOffice.into()),
    };
    characters::remark_on(&mut document, pace).await;
    Ok(document)
}

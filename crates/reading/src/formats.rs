//! From the bytes of a file to a [`Document`].
//!
//! - [`recognise`]: what a file is, by its content; what cannot be read is named, with the remedy;
//! - [`read`]: Word files, web pages (as the clipboard holds them, too) and texts. Workbooks are
//!   recognised here and read by a crate of their own, because the library for them is large;
//! - [`archive`], [`compound`], [`relations`], [`xml`], [`shape`], [`counting`], [`symbol`]: what the readers of formats share.
//!
//! No reader panics, recurses without bound, or takes more time than the size of the file allows.

pub mod archive;
pub mod compound;
pub mod counting;
mod detect;
mod docx;
mod entry;
mod error;
mod html;
mod join;
mod pdf;
mod raw;
pub mod relations;
pub mod shape;
pub mod symbol;
mod text;
pub mod xml;

pub use detect::recognise;
pub use error::{ErrorKind, FormatError};

use crate::document::Document;

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A Word file (.docx, .docm, .dotx).
    Docx,
    /// A Word document as one XML file, which Word and WPS also write.
    FlatXml,
    /// A web page, or what a browser, Word or Excel puts on the clipboard.
    Html,
    /// Plain text in any encoding.
    Text,
    /// An Excel file (.xlsx, .xls, .et), which `yaodian-sheets` reads.
    Workbook,
}

/// Reads a file of a kind that [`recognise`] has found; all but workbooks, which are not read here.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Document, FormatError> {
    match kind {
        Kind::Docx => docx::read(bytes),
        Kind::Html => html::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::FlatXml => docx::read_flat(bytes),
        Kind::Workbook => Err(ErrorKind::OtherOffice.into()),
    }
}

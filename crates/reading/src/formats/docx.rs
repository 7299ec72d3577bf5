//! Word files: as a zip of parts, or as one XML file.
//!
//! - [`package`], [`flat`]: the parts; [`styles`], [`numbering`]: what is not said where it is;
//! - [`body`], [`inline`], [`table`], [`field`]: from elements to paragraphs and tables.

mod body;
mod field;
mod flat;
mod inline;
mod numbering;
mod package;
mod reader;
mod styles;
mod table;

use crate::document::{AsideKind, Document, Format, RemarkKind};

use super::decode::{Gb18030, decode};
use super::error::{ErrorKind, FormatError};
use super::places::place;
use super::raw::Raw;
use super::xml::Xml;
use numbering::Numbering;
use package::Package;
use reader::Reader;
use styles::Styles;
use yaodian_pace::Pace;

/// The kinds of parts beside the body.
const ASIDES: [(&str, AsideKind); 5] = [
    ("footnotes", AsideKind::Footnote),
    ("endnotes", AsideKind::Endnote),
    ("comments", AsideKind::Comment),
    ("header", AsideKind::Header),
    ("footer", AsideKind::Footer),
];

/// Reads a Word file.
pub(super) async fn read(bytes: &[u8], pace: &Pace) -> Result<Document, FormatError> {
    let package = Package::open(bytes)?;
    let (mut styles, mut numbering) = (Styles::default(), Numbering::default());
    for part in package.of_kind("styles") {
        read_part(&package, &part.name, |xml| Ok(styles.read(xml)?))?;
    }
    for part in package.of_kind("numbering") {
        read_part(&package, &part.name, |xml| Ok(numbering.read(xml)?))?;
    }
    let mut reader = Reader::new(&styles, numbering);
    let mut found = Vec::new();
    if let Some(text) = package.text_in_slices(&package.main, pace).await? {
        let mut xml = Xml::new(&text);
        xml.root()?.ok_or(ErrorKind::Damaged)?;
        found = reader.document(&mut xml, pace).await?;
    }
    reader.fields.clear();
    for (part, kind) in ASIDES {
        for part in package.of_kind(part) {
            // What stands beside the body is no reason to refuse it.
            let text = package.text(&part.name)?.unwrap_or_default();
            let mut xml = Xml::new(&text);
            if let Ok(Some(_)) = xml.root() {
                let _ = reader.aside_part(kind, &mut xml);
            }
        }
    }
    finish(found, reader, pace).await
}

/// Reads a Word document that is one XML file.
pub(super) async fn read_flat(bytes: &[u8], gb18030: Gb18030, pace: &Pace) -> Result<Document, FormatError> {
    let text = decode(bytes, gb18030).text;
    let (mut styles, mut numbering) = (Styles::default(), Numbering::default());
    flat::definitions(&text, &mut styles, &mut numbering)?;
    let mut reader = Reader::new(&styles, numbering);
    let found = flat::body(&text, &mut reader, pace).await?;
    finish(found, reader, pace).await
}

/// Reads a part from inside its root; one that is not there is passed over.
fn read_part(
    package: &Package<'_>,
    name: &str,
    read: impl FnOnce(&mut Xml<'_>) -> Result<(), FormatError>,
) -> Result<(), FormatError> {
    let Some(text) = package.text(name)? else { return Ok(()) };
    let mut xml = Xml::new(&text);
    match xml.root()? {
        Some(_) => read(&mut xml),
        None => Err(ErrorKind::Damaged.into()),
    }
}

async fn finish(mut found: Vec<Raw>, mut reader: Reader<'_>, pace: &Pace) -> Result<Document, FormatError> {
    let embedded = reader.embedded;
    if found.is_empty() {
        found = std::mem::take(&mut reader.boxes);
    }
    let document = place(found, reader.notes, Format::Docx, pace).await;
    if !document.blocks.is_empty() {
        return Ok(document);
    }
    let pictures = document.remarks.iter().any(|remark| remark.kind == RemarkKind::Pictures);
    Err(match (embedded, pictures) {
        (true, _) => ErrorKind::Embedded.into(),
        (_, true) => ErrorKind::PicturesOnly.into(),
        _ => ErrorKind::NoText.into(),
    })
}

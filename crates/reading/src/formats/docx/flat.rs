//! A Word document as one XML file: all parts in a row, or the format of Word 2003, which WPS
//! writes, too.

use crate::formats::xml::{Malformed, Xml};

use super::numbering::Numbering;
use super::reader::Reader;
use super::styles::Styles;
use crate::formats::raw::Raw;

/// Reads what paragraphs refer to.
pub(super) fn definitions(
    text: &str,
    styles: &mut Styles,
    numbering: &mut Numbering,
) -> Result<(), Malformed> {
    each_part(text, |kind, xml| match kind {
        "styles" => styles.read(xml),
        "numbering" | "lists" => numbering.read(xml),
        _ => xml.skip(),
    })
}

/// Reads the body.
pub(super) fn body(text: &str, reader: &mut Reader<'_>) -> Result<Vec<Raw>, Malformed> {
    let mut found = Vec::new();
    each_part(text, |kind, xml| {
        if matches!(kind, "document" | "body") {
            found = reader.content(xml)?;
            Ok(())
        } else {
            xml.skip()
        }
    })?;
    Ok(found)
}

/// Calls back with the root of each part, by its local name, to be read to its end.
fn each_part(
    text: &str,
    mut read: impl FnMut(&str, &mut Xml<'_>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Err(Malformed);
    }
    while let Some(tag) = xml.element()? {
        if tag.name() != "part" {
            // The format of 2003: lists, styles and body stand in the root itself.
            read(tag.name(), &mut xml)?;
            continue;
        }
        while let Some(data) = xml.element()? {
            if data.name() != "xmlData" {
                xml.skip()?;
                continue;
            }
            while let Some(root) = xml.element()? {
                read(root.name(), &mut xml)?;
            }
        }
    }
    Ok(())
}

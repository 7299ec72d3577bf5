//! Comments on cells.

use yaodian_reading::formats::FormatError;
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::relations::relations;
use yaodian_reading::formats::xml::{Malformed, Xml, text_of};

use super::parts::position;

/// A comment and its cell.
pub(super) type Comment = ((u32, u32), String);

/// The comments on the cells of a sheet.
pub(super) fn read(archive: &Archive<'_>, sheet: &str) -> Result<Vec<Comment>, FormatError> {
    let mut found = Vec::new();
    for related in relations(archive, sheet)?.iter().filter(|related| related.kind == "comments") {
        if let Some(bytes) = archive.read(&related.name)? {
            // A comment that cannot be read is no reason to refuse the sheet.
            found.extend(comments(&text_of(bytes)).unwrap_or_default());
        }
    }
    Ok(found)
}

fn comments(text: &str) -> Result<Vec<Comment>, Malformed> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    while let Some(list) = xml.element()? {
        if list.name() != "commentList" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.element()? {
            let place = tag.attribute("ref").and_then(|place| position(&place));
            let text = xml.text()?;
            found.extend(place.map(|place| (place, text.trim().to_owned())));
        }
    }
    Ok(found)
}

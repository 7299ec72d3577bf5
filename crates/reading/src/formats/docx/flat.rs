//! A Word document as one XML file: all parts in a row, or the format of Word 2003, which WPS
//! writes, too.

use crate::formats::xml::{Malformed, Xml};
use yaodian_pace::Pace;

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
    let mut xml = Xml::new(text);
    let mut parts = Parts::open(&mut xml)?;
    while let Some(kind) = parts.next(&mut xml)? {
        match kind.as_str() {
            "styles" => styles.read(&mut xml)?,
            "numbering" | "lists" => numbering.read(&mut xml)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// Reads the body in slices.
pub(super) async fn body(text: &str, reader: &mut Reader<'_>, pace: &Pace) -> Result<Vec<Raw>, Malformed> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    let mut parts = Parts::open(&mut xml)?;
    while let Some(kind) = parts.next(&mut xml)? {
        if matches!(kind.as_str(), "document" | "body") {
            found = reader.document(&mut xml, pace).await?;
        } else {
            xml.skip()?;
        }
    }
    Ok(found)
}

/// The roots of the parts.
struct Parts {
    /// How many elements are open around the next one: the root, a part, its data.
    depth: u8,
}

impl Parts {
    fn open(xml: &mut Xml<'_>) -> Result<Parts, Malformed> {
        xml.root()?.map(|_| Parts { depth: 0 }).ok_or(Malformed)
    }

    /// The local name of the next root, which has to be read to its end. In the format of 2003 lists, styles and body
    /// stand in the root itself.
    fn next(&mut self, xml: &mut Xml<'_>) -> Result<Option<String>, Malformed> {
        loop {
            let Some(tag) = xml.element()? else {
                let Some(less) = self.depth.checked_sub(1) else { return Ok(None) };
                self.depth = less;
                continue;
            };
            match (self.depth, tag.name()) {
                (0, "part") | (1, "xmlData") => self.depth += 1,
                (1, _) => xml.skip()?,
                (_, name) => return Ok(Some(name.to_owned())),
            }
        }
    }
}

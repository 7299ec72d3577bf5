//! What cells look like: number formats and fonts, by the numbers of their styles.

use std::collections::BTreeMap;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::formats::xml::{Malformed, Xml};

use crate::look::Look;
use crate::number::code;

/// A font, as far as it counts.
#[derive(Debug, Default)]
struct Font {
    struck: bool,
    name: String,
}

/// Reads the part `styles`.
pub(super) async fn read(text: &str, pace: &Pace) -> Result<Vec<Look>, Malformed> {
    let (mut formats, mut fonts, mut looks) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(looks);
    }
    while let Some(list) = xml.element()? {
        let name = list.name().to_owned();
        if !matches!(name.as_str(), "numFmts" | "fonts" | "cellXfs") {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.element()? {
            let (done, total) = xml.position();
            pace.tick(Stage::Read, done, total).await;
            match name.as_str() {
                "fonts" => fonts.push(font(&mut xml)?),
                "numFmts" => {
                    let id = tag.number_in::<u32>("numFmtId");
                    formats.extend(id.zip(tag.attribute("formatCode")));
                    xml.skip()?;
                }
                _ => {
                    let id = tag.number_in("numFmtId").unwrap_or(0);
                    let font = tag.number_in("fontId").and_then(|number: usize| fonts.get(number));
                    let (struck, name) = font.map_or((false, ""), |font| (font.struck, font.name.as_str()));
                    looks.push(Look::new(code(id, formats.get(&id)), struck, name));
                    xml.skip()?;
                }
            }
        }
    }
    Ok(looks)
}

fn font(xml: &mut Xml<'_>) -> Result<Font, Malformed> {
    let mut font = Font::default();
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "strike" => font.struck = tag.is_on(),
            "name" => font.name = tag.val().unwrap_or_default(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(font)
}

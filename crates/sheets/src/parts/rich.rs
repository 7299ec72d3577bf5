//! Texts of a workbook of which a part is struck out or set in a font of symbols.

use std::collections::BTreeMap;

use yaodian_reading::formats::symbol;
use yaodian_reading::formats::xml::{Malformed, Xml};

/// A text that is not wholly what it seems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    pub(crate) kept: String,
    pub(crate) struck: String,
}

/// The shared strings that are not wholly what they seem.
pub(super) fn rich_strings(text: &str) -> Result<BTreeMap<usize, Rich>, Malformed> {
    let mut found = BTreeMap::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    let mut number = 0;
    while let Some(tag) = xml.element()? {
        if tag.name() == "si" {
            found.extend(rich(&mut xml)?.map(|rich| (number, rich)));
            number += 1;
        } else {
            xml.skip()?;
        }
    }
    Ok(found)
}

/// Reads a text of runs; `None` if nothing is special about it.
pub(super) fn rich(xml: &mut Xml<'_>) -> Result<Option<Rich>, Malformed> {
    let mut rich = Rich::default();
    let mut special = false;
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "t" => rich.kept.push_str(&xml.text()?),
            "r" => special |= run(xml, &mut rich)?,
            // The reading of a name, as Japanese files have it.
            _ => xml.skip()?,
        }
    }
    Ok(special.then_some(rich))
}

fn run(xml: &mut Xml<'_>, rich: &mut Rich) -> Result<bool, Malformed> {
    let (mut struck, mut font) = (false, None);
    let mut special = false;
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "rPr" => {
                while let Some(tag) = xml.element()? {
                    match tag.name() {
                        "strike" => struck = tag.is_on(),
                        "rFont" => font = tag.val().filter(|font| symbol::is_symbol_font(font)),
                        _ => {}
                    }
                    xml.skip()?;
                }
            }
            "t" => {
                let text = xml.text()?;
                let text = if let Some(font) = &font { in_font(&text, font) } else { text };
                special |= struck || font.is_some();
                if struck { rich.struck.push_str(&text) } else { rich.kept.push_str(&text) }
            }
            _ => xml.skip()?,
        }
    }
    Ok(special)
}

/// The text with the letters of a font of symbols as what they look like.
pub(crate) fn in_font(text: &str, font: &str) -> String {
    let is_letter = |c: char| u32::from(c) < 0x100 || ('\u{f000}'..='\u{f0ff}').contains(&c);
    let shown = |c: char| if is_letter(c) { symbol::shown(font, u32::from(c)) } else { Some(c) };
    text.chars().filter_map(shown).collect()
}

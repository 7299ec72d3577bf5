//! Texts of cells, of which parts may be struck out or set in a font of symbols.

use std::borrow::Cow;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::formats::symbol;
use yaodian_reading::formats::xml::{Malformed, Xml};

use crate::look::in_font;

/// A text and what of it is struck out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) kept: String,
    pub(super) struck: String,
    /// Whether parts of it look otherwise than its cell.
    pub(super) is_special: bool,
}

/// Reads the part `sharedStrings`.
pub(super) async fn read(text: &str, pace: &Pace) -> Result<Vec<Text>, Malformed> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    while let Some(tag) = xml.element()? {
        let (done, total) = xml.position();
        pace.tick(Stage::Read, done, total).await;
        if tag.name() == "si" { found.push(self::text(&mut xml)?) } else { xml.skip()? }
    }
    Ok(found)
}

/// Reads the open element, a text of runs or of one piece.
pub(super) fn text(xml: &mut Xml<'_>) -> Result<Text, Malformed> {
    let mut text = Text::default();
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "t" => text.kept.push_str(&unescaped(&xml.text()?)),
            "r" => run(xml, &mut text)?,
            // The reading of a name, as Japanese files have it.
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

fn run(xml: &mut Xml<'_>, whole: &mut Text) -> Result<(), Malformed> {
    let (mut struck, mut font) = (false, None);
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
                let text = unescaped(&text);
                let text = font.as_ref().map_or(text.clone(), |font| Cow::Owned(in_font(&text, font)));
                whole.is_special |= struck || font.is_some();
                if struck { whole.struck.push_str(&text) } else { whole.kept.push_str(&text) }
            }
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// The text with its characters that Excel writes as `_x000D_`: the hexadecimal digits of a UTF-16 unit.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let (mut units, mut rest, mut buffer) = (Vec::new(), text, [0; 2]);
    while let Some(c) = rest.chars().next() {
        if let Some(unit) = escape(rest) {
            units.push(unit);
            rest = &rest[7..];
        } else {
            units.extend_from_slice(c.encode_utf16(&mut buffer));
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(String::from_utf16_lossy(&units))
}

fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
    let is_number = digits.bytes().all(|c| c.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters() {
        for (text, expected) in [
            ("三月", "三月"),
            ("甲_x000D_\n乙", "甲\r\n乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDCF7_", "📷"),
            ("_xD83D_", "\u{fffd}"),
            ("_x00_x000a_", "_x00\n"),
            ("_x+00D_文_x", "_x+00D_文_x"),
            ("_x三月二日_", "_x三月二日_"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}

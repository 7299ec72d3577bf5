//! What a cell shows: its value by the format and the font of the cell.

use yaodian_reading::document::RemarkKind;
use yaodian_reading::formats::symbol;

use crate::number::{general, show, show_text};
use crate::sheet::Sheet;

/// What counts of a cell's style.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// The code of its number format.
    pub(crate) format: String,
    pub(crate) struck: bool,
    /// A font of symbols.
    font: Option<String>,
}

impl Look {
    pub(crate) fn new(format: String, struck: bool, font: &str) -> Self {
        Self { format, struck, font: symbol::is_symbol_font(font).then(|| font.to_owned()) }
    }

    /// How a cell without a style looks.
    pub(crate) fn plain() -> Self {
        Self::new("General".to_owned(), false, "")
    }

    /// What a number shows; says what is doubtful or hidden about it.
    pub(crate) fn number(&self, value: f64, from_1904: bool, row: u32, sheet: &mut Sheet) -> String {
        let shown = show(value, &self.format, from_1904);
        if shown.doubtful {
            sheet.notes.push((RemarkKind::DateFormat, row, shown.text.clone()));
        } else if shown.text.is_empty() {
            sheet.notes.push((RemarkKind::HiddenText, row, general(value)));
        }
        shown.text
    }

    /// What a text shows.
    pub(crate) fn text(&self, text: &str) -> String {
        match &self.font {
            Some(font) => in_font(text, font),
            None => show_text(text, &self.format),
        }
    }
}

/// Keeps the text of a cell, unless it is struck out.
pub(crate) fn keep(sheet: &mut Sheet, place: (u32, u32), text: &str, struck: bool) {
    let text = clean(text);
    if struck && !text.is_empty() {
        sheet.notes.push((RemarkKind::StruckOut, place.0, text));
    } else if !text.is_empty() {
        sheet.cells.insert(place, text);
    }
}

/// The text with its line ends as `\n`: Excel writes some of them as `_x000D_`.
pub(crate) fn clean(text: &str) -> String {
    text.replace("_x000D_", "\r").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// The text with the letters of a font of symbols as what they look like.
pub(crate) fn in_font(text: &str, font: &str) -> String {
    let is_letter = |c: char| u32::from(c) < 0x100 || ('\u{f000}'..='\u{f0ff}').contains(&c);
    let shown = |c: char| if is_letter(c) { symbol::shown(font, u32::from(c)) } else { Some(c) };
    text.chars().filter_map(shown).collect()
}

//! Paragraphs of a page while they are read: white space, numbers, symbols.

use crate::document::Paragraph;
use crate::formats::raw::{Raw, RawParagraph};
use crate::formats::{entry, symbol};

use super::style::Look;

/// Paragraphs and tables in a row: the page, or a cell.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) out: Vec<Raw>,
    text: String,
    number: String,
    /// White space that has not been written; whether a line of the source ended in it.
    space: Option<bool>,
    /// Whether all letters so far are bold; `None` before the first.
    bold: Option<bool>,
    centred: bool,
    size: (usize, Option<u16>),
    /// What the next paragraph is: the number of a list's entry, the level of a heading.
    pub(super) entry: Option<String>,
    pub(super) level: Option<u8>,
}

impl Flow {
    /// Adds text, white space made one blank unless it counts. Gives back how many symbols are not
    /// known.
    pub(super) fn push(&mut self, text: &str, look: &Look) -> usize {
        let mut unknown = 0;
        let mut letters = 0;
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                match (look.pre, c) {
                    (false, _) => self.space = Some(self.space.unwrap_or(false) || c == '\n'),
                    (true, '\r') => {}
                    (true, c) => self.write(c, look),
                }
                continue;
            }
            let is_private = ('\u{f000}'..='\u{f0ff}').contains(&c);
            let shown = match look.font.as_deref() {
                Some(font) if u32::from(c) < 0x100 || is_private => symbol::shown(font, u32::from(c)),
                None if is_private => symbol::shown_without_font(c),
                _ => Some(c),
            };
            match shown {
                Some(c) => {
                    self.blank(c);
                    self.write(c, look);
                    letters += usize::from(!c.is_whitespace());
                }
                None => unknown += 1,
            }
        }
        if letters > 0 && !look.number {
            self.bold = Some(self.bold.unwrap_or(true) && look.bold);
            self.centred = look.centred;
            if letters > self.size.0 {
                self.size = (letters, look.size);
            }
        }
        unknown
    }

    /// Writes the white space that stands before a character. Between Chinese characters the end of
    /// a line of the source is none.
    fn blank(&mut self, next: char) {
        let Some(line_end) = self.space.take() else { return };
        let Some(last) = self.text.chars().next_back().filter(|last| *last != '\n') else { return };
        if !(line_end && is_wide(last) && is_wide(next)) {
            self.text.push(' ');
        }
    }

    fn write(&mut self, c: char, look: &Look) {
        if look.number { self.number.push(c) } else { self.text.push(c) }
    }

    pub(super) fn line_break(&mut self) {
        self.space = None;
        self.text.push('\n');
    }

    /// Ends the paragraph, if one is open.
    pub(super) fn end(&mut self, id: usize) {
        let text = std::mem::take(&mut self.text);
        let own = std::mem::take(&mut self.number);
        let (bold, centred) = (self.bold.take().unwrap_or(false), std::mem::take(&mut self.centred));
        let (_, size) = std::mem::take(&mut self.size);
        self.space = None;
        let text = text.trim();
        let number = list_number(&own);
        if text.is_empty() && number.is_none() {
            return;
        }
        // The number of a list's entry belongs to its first paragraph, unless it has one of its own.
        let entry = self.entry.take().filter(|_| number.is_none() && !entry::has_list_number(text));
        let paragraph = Paragraph {
            text: text.to_owned(),
            number: number.or(entry),
            level: self.level,
            bold,
            centred,
            size,
            ..Paragraph::default()
        };
        self.out.push(Raw::Paragraph(RawParagraph { id, paragraph }));
    }
}

/// The number of a paragraph in one of Word's lists; a bullet is none.
fn list_number(text: &str) -> Option<String> {
    let text = text.trim();
    let is_number =
        text.chars().any(|c| c.is_alphanumeric()) && !matches!(text, "o" | "l" | "n" | "u" | "p" | "v");
    (is_number || text.chars().any(symbol::is_tick)).then(|| text.to_owned())
}

/// Characters between which no blank is written.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}' | '\u{20000}'..='\u{3ffff}')
}

//! Files of Excel 97–2003 and of WPS (.xls, .et).
//!
//! Records of the binary format, as far as cells, their looks and what is hidden are concerned.

use std::collections::BTreeMap;
use std::sync::Arc;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::{Document, Format, Place, RemarkKind};
use yaodian_reading::formats::compound::Compound;
use yaodian_reading::formats::{ErrorKind, FormatError};

use crate::biff::{self, Rich, f64_at, long_text, packed_number, short_text, u16_at, u32_at};
use crate::look::{Look, keep};
use crate::number::code;
use crate::sheet::{Area, Hidden, MAX_CELLS, MAX_MERGED, Remarks, Sheet};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;
/// The version of the records of Excel 97 and later.
const VERSION: u16 = 0x0600;

/// Reads a workbook.
pub(crate) async fn read(bytes: &[u8], hidden: Hidden, pace: &Pace) -> Result<Document, FormatError> {
    let stream = Compound::open(bytes).stream("Workbook").ok_or(ErrorKind::OtherOffice)?;
    let book = Book::read(&stream)?;
    let mut remarks = Remarks::default();
    let mut document = Document { format: Format::Sheet, ..Document::default() };
    for found in &book.sheets {
        if found.is_hidden {
            remarks.say(RemarkKind::HiddenSheets, Some(Place::Sheet(Arc::from(found.name.as_str()))), "");
            continue;
        }
        let mut reader = SheetReader::new(&book, &found.name);
        reader.read(&stream, found.place, pace).await;
        document.blocks.extend(reader.sheet.blocks(hidden, &mut remarks, pace).await);
    }
    document.remarks = remarks.into_vec();
    Ok(document)
}

/// What is common to all sheets.
#[derive(Debug, Default)]
struct Book {
    sheets: Vec<Found>,
    texts: Vec<Rich>,
    fonts: Vec<Font>,
    /// By the numbers of their records.
    looks: Vec<Look>,
    from_1904: bool,
}

#[derive(Debug)]
struct Found {
    name: String,
    place: usize,
    is_hidden: bool,
}

#[derive(Clone, Debug, Default)]
struct Font {
    struck: bool,
    name: String,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, FormatError> {
        let mut book = Self::default();
        let mut formats: BTreeMap<u16, String> = BTreeMap::new();
        let mut cells: Vec<(u16, u16)> = Vec::new();
        let mut texts: Vec<&[u8]> = Vec::new();
        let mut in_texts = false;
        for (kind, data) in biff::records(stream, 0) {
            in_texts = kind == 0x00fc || kind == CONTINUE && in_texts;
            match kind {
                BOF if u16_at(data, 0) != Some(VERSION) => return Err(ErrorKind::OtherOffice.into()),
                0x002f => return Err(ErrorKind::Password.into()),
                0x0022 => book.from_1904 = data.first() == Some(&1),
                0x0031 => book.fonts.push(font(data)),
                0x041e => formats
                    .extend(u16_at(data, 0).map(|id| (id, long_text(data.get(2..).unwrap_or_default())))),
                0x00e0 => cells.extend(u16_at(data, 0).zip(u16_at(data, 2))),
                0x0085 => book.sheets.extend(found(data)),
                EOF => break,
                _ if in_texts => texts.push(data),
                _ => {}
            }
        }
        book.texts = biff::shared_texts(&texts);
        book.looks = cells.iter().map(|(font, format)| book.look(*font, *format, &formats)).collect();
        Ok(book)
    }

    fn font(&self, number: u16) -> Option<&Font> {
        // There is no font 4.
        self.fonts.get(usize::from(if number > 4 { number - 1 } else { number }))
    }

    fn look(&self, font: u16, format: u16, formats: &BTreeMap<u16, String>) -> Look {
        let font = self.font(font).cloned().unwrap_or_default();
        Look::new(code(u32::from(format), formats.get(&format)), font.struck, &font.name)
    }

    /// What a shared text shows, and what of it is struck out.
    fn text(&self, number: u32, look: &Look) -> (String, String) {
        let Some(rich) = usize::try_from(number).ok().and_then(|number| self.texts.get(number)) else {
            return (String::new(), String::new());
        };
        let (mut kept, mut struck) = (String::new(), String::new());
        let ends = rich.runs.iter().skip(1).map(|(at, _)| usize::from(*at)).chain([rich.text.len()]);
        let first = rich.runs.first().map_or(rich.text.len(), |(at, _)| usize::from(*at));
        let part = |from: usize, to: usize| {
            biff::decode(rich.text.get(from..to.min(rich.text.len())).unwrap_or_default())
        };
        kept.push_str(&look.text(&part(0, first)));
        for ((from, number), to) in rich.runs.iter().zip(ends) {
            let font = self.font(*number).cloned().unwrap_or_default();
            let look = Look::new(String::new(), font.struck, &font.name);
            let text = look.text(&part(usize::from(*from), to));
            if font.struck { struck.push_str(&text) } else { kept.push_str(&text) }
        }
        (kept, struck)
    }
}

fn found(data: &[u8]) -> Option<Found> {
    // Only sheets of cells; charts and macros have other types.
    let is_sheet = data.get(5) == Some(&0);
    let (place, name) = (u32_at(data, 0)?, short_text(data.get(6..)?));
    is_sheet.then_some(Found {
        name,
        place: place as usize,
        is_hidden: data.get(4).is_some_and(|state| state & 3 != 0),
    })
}

fn font(data: &[u8]) -> Font {
    let struck = u16_at(data, 2).is_some_and(|flags| flags & 8 != 0);
    Font { struck, name: data.get(14..).map(short_text).unwrap_or_default() }
}

/// A sheet while its records are read.
struct SheetReader<'a> {
    book: &'a Book,
    sheet: Sheet,
    /// A formula whose result is a text, which the next record holds.
    open: Option<((u32, u32), u16)>,
}

impl<'a> SheetReader<'a> {
    fn new(book: &'a Book, name: &str) -> Self {
        Self { book, sheet: Sheet { name: name.to_owned(), ..Sheet::default() }, open: None }
    }

    async fn read(&mut self, stream: &[u8], from: usize, pace: &Pace) {
        let mut depth = 0;
        for (kind, data) in biff::records(stream, from) {
            pace.tick(Stage::Read, self.sheet.cells.len(), MAX_CELLS).await;
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => return,
                EOF => depth -= 1,
                // Charts stand inside sheets, with records of their own.
                _ if depth != 1 => {}
                _ if self.sheet.cells.len() >= MAX_CELLS => return,
                _ => drop(self.record(kind, data)),
            }
        }
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        let u32_of = |at: usize| u16_at(data, at).map(u32::from);
        match kind {
            0x0208 if u32_at(data, 12)? & 0x20 != 0 => {
                self.sheet.hidden_rows.insert(u32_of(0)?);
            }
            0x007d if u16_at(data, 8)? & 1 != 0 => self.sheet.hidden_columns.push((u32_of(0)?, u32_of(2)?)),
            // Rows that stay on the screen.
            0x0041 => self.sheet.header = u32_of(2)?.checked_sub(1),
            0x00e5 => {
                for area in data.get(2..)?.chunks_exact(8).take(MAX_MERGED) {
                    let edge = |at: usize| u16_at(area, at).map(u32::from);
                    let area = Area { first: (edge(0)?, edge(4)?), last: (edge(2)?, edge(6)?) };
                    self.sheet.merged.push(area);
                }
            }
            0x0207 => {
                let (place, look) = self.open.take()?;
                self.keep_text(place, look, &long_text(data));
            }
            // Several numbers in a row, each with its format.
            0x00bd => {
                let numbers = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, number) in (u32_of(2)?..).zip(numbers) {
                    self.keep_number(
                        (u32_of(0)?, column),
                        u16_at(number, 0)?,
                        packed_number(u32_at(number, 2)?),
                    );
                }
            }
            _ => self.cell(kind, data, (u32_of(0)?, u32_of(2)?), u16_at(data, 4)?)?,
        }
        Some(())
    }

    /// A record that holds one cell.
    fn cell(&mut self, kind: u16, data: &[u8], place: (u32, u32), look: u16) -> Option<()> {
        match kind {
            0x0203 => self.keep_number(place, look, f64_at(data, 6)?),
            0x027e => self.keep_number(place, look, packed_number(u32_at(data, 6)?)),
            0x00fd => {
                let look = self.look(look);
                let (kept, struck) = self.book.text(u32_at(data, 6)?, &look);
                if !struck.trim().is_empty() {
                    self.sheet.notes.push((RemarkKind::StruckOut, place.0, struck.trim().to_owned()));
                }
                keep(&mut self.sheet, place, &kept, look.struck);
            }
            0x0204 | 0x00d6 => self.keep_text(place, look, &long_text(data.get(6..)?)),
            0x0205 => self.keep_flag(place, look, *data.get(6)?, *data.get(7)? != 0),
            // The result of a formula: a number, or what it is instead.
            0x0006 => match (u16_at(data, 12)?, *data.get(6)?) {
                (0xffff, 0) => self.open = Some((place, look)),
                (0xffff, kind @ (1 | 2)) => self.keep_flag(place, look, *data.get(8)?, kind == 2),
                (0xffff, _) => {}
                _ => self.keep_number(place, look, f64_at(data, 6)?),
            },
            _ => {}
        }
        Some(())
    }

    fn look(&self, number: u16) -> Look {
        self.book.looks.get(usize::from(number)).cloned().unwrap_or_else(Look::plain)
    }

    fn keep_number(&mut self, place: (u32, u32), look: u16, value: f64) {
        let look = self.look(look);
        let text = look.number(value, self.book.from_1904, place.0, &mut self.sheet);
        keep(&mut self.sheet, place, &text, look.struck);
    }

    fn keep_text(&mut self, place: (u32, u32), look: u16, text: &str) {
        let look = self.look(look);
        keep(&mut self.sheet, place, &look.text(text), look.struck);
    }

    fn keep_flag(&mut self, place: (u32, u32), look: u16, value: u8, is_error: bool) {
        if is_error {
            self.sheet.notes.push((RemarkKind::ErrorValues, place.0, error_value(value).to_owned()));
        } else {
            let look = self.look(look);
            keep(&mut self.sheet, place, if value != 0 { "TRUE" } else { "FALSE" }, look.struck);
        }
    }
}

fn error_value(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

//! One sheet: its cells, which of them are one, and what is hidden.

use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::RemarkKind;
use yaodian_reading::formats::xml::{Malformed, Tag, Xml};
use yaodian_reading::formats::{ErrorKind, FormatError};

use super::book::Book;
use super::parts::position;
use super::strings::{self, Text, unescaped};
use crate::date;
use crate::look::{Look, clean, keep};
use crate::sheet::{Area, MAX_CELLS, MAX_MERGED, Sheet};

/// Reads the part of a sheet.
pub(super) async fn read(text: &str, name: &str, book: &Book, pace: &Pace) -> Result<Sheet, FormatError> {
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(sheet);
    }
    let mut reader = Reader { book, plain: Look::plain(), sheet: &mut sheet };
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "sheetViews" => reader.read_frozen(&mut xml)?,
            "cols" => reader.read_columns(&mut xml)?,
            "sheetData" => reader.read_rows(&mut xml, pace).await?,
            "mergeCells" => reader.read_merged(&mut xml)?,
            "autoFilter" => {
                // A filter stands in the last row of the header.
                let first = tag.attribute("ref").and_then(|area| position(area.split(':').next()?));
                reader.sheet.header = reader.sheet.header.or(first.map(|(row, _)| row));
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    Ok(sheet)
}

struct Reader<'a> {
    book: &'a Book,
    /// Of cells without a style.
    plain: Look,
    sheet: &'a mut Sheet,
}

impl Reader<'_> {
    /// Rows that stay on the screen are the header.
    fn read_frozen(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while xml.element()?.is_some() {
            while let Some(tag) = xml.element()? {
                let frozen = matches!(tag.attribute("state").as_deref(), Some("frozen" | "frozenSplit"));
                if tag.name() == "pane" && frozen {
                    let rows = tag.number_in::<u32>("ySplit");
                    self.sheet.header = rows.and_then(|rows| rows.checked_sub(1));
                }
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn read_columns(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            let number = |name| tag.number_in::<u32>(name)?.checked_sub(1);
            if is_hidden(&tag)
                && let (Some(first), Some(last)) = (number("min"), number("max"))
            {
                self.sheet.hidden_columns.push((first, last));
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn read_merged(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            let area = tag.attribute("ref").unwrap_or_default();
            let (first, last) = area.split_once(':').unwrap_or((&area, &area));
            if let (Some(first), Some(last)) = (position(first), position(last))
                // A damaged file may name the last cell first.
                && first.0 <= last.0
                && first.1 <= last.1
                && self.sheet.merged.len() < MAX_MERGED
            {
                self.sheet.merged.push(Area { first, last });
            }
            xml.skip()?;
        }
        Ok(())
    }

    async fn read_rows(&mut self, xml: &mut Xml<'_>, pace: &Pace) -> Result<(), FormatError> {
        let mut next = 0;
        while let Some(tag) = xml.element()? {
            let row = tag.number_in::<u32>("r").and_then(|row| row.checked_sub(1)).unwrap_or(next);
            next = row.saturating_add(1);
            if is_hidden(&tag) {
                self.sheet.hidden_rows.insert(row);
            }
            let mut column = 0;
            while let Some(tag) = xml.element()? {
                let (done, total) = xml.position();
                pace.tick(Stage::Read, done, total).await;
                let place = tag.attribute("r").and_then(|place| position(&place)).unwrap_or((row, column));
                column = place.1.saturating_add(1);
                if self.sheet.cells.len() < MAX_CELLS {
                    self.read_cell(&tag, xml, place)?;
                } else {
                    self.say_once(RemarkKind::CutOff, place.0);
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    fn say_once(&mut self, kind: RemarkKind, row: u32) {
        if !self.sheet.notes.iter().any(|(known, ..)| *known == kind) {
            self.sheet.notes.push((kind, row, String::new()));
        }
    }

    fn read_cell(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>, place: (u32, u32)) -> Result<(), FormatError> {
        let kind = tag.attribute("t");
        let kind = kind.as_deref().unwrap_or("n");
        let (mut is_formula, mut value, mut inline) = (false, None, None);
        while let Some(part) = xml.element()? {
            match part.name() {
                "v" => value = Some(xml.text()?),
                "is" => inline = Some(strings::text(xml)?),
                name => {
                    is_formula |= name == "f";
                    xml.skip()?;
                }
            }
        }
        let book = self.book;
        let look = tag.number_in("s").and_then(|style: usize| book.looks.get(style));
        if let Some(text) = inline {
            self.keep_text(place, look, &text);
            return Ok(());
        }
        let value = value.filter(|value| kind == "str" || !value.trim().is_empty());
        let Some(value) = value else {
            if is_formula {
                self.sheet.notes.push((RemarkKind::FormulasWithoutValue, place.0, column_name(place.1)));
            }
            return Ok(());
        };
        match kind {
            "s" => {
                let text = value.trim().parse().ok().and_then(|number: usize| book.strings.get(number));
                self.keep_text(place, look, text.ok_or(ErrorKind::Damaged)?);
            }
            "e" => self.sheet.notes.push((RemarkKind::ErrorValues, place.0, value)),
            _ => self.keep_value(place, look, kind, &value),
        }
        Ok(())
    }

    fn keep_text(&mut self, place: (u32, u32), look: Option<&Look>, text: &Text) {
        if !text.struck.trim().is_empty() {
            self.sheet.notes.push((RemarkKind::StruckOut, place.0, clean(&text.struck)));
        }
        let is_struck = look.is_some_and(|look| look.struck);
        match look {
            Some(look) if !text.is_special => keep(self.sheet, place, &look.text(&text.kept), is_struck),
            _ => keep(self.sheet, place, &text.kept, is_struck),
        }
    }

    fn keep_value(&mut self, place: (u32, u32), look: Option<&Look>, kind: &str, value: &str) {
        let from_1904 = self.book.from_1904;
        let look = look.unwrap_or(&self.plain);
        let plain = value.trim();
        let number = match kind {
            // Dates that are written out always count from 1900.
            "d" => date::number(plain).map(|days| if from_1904 { days - 1462.0 } else { days }),
            "str" | "b" => None,
            _ => plain.parse().ok().filter(|number: &f64| number.is_finite()),
        };
        let text = match (number, kind, plain) {
            (Some(number), ..) => look.number(number, from_1904, place.0, self.sheet),
            (None, "b", "1" | "true") => "TRUE".to_owned(),
            (None, "b", "0" | "false") => "FALSE".to_owned(),
            _ => look.text(&unescaped(value)),
        };
        keep(self.sheet, place, &text, look.struck);
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    matches!(tag.attribute("hidden").as_deref(), Some("1" | "true"))
}

fn column_name(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = (rest - 1) % 26;
        name.insert(0, char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    name
}

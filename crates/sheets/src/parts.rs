//! What the library does not tell about an xlsx: hidden rows and columns, text that is struck out,
//! formulas without a result, comments. `rich`: texts of which a part is set in another way.

mod rich;

use std::collections::{BTreeMap, BTreeSet};

use yaodian_pace::{Pace, Stage};
use yaodian_reading::formats::FormatError;
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::relations::{self, Related};
use yaodian_reading::formats::xml::{Malformed, Tag, Xml, text_of};

pub(crate) use rich::{Rich, in_font};
use rich::{rich, rich_strings};

/// The parts of a workbook.
pub(crate) struct Parts<'a> {
    archive: &'a Archive<'a>,
    /// The part of each sheet by its name.
    sheets: BTreeMap<String, String>,
    /// Texts of which a part is struck out or set in a font of symbols, by their numbers.
    rich: BTreeMap<usize, Rich>,
}

/// A comment and its cell.
pub(crate) type Comment = ((u32, u32), String);

/// What is said about a sheet beside its cells.
#[derive(Debug, Default)]
pub(crate) struct Extra {
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: Vec<(u32, u32)>,
    /// The last row of the header.
    pub(crate) header: Option<u32>,
    pub(crate) rich: BTreeMap<(u32, u32), Rich>,
    /// Formulas without a stored result.
    pub(crate) unknown: BTreeSet<(u32, u32)>,
    /// Comments by their cells.
    pub(crate) comments: Vec<Comment>,
}

impl<'a> Parts<'a> {
    pub(crate) fn open(archive: &'a Archive<'a>) -> Result<Self, FormatError> {
        let mut parts = Self { archive, sheets: BTreeMap::new(), rich: BTreeMap::new() };
        let Some(main) = relations::main_part(archive, "xl/workbook.xml")? else { return Ok(parts) };
        let related = relations::relations(archive, &main)?;
        if let Some(text) = parts.text(&main)? {
            parts.sheets = sheets(&text, &related)?;
        }
        for strings in related.iter().filter(|related| related.kind == "sharedStrings") {
            if let Some(text) = parts.text(&strings.name)? {
                parts.rich = rich_strings(&text)?;
            }
        }
        Ok(parts)
    }

    fn text(&self, name: &str) -> Result<Option<String>, FormatError> {
        Ok(self.archive.read(name)?.map(text_of))
    }

    /// What is said about the sheet of this name.
    pub(crate) async fn extra(&self, sheet: &str, pace: &Pace) -> Result<Extra, FormatError> {
        let Some(part) = self.sheets.get(sheet) else { return Ok(Extra::default()) };
        let mut extra = match self.archive.read_in_slices(part, pace).await?.map(text_of) {
            Some(text) => sheet_extra(&text, &self.rich, pace).await?,
            None => Extra::default(),
        };
        for related in relations::relations(self.archive, part)? {
            if related.kind == "comments"
                && let Some(text) = self.text(&related.name)?
            {
                // A comment that cannot be read is no reason to refuse the sheet.
                extra.comments.extend(comments(&text).unwrap_or_default());
            }
        }
        Ok(extra)
    }
}

fn sheets(text: &str, related: &[Related]) -> Result<BTreeMap<String, String>, Malformed> {
    let mut found = BTreeMap::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    while let Some(tag) = xml.element()? {
        if tag.name() != "sheets" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.element()? {
            if let (Some(name), Some(id)) = (tag.attribute("name"), tag.attribute("id"))
                && let Some(part) = related.iter().find(|related| related.id == id)
            {
                found.insert(name, part.name.clone());
            }
            xml.skip()?;
        }
    }
    Ok(found)
}

async fn sheet_extra(text: &str, strings: &BTreeMap<usize, Rich>, pace: &Pace) -> Result<Extra, Malformed> {
    let mut extra = Extra::default();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(extra);
    }
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "sheetViews" => frozen(&mut xml, &mut extra)?,
            "cols" => columns(&mut xml, &mut extra)?,
            "sheetData" => rows(&mut xml, strings, &mut extra, pace).await?,
            "autoFilter" => {
                // A filter stands in the last row of the header.
                let first = tag.attribute("ref").and_then(|area| position(area.split(':').next()?));
                extra.header = extra.header.or(first.map(|(row, _)| row));
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    Ok(extra)
}

/// Rows that stay on the screen are the header.
fn frozen(xml: &mut Xml<'_>, extra: &mut Extra) -> Result<(), Malformed> {
    while xml.element()?.is_some() {
        while let Some(tag) = xml.element()? {
            let frozen = matches!(tag.attribute("state").as_deref(), Some("frozen" | "frozenSplit"));
            if tag.name() == "pane" && frozen {
                let rows = tag.attribute("ySplit").and_then(|rows| rows.parse::<u32>().ok());
                extra.header = rows.and_then(|rows| rows.checked_sub(1));
            }
            xml.skip()?;
        }
    }
    Ok(())
}

fn columns(xml: &mut Xml<'_>, extra: &mut Extra) -> Result<(), Malformed> {
    while let Some(tag) = xml.element()? {
        let number = |name| tag.attribute(name).and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
        if is_hidden(&tag)
            && let (Some(first), Some(last)) = (number("min"), number("max"))
        {
            extra.hidden_columns.push((first, last));
        }
        xml.skip()?;
    }
    Ok(())
}

async fn rows(
    xml: &mut Xml<'_>,
    strings: &BTreeMap<usize, Rich>,
    extra: &mut Extra,
    pace: &Pace,
) -> Result<(), Malformed> {
    let mut next = 0;
    while let Some(tag) = xml.element()? {
        let row = tag.attribute("r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1)).unwrap_or(next);
        next = row.saturating_add(1);
        let (done, total) = xml.position();
        pace.tick(Stage::Read, done, total).await;
        if is_hidden(&tag) {
            extra.hidden_rows.insert(row);
        }
        let mut column = 0;
        while let Some(tag) = xml.element()? {
            let place = tag.attribute("r").and_then(|place| position(&place)).unwrap_or((row, column));
            column = place.1.saturating_add(1);
            cell(&tag, xml, place, strings, extra)?;
        }
    }
    Ok(())
}

fn cell(
    tag: &Tag<'_>,
    xml: &mut Xml<'_>,
    place: (u32, u32),
    strings: &BTreeMap<usize, Rich>,
    extra: &mut Extra,
) -> Result<(), Malformed> {
    let is_shared = tag.attribute("t").as_deref() == Some("s");
    let (mut formula, mut value) = (false, false);
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "f" => {
                formula = true;
                xml.skip()?;
            }
            "v" if is_shared && !strings.is_empty() => {
                value = true;
                let number = xml.text()?.trim().parse().ok();
                let rich = number.and_then(|number: usize| strings.get(&number));
                extra.rich.extend(rich.map(|rich| (place, rich.clone())));
            }
            "v" => {
                value = true;
                xml.skip()?;
            }
            "is" => {
                value = true;
                extra.rich.extend(rich(xml)?.map(|rich| (place, rich)));
            }
            _ => xml.skip()?,
        }
    }
    if formula && !value {
        extra.unknown.insert(place);
    }
    Ok(())
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

fn is_hidden(tag: &Tag<'_>) -> bool {
    matches!(tag.attribute("hidden").as_deref(), Some("1" | "true"))
}

/// Row and column of `B7`, from 0.
fn position(text: &str) -> Option<(u32, u32)> {
    let text = text.trim_matches('$');
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = text.split_at(letters);
    let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().take(3).fold(0, |column, letter| column * 26 + value(letter));
    let row: u32 = digits.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("$AB$12"), Some((11, 27)));
        assert_eq!(position("1"), None);
        assert_eq!(position("A0"), None);
        assert_eq!(position("A99999999999"), None);
    }
}

//! Files of Excel 2007 and later.
//!
//! `book`: what is common to all sheets, with its texts (`strings`) and what its cells look like
//! (`styles`); `cells`: one sheet; `comments`: what stands beside its cells.

mod book;
mod cells;
mod comments;
mod strings;
mod styles;

use std::sync::Arc;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::{Aside, AsideKind, Document, Format, Place, RemarkKind};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::xml::text_of;
use yaodian_reading::formats::{ErrorKind, FormatError};

use crate::Hidden;
use crate::sheet::Remarks;
use book::Book;

/// Reads a workbook.
pub(crate) async fn read(bytes: &[u8], hidden: Hidden, pace: &Pace) -> Result<Document, FormatError> {
    let archive = Archive::open(bytes)?;
    let book = Book::open(&archive, pace).await?;
    pace.step(Stage::Unpack, 1, 1).await;
    let mut remarks = Remarks::default();
    let mut document = Document { format: Format::Sheet, ..Document::default() };
    for found in &book.sheets {
        let name: Arc<str> = Arc::from(found.name.as_str());
        if found.is_hidden {
            remarks.say(RemarkKind::HiddenSheets, Some(Place::Sheet(name)), "");
            continue;
        }
        for ((row, _), text) in comments::read(&archive, &found.part)? {
            let place = Place::SheetRow { sheet: name.clone(), row: row + 1 };
            document.asides.push(Aside { kind: AsideKind::Comment, text, place: Some(place) });
        }
        let text = part(&archive, &found.part, pace).await?.ok_or(ErrorKind::Damaged)?;
        let sheet = cells::read(&text, &found.name, &book, pace).await?;
        drop(text);
        document.blocks.extend(sheet.blocks(hidden, &mut remarks, pace).await);
    }
    document.remarks = remarks.into_vec();
    Ok(document)
}

/// The text of a part; `None` if there is no such part.
async fn part(archive: &Archive<'_>, name: &str, pace: &Pace) -> Result<Option<String>, FormatError> {
    Ok(archive.read_in_slices(name, pace).await?.map(text_of))
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

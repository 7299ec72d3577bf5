//! Files of Excel 2007 and later.
//!
//! `book`: what is common to all sheets, with its texts (`strings`) and what its cells look like
//! (`styles`); `cells`: one sheet; `comments`: what stands beside its cells.

mod book;
mod cells;
mod comments;
mod parts;
mod strings;
mod styles;

use std::sync::Arc;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::{Aside, AsideKind, Document, Format, Place, RemarkKind};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::{ErrorKind, FormatError};

use crate::sheet::{Hidden, Remarks};
use book::Book;
use parts::part;

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

//! What is common to all sheets of a workbook.

use yaodian_pace::Pace;
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::relations::{self, Related};
use yaodian_reading::formats::xml::Xml;
use yaodian_reading::formats::{ErrorKind, FormatError};

use super::parts::part;
use super::strings::{self, Text};
use super::styles;
use crate::look::Look;

#[derive(Debug, Default)]
pub(super) struct Book {
    /// Those with cells, in the order of their tabs.
    pub(super) sheets: Vec<Found>,
    /// What cells refer to by number.
    pub(super) strings: Vec<Text>,
    /// By the numbers of their styles.
    pub(super) looks: Vec<Look>,
    pub(super) from_1904: bool,
}

/// A sheet and where it stands.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) is_hidden: bool,
}

impl Book {
    pub(super) async fn open(archive: &Archive<'_>, pace: &Pace) -> Result<Self, FormatError> {
        let mut book = Self::default();
        let Some(main) = relations::main_part(archive, "xl/workbook.xml")? else { return Ok(book) };
        let related = relations::relations(archive, &main)?;
        if let Some(text) = part(archive, &main, pace).await? {
            book.read(&text, &related)?;
        }
        for related in related {
            match related.kind.as_str() {
                "sharedStrings" => {
                    if let Some(text) = part(archive, &related.name, pace).await? {
                        book.strings = strings::read(&text, pace).await?;
                    }
                }
                "styles" => {
                    if let Some(text) = part(archive, &related.name, pace).await? {
                        book.looks = styles::read(&text, pace).await?;
                    }
                }
                _ => {}
            }
        }
        Ok(book)
    }

    fn read(&mut self, text: &str, related: &[Related]) -> Result<(), FormatError> {
        let mut xml = Xml::new(text);
        if xml.root()?.is_none() {
            return Ok(());
        }
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "workbookPr" => {
                    self.from_1904 =
                        matches!(tag.attribute("date1904").as_deref(), Some("1" | "true" | "on"));
                    xml.skip()?;
                }
                "sheets" => self.read_sheets(&mut xml, related)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn read_sheets(&mut self, xml: &mut Xml<'_>, related: &[Related]) -> Result<(), FormatError> {
        while let Some(tag) = xml.element()? {
            let id = tag.attribute("id").unwrap_or_default();
            // A sheet that cannot be found would be left out without a word.
            let part = related.iter().find(|related| related.id == id).ok_or(ErrorKind::Damaged)?;
            // Charts and macros have sheets of their own kinds.
            if part.kind == "worksheet" {
                self.sheets.push(Found {
                    name: tag.attribute("name").unwrap_or_default(),
                    part: part.name.clone(),
                    is_hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                });
            }
            xml.skip()?;
        }
        Ok(())
    }
}

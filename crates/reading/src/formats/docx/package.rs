//! The parts of a Word file: which is the main one, and which belong to it.

use crate::formats::archive::{Archive, ArchiveError};
use crate::formats::error::{ErrorKind, FormatError};
use crate::formats::relations::{self, Related};
use crate::formats::xml::text_of;
use yaodian_pace::{Pace, at_once};

/// A Word file with its main part found.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    pub(super) main: String,
    related: Vec<Related>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let archive = Archive::open(bytes)?;
        let main = relations::main_part(&archive, "word/document.xml")?.ok_or(ErrorKind::Damaged)?;
        let related = relations::relations(&archive, &main)?;
        Ok(Self { archive, main, related })
    }

    /// The text of a part; `None` if it is not there.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, ArchiveError> {
        at_once(self.text_in_slices(name, &Pace::default()))
    }

    /// The same in slices.
    pub(super) async fn text_in_slices(
        &self,
        name: &str,
        pace: &Pace,
    ) -> Result<Option<String>, ArchiveError> {
        Ok(self.archive.read_in_slices(name, pace).await?.map(text_of))
    }

    /// The parts of a kind.
    pub(super) fn of_kind<'b>(&'b self, kind: &'b str) -> impl Iterator<Item = &'b Related> {
        self.related.iter().filter(move |related| related.kind == kind)
    }
}

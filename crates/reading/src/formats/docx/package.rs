//! The parts of a Word file: which is the main one, and which belong to it.

use crate::formats::archive::{Archive, ArchiveError};
use crate::formats::error::{ErrorKind, FormatError};
use crate::formats::xml::{Malformed, Xml, decode};

/// A part that belongs to another one.
#[derive(Clone, Debug)]
pub(super) struct Related {
    /// The last word of its type: `styles`, `numbering`, `header`.
    pub(super) kind: String,
    pub(super) name: String,
}

/// A Word file with its main part found.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    pub(super) main: String,
    pub(super) related: Vec<Related>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let archive = Archive::open(bytes)?;
        let main = main_part(&archive)?.ok_or(ErrorKind::Damaged)?;
        let related = relations(&archive, &main)?;
        Ok(Self { archive, main, related })
    }

    /// The text of a part; `None` if it is not there.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, ArchiveError> {
        Ok(self.archive.read(name)?.map(|bytes| decode(&bytes).into_owned()))
    }

    /// The parts of a kind.
    pub(super) fn of_kind<'b>(&'b self, kind: &'b str) -> impl Iterator<Item = &'b Related> {
        self.related.iter().filter(move |related| related.kind == kind)
    }
}

/// The part that the package calls its document, or the one with the usual name.
fn main_part(archive: &Archive<'_>) -> Result<Option<String>, FormatError> {
    let named = relations(archive, "")?.into_iter().find(|related| related.kind == "officeDocument");
    let known = |name: &String| archive.names().any(|part| part.eq_ignore_ascii_case(name));
    let usual = || Some("word/document.xml".to_owned()).filter(known);
    Ok(named.map(|related| related.name).filter(known).or_else(usual))
}

/// What a part refers to; `""` for the package itself.
fn relations(archive: &Archive<'_>, part: &str) -> Result<Vec<Related>, FormatError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(bytes) = archive.read(&name)? else { return Ok(Vec::new()) };
    Ok(read_relations(&decode(&bytes), folder)?)
}

fn read_relations(text: &str, folder: &str) -> Result<Vec<Related>, Malformed> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    while let Some(tag) = xml.element()? {
        if let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.push(Related { kind, name: resolve(folder, &target) });
        }
        xml.skip()?;
    }
    Ok(found)
}

/// The name of a part by a reference from another folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

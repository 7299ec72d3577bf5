//! Which parts of an office file belong together.

use super::archive::Archive;
use super::error::FormatError;
use super::xml::{Malformed, Xml, decode};

/// A part that another one refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// By which the other part calls it.
    pub id: String,
    /// The last word of its type: `styles`, `worksheet`, `header`.
    pub kind: String,
    /// Its name in the archive.
    pub name: String,
}

/// What a part refers to; `""` for the file itself.
pub fn relations(archive: &Archive<'_>, part: &str) -> Result<Vec<Related>, FormatError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(bytes) = archive.read(&name)? else { return Ok(Vec::new()) };
    Ok(read(&decode(&bytes), folder)?)
}

/// The part that the file calls its document, or the one with the usual name.
pub fn main_part(archive: &Archive<'_>, usual: &str) -> Result<Option<String>, FormatError> {
    let named = relations(archive, "")?.into_iter().find(|related| related.kind == "officeDocument");
    let known = |name: &String| archive.names().any(|part| part.eq_ignore_ascii_case(name));
    let usual = || Some(usual.to_owned()).filter(known);
    Ok(named.map(|related| related.name).filter(known).or_else(usual))
}

fn read(text: &str, folder: &str) -> Result<Vec<Related>, Malformed> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    if xml.root()?.is_none() {
        return Ok(found);
    }
    while let Some(tag) = xml.element()? {
        if let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let id = tag.attribute("Id").unwrap_or_default();
            found.push(Related { id, kind, name: resolve(folder, &target) });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles2.xml"), "word/styles2.xml");
        assert_eq!(resolve("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolve("", "./word/document.xml"), "word/document.xml");
    }
}

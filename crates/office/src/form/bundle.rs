//! Several forms in one zip file, as whoever collects them sends them on.

use yaodian_reading::formats::archive::{Archive, ArchiveError};

/// A file out of a zip file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name without its folders, in the encoding of the program that packed it: UTF-8, or that of the system.
    pub name: Vec<u8>,
    /// Its content, or why it cannot be had.
    pub bytes: Result<Vec<u8>, ArchiveError>,
}

/// More files than all the units of a plan send in a year.
pub const MAX_FILES: usize = 500;

/// The files in a zip file; `None` for what is no zip file, or one that is a workbook or a document itself. An error where
/// there are more than [`MAX_FILES`].
pub fn unpack(bytes: &[u8]) -> Option<Result<Vec<Packed>, ArchiveError>> {
    let archive = Archive::open(bytes).ok()?;
    let is_document = |name: &str| name.eq_ignore_ascii_case("[Content_Types].xml") || name == "mimetype";
    if archive.names().any(is_document) {
        return None;
    }
    let names = archive.raw_names().enumerate().filter_map(|(at, name)| Some((at, file_name(name)?)));
    let names: Vec<(usize, &[u8])> = names.collect();
    if names.len() > MAX_FILES {
        return Some(Err(ArchiveError::TooLarge));
    }
    let packed = |(at, name): (usize, &[u8])| Packed { name: name.to_owned(), bytes: archive.read_nth(at) };
    Some(Ok(names.into_iter().map(packed).collect()))
}

/// Whether a zip file has forms in it by the names of its files, as they are exported, in UTF-8 or GB18030.
pub fn holds_forms(bytes: &[u8]) -> bool {
    const NAMES: [&[u8]; 2] = [crate::text::FORM.as_bytes(), &[0xcc, 0xee, 0xb1, 0xa8, 0xb1, 0xed]];
    let is_named = |name: &[u8]| NAMES.iter().any(|form| name.windows(form.len()).any(|part| part == *form));
    Archive::open(bytes).is_ok_and(|archive| archive.raw_names().any(is_named))
}

/// The name of a file without its folders; `None` for folders and what systems put beside files.
fn file_name(path: &[u8]) -> Option<&[u8]> {
    // In GB18030 a second byte may be a backslash, and is never a slash.
    let name = path.rsplit(|byte| *byte == b'/').next()?;
    let is_by_system = path.starts_with(b"__MACOSX/") || name.starts_with(b".") || name.starts_with(b"~$");
    (!name.is_empty() && !is_by_system && name != b"Thumbs.db").then_some(name)
}

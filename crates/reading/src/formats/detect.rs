//! What a file is, by its content. Its name only decides what is said when the two do not fit.

use super::archive::Archive;
use super::compound::{self, Compound, Content};
use super::decode::Gb18030;
use super::error::{ErrorKind, FormatError};
use super::{decode, pdf};

/// Nothing larger is read.
const MAX_BYTES: usize = 20 << 20;

/// How far into a text its kind is looked for.
const HEAD: usize = 4096;

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A Word file (.docx, .docm, .dotx).
    Docx,
    /// A Word document as one XML file, which Word and WPS also write.
    FlatXml,
    /// A web page, or what a browser, Word or Excel puts on the clipboard.
    Html,
    /// Plain text in any encoding.
    Text,
    /// An Excel file (.xlsx, .xls, .et), which `yaodian-sheets` reads.
    Workbook,
}

/// Recognises a file by its content.
pub(super) fn recognise(bytes: &[u8], name: &str, gb18030: Gb18030) -> Result<Kind, FormatError> {
    if bytes.is_empty() {
        return Err(ErrorKind::Empty.into());
    }
    if bytes.len() > MAX_BYTES {
        return Err(ErrorKind::TooLarge.into());
    }
    if let Some(kind) = by_first_bytes(bytes) {
        return Err(kind.into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if bytes.starts_with(&compound::MAGIC) {
        return match Compound::open(bytes).content() {
            Content::Workbook => Ok(Kind::Workbook),
            Content::Word => Err(ErrorKind::OldWord.into()),
            Content::Encrypted => Err(ErrorKind::Password.into()),
            Content::Cut => Err(ErrorKind::Incomplete.into()),
            Content::Other => Err(ErrorKind::OtherOffice.into()),
        };
    }
    written(bytes, name, gb18030)
}

/// Files that cannot be read, by how they begin.
fn by_first_bytes(bytes: &[u8]) -> Option<ErrorKind> {
    // Something may stand before the header of a PDF.
    let head = bytes.get(..1024).unwrap_or(bytes);
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Some(if pdf::has_text(bytes) { ErrorKind::Pdf } else { ErrorKind::Scan });
    }
    let pictures: [&[u8]; 8] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"BM",
        b"II*\0",
        b"MM\0*",
        b"\x01\0\0\0\x58\0\0\0",
        b"\xd7\xcd\xc6\x9a",
    ];
    let has = |mark: &&[u8]| bytes.starts_with(mark);
    if pictures.iter().any(has) && !is_plain_ascii(head) {
        return Some(ErrorKind::Picture);
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Some(ErrorKind::Picture),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => return Some(ErrorKind::Picture),
        _ => {}
    }
    let archives: [&[u8]; 4] = [b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ"];
    if archives.iter().any(has) {
        return Some(ErrorKind::Archive);
    }
    bytes.starts_with(b"{\\rtf").then_some(ErrorKind::Rtf)
}

/// `BM` begins bitmaps, but also texts.
fn is_plain_ascii(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| (0x20..0x7f).contains(byte) || byte.is_ascii_whitespace())
}

/// What a zip file holds.
fn zip(bytes: &[u8]) -> Result<Kind, FormatError> {
    let archive = Archive::open(bytes)?;
    let has = |wanted: &str| archive.names().any(|name| name.eq_ignore_ascii_case(wanted));
    let under = |folder: &str| {
        archive
            .names()
            .any(|name| name.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder)))
    };
    if has("[Content_Types].xml") || has("_rels/.rels") {
        return match () {
            _ if has("EncryptedPackage") => Err(ErrorKind::Password.into()),
            _ if has("xl/workbook.bin") => Err(ErrorKind::OtherOffice.into()),
            _ if under("xl/") => Ok(Kind::Workbook),
            _ if under("ppt/") || under("visio/") => Err(ErrorKind::OtherOffice.into()),
            _ => Ok(Kind::Docx),
        };
    }
    if has("OFD.xml") {
        return Err(ErrorKind::Ofd.into());
    }
    if has("mimetype") || has("content.xml") {
        return Err(ErrorKind::OtherOffice.into());
    }
    if has("word/document.xml") {
        return Ok(Kind::Docx);
    }
    Err(ErrorKind::Archive.into())
}

/// What something written is: XML, a web page, a text.
fn written(bytes: &[u8], name: &str, gb18030: Gb18030) -> Result<Kind, FormatError> {
    let head = decode::decode_head(bytes, HEAD, gb18030).ok_or(ErrorKind::Unknown)?;
    let start = head.trim_start().to_ascii_lowercase();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let is_named_word = matches!(ending.as_str(), "doc" | "docx" | "docm" | "dotx" | "wps" | "wpt");
    if start.contains("wordml") && start.contains("<w:worddocument") || start.contains("<pkg:package") {
        return Ok(Kind::FlatXml);
    }
    if start.starts_with("mime-version:") || start.contains("content-type: multipart/related") {
        return Err(ErrorKind::WebArchive.into());
    }
    let is_page = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<table",
        "<div",
        "<p>",
        "<p ",
        "<!--",
        "version:",
    ]
    .iter()
    .any(|mark| start.starts_with(mark))
        && start.contains('<')
        || start.starts_with("<?xml") && start.contains("<html")
        || matches!(ending.as_str(), "html" | "htm") && start.starts_with('<') && !start.starts_with("<?xml");
    if is_page {
        return page(&decode::decode(bytes, gb18030).text, &start, is_named_word);
    }
    if start.starts_with("<?xml") {
        return Err(ErrorKind::OtherOffice.into());
    }
    Ok(Kind::Text)
}

/// A web page; those that ask for a password are no documents, and what is called a Word file has
/// to come from Word.
fn page(whole: &str, start: &str, is_named_word: bool) -> Result<Kind, FormatError> {
    // Office systems write pages for Word and call them .doc; they say so themselves.
    let for_word = ["urn:schemas-microsoft-com:office:word", "word.document", "microsoft word", "kingsoft"]
        .iter()
        .any(|mark| start.contains(mark));
    let asks = whole.to_ascii_lowercase().replace(['"', '\''], "").contains("type=password");
    let letters = whole.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    if asks && letters < 400 {
        return Err(if is_named_word { ErrorKind::NotWord } else { ErrorKind::LoginPage }.into());
    }
    if is_named_word && !for_word {
        return Err(ErrorKind::NotWord.into());
    }
    Ok(Kind::Html)
}

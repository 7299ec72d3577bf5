//! Files to read, and ways to look at what was read.

pub use crate::zip::zip;
use yaodian_reading::document::{Block, Document, Paragraph, RemarkKind, Table, describe};
use yaodian_reading::formats::{self, FormatError, Kind};

/// A file of `tests/cases/office`.
pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/cases/office/{name}", env!("CARGO_MANIFEST_DIR")))
        .expect("a file of the tests")
}

pub fn try_read(bytes: &[u8], name: &str) -> Result<Document, FormatError> {
    formats::recognise(bytes, name).and_then(|kind| formats::read(kind, bytes))
}

/// The document of a file of `tests/cases/office`.
pub fn read(name: &str) -> Document {
    try_read(&file(name), name).expect("a document")
}

/// The document of a Word file with this body.
pub fn docx(body: &str) -> Document {
    docx_with(body, &[])
}

/// The document of a Word file with this body and further parts, each with its name and its type.
pub fn docx_with(body: &str, parts: &[(&str, &str)]) -> Document {
    try_read(&docx_bytes(body, parts), "计划.docx").expect("a document")
}

pub fn docx_bytes(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let relation = |(at, (name, _)): (usize, &(&str, &str))| {
        let kind = name.trim_end_matches(".xml").trim_end_matches(|c: char| c.is_ascii_digit());
        format!(r#"<Relationship Id="r{at}" Type="http://x/{kind}" Target="{name}"/>"#)
    };
    let relations: String = parts.iter().enumerate().map(relation).collect();
    let mut entries = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("_rels/.rels".to_owned(), RELATIONS.to_owned()),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), format!("<Relationships>{relations}</Relationships>")),
    ];
    for (name, content) in parts {
        entries.push((format!("word/{name}"), content.replace("NS", NAMESPACES)));
    }
    zip(&entries)
}

pub const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://r" xmlns:wps="http://wps""#;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The document of a page.
pub fn page(page: &str) -> Document {
    formats::read(Kind::Html, page.as_bytes()).expect("a document")
}

/// The document of a text.
pub fn text(text: &str) -> Document {
    formats::read(Kind::Text, text.as_bytes()).expect("a document")
}

/// Compares the blocks of a document with what [`describe`] says of them.
#[track_caller]
pub fn check(document: &Document, expected: &str) {
    let clean = |text: &str| {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let (found, expected) = (clean(&describe(document)), clean(expected));
    assert!(found == expected, "read:\n{found}\n\nexpected:\n{expected}");
}

pub fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
        .collect()
}

/// The lines of all paragraphs, numbers included.
pub fn lines(document: &Document) -> Vec<String> {
    paragraphs(document).into_iter().map(Paragraph::line).collect()
}

pub fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect()
}

/// The rows of a table with every place filled, cells by strokes.
pub fn rows(table: &Table) -> Vec<String> {
    let grid = table.grid();
    let row = |row| {
        (0..grid.columns)
            .map(|column| grid.shown(row, column).replace('\n', "⏎"))
            .collect::<Vec<_>>()
            .join("|")
    };
    (0..grid.rows()).map(row).collect()
}

/// The texts of the remark of this kind.
pub fn remark(document: &Document, kind: RemarkKind) -> Option<&[String]> {
    document.remarks.iter().find(|remark| remark.kind == kind).map(|remark| remark.texts.as_slice())
}

//! A form that came back, as a book that can be compared and merged.

use std::collections::HashMap;

use yaodian_plan::UnitId;
use yaodian_plan::fnv::fnv1a_32;
use yaodian_plan::query::Catalog;
use yaodian_plan::sort::sort_by;
use yaodian_progress::{
    Aside, Author, AuthorId, Field, FileHead, ProgressBook, Stamp, Value, Write, new_note,
};
use yaodian_reading::document::{Block, Document, Table};

use super::Mark;
use super::columns::Columns;
use super::recognise::texts;
use super::rows::{Filled, Reader, Row};

/// A form that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// What was understood, as a book to be compared and merged; rows that belong to no item are in its `aside`.
    pub book: ProgressBook,
    /// The unit, where the form says it, and the file as its author.
    pub head: FileHead,
    /// The id of the plan that the form is about, where it says one.
    pub plan: Option<String>,
    /// The rows that something was filled in, or that something has to be said about.
    pub rows: Vec<Row>,
    /// How many rows were left blank.
    pub blank: usize,
}

/// Reads a form that came back in a file of some name, last written at `at_ms`. `book` is what is recorded here.
///
/// `None`: no table of the file is a form.
pub fn read(
    document: &Document,
    catalog: &Catalog,
    book: &ProgressBook,
    file: &str,
    at_ms: i64,
) -> Option<Returned> {
    let tables: Vec<(&Table, usize, Columns)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Columns::find(table).map(|(head, columns)| (table, head, columns)),
            Block::Paragraph(_) => None,
        })
        .collect();
    if tables.is_empty() {
        return None;
    }
    let texts = texts(document);
    let mark = texts.iter().find_map(|text| Mark::find(text));
    let unit = mark.map(|mark| UnitId(mark.unit.to_owned()));
    let made_at = mark.map(|mark| mark.at_ms);
    let key = format!("{}/{}/{made_at:?}/{file}", catalog.plan.id, mark.map_or("", |mark| mark.unit));
    let by = AuthorId::new(&format!("form{:08x}", fnv1a_32(&key)))?;
    // Whoever filled it in did so after it was made.
    let stamp = Stamp::first(at_ms.max(made_at.map_or(0, |made| made.saturating_add(1))), by);
    let mut reader = Reader::new(catalog);
    for (table, head, columns) in tables {
        reader.table(table, head, columns);
    }
    let mut returned = ProgressBook::new(catalog.plan.id.clone());
    write(&reader.rows, &mut returned, book, file, stamp);
    if !returned.is_empty() {
        let unit = unit.filter(|unit| catalog.plan.unit(unit).is_some());
        let author = Author { name: crate::text::form_author(file), unit };
        returned.set(Field::Author(by), Value::Author(author), stamp);
    }
    know(&mut returned, book, made_at, by);
    Some(Returned {
        book: returned,
        head: FileHead { saved_at: Some(stamp.at), saved_by: Some(by), ..FileHead::default() },
        plan: mark.map(|mark| mark.plan.to_owned()),
        rows: reader.rows.into_iter().map(|filled| filled.row).collect(),
        blank: reader.blank,
    })
}

/// The writes that a form knows of: those that were there when it was made, and those of the same file.
fn know(returned: &mut ProgressBook, book: &ProgressBook, made_at: Option<i64>, by: AuthorId) {
    let known = |stamp: &Stamp| stamp.by == by || made_at.is_some_and(|made| stamp.at <= made);
    let mut seen: HashMap<AuthorId, Stamp> = returned.seen.iter().map(|stamp| (stamp.by, *stamp)).collect();
    for stamp in book.registers().iter().map(|register| register.stamp).filter(known) {
        let latest = seen.entry(stamp.by).or_insert(stamp);
        *latest = (*latest).max(stamp);
    }
    returned.seen = seen.into_values().collect();
    sort_by(&mut returned.seen, &|one, other| one.by < other.by);
}

/// Writes what was filled in, beside what is recorded here; rows that belong to no item are kept as they are.
fn write(rows: &[Filled], returned: &mut ProgressBook, book: &ProgressBook, file: &str, stamp: Stamp) {
    let mut lost = Vec::new();
    for filled in rows {
        let Some(id) = filled.row.item else {
            lost.push((filled.row.place.to_string(), filled.cells.clone()));
            continue;
        };
        let mut writes: Vec<Write> = Vec::new();
        if let Some(status) = filled.status {
            // Beside what is recorded here: its reason stays, and that it was put off before.
            writes.extend(book.status_writes(&[id], Some(status), None));
        }
        writes.extend(filled.day.map(|day| (Field::Date(id), Value::Date(Some(day)))));
        // The same file taken in again brings no note twice.
        let there = book.item(id).live_notes();
        let mut there = there.filter(|(note, _)| note.created.by == stamp.by);
        if !there.any(|(_, text)| text == filled.note.trim()) {
            writes.extend(new_note(id, &filled.note, stamp));
        }
        returned.set_all(writes, stamp);
    }
    for (place, cells) in lost {
        let text = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
        let at = vec![crate::text::FORM.to_owned(), file.to_owned(), place];
        returned.aside.push(Aside { at, text: format!("[{text}]") });
    }
    sort_by(&mut returned.aside, &|one, other| one < other);
    returned.aside.dedup();
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            char if char.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => out.push(char),
        }
    }
    out.push('"');
    out
}

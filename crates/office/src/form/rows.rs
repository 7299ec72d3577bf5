//! The rows of a form that came back, as a book that can be merged.

mod said;

use std::collections::HashMap;

use chrono::NaiveDate;
use yaodian_plan::fnv::fnv1a_32;
use yaodian_plan::query::{Catalog, Status};
use yaodian_plan::{ItemId, UnitId};
use yaodian_progress::{
    Aside, Author, AuthorId, Field, FileHead, ProgressBook, Stamp, Value, Write, new_note,
};
use yaodian_reading::document::{Block, Document, Place, Row as TableRow, Table};

pub use self::said::Said;
use super::Mark;
use super::columns::{Columns, bare};
use super::values;

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

/// A row of a form that something was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file.
    pub place: Place,
    /// Its title as the file has it.
    pub title: String,
    /// The item that it was taken for.
    pub item: Option<ItemId>,
    /// What has to be said about it.
    pub said: Vec<Said>,
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
    let mut titles: HashMap<String, Vec<ItemId>> = HashMap::new();
    for item in &catalog.plan.items {
        titles.entry(bare(&item.title)).or_default().push(item.id);
    }
    let mut reader = Reader {
        catalog,
        book,
        by,
        rows: Vec::new(),
        blank: 0,
        found: HashMap::new(),
        titles,
        renamed: catalog.plan.renamed(),
    };
    for (table, head, columns) in tables {
        reader.table(table, head, columns);
    }
    let mut returned = ProgressBook::new(catalog.plan.id.clone());
    reader.write(&mut returned, file, stamp);
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

/// Whether some table of a document is a form, or its line says that it is one.
pub fn is_form(document: &Document) -> bool {
    let has_columns = |block: &Block| matches!(block, Block::Table(table) if Columns::find(table).is_some());
    document.blocks.iter().any(has_columns) || texts(document).iter().any(|text| Mark::find(text).is_some())
}

/// All texts of a file, to find the mark wherever it was moved.
fn texts(document: &Document) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.line()],
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.shown()).collect()
        }
    };
    document.blocks.iter().flat_map(of_block).collect()
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
    returned.seen.sort_by_key(|stamp| stamp.by);
}

/// What was filled into a row.
struct Filled {
    row: Row,
    status: Option<Status>,
    day: Option<NaiveDate>,
    note: String,
    /// All cells of the row, where it belongs to no item.
    cells: Vec<String>,
}

struct Reader<'a> {
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    by: AuthorId,
    rows: Vec<Filled>,
    blank: usize,
    /// The row that each item was found in first.
    found: HashMap<ItemId, usize>,
    /// The items with each title.
    titles: HashMap<String, Vec<ItemId>>,
    /// Former ids, with those that their items have now.
    renamed: Vec<(ItemId, ItemId)>,
}

impl Reader<'_> {
    fn table(&mut self, table: &Table, head: usize, columns: Columns) {
        let grid = table.grid();
        for (at, row) in table.rows.iter().enumerate().skip(head + 1) {
            if Columns::of(row).is_some() {
                continue;
            }
            let shown = |column: Option<usize>| {
                column.map(|column| grid.shown(at, column).trim().to_owned()).unwrap_or_default()
            };
            let values = [columns.status, columns.day, columns.note].map(shown);
            if values.iter().all(String::is_empty) {
                self.blank += usize::from(!row.cells.is_empty());
                continue;
            }
            self.row(row, [shown(columns.id), shown(columns.title)], values);
        }
    }

    fn row(&mut self, row: &TableRow, [id, title]: [String; 2], [status, day, note]: [String; 3]) {
        let mut said = Vec::new();
        let item = self.item(&id, &title, &mut said);
        let year = self.catalog.plan.year;
        let mut notes = vec![note];
        let mut filled = Filled {
            row: Row { place: row.place.clone(), title, item, said: Vec::new() },
            status: None,
            day: None,
            note: String::new(),
            cells: row.cells.iter().map(|cell| cell.shown()).collect(),
        };
        match values::status(&status) {
            Some((Status::Postponed(to), _)) if self.is_no_later(item, to) => {
                said.push(Said::NotLater(status.clone()));
                notes.push(crate::text::kept(super::STATUS, &status));
            }
            Some((read, as_listed)) => {
                filled.status = Some(read);
                said.extend((!as_listed).then(|| Said::StatusReadAs(status.clone(), read)));
            }
            None if status.is_empty() => {}
            None => {
                said.push(Said::Status(status.clone()));
                notes.push(crate::text::kept(super::STATUS, &status));
            }
        }
        match values::day(&day, year) {
            Some((read, written)) => {
                filled.day = Some(read);
                let other = written && values::is_of_other_year(read, year);
                said.extend(other.then_some(Said::OtherYear(read)));
                said.extend((!written).then_some(Said::YearAssumed(read)));
            }
            None if day.is_empty() => {}
            None => {
                said.push(Said::Day(day.clone()));
                notes.push(crate::text::kept(super::DAY, &day));
            }
        }
        notes.retain(|note| !note.is_empty());
        filled.note = notes.join("\n");
        filled.row.said = said;
        self.place(filled);
    }

    /// Takes a row, unless an earlier one is about the same item.
    fn place(&mut self, mut filled: Filled) {
        if let Some(id) = filled.row.item {
            let earlier = self.found.get(&id).and_then(|at| self.rows.get(*at));
            if let Some(earlier) = earlier {
                let same = |one: &Filled| (one.status, one.day, one.note.clone());
                if same(earlier) == same(&filled) {
                    return;
                }
                filled.row.item = None;
                filled.row.said.push(Said::Repeated(earlier.row.place.clone()));
            } else {
                self.found.insert(id, self.rows.len());
            }
        }
        self.rows.push(filled);
    }

    /// The item of a row: by the id, then by the title.
    fn item(&self, id: &str, title: &str, said: &mut Vec<Said>) -> Option<ItemId> {
        let by_id = bare(id).to_ascii_lowercase().parse::<ItemId>().ok();
        // It may be one from before the plan was corrected.
        let now = |id| self.renamed.iter().find(|(was, _)| *was == id).map_or(id, |(_, now)| *now);
        let by_id = by_id.map(now).filter(|id| self.catalog.position(*id).is_some());
        let wanted = bare(title);
        let with_title = self.titles.get(&wanted).map_or(&[][..], Vec::as_slice);
        if by_id.is_some_and(|id| with_title.contains(&id)) {
            return by_id;
        }
        match (by_id, with_title.first(), with_title.len()) {
            (Some(id), None, _) => {
                said.extend((!wanted.is_empty()).then_some(Said::TitleDiffers));
                Some(id)
            }
            // One column was sorted and not the other: nobody knows which of them is meant.
            (Some(_), Some(_), _) => {
                said.push(Said::Disagree);
                None
            }
            (None, Some(id), 1) => {
                said.push(Said::ByTitle);
                Some(*id)
            }
            (None, Some(_), _) => {
                said.push(Said::SeveralWithTitle);
                None
            }
            (None, None, _) => {
                said.push(Said::NoItem);
                None
            }
        }
    }

    /// Whether something is put off to a month that is not after its own time.
    fn is_no_later(&self, item: Option<ItemId>, to: yaodian_plan::Month) -> bool {
        let at = item.and_then(|id| self.catalog.position(id));
        let item = at.and_then(|at| self.catalog.plan.items.get(at));
        item.and_then(|item| item.period.months()).is_some_and(|(_, last)| to <= last)
    }

    fn write(&self, returned: &mut ProgressBook, file: &str, stamp: Stamp) {
        let mut lost = Vec::new();
        for filled in &self.rows {
            let Some(id) = filled.row.item else {
                lost.push((filled.row.place.to_string(), filled.cells.clone()));
                continue;
            };
            let mut writes: Vec<Write> = Vec::new();
            if let Some(status) = filled.status {
                // Beside what is recorded here: its reason stays, and that it was put off before.
                writes.extend(self.book.status_writes(&[id], Some(status), None));
            }
            writes.extend(filled.day.map(|day| (Field::Date(id), Value::Date(Some(day)))));
            // The same file taken in again brings no note twice.
            let there = self.book.item(id).live_notes();
            let mut there = there.filter(|(note, _)| note.created.by == self.by);
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
        returned.aside.sort();
        returned.aside.dedup();
    }
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

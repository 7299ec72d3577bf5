//! What was said of the document, and which of it is still open. `read`: what the reader said.

mod read;

use std::collections::{HashMap, HashSet};

use yaodian_plan::sort::sort_by;
use yaodian_reading::Severity;

use crate::edit::Mark;
use crate::key::Key;
use crate::sheet::{Changed, Group, Sheet};

pub use read::Note;
pub(crate) use read::{About, Places, Spot};

/// What was said for one cause, and what is open of it.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteGroup {
    /// A name for programs, e.g. `unknown_period`.
    pub cause: String,
    pub severity: Severity,
    /// What was found, what was done about it, what somebody can do; the latter may be empty.
    pub what: String,
    pub done: String,
    pub remedy: String,
    /// Whether the remedy is to say what the columns of a table are.
    pub about_table: bool,
    /// Whether names of units may be one.
    pub about_units: bool,
    pub found: Vec<FoundNote>,
}

/// One place of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundNote {
    pub mark: Mark,
    /// The place in words, what stands there and what was made of it.
    pub words: String,
    /// The rows that it is about.
    pub rows: Vec<Key>,
    /// Neither put right nor accepted.
    pub open: bool,
    pub accepted: bool,
    /// The two names that may be one unit.
    pub names: Option<(String, String)>,
}

impl NoteGroup {
    /// Whether it should be looked at; the others are told for information.
    pub fn matters(&self) -> bool {
        self.severity != Severity::Note
    }

    /// How many places of it are open.
    pub fn open(&self) -> usize {
        self.found.iter().filter(|found| found.open).count()
    }
}

/// Everything that was said, with what is open of it; the gravest first. `read` is what a reading said.
pub fn notes(sheet: &Sheet, read: &[Note]) -> Vec<NoteGroup> {
    let now = Now::of(sheet);
    let mut groups: Vec<NoteGroup> = read.iter().map(|note| group(note, &now)).collect();
    groups.extend(typed(sheet));
    sort_by(&mut groups, &|one, other| one.severity > other.severity);
    groups
}

/// How many places are open that matter.
pub fn left(groups: &[NoteGroup]) -> usize {
    groups.iter().filter(|group| group.matters()).map(NoteGroup::open).sum()
}

/// A sheet with its rows and units looked up once.
struct Now<'a> {
    sheet: &'a Sheet,
    changed: HashMap<Key, Changed>,
    units: HashSet<&'a str>,
}

impl<'a> Now<'a> {
    fn of(sheet: &'a Sheet) -> Now<'a> {
        Now {
            sheet,
            changed: sheet.rows.iter().map(|row| (row.key, row.changed)).collect(),
            units: sheet.units.iter().map(|unit| unit.name.as_str()).collect(),
        }
    }
}

fn group(note: &Note, now: &Now<'_>) -> NoteGroup {
    let found = note.found.iter().map(|place| {
        let mark = Mark { cause: note.cause.clone(), line: place.line, text: place.text.clone() };
        let accepted = now.sheet.accepted.contains(&mark);
        let open = !accepted && !is_right(note.about, place, now);
        let is_pair = note.cause == "twin_units" && !place.other.is_empty();
        let names = is_pair.then(|| (place.text.clone(), place.other.clone()));
        FoundNote { words: place.words.clone(), rows: place.rows.clone(), mark, open, accepted, names }
    });
    NoteGroup {
        cause: note.cause.clone(),
        severity: note.severity,
        what: note.what.clone(),
        done: note.done.clone(),
        remedy: note.remedy.clone(),
        about_table: note.about == About::Table,
        about_units: note.cause == "twin_units",
        found: found.collect(),
    }
}

/// Whether something was put right since it was read. Where several rows may be meant, all of them have to be.
fn is_right(about: About, place: &Spot, now: &Now<'_>) -> bool {
    let sheet = now.sheet;
    let rows = |changed: Changed| {
        let right = |key: &Key| now.changed.get(key).is_none_or(|row| row.has(changed));
        !place.rows.is_empty() && place.rows.iter().all(right)
    };
    let is_unit = |name: &str| now.units.contains(name);
    match about {
        About::Title => sheet.head.has(Changed::TITLE) && !sheet.title.is_empty(),
        About::Issuer => sheet.head.has(Changed::ISSUER),
        About::Year => sheet.head.has(Changed::YEAR),
        About::Period => rows(Changed::PERIOD),
        About::Who => rows(Changed::WHO),
        About::Meetings => rows(Changed::MEETINGS),
        About::Row => rows(Changed::ANY),
        About::Unit => !is_unit(&place.text) || (!place.other.is_empty() && !is_unit(&place.other)),
        About::Count => {
            sheet.categories.iter().filter(|category| category.name == place.text).all(|category| {
                let count = sheet.rows_of(Group::Category(category.key)).count();
                category.stated.is_none_or(|stated| usize::from(stated) == count)
            })
        }
        About::Category => sheet.categories.iter().all(|category| category.name != place.text),
        About::Table | About::Other => false,
    }
}

/// What is doubtful of what somebody typed.
fn typed(sheet: &Sheet) -> Vec<NoteGroup> {
    let group = |cause: &str, what: &str, remedy: &str, is_meant: &dyn Fn(&crate::sheet::Row) -> bool| {
        let found: Vec<FoundNote> = sheet
            .rows
            .iter()
            .filter(|row| is_meant(row))
            .map(|row| {
                let text = format!("{} {}", row.item.title, row.item.period_text);
                let mark = Mark { cause: cause.to_owned(), line: row.key, text };
                let accepted = sheet.accepted.contains(&mark);
                FoundNote {
                    words: format!("“{}”{}", row.item.title, row.item.period_text),
                    rows: vec![row.key],
                    mark,
                    open: !accepted,
                    accepted,
                    names: None,
                }
            })
            .collect();
        (!found.is_empty()).then(|| NoteGroup {
            cause: cause.to_owned(),
            severity: Severity::Warning,
            what: what.to_owned(),
            done: String::new(),
            remedy: remedy.to_owned(),
            about_table: false,
            about_units: false,
            found,
        })
    };
    let time = group(
        "typed_time",
        "填写的时间没有看懂",
        "按时间未定处理；请写成“3月”“3—6月”“全年”",
        &|row| row.unsure,
    );
    let title = group("no_title", "事项没有题目", "请填写题目，或删去这一行", &|row| {
        row.item.title.is_empty()
    });
    time.into_iter().chain(title).collect()
}

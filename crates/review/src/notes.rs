//! What was said of the document, and which of it is still open. `read`: what the reader said; `now`: what it is compared
//! with; `fix`: what can be done about it.

mod fix;
mod now;
mod read;

use yaodian_plan::sort::sort_by;
use yaodian_reading::Severity;

use crate::edit::Mark;
use crate::key::Key;
use crate::sheet::{Changed, Group, Row, Sheet};
use now::{Now, changed_by};

pub use fix::{Field, Fix, Offer, Where};
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
    /// Where it is put right, and the value that is probably meant, while it is open.
    pub fix: Option<Fix>,
    pub offer: Option<Offer>,
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

fn group(note: &Note, now: &Now<'_>) -> NoteGroup {
    let found = note.found.iter().map(|place| {
        let mark = Mark { cause: note.cause.clone(), line: place.line, text: place.text.clone() };
        let accepted = now.sheet.accepted.contains(&mark);
        let open = !accepted && !is_right(note, place, now);
        FoundNote {
            words: place.words.clone(),
            rows: place.rows.clone(),
            mark,
            open,
            accepted,
            fix: if open { fix::fix(note, place, now) } else { None },
            offer: if open { fix::offer(note, place, now) } else { None },
        }
    });
    NoteGroup {
        cause: note.cause.clone(),
        severity: note.severity,
        what: note.what.clone(),
        done: note.done.clone(),
        remedy: note.remedy.clone(),
        found: found.collect(),
    }
}

/// Whether something was put right since it was read. Where several rows may be meant, all of them have to be.
fn is_right(note: &Note, place: &Spot, now: &Now<'_>) -> bool {
    let sheet = now.sheet;
    if let Some(changed) = changed_by(note.about) {
        let right = |key: &Key| now.row(*key).is_none_or(|row| row.changed.has(changed));
        return !place.rows.is_empty() && place.rows.iter().all(right);
    }
    let is_unit = |name: &str| now.units.contains(name);
    match note.about {
        About::Title => sheet.head.has(Changed::TITLE) && !sheet.title.is_empty(),
        About::Issuer => sheet.head.has(Changed::ISSUER),
        About::Year => sheet.head.has(Changed::YEAR),
        About::Unit => {
            let is_pair = note.cause == "twin_units" && !place.other.is_empty();
            !is_unit(&place.text) || (is_pair && !is_unit(&place.other))
        }
        About::Count => {
            sheet.categories.iter().filter(|category| category.name == place.text).all(|category| {
                let count = sheet.rows_of(Group::Category(category.key)).count();
                category.stated.is_none_or(|stated| usize::from(stated) == count)
            })
        }
        About::Category => {
            // One without a name has the one that was made up for it.
            let name = if place.text.is_empty() { &place.other } else { &place.text };
            sheet.categories.iter().all(|category| category.name != *name)
        }
        _ => false,
    }
}

/// What is doubtful of what somebody typed.
fn typed(sheet: &Sheet) -> Vec<NoteGroup> {
    let group = |cause: &str, what: &str, remedy: &str, field: Field, is_meant: &dyn Fn(&Row) -> bool| {
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
                    fix: (!accepted).then_some(Fix::Cell(row.key, field)),
                    offer: None,
                }
            })
            .collect();
        (!found.is_empty()).then(|| NoteGroup {
            cause: cause.to_owned(),
            severity: Severity::Warning,
            what: what.to_owned(),
            done: String::new(),
            remedy: remedy.to_owned(),
            found,
        })
    };
    let time = group(
        "typed_time",
        "填写的时间没有看懂",
        "按时间未定处理；请写成“3月”“3—6月”“全年”",
        Field::Time,
        &|row| row.unsure,
    );
    let title = group(
        "no_title",
        "事项没有题目",
        "请填写题目，或删去这一行",
        Field::Title,
        &|row| row.item.title.is_empty(),
    );
    time.into_iter().chain(title).collect()
}

//! What the reader said of the document, and which of it is still open.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use yaodian_plan::sort::sort_by;
use yaodian_plan::{ItemId, Plan};
use yaodian_reading::document::{Place, RemarkKind};
use yaodian_reading::{Cause, Diagnostic, Found, Severity};

use crate::edit::Mark;
use crate::key::Key;
use crate::sheet::{Changed, Group, Sheet};

/// Everything that was said for one cause, as it was read.
#[derive(Clone, Debug, Deserialize)]
pub struct Note {
    pub(crate) cause: String,
    pub(crate) severity: Severity,
    pub(crate) what: String,
    pub(crate) done: String,
    pub(crate) remedy: String,
    pub(crate) about: About,
    pub(crate) found: Vec<Spot>,
}

/// One place of a note.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Spot {
    pub(crate) line: u32,
    pub(crate) words: String,
    pub(crate) text: String,
    /// Names in quotes in what was made of it.
    pub(crate) other: String,
    pub(crate) rows: Vec<Key>,
}

/// What has to be put right for a note to be done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum About {
    Title,
    Issuer,
    Year,
    Period,
    Who,
    Meetings,
    /// Any value of its rows.
    Row,
    /// The name of a unit.
    Unit,
    /// The count of a category.
    Count,
    /// The name of a category.
    Category,
    /// Columns of a table.
    Table,
    /// Nothing that can be seen to have been put right.
    Other,
}

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

impl Note {
    /// All but its places.
    pub(crate) fn without_places(&self) -> Note {
        Note {
            cause: self.cause.clone(),
            severity: self.severity,
            what: self.what.clone(),
            done: self.done.clone(),
            remedy: self.remedy.clone(),
            about: self.about,
            found: Vec::new(),
        }
    }

    /// What was said, without its places.
    pub(crate) fn of(diagnostic: &Diagnostic) -> Note {
        let words = diagnostic.words();
        Note {
            cause: diagnostic.cause.code(),
            severity: diagnostic.severity,
            what: words.what.to_owned(),
            done: words.done.to_owned(),
            remedy: words.remedy.to_owned(),
            about: about(diagnostic.cause),
            found: Vec::with_capacity(diagnostic.found.len()),
        }
    }

    /// Adds a place of it.
    pub(crate) fn add(&mut self, found: &Found, places: &Places<'_>) {
        self.found.push(Spot {
            line: found.line,
            words: found.to_string(),
            text: full(&found.text, self.about, places.plan),
            other: full(&quoted(&found.note), self.about, places.plan),
            rows: places.rows(found, self.about),
        });
    }

    /// Gives its rows other keys: those that began with one key begin with another.
    pub(crate) fn shift_keys(&mut self, from: Key, to: Key) {
        for key in self.found.iter_mut().flat_map(|spot| &mut spot.rows) {
            *key = key.saturating_sub(from).saturating_add(to);
        }
    }

    /// How many places it has.
    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }
}

/// Where in the document the rows of a plan stand.
pub(crate) struct Places<'a> {
    plan: &'a Plan,
    by_id: HashMap<ItemId, usize>,
    by_line: HashMap<u32, Vec<usize>>,
}

impl<'a> Places<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Places<'a> {
        let mut places = Places { plan, by_id: HashMap::new(), by_line: HashMap::new() };
        for (at, item) in plan.items.iter().enumerate() {
            places.by_id.entry(item.id).or_insert(at);
            places.by_line.entry(item.source.line).or_default().push(at);
        }
        places
    }

    /// The rows, by position, that stand where something was found. Several tasks may stand in one cell: only those are
    /// meant that have the words, if any has.
    fn rows(&self, found: &Found, about: About) -> Vec<Key> {
        let key = |at: usize| Key::try_from(at).unwrap_or(Key::MAX);
        if let Some(id) = found.item {
            return self.by_id.get(&id).copied().map(key).into_iter().collect();
        }
        if found.place == Place::Whole
            || matches!(about, About::Title | About::Issuer | About::Year | About::Table)
        {
            return Vec::new();
        }
        let there = self.by_line.get(&found.line).map(Vec::as_slice).unwrap_or_default();
        let text = found.text.trim_end_matches('…');
        let has = |at: &usize| {
            !text.is_empty() && self.plan.items.get(*at).is_some_and(|item| item.title.contains(text))
        };
        let meant: Vec<usize> = there.iter().copied().filter(has).collect();
        if meant.is_empty() { there.to_vec() } else { meant }.into_iter().map(key).collect()
    }
}

/// A name as it stands in the plan: long ones are cut where they are said.
fn full(text: &str, about: About, plan: &Plan) -> String {
    let Some(begin) = text.strip_suffix('…') else { return text.to_owned() };
    let names: Vec<&String> = match about {
        About::Unit => plan.units.iter().map(|unit| &unit.name).collect(),
        About::Count | About::Category => plan.categories.iter().map(|category| &category.name).collect(),
        _ => Vec::new(),
    };
    names.into_iter().find(|name| name.starts_with(begin)).map_or(text, |name| name.as_str()).to_owned()
}

/// The first words in quotes.
fn quoted(text: &str) -> String {
    let inner = text.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    inner.map_or(String::new(), |(inner, _)| inner.to_owned())
}

fn about(cause: Cause) -> About {
    use Cause::*;
    match cause {
        NoTitle => About::Title,
        NoYear | YearElsewhere | YearAssumed | YearDiffers => About::Year,
        NoIssuer => About::Issuer,
        BlankTime | TimeCarried | UnknownPeriod | PartialPeriod | CoarserPeriod | SeveralMonths
        | OutsideYear | NextJanuary | PeriodInTitle | PeriodNotInRow | TwoTimes | NoMonth => About::Period,
        OddMark | InWriting | OtherMeetings | MeetingInForm | MeetingAssumed => About::Meetings,
        BlankUnit | NoUnit | Inferred | UnitAside => About::Who,
        OddUnit | Alias | TwinUnits | MaybeTwoUnits => About::Unit,
        Count => About::Count,
        CategoryUnnamed | NoCategory => About::Category,
        TableNotUnderstood | HeaderAssumed | HeadingUnknown | HeadingRead => About::Table,
        SentenceUnsure | SentenceBare | ExtraCells | RowContinued | CellRestored | Duplicate | NoSerial
        | SerialGap | TasksSplit | RemarkShared | RemarkUnread | CategoryOpened | CategoryNamedLate
        | CategoryStartsLate => About::Row,
        Format(RemarkKind::ColumnsBySpaces) => About::Row,
        _ => About::Other,
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

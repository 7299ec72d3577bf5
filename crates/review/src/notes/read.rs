//! What the reader said of the document, and the rows that it is about.

use std::collections::HashMap;

use yaodian_plan::{ItemId, Plan};
use yaodian_reading::document::{Place, RemarkKind};
use yaodian_reading::{Cause, Diagnostic, Found, Severity};

use crate::key::Key;

/// Everything that was said for one cause, as it was read.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug, Default)]
pub(crate) struct Spot {
    pub(crate) line: u32,
    pub(crate) words: String,
    pub(crate) text: String,
    /// Names in quotes in what was made of it.
    pub(crate) other: String,
    pub(crate) rows: Vec<Key>,
}

/// What has to be put right for a note to be done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        OddMark | NoMeeting | InWriting | OtherMeetings | MeetingInForm | MeetingAssumed => About::Meetings,
        BlankUnit | NoUnit | UnitFromLast | Inferred | UnitAside => About::Who,
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

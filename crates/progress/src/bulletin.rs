//! 进展通报: the standing of some months' items, unit by unit.

mod text;

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

pub use self::text::bulletin_title;
use super::{FieldKind, Finished, ProgressBook, States, Value};
use yaodian_plan::names::items_led_by_none;
use yaodian_plan::query::{AsOf, Catalog, Moment, Standing, Status, Tally, Timing, time_rank};
use yaodian_plan::sort::sort_by_rank;
use yaodian_plan::{Item, ItemId, Month, Period, UnitId};

/// The whole bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// The plan's title.
    pub title: String,
    /// The plan's year.
    pub year: i32,
    /// First and last month.
    pub range: (Month, Month),
    /// The moment for which the standings are computed, at the latest the end of its last month.
    pub as_of: AsOf,
    /// How many of its items have which standing.
    pub tally: Tally,
    /// How many items the plan has.
    pub all: usize,
    /// The units with items in the bulletin, in the plan's order, then the items that no single unit leads.
    pub units: Vec<UnitBulletin>,
}

/// One unit's part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBulletin {
    /// `None`: items that no single unit leads.
    pub unit: Option<UnitId>,
    /// Name on screen.
    pub name: String,
    /// How many of its items have which standing.
    pub tally: Tally,
    /// Its items by standing, in the order of [`Standing::ALL`], those of one standing in the order of time.
    pub groups: Vec<(Standing, Vec<BulletinLine>)>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulletinLine {
    /// The item.
    pub id: ItemId,
    /// Its title as printed.
    pub title: String,
    /// Its time, with the month that it was put off to; empty where it has none.
    pub time: String,
    /// When it was finished, in words; empty where it was not.
    pub finished: String,
    /// The month that it was put off to, where it was and nothing else is known.
    pub postponed_to: Option<Month>,
    /// The reason of its status; may be empty.
    pub reason: String,
    /// The latest note.
    pub note: Option<String>,
}

/// Collects the bulletin for some months, with the standings as of a moment, but never of later than their end: a bulletin
/// of March says in July what it said in March, as far as that is still known.
///
/// It includes the items that are due in these months, those that are late since before, and those that were finished
/// or have a status or a note written in these months whatever their time. That of the whole year includes all.
pub fn bulletin(
    catalog: &Catalog,
    book: &ProgressBook,
    range: RangeInclusive<Month>,
    moment: Moment,
) -> Bulletin {
    let moment = moment.not_after(*range.end());
    let last_day = moment.last_day(catalog.plan.year);
    let view = View { catalog, book, states: book.states(catalog, moment), last_day, range };
    let shared = catalog.plan.units.len();
    let mut units = Vec::new();
    for at in 0..=shared {
        let unit = catalog.plan.units.get(at);
        let name =
            unit.map_or_else(|| items_led_by_none(catalog.plan.items.iter()), |unit| &unit.name).to_owned();
        let unit = unit.map(|unit| unit.id.clone());
        units.push(UnitBulletin { unit, name, tally: Tally::default(), groups: Vec::new() });
    }
    let mut tally = Tally::default();
    for at in sort_by_rank(catalog.all().collect(), &|at| view.rank(at)) {
        let (Some(item), Some(&standing)) = (catalog.plan.items.get(at), view.states.standings.get(at))
        else {
            continue;
        };
        let Some(unit) = units.get_mut(catalog.row(at).min(shared)).filter(|_| view.includes(at, item))
        else {
            continue;
        };
        tally.add(standing);
        unit.tally.add(standing);
        let line = view.line(at, item);
        match unit.groups.last_mut() {
            Some((of, lines)) if *of == standing => lines.push(line),
            _ => unit.groups.push((standing, vec![line])),
        }
    }
    units.retain(|unit| !unit.groups.is_empty());
    Bulletin {
        title: catalog.plan.title.clone(),
        year: catalog.plan.year,
        range: (*view.range.start(), *view.range.end()),
        as_of: moment.as_of,
        tally,
        all: catalog.plan.items.len(),
        units,
    }
}

/// What the bulletin is made from.
struct View<'a> {
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    states: States,
    /// The last day whose records count.
    last_day: Option<NaiveDate>,
    range: RangeInclusive<Month>,
}

impl View<'_> {
    fn timing(&self, at: usize) -> Option<Timing> {
        self.states.timings.get(at).copied()
    }

    fn finished(&self, at: usize) -> Option<Finished> {
        self.states.finished.get(at).copied().flatten()
    }

    /// By standing, what is done by the day on which it was finished, the rest by its time.
    fn rank(&self, at: usize) -> u32 {
        let standing = self.states.standings.get(at).map_or(0, |standing| *standing as u32);
        let within = match (self.states.standings.get(at), self.finished(at)) {
            (Some(Standing::Done), finished) => {
                // What only the document reports as done was done in its time.
                let planned = || self.timing(at).and_then(Timing::due).map_or(13 * 32, month_end);
                finished.map_or_else(planned, |finished| day_rank(finished.day(), self.catalog.plan.year))
            }
            _ => time_rank(self.timing(at)),
        };
        standing * 1_000 + within
    }

    fn includes(&self, at: usize, item: &Item) -> bool {
        let Some(timing) = self.timing(at) else { return false };
        let (first, last) = (*self.range.start(), *self.range.end());
        let due = |period: Period| period.months().is_some_and(|(from, to)| from <= last && first <= to);
        let finished =
            self.finished(at).map(Finished::day).filter(|day| day.year() == self.catalog.plan.year);
        // What is late at the end of these months or before was due by then.
        let is_late = self.states.standings.get(at).is_some_and(|standing| standing.is(Standing::Late));
        (first, last) == (Month::JANUARY, Month::DECEMBER)
            || due(timing.planned)
            || due(timing.period())
            || is_late
            || finished.and_then(month_of).is_some_and(|month| self.range.contains(&month))
            || self.was_written(item.id)
    }

    /// Whether a status or a note that still shows was written in these months of the plan's year.
    fn was_written(&self, id: ItemId) -> bool {
        let registers = self.book.item(id).registers.iter();
        // One that was taken back is blank.
        registers.filter(|register| register.field.kind() != FieldKind::Date).any(|register| {
            let then = register.authored().month();
            then.is_some_and(|(year, month)| year == self.catalog.plan.year && self.range.contains(&month))
                && self.last_day.is_none_or(|last| register.authored().date() <= last)
                && *register.value != Value::blank(register.field)
        })
    }

    fn line(&self, at: usize, item: &Item) -> BulletinLine {
        let known = self.book.item(item.id).known(self.last_day);
        let finished = known.finished.map(|finished| finished.in_words(self.catalog.plan.year));
        BulletinLine {
            id: item.id,
            title: item.title.clone(),
            time: self.timing(at).map(|timing| timing.in_words_of(item)).unwrap_or_default(),
            finished: finished.unwrap_or_default(),
            postponed_to: match known.status {
                Some(Status::Postponed(to)) => Some(to),
                _ => None,
            },
            reason: known.reason.to_owned(),
            note: self.book.latest_note_of(item.id, self.last_day).map(|(_, text)| text.to_owned()),
        }
    }
}

fn month_of(day: NaiveDate) -> Option<Month> {
    u8::try_from(day.month()).ok().and_then(Month::new)
}

/// Where a day stands among those of the plan's year, and days of other years before and after it.
fn day_rank(day: NaiveDate, year: i32) -> u32 {
    match day.year().cmp(&year) {
        Ordering::Less => 0,
        Ordering::Equal => day.month() * 32 + day.day(),
        Ordering::Greater => 14 * 32,
    }
}

fn month_end(month: Month) -> u32 {
    u32::from(month.number()) * 32 + 31
}

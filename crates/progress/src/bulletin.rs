//! 进展通报: the standing of some months' items, unit by unit.

mod text;

use std::ops::RangeInclusive;

pub use self::text::bulletin_title;
use super::{FieldKind, ProgressBook, Value};
use yaodian_plan::query::{AsOf, Catalog, Standing, Status, Tally, standings};
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
    /// The moment for which the standings are computed.
    pub as_of: AsOf,
    /// How many of its items have which standing.
    pub tally: Tally,
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
    /// Its items by standing, in the order of [`Standing::ALL`], those of one standing in the document's order.
    pub groups: Vec<(Standing, Vec<BulletinLine>)>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulletinLine {
    /// The item.
    pub id: ItemId,
    /// Its title as printed.
    pub title: String,
    /// Its time as printed.
    pub period_text: String,
    /// The month that it was postponed to.
    pub postponed_to: Option<Month>,
    /// The reason of its status; may be empty.
    pub reason: String,
    /// The latest note.
    pub note: Option<String>,
}

/// Collects the bulletin for some months, with the standings as of a moment.
///
/// It includes the items that are due in these months, those that are late since before, and those with a
/// status or a note written in these months whatever their time.
pub fn bulletin(
    catalog: &Catalog,
    book: &ProgressBook,
    range: RangeInclusive<Month>,
    as_of: AsOf,
) -> Bulletin {
    let statuses = book.statuses(catalog);
    let standings = standings(catalog, &statuses, as_of);
    let shared = catalog.plan.units.len();
    let mut units = Vec::new();
    for at in 0..=shared {
        let unit = catalog.plan.units.get(at);
        let name = unit.map_or("各工委（室）共同事项", |unit| &unit.name).to_owned();
        let unit = unit.map(|unit| unit.id.clone());
        units.push(UnitBulletin { unit, name, tally: Tally::default(), groups: Vec::new() });
    }
    let mut tally = Tally::default();
    for wanted in Standing::ALL {
        for (at, item) in catalog.plan.items.iter().enumerate() {
            let status = statuses.get(at).copied().flatten();
            if standings.get(at) != Some(&wanted) || !is_included(catalog, book, item, status, wanted, &range)
            {
                continue;
            }
            let Some(unit) = units.get_mut(catalog.row(at).min(shared)) else { continue };
            tally.add(wanted);
            unit.tally.add(wanted);
            let line = line(book, item, status);
            match unit.groups.last_mut() {
                Some((standing, lines)) if *standing == wanted => lines.push(line),
                _ => unit.groups.push((wanted, vec![line])),
            }
        }
    }
    units.retain(|unit| !unit.groups.is_empty());
    let range = (*range.start(), *range.end());
    Bulletin { title: catalog.plan.title.clone(), year: catalog.plan.year, range, as_of, tally, units }
}

fn is_included(
    catalog: &Catalog,
    book: &ProgressBook,
    item: &Item,
    status: Option<Status>,
    standing: Standing,
    range: &RangeInclusive<Month>,
) -> bool {
    let due = |first: Month, last: Month| first <= *range.end() && *range.start() <= last;
    let own = matches!(item.period, Period::Months { first, last } if due(first, last));
    let later = matches!(status, Some(Status::Postponed(to)) if range.contains(&to));
    // An item that is late now is included only if it was due before the end of these months.
    let late = standing == Standing::Late
        && match (status, item.period.months()) {
            (Some(Status::Postponed(to)), _) => to <= *range.end(),
            (_, Some((_, last))) => last <= *range.end(),
            (_, None) => false,
        };
    own || later || late || was_written(catalog, book, item.id, range)
}

/// Whether a status or a note that still has a value was written in these months of the plan's year.
fn was_written(catalog: &Catalog, book: &ProgressBook, id: ItemId, range: &RangeInclusive<Month>) -> bool {
    // One that was taken back is blank.
    book.item(id).registers.iter().filter(|register| register.field.kind() != FieldKind::Date).any(
        |register| {
            register
                .authored()
                .month()
                .is_some_and(|(year, month)| year == catalog.plan.year && range.contains(&month))
                && *register.value != Value::blank(register.field)
        },
    )
}

fn line(book: &ProgressBook, item: &Item, status: Option<Status>) -> BulletinLine {
    let recorded = book.item(item.id);
    BulletinLine {
        id: item.id,
        title: item.title.clone(),
        period_text: item.period_text.clone(),
        postponed_to: match status {
            Some(Status::Postponed(to)) => Some(to),
            _ => None,
        },
        reason: recorded.reason().to_owned(),
        note: book.latest_note(item.id).map(|(_, text)| text.to_owned()),
    }
}

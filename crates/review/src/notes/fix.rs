//! What somebody can do at once about what was said: the field that it is put right in, or a value that is probably meant.

use yaodian_plan::Period;
use yaodian_reading::understanding::read_time;

use super::now::{Now, changed_by};
use super::read::{Note, Spot};
use crate::edit::{Change, Column, Edit};
use crate::key::Key;
use crate::sheet::Group;

/// Where something is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Fields of the head.
    Title,
    Issuer,
    Year,
    /// A field of a row.
    Cell(Key, Field),
    /// The name of a unit.
    Unit(String),
    /// The name of a category.
    Category(Key),
    /// What the columns of a table are.
    Columns,
    /// A row is missing.
    Add(Where),
}

/// A field of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    Time,
    Lead,
    Meetings,
}

/// Where a row is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    Above(Key),
    Below(Key),
    /// Where the line of the document is; `true` where its text is what has to be done.
    Line(bool),
}

/// A value that is probably meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Two names are one unit.
    Merge { from: String, into: String },
    /// A name is that of several units.
    Part { name: String, into: String },
    /// The value, and what puts it there.
    Fill { value: String, edit: Edit },
}

impl Offer {
    /// What takes it.
    pub fn edit(self) -> Edit {
        match self {
            Offer::Merge { from, into } | Offer::Part { name: from, into } => {
                Edit::RenameUnit { from, to: into }
            }
            Offer::Fill { edit, .. } => edit,
        }
    }
}

/// The row that is meant: of several the first that was not put right yet.
fn row_of(note: &Note, place: &Spot, now: &Now<'_>) -> Option<Key> {
    let there = || place.rows.iter().copied().filter(|key| now.at.contains_key(key));
    let is_left = |key: &Key| {
        changed_by(note.about).is_some_and(|by| now.row(*key).is_some_and(|row| !row.changed.has(by)))
    };
    there().find(is_left).or_else(|| there().next())
}

/// Where what was said of a place is put right; `None` where it can only be compared with the document.
pub(super) fn fix(note: &Note, place: &Spot, now: &Now<'_>) -> Option<Fix> {
    let row = row_of(note, place, now);
    let cell = |field| row.map(|row| Fix::Cell(row, field));
    match note.cause.as_str() {
        "no_title" => Some(Fix::Title),
        "no_issuer" => Some(Fix::Issuer),
        "no_year" | "year_elsewhere" | "year_assumed" | "year_differs" => Some(Fix::Year),
        "blank_time" | "unknown_period" | "partial_period" | "outside_year" | "next_january"
        | "period_not_in_row" | "two_times" | "no_month" | "sentence_unsure" => cell(Field::Time),
        "blank_unit" | "no_unit" | "unit_from_last" => cell(Field::Lead),
        "odd_mark" | "meeting_assumed" => cell(Field::Meetings),
        "extra_cells" => cell(Field::Title),
        "odd_unit" | "maybe_two_units" => Some(Fix::Unit(place.text.clone())),
        "category_unnamed" => {
            let named = now.sheet.categories.iter().find(|category| category.name == place.other);
            named.map(|category| Fix::Category(category.key))
        }
        "count" => {
            let category = now.sheet.categories.iter().find(|category| category.name == place.text)?;
            let rows = now.sheet.rows_of(Group::Category(category.key));
            let (count, last) = rows.fold((0_usize, None), |(count, _), row| (count + 1, Some(row.key)));
            let is_missing = category.stated.is_some_and(|stated| count < usize::from(stated));
            last.filter(|_| is_missing).map(|row| Fix::Add(Where::Below(row)))
        }
        "serial_gap" | "category_starts_late" => row.map(|row| Fix::Add(Where::Above(row))),
        "no_item_title" => Some(Fix::Add(Where::Line(false))),
        "stray_text" => Some(Fix::Add(Where::Line(true))),
        "table_not_understood"
        | "header_assumed"
        | "heading_unknown"
        | "heading_read"
        | "columns_by_spaces" => Some(Fix::Columns),
        _ => None,
    }
}

/// What is probably meant.
pub(super) fn offer(note: &Note, place: &Spot, now: &Now<'_>) -> Option<Offer> {
    let is_some = !place.other.is_empty();
    match note.cause.as_str() {
        "twin_units" if is_some => Some(Offer::Merge { from: place.text.clone(), into: place.other.clone() }),
        "maybe_two_units" => {
            let second = place.text.strip_prefix(place.other.as_str()).filter(|_| is_some)?;
            let second = second.strip_prefix(['和', '与', '及']).filter(|second| !second.is_empty())?;
            Some(Offer::Part { name: place.text.clone(), into: format!("{}、{second}", place.other) })
        }
        "blank_time" => above(note, place, now, Column::Time),
        "blank_unit" => above(note, place, now, Column::Who),
        // The words of the task say another time than its row.
        "period_not_in_row" => {
            let row = row_of(note, place, now)?;
            let (period, sure) = read_time(&place.text, now.sheet.year);
            let edit = Edit::Row(row, Change::Time(place.text.clone()));
            (sure && period != Period::Unscheduled).then(|| Offer::Fill { value: place.text.clone(), edit })
        }
        _ => None,
    }
}

/// What the row above has, where a cell is blank.
fn above(note: &Note, place: &Spot, now: &Now<'_>, column: Column) -> Option<Offer> {
    let to = row_of(note, place, now)?;
    let at = now.at.get(&to)?;
    let (row, above) = (now.sheet.rows.get(*at)?, now.sheet.rows.get(at.checked_sub(1)?)?);
    let value = match column {
        Column::Time if above.item.period != Period::Unscheduled && !above.unsure => above.item.time(),
        Column::Who => {
            let (lead, joint) = now.sheet.who(above);
            [lead, joint].into_iter().filter(|names| !names.is_empty()).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    };
    let fits = !value.is_empty() && row.group == above.group;
    fits.then_some(Offer::Fill { value, edit: Edit::Fill { from: above.key, to, column } })
}

//! What an import would change, before it changes anything.

mod types;

use std::collections::BTreeSet;

pub use self::types::{Choice, Conflict, Counts, Difference, Preview, Side};
use super::{EntryKey, Field, ProgressBook, Stamp, Value};
use crate::query::Catalog;

/// Compares the book here with one that is to be merged into it.
pub fn preview(mine: &ProgressBook, theirs: &ProgressBook, catalog: &Catalog) -> Preview {
    let lost = would_lose(mine, theirs);
    let unknown = theirs.unknown(catalog);
    let aside = theirs.aside.difference(&mine.aside).count();
    let mut preview = Preview { unknown, aside, would_lose: lost, shrink: lost > 0, ..Preview::default() };
    let mut touched = BTreeSet::new();
    for field in theirs.fields() {
        let Some(there) = side(field, theirs, mine) else { continue };
        let Some(here) = side(field, mine, theirs) else {
            count(&mut preview.counts, &mut touched, field, None, &there.value);
            preview.new.push(Difference { field, mine: None, theirs: there });
            continue;
        };
        if here.value == there.value {
            preview.same += 1;
            continue;
        }
        // The order in which merging decides, with its way out of equal stamps.
        let comes = (&there.stamp, &there.value) > (&here.stamp, &here.value);
        if comes {
            count(&mut preview.counts, &mut touched, field, Some(&here.value), &there.value);
        }
        let apart = if comes { unaware(theirs, &here.stamp) } else { unaware(mine, &there.stamp) };
        if here.stamp.by != there.stamp.by && apart {
            let suggested = if comes { Choice::Theirs } else { Choice::Mine };
            preview.conflicts.push(Conflict { field, mine: here, theirs: there, suggested });
        } else {
            let list = if comes { &mut preview.newer } else { &mut preview.older };
            list.push(Difference { field, mine: Some(here), theirs: there });
        }
    }
    preview
}

/// How many notes would disappear, or fall back to an older text, if another book took this one's place.
/// A restore that would lose any needs the user's consent.
pub fn would_lose(mine: &ProgressBook, replacement: &ProgressBook) -> usize {
    let lost = |field: &Field| {
        let Some(here) = mine.get(*field).filter(|_| field.note().is_some()) else { return false };
        let there = replacement.get(*field);
        match (&here.value, there) {
            (Value::Note(None), _) => false,
            (_, None) => true,
            (text, Some(there)) => {
                there.value == Value::Note(None) || (there.value != *text && there.stamp <= here.stamp)
            }
        }
    };
    mine.fields().iter().filter(|field| lost(field)).count()
}

/// Whether a write was never in a book, see [`ProgressBook::seen`].
fn unaware(book: &ProgressBook, write: &Stamp) -> bool {
    book.seen.get(&write.by).is_none_or(|latest| latest < write)
}

/// A register of one book; the author's name may stand in the other.
fn side(field: Field, book: &ProgressBook, other: &ProgressBook) -> Option<Side> {
    let register = book.get(field)?;
    let by = register.stamp.by;
    let named = book.named(by).or_else(|| other.named(by));
    let who = named.map_or_else(|| by.to_string(), str::to_owned);
    Some(Side { value: register.value, stamp: register.stamp, who })
}

fn count(
    counts: &mut Counts,
    touched: &mut BTreeSet<EntryKey>,
    field: Field,
    before: Option<&Value>,
    after: &Value,
) {
    let first = touched.insert(field.entry());
    match (field, before, after) {
        (Field::Status(_), ..) => counts.statuses += 1,
        (Field::Date(_), ..) => counts.dates += 1,
        // A note that was written and deleted elsewhere was never here.
        (Field::Note(..), None, Value::Note(None)) => {}
        (Field::Note(..), None | Some(Value::Note(None)), _) => counts.notes_added += 1,
        (Field::Note(..), Some(_), Value::Note(None)) => counts.notes_deleted += 1,
        (Field::Note(..), ..) => counts.notes_edited += 1,
        _ => {}
    }
    match field.entry() {
        EntryKey::Item(_) if first => counts.items += 1,
        EntryKey::Session(_) if first => counts.sessions += 1,
        _ => {}
    }
}

//! What merging another book would change, before it changes anything.

mod types;

use std::sync::Arc;

pub use self::types::{Choice, Conflict, Counts, Difference, Preview, Side};
use super::describe::signature;
use super::{EntryKey, Field, ProgressBook, Register, Value};
use yaodian_plan::query::Catalog;

/// Compares the book here with one that is to be merged into it.
pub fn preview(mine: &ProgressBook, other: &ProgressBook, catalog: &Catalog) -> Preview {
    let unknown = other.unknown_items(catalog);
    let aside = other.aside.iter().filter(|aside| !mine.aside.contains(aside)).cloned().collect();
    let mut preview = Preview { unknown, aside, ..Preview::default() };
    let mut last = None;
    for theirs in &other.registers {
        let field = theirs.field;
        let own = mine.get(field);
        if own.is_some_and(|own| own.value == theirs.value) {
            preview.same += 1;
            continue;
        }
        let replaces = own.is_none_or(|own| own.is_older_than(theirs));
        // Whether the later write was made without knowledge of the earlier one.
        let in_conflict = own.is_some_and(|own| {
            let unaware = if replaces { !other.has_seen(&own.stamp) } else { !mine.has_seen(&theirs.stamp) };
            unaware && own.stamp.by != theirs.stamp.by
        });
        if replaces && !in_conflict {
            let first = last != Some(field.entry());
            last = Some(field.entry());
            preview.counts.add(first, own.map(|own| &*own.value), theirs);
        }
        let theirs = side(theirs, [other, mine], catalog);
        match own.map(|own| side(own, [mine, other], catalog)) {
            Some(mine) if in_conflict => preview.conflicts.push(Conflict { field, mine, theirs }),
            mine => {
                let list = match (&mine, replaces) {
                    (None, _) => &mut preview.new,
                    (_, true) => &mut preview.newer,
                    (_, false) => &mut preview.older,
                };
                list.push(Difference { field, mine, theirs });
            }
        }
    }
    preview
}

/// How many notes would be lost, or get an older text, if another book replaced this one. If any would, the user is asked
/// before a restoration.
pub fn count_lost_notes(mine: &ProgressBook, replacement: &ProgressBook) -> usize {
    let lost = |own: &&Arc<Register>| {
        matches!(*own.value, Value::Note(Some(_)))
            && replacement.get(own.field).is_none_or(|other| {
                matches!(*other.value, Value::Note(None))
                    || (other.stamp <= own.stamp && other.value != own.value)
            })
    };
    mine.registers.iter().filter(lost).count()
}

/// A register of the first book; who its author is may stand in the other.
fn side(register: &Register, books: [&ProgressBook; 2], catalog: &Catalog) -> Side {
    let authored = register.authored();
    let author = books.into_iter().find_map(|book| book.author(authored.by));
    Side {
        value: Arc::clone(&register.value),
        authored,
        author_name: signature(authored.by, author, catalog),
    }
}

impl Counts {
    /// Counts a write that would be merged, and its entry if it is the first one of the entry.
    fn add(&mut self, first: bool, before: Option<&Value>, write: &Register) {
        match write.field.entry() {
            EntryKey::Item(_) => self.items += usize::from(first),
            EntryKey::Session(_) => self.sessions += usize::from(first),
            _ => {}
        }
        match (write.field, before, &*write.value) {
            (Field::Status(_), ..) => self.statuses += 1,
            (Field::Date(_), ..) => self.dates += 1,
            // A note that was written and deleted elsewhere was never here.
            (Field::Note(..), None, Value::Note(None)) => {}
            (Field::Note(..), None | Some(Value::Note(None)), _) => self.notes_added += 1,
            (Field::Note(..), Some(_), Value::Note(None)) => self.notes_deleted += 1,
            (Field::Note(..), ..) => self.notes_edited += 1,
            _ => {}
        }
    }
}

//! What an import would change, before it changes anything.

mod types;

use std::sync::Arc;

pub use self::types::{Choice, Conflict, Counts, Difference, Preview, Side};
use super::describe::signature;
use super::{EntryKey, Field, ProgressBook, Register, Value};
use yaodian_plan::query::Catalog;

/// Compares the book here with one that is to be merged into it.
pub fn preview(mine: &ProgressBook, other: &ProgressBook, catalog: &Catalog) -> Preview {
    let lost = would_lose(mine, other);
    let unknown = other.unknown(catalog);
    let aside = other.aside.iter().filter(|aside| !mine.aside.contains(aside)).cloned().collect();
    let mut preview = Preview { unknown, aside, would_lose: lost, shrink: lost > 0, ..Preview::default() };
    let mut last = None;
    for there in &other.registers {
        let field = there.field;
        let here = mine.get(field);
        if here.is_some_and(|here| here.value == there.value) {
            preview.same += 1;
            continue;
        }
        let comes = here.is_none_or(|here| here.loses_to(there));
        let apart = here.is_some_and(|here| {
            let unaware = if comes { !other.has_seen(&here.stamp) } else { !mine.has_seen(&there.stamp) };
            unaware && here.stamp.by != there.stamp.by
        });
        if comes && !apart {
            let first = last != Some(field.entry());
            last = Some(field.entry());
            preview.counts.add(first, here.map(|here| &*here.value), there);
        }
        let theirs = side(there, [other, mine], catalog);
        match here.map(|here| side(here, [mine, other], catalog)) {
            Some(mine) if apart => preview.conflicts.push(Conflict { field, mine, theirs }),
            mine => {
                let list = match (&mine, comes) {
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

/// How many notes would disappear, or fall back to an older text, if another book took this one's place.
/// A restore that would lose any needs the user's consent.
pub fn would_lose(mine: &ProgressBook, replacement: &ProgressBook) -> usize {
    let lost = |here: &&Arc<Register>| {
        matches!(*here.value, Value::Note(Some(_)))
            && replacement.get(here.field).is_none_or(|there| {
                matches!(*there.value, Value::Note(None))
                    || (there.stamp <= here.stamp && there.value != here.value)
            })
    };
    mine.registers.iter().filter(lost).count()
}

/// A register of the first book; who its author is may stand in the other.
fn side(register: &Register, books: [&ProgressBook; 2], catalog: &Catalog) -> Side {
    let authored = register.authored();
    let author = books.into_iter().find_map(|book| book.author(authored.by));
    Side { value: Arc::clone(&register.value), authored, who: signature(authored.by, author, catalog) }
}

impl Counts {
    /// Counts a write that would come, and its entry if it is the first one there.
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

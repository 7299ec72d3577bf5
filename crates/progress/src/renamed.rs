//! What was recorded about an item that has another identity now, because its plan was corrected.

use std::sync::Arc;

use super::{
    EntryKey, Field, ProgressBook, Register, Stored, encode_entry, is_draft, merge_stored, read_entries,
};
use yaodian_plan::ItemId;

/// What has to be written so that stored texts about items, entries and drafts, are under the ids that these have now:
/// pairs of the former id and that one. `None` is a text that is deleted. What is there under both becomes one.
pub fn renamed_entries(
    plan: &str,
    stored: &[(String, String)],
    renamed: &[(ItemId, ItemId)],
) -> Vec<(String, Option<String>)> {
    let mut writes = Vec::new();
    let (mut book, _) = read_entries(plan, stored);
    for (from, to) in renamed {
        let moved = book.item_as(*from, *to);
        if !moved.is_empty() {
            book.merge(&moved);
            let entry = EntryKey::Item(*to);
            writes.push((entry.to_string(), Some(encode_entry(&book, entry))));
            writes.push((EntryKey::Item(*from).to_string(), None));
        }
        for (key, text) in stored.iter().filter(|(key, _)| is_draft(key)) {
            let Some(new) = draft_as(key, *from, *to) else { continue };
            let there = writes.iter().rev().find(|(known, _)| *known == new).map(|(_, text)| text.as_deref());
            let there =
                there.unwrap_or_else(|| stored.iter().find(|(k, _)| *k == new).map(|(_, text)| &**text));
            let both = Stored { key: &new, base: None, older: there, newer: Some(text) };
            let both = merge_stored(both, true);
            writes.push((new, both));
            writes.push((key.clone(), None));
        }
    }
    writes
}

/// The key of a draft about one item, as if it were about another; `None` where it is not about the first.
fn draft_as(key: &str, from: ItemId, to: ItemId) -> Option<String> {
    let from = from.to_string();
    let is_it = |part: &str| part == from;
    key.split('/').any(is_it).then(|| {
        let parts = key.split('/').map(|part| if is_it(part) { to.to_string() } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("/")
    })
}

impl ProgressBook {
    /// The book with what is recorded under former ids of items under those that they have now: pairs of both. For a file
    /// that was written before the plan was corrected.
    pub fn under_present_ids(self, renamed: &[(ItemId, ItemId)]) -> ProgressBook {
        let is_former = |register: &Register| {
            register.field.item().is_some_and(|id| renamed.iter().any(|(from, _)| *from == id))
        };
        if !self.registers().iter().any(|register| is_former(register)) {
            return self;
        }
        let mut book = ProgressBook {
            seen: self.seen.clone(),
            aside: self.aside.clone(),
            ..ProgressBook::new(&*self.plan)
        };
        for register in self.registers().iter().filter(|register| !is_former(register)) {
            book.merge_register(Arc::clone(register));
        }
        for (from, to) in renamed {
            book.merge(&self.item_as(*from, *to));
        }
        book
    }

    /// A book with what is recorded about one item, as if it were about another, with all authors and times.
    pub fn item_as(&self, from: ItemId, to: ItemId) -> ProgressBook {
        let mut book = ProgressBook::new(self.plan.clone());
        for register in self.registers() {
            let field = match register.field {
                Field::Status(id) if id == from => Field::Status(to),
                Field::Moved(id) if id == from => Field::Moved(to),
                Field::Date(id) if id == from => Field::Date(to),
                Field::Note(id, note) if id == from => Field::Note(to, note),
                _ => continue,
            };
            book.merge_register(Arc::new(Register { field, ..Register::clone(register) }));
        }
        book
    }
}

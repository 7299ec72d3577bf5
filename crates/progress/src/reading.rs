//! What the views ask a book.

use chrono::NaiveDate;

use super::{
    Author, AuthorId, EntryKey, Field, ItemProgress, NoteId, ProgressBook, SessionId, SessionProgress, Value,
};
use yaodian_plan::ItemId;
use yaodian_plan::query::Catalog;

impl ProgressBook {
    /// What is recorded about an item.
    pub fn item(&self, id: ItemId) -> ItemProgress<'_> {
        ItemProgress { registers: self.of_entry(EntryKey::Item(id)) }
    }

    /// What was arranged for a meeting.
    pub fn session(&self, id: SessionId) -> SessionProgress<'_> {
        SessionProgress { registers: self.of_entry(EntryKey::Session(id)) }
    }

    /// Who an author is, where it is known.
    pub fn author(&self, id: AuthorId) -> Option<&Author> {
        match &*self.get(Field::Author(id))?.value {
            Value::Author(author) => Some(author),
            _ => None,
        }
    }

    /// The items that something was recorded about, also those that the plan at hand does not know.
    pub fn items(&self) -> Vec<ItemId> {
        let item = |key| if let EntryKey::Item(id) = key { Some(id) } else { None };
        self.entries().into_iter().filter_map(item).collect()
    }

    /// The note that was created last and not deleted.
    pub fn latest_note(&self, id: ItemId) -> Option<(NoteId, &str)> {
        self.latest_note_of(id, None)
    }

    /// The same among those that were written up to a day; `None`: among all.
    pub fn latest_note_of(&self, id: ItemId, last_day: Option<NaiveDate>) -> Option<(NoteId, &str)> {
        let counts = |note: NoteId| last_day.is_none_or(|last| note.created.date() <= last);
        self.item(id).live_notes().rev().find(|(note, _)| counts(*note))
    }

    /// How many notes there are, without the deleted ones.
    pub fn note_count(&self) -> usize {
        self.registers.iter().filter(|register| matches!(*register.value, Value::Note(Some(_)))).count()
    }

    /// Items with something recorded that a plan does not have; they stay in the book.
    pub fn unknown(&self, catalog: &Catalog) -> Vec<ItemId> {
        let mut items = self.items();
        items.retain(|id| catalog.position(*id).is_none());
        items
    }

    /// The name that an author goes by, or the id where there is none.
    pub fn who(&self, author: AuthorId) -> String {
        self.named(author).unwrap_or(author.as_str()).to_owned()
    }

    pub(super) fn named(&self, author: AuthorId) -> Option<&str> {
        let name = self.author(author)?.name.trim();
        (!name.is_empty()).then_some(name)
    }
}

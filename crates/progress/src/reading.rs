//! What the views ask a book.

use super::describe::signature;
use super::{
    Author, AuthorId, EntryKey, Field, ItemProgress, NoteId, ProgressBook, SessionId, SessionProgress, Value,
};
use yaodian_plan::ItemId;
use yaodian_plan::query::{Catalog, Status, reported};

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

    /// The status of every item, by position: what was recorded, else what the document itself reports.
    pub fn statuses(&self, catalog: &Catalog) -> Vec<Option<Status>> {
        let mut statuses = reported(catalog);
        for (status, item) in statuses.iter_mut().zip(&catalog.plan.items) {
            *status = self.item(item.id).status().or(*status);
        }
        statuses
    }

    /// The note that was created last and not deleted.
    pub fn latest_note(&self, id: ItemId) -> Option<(NoteId, &str)> {
        self.item(id).live_notes().next_back()
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

    /// How an author signs: 王芳（财经工委）, or 未署名 with the device.
    pub fn signature(&self, author: AuthorId, catalog: &Catalog) -> String {
        signature(author, self.author(author), catalog)
    }
}

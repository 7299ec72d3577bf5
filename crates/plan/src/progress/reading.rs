//! What the views ask a book.

use super::{AuthorId, Field, NoteId, ProgressBook, Value};
use crate::ItemId;
use crate::query::{Catalog, Status, reported};

impl ProgressBook {
    /// The status of every item, by position: what was recorded, else what the document itself reports.
    pub fn statuses(&self, catalog: &Catalog) -> Vec<Option<Status>> {
        let mut statuses = reported(catalog);
        for (status, item) in statuses.iter_mut().zip(&catalog.plan.items) {
            *status = self.items.get(&item.id).and_then(|item| item.status()).or(*status);
        }
        statuses
    }

    /// The note that was created last and not deleted.
    pub fn latest_note(&self, id: ItemId) -> Option<(NoteId, &str)> {
        self.items.get(&id)?.live_notes().next_back()
    }

    /// How many notes there are, without the deleted ones.
    pub fn note_count(&self) -> usize {
        self.items.values().map(|item| item.live_notes().count()).sum()
    }

    /// Items with something recorded that a plan does not have; they stay in the book.
    pub fn unknown(&self, catalog: &Catalog) -> Vec<ItemId> {
        self.items.keys().copied().filter(|id| catalog.position(*id).is_none()).collect()
    }

    /// The name that an author goes by, or the id where there is none.
    pub fn who(&self, author: AuthorId) -> String {
        self.named(author).map_or_else(|| author.to_string(), str::to_owned)
    }

    pub(super) fn named(&self, author: AuthorId) -> Option<&str> {
        let name = self.authors.get(&author)?.value.name.trim();
        (!name.is_empty()).then_some(name)
    }

    /// Whether a register shows something; a blank one was written once and taken back.
    pub(super) fn shows(&self, field: Field) -> bool {
        self.get(field).is_some_and(|register| register.value != Value::blank(field))
    }
}

//! What the views ask a book.

use chrono::NaiveDate;

use super::describe::signature;
use super::{
    Author, AuthorId, EntryKey, Field, ItemProgress, NoteId, ProgressBook, SessionId, SessionProgress, Stamp,
    Value,
};
use yaodian_plan::query::Catalog;
use yaodian_plan::{ItemId, Plan};

impl ProgressBook {
    /// What is recorded about an item.
    pub fn item(&self, id: ItemId) -> ItemProgress<'_> {
        ItemProgress { registers: self.of_entry(EntryKey::Item(id)) }
    }

    /// What is recorded about a session.
    pub fn session(&self, id: SessionId) -> SessionProgress<'_> {
        SessionProgress { registers: self.of_entry(EntryKey::Session(id)) }
    }

    /// What a session is called: its own name, or else which session it is.
    pub fn session_name(&self, id: SessionId, plan: &Plan) -> String {
        match self.session(id).name().trim() {
            "" => id.title(plan),
            name => name.to_owned(),
        }
    }

    /// Who an author is, if it is known.
    pub fn author(&self, id: AuthorId) -> Option<&Author> {
        match &*self.get(Field::Author(id))?.value {
            Value::Author(author) => Some(author),
            _ => None,
        }
    }

    /// The items that something was recorded about, also those that the plan at hand does not have.
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
    pub fn unknown_items(&self, catalog: &Catalog) -> Vec<ItemId> {
        let mut items = self.items();
        items.retain(|id| catalog.position(*id).is_none());
        items
    }

    /// How an author signs: 王芳（财经工委）, or 未署名 with the device.
    pub fn signature(&self, author: AuthorId, catalog: &Catalog) -> String {
        signature(author, self.author(author), catalog)
    }

    /// How many registers were written after a moment, and when the first of them was, both in milliseconds since 1970.
    pub fn written_after(&self, moment_ms: i64) -> (usize, Option<i64>) {
        let mut count = 0;
        let mut first = None;
        for stamp in self.stamps().filter(|stamp| stamp.at > moment_ms) {
            count += 1;
            first = Some(first.map_or(stamp.at, |first: i64| first.min(stamp.at)));
        }
        (count, first)
    }

    /// The latest stamp in the book that a right clock can have given by now, for
    /// [`Clock::observe`](super::Clock::observe).
    pub fn latest(&self, now_ms: i64) -> Option<Stamp> {
        let mut latest = None;
        for stamp in self.stamps().filter(|stamp| !stamp.is_ahead_of(now_ms)) {
            if latest.is_none_or(|latest| latest < stamp) {
                latest = Some(stamp);
            }
        }
        latest
    }

    fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.registers.iter().map(|register| register.stamp)
    }
}

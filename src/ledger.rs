//! 台账: what the user has recorded, on screen and in the browser's storage.
//!
//! One way in: every change is written to the book, stored entry by entry, put on the undo stack and said
//! aloud, in [`Ledger::write`]. What other pages of this browser record arrives through the vault and joins
//! the book; nothing is ever replaced, only merged.

mod draft;
mod entries;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_plan::progress::{
    Action, Change, Clock, EntryKey, Field, NoteId, ProgressBook, Recorded, Stamp, UndoStack, Undone,
    VERSION, Value, describe, encode_entry,
};
use yaodian_plan::query::Catalog;
use yaodian_plan::{ItemId, Month};

use crate::browser::vault::{Options, Quarantined, Reason, SaveState, Vault};
use crate::browser::{clock, settings};
use crate::text;

pub use self::draft::{draft_of_item, draft_of_note};

/// What was just done, for the line at the bottom of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub what: String,
    /// Whether it can be taken back from there.
    pub undo: bool,
}

/// The ledger. Cheap to copy; part of the desk.
#[derive(Clone, Copy)]
pub struct Ledger {
    catalog: &'static Catalog,
    /// Everything recorded about the plan. Read it; change it through the methods here.
    pub book: RwSignal<ProgressBook>,
    /// The store, once it is open. Nothing can be recorded before.
    pub vault: RwSignal<Option<Vault>>,
    /// What was done last.
    pub told: RwSignal<Option<Told>>,
    /// Damaged data that was found and put aside.
    pub quarantined: RwSignal<Vec<Quarantined>>,
    clock: StoredValue<Clock>,
    stack: StoredValue<UndoStack>,
    draft: draft::Pending,
}

impl Ledger {
    /// An empty ledger that waits for [`Ledger::open`].
    pub fn new(catalog: &'static Catalog) -> Ledger {
        Ledger {
            catalog,
            book: RwSignal::new(ProgressBook::new(catalog.plan.id.clone())),
            vault: RwSignal::new(None),
            told: RwSignal::new(None),
            quarantined: RwSignal::new(Vec::new()),
            clock: StoredValue::new(Clock::new(settings::device())),
            stack: StoredValue::new(UndoStack::default()),
            draft: draft::Pending::default(),
        }
    }

    /// Reads what was recorded, and lets the user record.
    pub fn open(self) {
        spawn_local(async move {
            let plan = self.catalog.plan.id.clone();
            let options = Options { plan: plan.clone(), schema: VERSION, merge: Box::new(entries::merge) };
            let (vault, opened) = Vault::open(options).await;
            let book = entries::read(&plan, &opened.entries);
            self.observe(&book);
            self.quarantined.set(opened.quarantined);
            self.book.set(book);
            vault.on_change(move |key, text| self.heard(key, text));
            self.vault.set(Some(vault));
        });
    }

    /// How things stand with the storage; `None` while it is being read. Tracks.
    pub fn state(self) -> Option<SaveState> {
        self.vault.get().map(|vault| vault.state().get())
    }

    /// Whether something can be recorded. Tracks.
    pub fn writable(self) -> bool {
        !matches!(self.state(), None | Some(SaveState::Failed(Reason::NewerSchema)))
    }

    /// Who writes here.
    pub fn author(self) -> yaodian_plan::progress::AuthorId {
        self.clock.with_value(Clock::by)
    }

    /// The stamp of a write that happens now.
    pub fn tick(self) -> Stamp {
        let mut stamp = None;
        self.clock.update_value(|clock| stamp = Some(clock.tick(clock::now_ms())));
        stamp.unwrap_or_else(|| Stamp::first(clock::now_ms(), self.author()))
    }

    /// Writes registers as one action of the user. Says whether anything changed.
    pub fn write(self, writes: Vec<(Field, Value)>) -> bool {
        self.write_at(self.tick(), writes)
    }

    fn write_at(self, stamp: Stamp, writes: Vec<(Field, Value)>) -> bool {
        if !untrack(|| self.writable()) {
            return false;
        }
        let mut changes = Vec::new();
        self.book.update_untracked(|book| {
            changes.extend(writes.into_iter().filter_map(|(field, value)| book.set(field, value, stamp)));
        });
        let Some(first) = changes.first() else { return false };
        let description = text::several(describe(first, self.catalog), changes.len());
        self.store(&changes);
        let action = Action { description: description.clone(), changes };
        self.stack.update_value(|stack| stack.push(action));
        self.told.set(Some(Told { what: text::did(&description), undo: true }));
        true
    }

    /// Records the status of items, and keeps each one's reason.
    pub fn set_status(self, items: &[ItemId], status: Option<yaodian_plan::query::Status>) -> bool {
        let recorded = |id: &ItemId| {
            let reason = self.book.with_untracked(|book| book.item(*id).reason().to_owned());
            (Field::Status(*id), Value::Status(Recorded { status, reason }))
        };
        self.write(items.iter().map(recorded).collect())
    }

    /// Adds a note; blank text is no note.
    pub fn add_note(self, id: ItemId, text: &str) -> bool {
        let text = text.trim();
        !text.is_empty() && {
            // Under one stamp: a note that was written later than it was made counts as changed.
            let stamp = self.tick();
            let note = NoteId::new(stamp, text);
            self.write_at(stamp, vec![(Field::Note(id, note), Value::Note(Some(text.to_owned())))])
        }
    }

    /// What undoing, or redoing, would do, in words; `None` where there is nothing. Tracks.
    pub fn next(self, way: fn(&UndoStack) -> Option<&str>) -> Option<String> {
        // It is said once the stack has changed, whichever way.
        self.told.track();
        self.stack.with_value(|stack| way(stack).map(str::to_owned))
    }

    /// Takes the last action back.
    pub fn undo(self) {
        self.turn(UndoStack::undo, text::UNDONE);
    }

    /// Does what was taken back again.
    pub fn redo(self) {
        self.turn(UndoStack::redo, text::REDONE);
    }

    fn turn(
        self,
        way: fn(&mut UndoStack, &mut ProgressBook, Stamp) -> Option<Undone>,
        said: fn(&str, usize) -> String,
    ) {
        if !untrack(|| self.writable()) {
            return;
        }
        let stamp = self.tick();
        let mut undone = None;
        self.stack.update_value(|stack| {
            self.book.update_untracked(|book| undone = way(stack, book, stamp));
        });
        let told = undone.map(|undone| {
            self.store(&undone.changes);
            Told { what: said(&undone.description, undone.overtaken), undo: false }
        });
        let nothing = || Told { what: text::NOTHING_TO_UNDO.into(), undo: false };
        self.told.set(Some(told.unwrap_or_else(nothing)));
    }

    /// Stores the entries that changes belong to, and lets the views know.
    fn store(self, changes: &[Change]) {
        let mut keys: Vec<EntryKey> = Vec::new();
        for key in changes.iter().map(|change| change.field.entry()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        self.keep(&keys);
    }

    /// Stores entries as the book has them now, and lets the views know.
    pub fn keep(self, keys: &[EntryKey]) {
        if let Some(vault) = self.vault.get_untracked() {
            for key in keys {
                let text = self.book.with_untracked(|book| encode_entry(book, *key));
                vault.put(&key.to_string(), Some(text));
            }
        }
        self.book.notify();
    }

    /// Another page has stored something.
    fn heard(self, key: &str, text: Option<&str>) {
        let Some(theirs) = text.and_then(|text| entries::entry(&self.catalog.plan.id, key, text)) else {
            return;
        };
        self.observe(&theirs);
        let changed = self.book.try_update_untracked(|book| !book.merge(&theirs).is_empty());
        if changed == Some(true) {
            self.book.notify();
        }
    }

    /// Later writes of this page come after what is in a book.
    pub fn observe(self, book: &ProgressBook) {
        let now = clock::now_ms();
        if let Some(latest) = book.latest(now) {
            self.clock.update_value(|clock| clock.observe(latest, now));
        }
    }

    /// The month that an item is postponed to unless the user says another: the one after its time.
    pub fn usual_delay(self, id: ItemId) -> Month {
        let last = self.catalog.plan.item(id).and_then(|item| item.period.months());
        let next = last.map_or(12, |(_, last)| last.number() + 1);
        Month::new(next).unwrap_or(Month::DECEMBER)
    }
}

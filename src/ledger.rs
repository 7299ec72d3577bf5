//! 台账: what the user has recorded, on screen and in the browser's storage.
//!
//! One way in: every change is written to the book, stored entry by entry, put on the undo stack and said
//! aloud, in [`Ledger::write`]. What other pages of this browser record arrives through the vault, which has merged
//! it with what this page stored, and takes the entry's place in the book.

mod backup;
mod draft;
mod incoming;
mod left;
mod store;

use leptos::prelude::*;
use yaodian_plan::query::{Catalog, Status, default_postponement};
use yaodian_plan::{ItemId, Month};
use yaodian_progress::{
    Action, Author, Clock, Field, NoteId, ProgressBook, Stamp, UndoStack, Undone, Value, Write, describe,
    new_note,
};

use crate::browser::storage::vault::Vault;
use crate::browser::{clock, settings};
use crate::text;
use yaodian_vault::mailbox::WaitingFile;
use yaodian_vault::{Quarantined, Reason, SaveState};

pub use self::incoming::{Content, Incoming, Other};

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
    /// Nothing was ever recorded in this browser, so that there is nothing to be read.
    untouched: RwSignal<bool>,
    /// What was recorded could not be read, because what reads it could not be fetched.
    pub unread: RwSignal<bool>,
    /// What was done last.
    pub told: RwSignal<Option<Told>>,
    /// What this page's own file carries and the book does not have yet: one, or none.
    pub carried: RwSignal<Vec<Incoming>>,
    /// Files that were left for this plan in the page of another one, as far as nobody is looking at them.
    pub left: RwSignal<Vec<WaitingFile>>,
    /// Files that wait to be merged.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// Damaged data that was found and put aside.
    pub quarantined: RwSignal<Vec<Quarantined>>,
    clock: StoredValue<Clock>,
    stack: StoredValue<UndoStack>,
    /// Where to go back to if the last thing done was an import or a restoration.
    replaced: StoredValue<Option<backup::Before>>,
    draft: draft::Pending,
    /// Saving while something is typed that no store has yet.
    typing: RwSignal<SaveState>,
}

impl Ledger {
    /// An empty ledger that waits for [`Ledger::open`].
    pub fn new(catalog: &'static Catalog) -> Ledger {
        Ledger {
            catalog,
            book: RwSignal::new(ProgressBook::new(catalog.plan.id.clone())),
            vault: RwSignal::new(None),
            untouched: RwSignal::new(false),
            unread: RwSignal::new(false),
            told: RwSignal::new(None),
            carried: RwSignal::new(Vec::new()),
            left: RwSignal::new(Vec::new()),
            incoming: RwSignal::new(Vec::new()),
            quarantined: RwSignal::new(Vec::new()),
            clock: StoredValue::new(Clock::new(settings::device())),
            stack: StoredValue::new(UndoStack::default()),
            replaced: StoredValue::new(None),
            draft: draft::Pending::default(),
            typing: RwSignal::new(SaveState::Saved),
        }
    }

    /// How things stand with the storage; `None` while it is being read. Tracks.
    pub fn state(self) -> Option<SaveState> {
        match self.vault.get() {
            Some(vault) => Some(match vault.state().get() {
                SaveState::Saved => self.typing.get(),
                state => state,
            }),
            None => self.untouched.get().then_some(SaveState::Saved),
        }
    }

    /// Whether closing the page now would lose something.
    pub fn at_risk(self) -> bool {
        match untrack(|| self.state()) {
            None | Some(SaveState::Saved | SaveState::Saving) => false,
            // Only what was done before the later version turned up is not stored.
            Some(SaveState::Failed(Reason::NewerSchema)) => {
                self.stack.with_value(|stack| stack.next_undo().is_some())
            }
            Some(_) => self.vault.get_untracked().is_some_and(|vault| !vault.entries().is_empty()),
        }
    }

    /// Whether something can be recorded. Tracks.
    pub fn writable(self) -> bool {
        self.vault.with(Option::is_some) && self.state() != Some(SaveState::Failed(Reason::NewerSchema))
    }

    /// Who writes here.
    pub fn author(self) -> yaodian_progress::AuthorId {
        self.clock.with_value(Clock::by)
    }

    /// What is known of whoever writes here. Tracks.
    pub fn writer(self) -> Author {
        self.book.with(|book| book.author(self.author()).cloned().unwrap_or_default())
    }

    /// Remembers it, as one action.
    pub fn set_writer(self, writer: Author) {
        self.write(vec![(Field::Author(self.author()), Value::Author(writer))]);
    }

    /// The stamp of a write that happens now.
    pub fn tick(self) -> Stamp {
        let now = clock::now_ms();
        let ticked = self.clock.try_update_value(|clock| clock.tick(now));
        ticked.unwrap_or_else(|| Stamp::first(now, self.author()))
    }

    /// Writes registers as one action of the user. Says whether anything changed.
    pub fn write(self, writes: Vec<Write>) -> bool {
        self.write_at(self.tick(), writes)
    }

    fn write_at(self, stamp: Stamp, writes: Vec<Write>) -> bool {
        if !untrack(|| self.writable()) {
            return false;
        }
        self.take_changes();
        let changes = self.book.try_update_untracked(|book| book.set_all(writes, stamp)).unwrap_or_default();
        let Some(first) = changes.first() else { return false };
        let description = text::several(describe(first, self.catalog), changes.len());
        self.store(&changes);
        let action = Action { description: description.clone(), changes };
        self.stack.update_value(|stack| stack.push(action));
        self.replaced.set_value(None);
        self.told.set(Some(Told { what: text::did(&description), undo: true }));
        true
    }

    /// Records the status of items as one action; `None` takes it back. Each keeps its own reason unless one is given.
    pub fn set_status(self, items: &[ItemId], status: Option<Status>, reason: Option<&str>) -> bool {
        self.take_changes();
        self.write(self.book.with_untracked(|book| book.status_writes(items, status, reason)))
    }

    /// Adds a note; blank text is no note.
    pub fn add_note(self, id: ItemId, text: &str) -> bool {
        let stamp = self.tick();
        new_note(id, text, stamp).is_some_and(|write| self.write_at(stamp, vec![write]))
    }

    /// Changes a note that was `seen` so. What another page has made of it since then becomes a note of its
    /// own, because nobody decided against it.
    pub fn edit_note(self, id: ItemId, which: NoteId, seen: &str, text: &str) {
        self.take_changes();
        let stamp = self.tick();
        self.write_at(
            stamp,
            self.book.with_untracked(|book| book.note_edit_writes(id, which, seen, text, stamp)),
        );
    }

    /// What undoing, or redoing, would do, in words; `None` where there is nothing. Tracks.
    pub fn next(self, way: fn(&UndoStack) -> Option<&str>) -> Option<String> {
        // It is said once the stack has changed, whichever way.
        self.told.track();
        self.stack.with_value(|stack| way(stack).map(str::to_owned))
    }

    /// Takes the last action back.
    pub fn undo(self) {
        if self.undo_replacement() {
            return;
        }
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
        self.take_changes();
        let stamp = self.tick();
        let mut undone = None;
        self.stack.update_value(|stack| {
            self.book.update_untracked(|book| undone = way(stack, book, stamp));
        });
        self.tell(match undone {
            None => text::NOTHING_TO_UNDO.into(),
            Some(undone) => {
                self.store(&undone.changes);
                said(&undone.description, undone.overtaken)
            }
        });
    }

    /// The month that an item is postponed to unless the user says another: the one after its time.
    pub fn usual_delay(self, id: ItemId) -> Month {
        self.catalog.plan.item(id).map_or(Month::DECEMBER, default_postponement)
    }
}

//! 台账: what the user has recorded, on screen and in the browser's storage.
//!
//! One way in: every change is written to the book, stored entry by entry, put on the undo stack and said in the message
//! at the bottom, in [`Ledger::write`]. What other pages of this browser record comes from the vault, which has merged it
//! with what this page stored, and replaces the entry in the book. Its signals can be read by everybody and are written by
//! its methods only.
//!
//! - `store`: between the book and the vault. `draft`: what is being typed.
//! - `backup`: the book as a whole, as a file and back from a restore point.
//! - `undo`: taking actions back. `queue`: files that wait to be merged. `mailbox`: files for other plans, and from their pages for this one.

mod backup;
mod draft;
mod incoming;
mod mailbox;
mod queue;
mod state;
mod store;
mod undo;

use std::sync::Arc;

use async_once_cell::OnceCell;
use leptos::prelude::*;
use yaodian_plan::ItemId;
use yaodian_plan::query::{Catalog, Status};
use yaodian_progress::{
    Action, Author, Backups, Clock, Field, NoteId, ProgressBook, SessionId, Stamp, Value, Write,
    describe_all, new_agenda_entry, new_note,
};
use yaodian_vault::mailbox::WaitingFile;
use yaodian_vault::{Quarantined, Reason, SaveState};

use crate::browser::storage::vault::Vault;
use crate::browser::{clock, settings};
use crate::text;

pub use self::backup::{NotImported, read_file};
pub use self::incoming::{Content, Incoming, Other, Queue};
use self::state::{History, Pending};
pub use self::state::{Message, ReadyFile};

/// The ledger. Cheap to copy; part of the desk.
#[derive(Clone, Copy)]
pub struct Ledger {
    catalog: &'static Catalog,
    /// Everything recorded about the plan.
    pub book: ReadSignal<ProgressBook>,
    write_book: WriteSignal<ProgressBook>,
    /// The store, once it is open. Nothing can be recorded before.
    pub vault: ReadSignal<Option<Vault>>,
    set_vault: WriteSignal<Option<Vault>>,
    /// Nothing was ever recorded in this browser, so that there is nothing to be read.
    untouched: RwSignal<bool>,
    /// What was recorded could not be read, because the chunk that reads it could not be loaded.
    pub unread: ReadSignal<bool>,
    set_unread: WriteSignal<bool>,
    /// What was done last.
    pub message: ReadSignal<Option<Message>>,
    set_message: WriteSignal<Option<Message>>,
    /// A file that waits for another tap.
    pub ready: ReadSignal<Option<ReadyFile>>,
    set_ready: WriteSignal<Option<ReadyFile>>,
    /// What this page's own file carries and the book does not have yet.
    pub carried: ReadSignal<Option<Incoming>>,
    set_carried: WriteSignal<Option<Incoming>>,
    /// Files that wait in this plan's mailbox, as far as they are not in the queue.
    pub mailbox: ReadSignal<Vec<WaitingFile>>,
    set_mailbox: WriteSignal<Vec<WaitingFile>>,
    /// Files that wait to be merged.
    pub incoming: ReadSignal<Queue>,
    set_incoming: WriteSignal<Queue>,
    /// Damaged data that was found and put aside.
    pub quarantined: ReadSignal<Vec<Quarantined>>,
    set_quarantined: WriteSignal<Vec<Quarantined>>,
    /// Changes when a draft was changed elsewhere than in its field.
    drafts: Trigger,
    /// What is known about backups.
    backups: RwSignal<Backups>,
    /// Reading the store happens once.
    opening: StoredValue<Arc<OnceCell<()>>>,
    clock: StoredValue<Clock>,
    /// What can be undone and redone here.
    history: RwSignal<History>,
    draft: Pending,
    /// Saving while something is typed that no store has yet.
    typing: RwSignal<SaveState>,
}

impl Ledger {
    /// An empty ledger that waits for [`Ledger::open`].
    pub fn new(catalog: &'static Catalog) -> Ledger {
        let (book, write_book) = signal(ProgressBook::new(catalog.plan.id.clone()));
        let (vault, set_vault) = signal(None);
        let (unread, set_unread) = signal(false);
        let (message, set_message) = signal(None);
        let (ready, set_ready) = signal(None);
        let (carried, set_carried) = signal(None);
        let (mailbox, set_mailbox) = signal(Vec::new());
        let (incoming, set_incoming) = signal(Queue::default());
        let (quarantined, set_quarantined) = signal(Vec::new());
        Ledger {
            catalog,
            book,
            write_book,
            vault,
            set_vault,
            untouched: RwSignal::new(false),
            unread,
            set_unread,
            message,
            set_message,
            ready,
            set_ready,
            carried,
            set_carried,
            mailbox,
            set_mailbox,
            incoming,
            set_incoming,
            quarantined,
            set_quarantined,
            drafts: Trigger::new(),
            backups: RwSignal::new(settings::backups(&catalog.plan.id)),
            opening: StoredValue::new(Arc::new(OnceCell::new())),
            clock: StoredValue::new(Clock::new(settings::device())),
            history: RwSignal::new(History::default()),
            draft: Pending::default(),
            typing: RwSignal::new(SaveState::Saved),
        }
    }

    /// How things stand with the storage; `None` while it is being read. Tracks.
    pub fn state(self) -> Option<SaveState> {
        match self.vault.get() {
            Some(vault) => Some(match (vault.state().get(), self.typing.get()) {
                (SaveState::Saved | SaveState::MirrorOnly(_), SaveState::Saving) => SaveState::Saving,
                (state, _) => state,
            }),
            None => self.untouched.get().then_some(SaveState::Saved),
        }
    }

    /// Whether closing the page now would lose something.
    pub fn would_lose_something(self) -> bool {
        match untrack(|| self.state()) {
            None | Some(SaveState::Saved | SaveState::MirrorOnly(_) | SaveState::Saving) => false,
            // Only what was done before the later version turned up is not stored.
            Some(SaveState::Failed(Reason::NewerSchema)) => untrack(|| self.next_undo()).is_some(),
            Some(_) => self.vault.get_untracked().is_some_and(|vault| !vault.entries().is_empty()),
        }
    }

    /// Says something that there is nothing to be done about.
    pub fn say(self, text: String) {
        self.set_message.set(Some(Message { text, can_undo: false }));
    }

    /// Takes a sentence away that is true no more, if it is what was said last.
    pub fn take_back(self, text: &str) {
        if self.message.with_untracked(|message| message.as_ref().is_some_and(|message| message.text == text))
        {
            self.dismiss_message();
        }
    }

    /// Takes the message away.
    pub fn dismiss_message(self) {
        self.set_message.set(None);
    }

    /// Keeps a file until somebody taps again.
    pub fn keep_ready(self, file: ReadyFile) {
        self.set_ready.set(Some(file));
    }

    /// Lets the file go that waits for another tap.
    pub fn drop_ready(self) {
        self.set_ready.set(None);
    }

    /// Whether something can be recorded. Tracks.
    pub fn writable(self) -> bool {
        self.is_open() && self.state() != Some(SaveState::Failed(Reason::NewerSchema))
    }

    /// Who writes here.
    pub fn author(self) -> yaodian_progress::AuthorId {
        self.clock.with_value(Clock::by)
    }

    /// The author of what is recorded here. Tracks.
    pub fn writer(self) -> Author {
        self.book.with(|book| book.author(self.author()).cloned().unwrap_or_default())
    }

    /// Remembers it, as one action.
    pub fn set_writer(self, writer: Author) {
        self.write(vec![(Field::Author(self.author()), Value::Author(writer))]);
    }

    /// The stamp of a write that happens now.
    pub fn next_stamp(self) -> Stamp {
        let now = clock::now_ms();
        let ticked = self.clock.try_update_value(|clock| clock.tick(now));
        ticked.unwrap_or_else(|| Stamp::first(now, self.author()))
    }

    /// Writes registers as one action of the user. Says whether anything changed.
    pub fn write(self, writes: Vec<Write>) -> bool {
        self.write_at(self.next_stamp(), writes)
    }

    fn write_at(self, stamp: Stamp, writes: Vec<Write>) -> bool {
        if !untrack(|| self.writable()) {
            return false;
        }
        self.take_changes();
        let changes =
            self.write_book.try_update_untracked(|book| book.set_all(writes, stamp)).unwrap_or_default();
        if changes.is_empty() {
            return false;
        }
        let description = describe_all(&changes, self.catalog);
        self.store(&changes);
        let action = Action { description: description.clone(), changes };
        self.history.update(|history| history.push(action));
        self.set_message.set(Some(Message { text: text::done(&description), can_undo: true }));
        true
    }

    /// Records the status of items as one action; `None` takes it back. Each keeps its own reason unless one is given.
    pub fn set_status(self, items: &[ItemId], status: Option<Status>, reason: Option<&str>) -> bool {
        self.take_changes();
        self.write(self.book.with_untracked(|book| book.status_writes(items, status, reason)))
    }

    /// Adds a note; blank text is no note.
    pub fn add_note(self, id: ItemId, text: &str) -> bool {
        let stamp = self.next_stamp();
        new_note(id, text, stamp).is_some_and(|write| self.write_at(stamp, vec![write]))
    }

    /// Adds something to a session's agenda; blank text is nothing.
    pub fn add_agenda_entry(self, id: SessionId, text: &str) -> bool {
        let stamp = self.next_stamp();
        new_agenda_entry(id, text, stamp).is_some_and(|write| self.write_at(stamp, vec![write]))
    }

    /// Changes a note that was `seen` so. What another page has made of it since then becomes a note of its
    /// own, so that it is not lost.
    pub fn edit_note(self, id: ItemId, which: NoteId, seen: &str, text: &str) {
        self.take_changes();
        let stamp = self.next_stamp();
        let writes = self.book.with_untracked(|book| book.note_edit_writes(id, which, seen, text, stamp));
        self.write_at(stamp, writes);
    }
}

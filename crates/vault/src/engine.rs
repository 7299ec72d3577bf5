//! The vault without the browser: what is stored where, in which order, and in which state that is.
//!
//! Invariants:
//! - The engine never calls its user about other pages' changes. It collects them, and the call that found them returns
//!   them ([`Engine::put`], [`Engine::receive`], …); [`Engine::take_changes`] has those that are left.
//! - A value that is put by a caller who has not taken a change of the key yet is merged with it: nothing is lost.
//! - No text that was not decoded is overwritten; damaged text is moved, not replaced.
//! - A page that has found data of a later version does not write any more.
//! - What is gone from a store, because somebody has cleared it under the page, is written again.
//!
//! `primary` is what is written at once, `mirroring` what is written to the durable store; `reconcile` what happens when
//! the stores are opened, `reconnect` what happens when the durable one can be read only later; `quarantine` what becomes of
//! damaged text, `restore` the points to go back to; `vanished` what is done when stores are cleared.

mod mirroring;
mod primary;
mod quarantine;
mod reconcile;
mod reconnect;
mod restore;
mod vanished;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::entry::{Entry, Meeting, Merge};
use super::memory::MemoryStore;
use super::stores::{Mirror, Primary, Reason, Table};
use super::{Change, Entries, SaveState};

/// The key of the version of the data. Keys that begin with `!` are not entries.
pub const SCHEMA: &str = "!schema";

/// The vault's state; it lives as long as the page.
pub struct Engine {
    primary: Box<dyn Primary>,
    /// The durable store, or memory in its place while it cannot be read.
    mirror: RefCell<Rc<dyn Mirror>>,
    /// The durable store if it could not be read when the vault was opened. Nothing is written to it before it was.
    unread_mirror: RefCell<Option<Rc<dyn Mirror>>>,
    merge: Merge,
    /// What the primary puts before every key.
    pub prefix: String,
    schema: u32,
    writer: u32,
    /// In the order of the keys.
    known: RefCell<Vec<Entry>>,
    /// The keys of other pages' changes that nobody has taken yet.
    changed: RefCell<Vec<String>>,
    report: Box<dyn Fn(SaveState)>,
    /// What stops the primary from holding everything.
    primary_fault: Cell<Option<Reason>>,
    /// What stops the mirror from holding everything.
    mirror_fault: Cell<Option<Reason>>,
    /// Whether data of a later version were found.
    newer: Cell<bool>,
    flushing: Cell<bool>,
    /// Whether texts were found to be gone that had been stored, and nobody has asked yet.
    vanished: Cell<bool>,
}

fn is_entry(key: &str) -> bool {
    !key.starts_with('!')
}

impl Engine {
    /// Reads both stores and makes them agree. The mirror's part of that has to be flushed afterwards.
    ///
    /// `schema` is the version of the data that this program writes, `writer` a number that every open page draws for
    /// itself. `report` is called whenever the state of saving may have changed; it must not use the vault.
    pub async fn open(
        primary: Box<dyn Primary>,
        mirror: Rc<dyn Mirror>,
        merge: Merge,
        (schema, writer): (u32, u32),
        prefix: String,
        report: Box<dyn Fn(SaveState)>,
    ) -> Rc<Engine> {
        let loaded = mirror.load(Table::Entries).await;
        let newer = loaded == Err(Reason::NewerSchema);
        let (mirrored, mirror, unread_mirror) = match loaded {
            Ok(mirrored) => (mirrored, mirror, None),
            Err(_) => (Vec::new(), Rc::<MemoryStore>::default() as Rc<dyn Mirror>, Some(mirror)),
        };
        let engine = Rc::new(Engine {
            primary,
            mirror: RefCell::new(mirror),
            unread_mirror: RefCell::new(unread_mirror),
            merge,
            prefix,
            schema,
            writer,
            known: RefCell::default(),
            changed: RefCell::default(),
            report,
            primary_fault: Cell::default(),
            mirror_fault: Cell::default(),
            newer: Cell::new(newer),
            flushing: Cell::default(),
            vanished: Cell::default(),
        });
        engine.reconcile(&engine.primary.load(), &mirrored);
        engine.report_state();
        engine
    }

    /// The entries, without deleted ones, in the order of their keys.
    pub fn entries(&self) -> Entries {
        let known = self.known.borrow();
        known.iter().filter_map(|entry| Some((entry.key.clone(), entry.value.clone()?))).collect()
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.entry(key).value
    }

    /// Changes entries, all of them before any store is read or written; `None` deletes one. Returns other pages' changes
    /// that were found and merged on this occasion.
    ///
    /// # Errors
    /// `NewerSchema` if nothing may be written. Any other failure to write is reported as the state of saving.
    pub fn put(&self, writes: Vec<(String, Option<String>)>) -> Result<Vec<Change>, Reason> {
        if self.newer.get() {
            return Err(Reason::NewerSchema);
        }
        for (key, mut value) in writes {
            let mut entry = self.entry(&key);
            if self.changed.borrow().contains(&key) {
                // The value was made without knowledge of what another page has written.
                let (older, newer) = (entry.value.as_deref(), value.as_deref());
                value = (self.merge)(Meeting { key: &key, base: None, older, newer });
            }
            if entry.value != value {
                entry.set(value, self.writer);
                entry.unwritten = true;
                self.remember(entry);
            }
        }
        self.write_primary();
        self.report_state();
        if self.newer.get() { Err(Reason::NewerSchema) } else { Ok(self.take_changes()) }
    }

    /// Other pages' changes that were found and that no call has returned yet. A caller takes them before it makes a new
    /// value from an old one.
    #[must_use]
    pub fn take_changes(&self) -> Vec<Change> {
        let keys = self.changed.take();
        keys.into_iter().map(|key| Change { value: self.get(&key), key }).collect()
    }

    /// Notes that another page has changed a value.
    fn record_change(&self, key: &str) {
        let changed = &mut *self.changed.borrow_mut();
        if !changed.iter().any(|known| known == key) {
            changed.push(key.to_owned());
        }
    }

    /// Reports the state of saving.
    fn report_state(&self) {
        let mirror = self.mirror().is_persistent();
        let mirror_fault = self.mirror_fault.get().or((!mirror).then_some(Reason::MirrorFailed));
        let state = if self.newer.get() {
            SaveState::Failed(Reason::NewerSchema)
        } else if !mirror && !self.primary.is_persistent() {
            SaveState::MemoryOnly(Reason::Blocked)
        } else if let Some(reason) = mirror_fault {
            SaveState::Failed(self.primary_fault.get().unwrap_or(reason))
        } else if self.known.borrow().iter().any(Entry::unmirrored) {
            SaveState::Saving
        } else {
            self.primary_fault.get().map_or(SaveState::Saved, SaveState::MirrorOnly)
        };
        (self.report)(state);
    }

    fn mirror(&self) -> Rc<dyn Mirror> {
        self.mirror.borrow().clone()
    }

    /// The keys of the entries for which a condition holds.
    fn keys(&self, condition: fn(&Entry) -> bool) -> Vec<String> {
        self.known.borrow().iter().filter(|entry| condition(entry)).map(|entry| entry.key.clone()).collect()
    }

    /// A copy of an entry.
    fn entry(&self, key: &str) -> Entry {
        let known = self.known.borrow();
        let at = known.binary_search_by(|entry| entry.key.as_str().cmp(key)).ok();
        at.and_then(|at| known.get(at)).cloned().unwrap_or_else(|| Entry::new(key))
    }

    /// Puts an entry in place of what was known of its key.
    fn remember(&self, entry: Entry) {
        let known = &mut *self.known.borrow_mut();
        match known.binary_search_by(|other| other.key.cmp(&entry.key)) {
            Ok(at) => {
                if let Some(place) = known.get_mut(at) {
                    *place = entry;
                }
            }
            Err(at) => known.insert(at, entry),
        }
    }
}

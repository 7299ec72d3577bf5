//! The vault without the browser: what goes where, in which order, and what to say about it.
//!
//! Invariants:
//! - Nothing is borrowed while a callback runs, so callbacks may use the vault.
//! - No text of this page's is overwritten before it was decoded; damaged text is moved, not replaced.
//! - A page that has met data of a later version does not write any more.
//!
//! `reconcile` is what happens when the stores are opened, `mirroring` what goes to the durable one, `regain` what happens
//! when that one can be read only later, `restore` the points to go back to.

mod mirroring;
mod reconcile;
mod regain;
mod restore;

use std::cell::{Cell as Slot, RefCell};
use std::rc::Rc;

use super::cell::{Cell, Merge};
use super::envelope::{Decoded, checksum, decode};
use super::stores::{Memory, Mirror, Primary, Reason, Shelf};
use super::{Entries, Quarantined, SaveState};

/// Where the version of the data is stored. Names with `!` are not entries.
pub const SCHEMA: &str = "!schema";
const QUARANTINE: &str = "!quarantine.";

/// Hears of values that somebody else has changed.
type Listener = Rc<dyn Fn(&str, Option<&str>)>;

/// The vault's state; it lives as long as the page.
pub struct Engine {
    primary: Box<dyn Primary>,
    /// The durable store, or memory in its place while it cannot be read.
    mirror: RefCell<Rc<dyn Mirror>>,
    /// The durable store, if it could not be read when the vault was opened. Nothing is written to it before it was.
    missing: RefCell<Option<Rc<dyn Mirror>>>,
    merge: Merge,
    /// What the primary puts before every key.
    pub prefix: String,
    schema: u32,
    writer: u32,
    /// In the order of the keys.
    cells: RefCell<Vec<Cell>>,
    listeners: RefCell<Vec<Listener>>,
    report: Box<dyn Fn(SaveState)>,
    /// What stops the primary from holding everything.
    primary_fault: Slot<Option<Reason>>,
    /// What stops the mirror from holding everything.
    mirror_fault: Slot<Option<Reason>>,
    newer: Slot<bool>,
    flushing: Slot<bool>,
}

fn is_entry(key: &str) -> bool {
    !key.starts_with('!')
}

impl Engine {
    /// Reads both stores and makes them agree. The mirror's part of that is still pending afterwards.
    pub async fn open(
        primary: Box<dyn Primary>,
        mirror: Rc<dyn Mirror>,
        merge: Merge,
        (schema, writer): (u32, u32),
        prefix: String,
        report: Box<dyn Fn(SaveState)>,
    ) -> Rc<Engine> {
        let loaded = mirror.load(Shelf::Entries).await;
        let newer = loaded == Err(Reason::NewerSchema);
        let (mirrored, mirror, missing) = match loaded {
            Ok(mirrored) => (mirrored, mirror, None),
            Err(_) => (Vec::new(), Rc::<Memory>::default() as Rc<dyn Mirror>, Some(mirror)),
        };
        let engine = Rc::new(Engine {
            primary,
            mirror: RefCell::new(mirror),
            missing: RefCell::new(missing),
            merge,
            prefix,
            schema,
            writer,
            cells: RefCell::default(),
            listeners: RefCell::default(),
            report,
            primary_fault: Slot::default(),
            mirror_fault: Slot::default(),
            newer: Slot::new(newer),
            flushing: Slot::default(),
        });
        engine.reconcile(&engine.primary.load(), &mirrored);
        engine.settle();
        engine
    }

    /// The entries, without deleted ones, in the order of their keys.
    pub fn entries(&self) -> Entries {
        let cells = self.cells.borrow();
        let live = cells.iter().filter_map(|cell| Some((cell.key.clone(), cell.value.clone()?)));
        live.collect()
    }

    /// One entry.
    pub fn get(&self, key: &str) -> Option<String> {
        self.cell(key).value
    }

    /// Calls back when somebody else has changed a value.
    pub fn listen(&self, listener: Listener) {
        self.listeners.borrow_mut().push(listener);
    }

    /// Changes an entry; `false` if nothing may be written.
    pub fn put(&self, key: &str, value: Option<String>) -> bool {
        if self.newer.get() {
            return false;
        }
        let mut cell = self.cell(key);
        if cell.value != value {
            cell.set(value, self.writer);
            cell.unwritten = true;
            self.keep(cell);
        }
        self.write_unwritten();
        self.settle();
        !self.newer.get()
    }

    /// Tries again to write what is not written.
    pub fn retry(&self) {
        if !self.newer.get() {
            self.write_unwritten();
        }
        self.settle();
    }

    /// Deals with a text that another page has put into the primary.
    pub fn heard(&self, key: &str, raw: &str) {
        if key == SCHEMA {
            self.check_schema(Some(raw));
        } else if let Decoded::Whole(theirs) = decode(key, raw) {
            let version = theirs.version;
            let mut cell = self.cell(key);
            let changed = cell.meet(theirs, false, &self.merge, self.writer);
            cell.unwritten = cell.version != version;
            self.keep(cell);
            if changed {
                self.tell(key);
            }
            self.write_unwritten();
        }
        self.settle();
    }

    /// Looks for what other pages have written, for when no event has said so.
    pub async fn refresh(self: Rc<Self>) {
        for (key, raw) in self.primary.load() {
            self.heard(&key, &raw);
        }
        // A mirror that cannot be read is noticed at the next write.
        for (key, raw) in self.mirror().load(Shelf::Entries).await.unwrap_or_default() {
            if is_entry(&key) {
                self.judge(&key, Some(&raw));
            }
        }
        self.settle();
    }

    /// Writes to the primary what it does not have.
    fn write_unwritten(&self) {
        self.primary_fault.set(None);
        for key in self.keys(|cell| cell.unwritten) {
            if let Err(reason) = self.write_primary(&key) {
                self.primary_fault.set(Some(reason));
            }
        }
    }

    /// Writes one key to the primary and reads it back. What another page has put there in the
    /// meantime goes into the own value first.
    fn write_primary(&self, key: &str) -> Result<(), Reason> {
        let schema = self.primary.read(SCHEMA);
        if self.check_schema(schema.as_deref()) {
            return Err(Reason::NewerSchema);
        }
        let own_schema = self.schema.to_string();
        if schema.as_deref() != Some(own_schema.as_str()) {
            self.primary.write(SCHEMA, &own_schema)?;
        }
        if let Some(stored) = self.primary.read(key) {
            match decode(key, &stored) {
                Decoded::Newer => {
                    self.newer.set(true);
                    return Err(Reason::NewerSchema);
                }
                Decoded::Corrupt => self.primary.set_aside(key, &quarantine_key(key, &stored))?,
                Decoded::Whole(theirs) => {
                    let mut cell = self.cell(key);
                    let changed = cell.meet(theirs, false, &self.merge, self.writer);
                    self.keep(cell);
                    if changed {
                        self.tell(key);
                    }
                }
            }
        }
        // Only now, because the listener may have changed the value and written it already.
        let mut cell = self.cell(key);
        if cell.version.seq > 0 {
            let raw = cell.encode();
            if self.primary.read(key).as_ref() != Some(&raw) {
                self.primary.write(key, &raw)?;
                if self.primary.read(key).as_ref() != Some(&raw) {
                    return Err(Reason::ReadBack);
                }
            }
        }
        cell.unwritten = false;
        self.keep(cell);
        Ok(())
    }

    /// Whether the stored version of the data is a later one; the page stops writing then.
    fn check_schema(&self, stored: Option<&str>) -> bool {
        let stored = stored.and_then(|raw| raw.parse::<u32>().ok());
        if stored.is_some_and(|stored| stored > self.schema) {
            self.newer.set(true);
        }
        self.newer.get()
    }

    /// Damaged texts in both stores.
    pub async fn quarantined(self: Rc<Self>) -> Vec<Quarantined> {
        let mut found = Vec::new();
        let mirror = self.mirror().load(Shelf::Entries).await.unwrap_or_default();
        for (key, raw) in self.primary.load().into_iter().chain(mirror) {
            let named = key.strip_prefix(QUARANTINE).and_then(|rest| rest.split_once('.'));
            if let Some((_, key)) = named {
                let quarantined = Quarantined { key: key.to_owned(), raw };
                if !found.contains(&quarantined) {
                    found.push(quarantined);
                }
            }
        }
        found
    }

    /// UTF-16 units in the primary.
    pub fn usage(&self) -> usize {
        let texts = self.primary.load();
        texts.iter().map(|(key, raw)| self.prefix.len() + key.len() + raw.encode_utf16().count()).sum()
    }

    /// Says how things stand.
    fn settle(&self) {
        let lasting = self.primary.lasts() || self.mirror().lasts();
        let fault = self.primary_fault.get().or(self.mirror_fault.get());
        (self.report)(if self.newer.get() {
            SaveState::Failed(Reason::NewerSchema)
        } else if !lasting {
            SaveState::MemoryOnly(Reason::Blocked)
        } else if let Some(reason) = fault {
            SaveState::Failed(reason)
        } else if !self.mirror().lasts() {
            SaveState::Failed(Reason::MirrorFailed)
        } else if self.cells.borrow().iter().any(Cell::pending) {
            SaveState::Saving
        } else {
            SaveState::Saved
        });
    }

    fn mirror(&self) -> Rc<dyn Mirror> {
        self.mirror.borrow().clone()
    }

    fn tell(&self, key: &str) {
        let listeners = self.listeners.borrow().clone();
        let value = self.get(key);
        for listener in listeners {
            listener(key, value.as_deref());
        }
    }

    fn keys(&self, wanted: fn(&Cell) -> bool) -> Vec<String> {
        self.cells.borrow().iter().filter(|cell| wanted(cell)).map(|cell| cell.key.clone()).collect()
    }

    fn cell(&self, key: &str) -> Cell {
        let cells = self.cells.borrow();
        let at = cells.binary_search_by(|cell| cell.key.as_str().cmp(key));
        at.map_or_else(|_| Cell::new(key), |at| cells[at].clone())
    }

    fn keep(&self, cell: Cell) {
        let cells = &mut *self.cells.borrow_mut();
        match cells.binary_search_by(|known| known.key.cmp(&cell.key)) {
            Ok(at) => cells[at] = cell,
            Err(at) => cells.insert(at, cell),
        }
    }
}

/// Where a damaged text goes. The text is part of the name, so that another one is never in its way.
fn quarantine_key(key: &str, raw: &str) -> String {
    format!("{QUARANTINE}{}.{key}", checksum(&[raw]))
}

//! Reading and joining any register of a book by its name.

use std::sync::Arc;

use super::{Aside, EntryKey, Field, ProgressBook, Register, Stamp};

impl ProgressBook {
    /// All registers that somebody wrote, in the order of their names.
    pub fn registers(&self) -> &[Arc<Register>] {
        &self.registers
    }

    /// The names of all registers that somebody wrote, in order.
    pub fn fields(&self) -> Vec<Field> {
        self.registers.iter().map(|register| register.field).collect()
    }

    /// A register, if somebody wrote it.
    pub fn get(&self, field: Field) -> Option<&Register> {
        self.find(field).ok().and_then(|at| self.registers.get(at)).map(|register| &**register)
    }

    /// The registers of one entry.
    pub(super) fn of_entry(&self, key: EntryKey) -> &[Arc<Register>] {
        let first = match key {
            EntryKey::Item(id) => Field::Status(id),
            EntryKey::Session(id) => Field::SessionDate(id),
            EntryKey::Author(id) => Field::Author(id),
            EntryKey::Aside => return &[],
        };
        let start = self.find(first).unwrap_or_else(|at| at);
        let rest = self.registers.get(start..).unwrap_or_default();
        let end = rest.iter().take_while(|register| register.field.entry() == key).count();
        rest.get(..end).unwrap_or_default()
    }

    fn find(&self, field: Field) -> Result<usize, usize> {
        self.registers.binary_search_by(|register| register.field.cmp(&field))
    }

    /// Takes a write if it is later than what is there, and says whether it did.
    pub(super) fn join(&mut self, register: Arc<Register>) -> bool {
        self.see(register.stamp);
        if let Field::Note(_, note) = register.field {
            self.see(note.created);
        }
        if let Some(origin) = register.origin {
            self.see(origin);
        }
        match self.find(register.field) {
            Err(at) => self.registers.insert(at, register),
            Ok(at) => match self.registers.get_mut(at) {
                Some(there) if there.loses_to(&register) => *there = register,
                _ => return false,
            },
        }
        true
    }

    /// Remembers that a write was here.
    pub(super) fn see(&mut self, stamp: Stamp) {
        match self.seen.binary_search_by(|other| other.by.cmp(&stamp.by)) {
            Err(at) => self.seen.insert(at, stamp),
            Ok(at) => {
                if let Some(latest) = self.seen.get_mut(at).filter(|latest| **latest < stamp) {
                    *latest = stamp;
                }
            }
        }
    }

    /// Whether a write was ever here, as far as [`ProgressBook::seen`] tells.
    pub(super) fn has_seen(&self, stamp: &Stamp) -> bool {
        self.seen.iter().any(|latest| latest.by == stamp.by && latest >= stamp)
    }

    /// Keeps a piece that could not be read, and says whether it is new.
    pub(super) fn put_aside(&mut self, aside: &Aside) -> bool {
        match self.aside.binary_search(aside) {
            Ok(_) => false,
            Err(at) => {
                self.aside.insert(at, aside.clone());
                true
            }
        }
    }

    /// The keys under which the whole book is stored, in order.
    pub fn entries(&self) -> Vec<EntryKey> {
        let mut keys = Vec::new();
        for register in &self.registers {
            add_key(&mut keys, register.field.entry());
        }
        if !self.aside.is_empty() {
            keys.push(EntryKey::Aside);
        }
        keys
    }

    /// A book that holds only one entry of this one, and what this one has seen.
    pub fn only(&self, key: EntryKey) -> ProgressBook {
        let aside = if key == EntryKey::Aside { self.aside.clone() } else { Vec::new() };
        ProgressBook {
            plan: self.plan.clone(),
            registers: self.of_entry(key).to_vec(),
            seen: self.seen.clone(),
            aside,
        }
    }

    /// Takes an entry as a storage has it, in place of what stood here; `None` takes it away. A storage that merges by
    /// itself is followed in this way, also where it went back to a restore point.
    pub fn replace_entry(&mut self, key: EntryKey, entry: Option<&ProgressBook>) {
        if key == EntryKey::Aside {
            // Pieces of other entries are among them, which are stored under this key only when those change.
            if entry.is_none() {
                self.aside.clear();
            }
        } else {
            self.registers.retain(|register| register.field.entry() != key);
        }
        if let Some(entry) = entry {
            self.merge(entry);
        }
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

    /// How many registers bear a stamp that only a wrong clock can have given: something to warn of before
    /// an import, because they win against everything written in the meantime.
    pub fn ahead_of(&self, now_ms: i64) -> usize {
        self.stamps().filter(|stamp| stamp.is_ahead_of(now_ms)).count()
    }

    fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.registers.iter().map(|register| register.stamp)
    }
}

/// Adds a key to a list that is made in the order of the registers, so that a repeated one is the last.
pub(super) fn add_key(keys: &mut Vec<EntryKey>, key: EntryKey) {
    if keys.last() != Some(&key) {
        keys.push(key);
    }
}

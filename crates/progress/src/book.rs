//! The book: everything recorded about one plan, and access to its registers.

use std::sync::Arc;

use super::{EntryKey, Field, Register, Stamp};

/// Everything that was recorded about one plan. The app's `Ledger` holds one book and stores it.
///
/// Public fields are to be read. Changes are made by [`ProgressBook::set`] and [`ProgressBook::merge`], which never let a
/// write lose against what it was meant to replace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressBook {
    /// The id of the plan that the book belongs to.
    pub plan: String,
    /// What was written, in the order of the fields. One flat list instead of a map for each kind of thing:
    /// every type of map is some kilobytes in the page.
    pub(super) registers: Vec<Arc<Register>>,
    /// The latest stamp of each author whose write was ever in the book, even if another write has replaced it since. In
    /// the order of the authors.
    ///
    /// Books are copied whole, so one that has seen a write has seen those of the same author before it. That
    /// distinguishes a later write by somebody who knew what was there from two people changing the same thing.
    pub seen: Vec<Stamp>,
    /// What could not be read, kept and written out again. In order, each piece once.
    pub aside: Vec<Aside>,
}

/// A piece of a file that this version cannot read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// The path to where it stood, e.g. `["items", "s2-3", "status"]`.
    pub at: Vec<String>,
    /// Its JSON text.
    pub text: String,
}

impl ProgressBook {
    /// An empty book for a plan.
    pub fn new(plan: impl Into<String>) -> ProgressBook {
        ProgressBook { plan: plan.into(), ..ProgressBook::default() }
    }

    /// Whether nothing was ever recorded. A deleted note counts as recorded.
    pub fn is_empty(&self) -> bool {
        self.registers.is_empty() && self.aside.is_empty()
    }

    /// All registers that were ever written, in the order of their fields.
    pub fn registers(&self) -> &[Arc<Register>] {
        &self.registers
    }

    /// The register of a field, if it was ever written.
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

    /// Merges one register: takes it if it is later than the one of this field, and returns whether it did.
    pub(super) fn merge_register(&mut self, register: Arc<Register>) -> bool {
        self.mark_seen(register.stamp);
        if let Field::Note(_, note) = register.field {
            self.mark_seen(note.created);
        }
        if let Some(origin) = register.origin {
            self.mark_seen(origin);
        }
        match self.find(register.field) {
            Err(at) => self.registers.insert(at, register),
            Ok(at) => match self.registers.get_mut(at) {
                Some(present) if present.is_older_than(&register) => *present = register,
                _ => return false,
            },
        }
        true
    }

    /// Remembers that a write with this stamp was in the book.
    pub(super) fn mark_seen(&mut self, stamp: Stamp) {
        match self.seen.binary_search_by(|other| other.by.cmp(&stamp.by)) {
            Err(at) => self.seen.insert(at, stamp),
            Ok(at) => {
                if let Some(latest) = self.seen.get_mut(at).filter(|latest| **latest < stamp) {
                    *latest = stamp;
                }
            }
        }
    }

    /// Whether a write with this stamp was ever in the book, as far as [`ProgressBook::seen`] says.
    pub(super) fn has_seen(&self, stamp: &Stamp) -> bool {
        self.seen.iter().any(|latest| latest.by == stamp.by && latest >= stamp)
    }

    /// Adds a piece that could not be read, and returns whether it is new.
    pub(super) fn add_aside(&mut self, aside: &Aside) -> bool {
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
            push_key(&mut keys, register.field.entry());
        }
        if !self.aside.is_empty() {
            keys.push(EntryKey::Aside);
        }
        keys
    }

    /// A book with only one entry of this one, and the same `seen`.
    pub(super) fn only_entry(&self, key: EntryKey) -> ProgressBook {
        let aside = if key == EntryKey::Aside { self.aside.clone() } else { Vec::new() };
        ProgressBook {
            plan: self.plan.clone(),
            registers: self.of_entry(key).to_vec(),
            seen: self.seen.clone(),
            aside,
        }
    }
}

/// Adds a key to a list that is made in the order of the registers, so that a repeated one is the last.
pub(super) fn push_key(keys: &mut Vec<EntryKey>, key: EntryKey) {
    if keys.last() != Some(&key) {
        keys.push(key);
    }
}

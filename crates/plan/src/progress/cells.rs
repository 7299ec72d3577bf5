//! Reading and joining any register of a book by its name.

use std::collections::BTreeSet;

use super::register::join;
use super::{EntryKey, Field, Note, ProgressBook, Register, Stamp, Value};

impl ProgressBook {
    /// The names of all registers that somebody wrote, in order.
    pub fn fields(&self) -> Vec<Field> {
        let mut list = Vec::new();
        for (id, item) in &self.items {
            list.extend(item.status.as_ref().map(|_| Field::Status(*id)));
            list.extend(item.date.as_ref().map(|_| Field::Date(*id)));
            list.extend(item.notes.keys().map(|note| Field::Note(*id, *note)));
        }
        for (id, session) in &self.sessions {
            list.extend(session.date.as_ref().map(|_| Field::SessionDate(*id)));
            list.extend(session.name.as_ref().map(|_| Field::SessionName(*id)));
            list.extend(session.place.as_ref().map(|_| Field::SessionPlace(*id)));
            list.extend(session.steps.as_ref().map(|_| Field::SessionSteps(*id)));
        }
        list.extend(self.authors.keys().map(|id| Field::Author(*id)));
        list
    }

    /// A register, if somebody wrote it.
    pub fn get(&self, field: Field) -> Option<Register<Value>> {
        let item = |id| self.items.get(&id);
        let session = |id| self.sessions.get(&id);
        match field {
            Field::Status(id) => lift(item(id)?.status.as_ref()?, Value::Status),
            Field::Date(id) => lift(item(id)?.date.as_ref()?, Value::Date),
            Field::Note(id, note) => lift(&item(id)?.notes.get(&note)?.text, Value::Note),
            Field::SessionDate(id) => lift(session(id)?.date.as_ref()?, Value::Date),
            Field::SessionName(id) => lift(session(id)?.name.as_ref()?, Value::Text),
            Field::SessionPlace(id) => lift(session(id)?.place.as_ref()?, Value::Text),
            Field::SessionSteps(id) => lift(session(id)?.steps.as_ref()?, Value::Steps),
            Field::Author(id) => lift(self.authors.get(&id)?, Value::Author),
        }
    }

    /// Takes a write if it is later than what is there, and says whether it did. A value of the wrong
    /// type for the register is not taken.
    pub(super) fn join(&mut self, field: Field, value: Value, stamp: Stamp) -> bool {
        let taken = match (field, value) {
            (Field::Status(id), Value::Status(value)) => {
                join(&mut self.items.entry(id).or_default().status, value, stamp)
            }
            (Field::Date(id), Value::Date(value)) => {
                join(&mut self.items.entry(id).or_default().date, value, stamp)
            }
            (Field::Note(id, note), Value::Note(value)) => {
                self.see(note.created);
                let notes = &mut self.items.entry(id).or_default().notes;
                if let Some(note) = notes.get_mut(&note) {
                    note.text.join(value, stamp)
                } else {
                    notes.insert(note, Note { text: Register { value, stamp } });
                    true
                }
            }
            (Field::SessionDate(id), Value::Date(value)) => {
                join(&mut self.sessions.entry(id).or_default().date, value, stamp)
            }
            (Field::SessionName(id), Value::Text(value)) => {
                join(&mut self.sessions.entry(id).or_default().name, value, stamp)
            }
            (Field::SessionPlace(id), Value::Text(value)) => {
                join(&mut self.sessions.entry(id).or_default().place, value, stamp)
            }
            (Field::SessionSteps(id), Value::Steps(value)) => {
                join(&mut self.sessions.entry(id).or_default().steps, value, stamp)
            }
            (Field::Author(id), Value::Author(value)) => {
                if let Some(author) = self.authors.get_mut(&id) {
                    author.join(value, stamp)
                } else {
                    self.authors.insert(id, Register { value, stamp });
                    true
                }
            }
            _ => return false,
        };
        self.see(stamp);
        taken
    }

    /// Remembers that a write was here.
    pub(super) fn see(&mut self, stamp: Stamp) {
        let latest = self.seen.entry(stamp.by).or_insert(stamp);
        *latest = stamp.max(*latest);
    }

    /// The keys under which the whole book is stored.
    pub fn entries(&self) -> BTreeSet<EntryKey> {
        // Extending, where collecting would bring a sorting routine of its own into the page; so below.
        let mut keys = BTreeSet::new();
        keys.extend(self.items.keys().map(|id| EntryKey::Item(*id)));
        keys.extend(self.sessions.keys().map(|id| EntryKey::Session(*id)));
        keys.extend(self.authors.keys().map(|id| EntryKey::Author(*id)));
        keys.extend((!self.aside.is_empty()).then_some(EntryKey::Aside));
        keys
    }

    /// A book that holds only one entry of this one, and what this one has seen.
    pub fn only(&self, key: EntryKey) -> ProgressBook {
        let mut book = ProgressBook::new(self.plan.clone());
        book.seen.clone_from(&self.seen);
        match key {
            EntryKey::Item(id) => {
                book.items.extend(self.items.get(&id).map(|item| (id, item.clone())));
            }
            EntryKey::Session(id) => {
                book.sessions.extend(self.sessions.get(&id).map(|it| (id, it.clone())));
            }
            EntryKey::Author(id) => {
                book.authors.extend(self.authors.get(&id).map(|it| (id, it.clone())));
            }
            EntryKey::Aside => book.aside.clone_from(&self.aside),
        }
        book
    }

    /// The latest stamp in the book that a right clock can have given by now, for
    /// [`Clock::observe`](super::Clock::observe).
    pub fn latest(&self, now_ms: i64) -> Option<Stamp> {
        self.stamps().filter(|stamp| !stamp.is_ahead_of(now_ms)).max()
    }

    /// How many registers bear a stamp that only a wrong clock can have given: something to warn of before
    /// an import, because they win against everything written in the meantime.
    pub fn ahead_of(&self, now_ms: i64) -> usize {
        self.stamps().filter(|stamp| stamp.is_ahead_of(now_ms)).count()
    }

    fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.fields().into_iter().filter_map(|field| self.get(field)).map(|register| register.stamp)
    }
}

fn lift<T: Clone>(register: &Register<T>, wrap: impl Fn(T) -> Value) -> Option<Register<Value>> {
    Some(Register { value: wrap(register.value.clone()), stamp: register.stamp })
}

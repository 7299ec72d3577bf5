//! Writing to the synchronous store, and other pages' changes that arrive through it.

use std::rc::Rc;

use super::super::Change;
use super::super::envelope::{Decoded, decode};
use super::super::stores::{Reason, Table};
use super::quarantine::quarantine_key;
use super::{Engine, SCHEMA, is_entry};

impl Engine {
    /// Tries again to write what the primary lacks. Returns other pages' changes that were found on this occasion.
    #[must_use]
    pub fn retry(&self) -> Vec<Change> {
        if !self.newer.get() {
            self.write_primary();
        }
        self.report_state();
        self.take_changes()
    }

    /// Merges a text that another page has put into the primary. Returns what that changed.
    #[must_use]
    pub fn receive(&self, key: &str, raw: &str) -> Vec<Change> {
        self.merge_received(key, raw);
        self.take_changes()
    }

    /// Reads what other pages have written, in case an event was missed. Returns what that changed.
    pub async fn refresh(self: Rc<Self>) -> Vec<Change> {
        for (key, raw) in self.primary.load() {
            self.merge_received(&key, &raw);
        }
        // A mirror that cannot be read is noticed at the next write.
        for (key, raw) in self.mirror().load(Table::Entries).await.unwrap_or_default() {
            if is_entry(&key) {
                self.decide(&key, Some(&raw));
            }
        }
        self.report_state();
        self.take_changes()
    }

    fn merge_received(&self, key: &str, raw: &str) {
        if key == SCHEMA {
            self.check_schema(Some(raw));
        } else if let Decoded::Valid(theirs) = decode(key, raw) {
            let version = theirs.version;
            let mut entry = self.entry(key);
            if entry.merge(theirs, false, &self.merge, self.writer) {
                self.record_change(key);
            }
            entry.unwritten = entry.version != version;
            self.remember(entry);
            self.write_primary();
        }
        self.report_state();
    }

    /// Writes to the primary what it lacks.
    pub(super) fn write_primary(&self) {
        self.primary_fault.set(None);
        if self.known.borrow().iter().any(|entry| entry.unwritten) {
            self.notice_cleared_primary(self.primary.read(SCHEMA).as_deref());
        }
        for key in self.keys(|entry| entry.unwritten) {
            if let Err(reason) = self.write_key(&key) {
                self.primary_fault.set(Some(reason));
            }
        }
    }

    /// Writes one key to the primary and reads it back. What another page has put there in the meantime is merged into
    /// the own value first.
    fn write_key(&self, key: &str) -> Result<(), Reason> {
        let schema = self.primary.read(SCHEMA);
        if self.check_schema(schema.as_deref()) {
            return Err(Reason::NewerSchema);
        }
        let own_schema = self.schema.to_string();
        if schema.as_deref() != Some(own_schema.as_str()) {
            self.primary.write(SCHEMA, &own_schema)?;
        }
        let mut entry = self.entry(key);
        if let Some(stored) = self.primary.read(key) {
            match decode(key, &stored) {
                Decoded::Newer => {
                    self.newer.set(true);
                    return Err(Reason::NewerSchema);
                }
                Decoded::Corrupt => self.primary.move_key(key, &quarantine_key(key, &stored))?,
                Decoded::Valid(theirs) => {
                    if entry.merge(theirs, false, &self.merge, self.writer) {
                        self.record_change(key);
                    }
                    // It is known from now on, whether or not it can be written.
                    self.remember(entry.clone());
                }
            }
        }
        if entry.version.seq > 0 {
            let raw = entry.encode();
            if self.primary.read(key).as_ref() != Some(&raw) {
                self.primary.write(key, &raw)?;
                if self.primary.read(key).as_ref() != Some(&raw) {
                    return Err(Reason::ReadBack);
                }
            }
        }
        entry.unwritten = false;
        self.remember(entry);
        Ok(())
    }

    /// Whether the stored version of the data is a later one; the page stops writing then.
    pub(super) fn check_schema(&self, stored: Option<&str>) -> bool {
        let stored = stored.and_then(|raw| raw.parse::<u32>().ok());
        if stored.is_some_and(|stored| stored > self.schema) {
            self.newer.set(true);
        }
        self.newer.get()
    }

    /// How much the primary holds, in UTF-16 units.
    pub fn usage(&self) -> usize {
        let texts = self.primary.load();
        texts.iter().map(|(key, raw)| self.prefix.len() + key.len() + raw.encode_utf16().count()).sum()
    }
}

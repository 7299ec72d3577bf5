//! Writing to the durable store, and other pages' changes that are found there on this occasion.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::Change;
use super::super::entry::Entry;
use super::super::envelope::{Decoded, decode};
use super::super::restore_point;
use super::super::stores::{Decide, Decision, Reason, Table, Write};
use super::quarantine::quarantine_key;
use super::{Engine, SCHEMA, is_entry};

impl Engine {
    /// Whether the mirror lacks something and no flush is running.
    pub fn wants_flush(&self) -> bool {
        !self.flushing.get() && !self.newer.get() && self.known.borrow().iter().any(Entry::unmirrored)
    }

    /// Brings the mirror up to date, with all that is written in the meantime. Returns other pages' changes that were
    /// found on this occasion.
    pub async fn flush(self: Rc<Self>) -> Vec<Change> {
        while self.wants_flush() {
            self.flushing.set(true);
            self.report_state();
            let done = self.commit(self.keys(Entry::unmirrored)).await;
            self.flushing.set(false);
            if done.is_err() {
                break;
            }
        }
        self.report_state();
        self.take_changes()
    }

    /// Writes these keys to the mirror in one transaction and remembers that it has them.
    pub(super) async fn commit(self: &Rc<Self>, keys: Vec<String>) -> Result<(), Reason> {
        let sent = Rc::new(RefCell::new(Vec::new()));
        let decide: Decide = {
            let (engine, sent) = (self.clone(), sent.clone());
            Rc::new(move |key, stored| {
                let decision = engine.decide(key, stored);
                sent.borrow_mut().push((key.to_owned(), engine.entry(key).version));
                decision
            })
        };
        let mut all = vec![SCHEMA.to_owned()];
        all.extend(keys);
        let outcome = self.update_mirror(Table::Entries, all, decide).await;
        if outcome.is_ok() && !self.newer.get() {
            for (key, version) in sent.take().into_iter().filter(|(key, _)| is_entry(key)) {
                let mut entry = self.entry(&key);
                entry.mirrored = Some(version);
                self.remember(entry);
            }
        }
        self.mirror_fault.set(outcome.err());
        outcome
    }

    /// One transaction, tried once more if it fails; where the disk is full, restore points are deleted in between.
    pub(super) async fn update_mirror(
        &self,
        table: Table,
        keys: Vec<String>,
        decide: Decide,
    ) -> Result<(), Reason> {
        match self.mirror().update(table, keys.clone(), decide.clone()).await {
            Ok(()) => return Ok(()),
            Err(Reason::NewerSchema) => {
                self.newer.set(true);
                return Err(Reason::NewerSchema);
            }
            // Whoever waits for it shall not wait twice.
            Err(Reason::NoAnswer) => return Err(Reason::NoAnswer),
            Err(Reason::Quota) => self.delete_surplus(1).await,
            Err(_) => {}
        }
        self.mirror().update(table, keys, decide).await
    }

    /// Deletes all restore points but the newest ones. That some stay does no harm.
    pub(super) async fn delete_surplus(&self, kept: usize) {
        if let Ok(stored) = self.mirror().load(Table::RestorePoints).await {
            let delete: Decide = Rc::new(|_, _| Decision { move_to: None, write: Write::Delete });
            let surplus = restore_point::surplus(&stored, kept);
            let _ = self.mirror().update(Table::RestorePoints, surplus, delete).await;
        }
    }

    /// Decides what is written under a key of the mirror, given what is stored there. Another page's text that this page
    /// has not seen is merged into the own value first.
    pub(super) fn decide(&self, key: &str, stored: Option<&str>) -> Decision {
        let mut decision = Decision::default();
        if key == SCHEMA {
            self.notice_cleared_mirror(stored);
            if !self.check_schema(stored) && stored != Some(&self.schema.to_string()) {
                decision.write = Write::Put(self.schema.to_string());
            }
            return decision;
        }
        match stored.map(|raw| (raw, decode(key, raw))) {
            None => {}
            Some((_, Decoded::Newer)) => self.newer.set(true),
            Some((raw, Decoded::Corrupt)) => decision.move_to = Some(quarantine_key(key, raw)),
            Some((_, Decoded::Valid(theirs))) => {
                let version = theirs.version;
                let mut entry = self.entry(key);
                // All that replaced a value in the mirror was made from it.
                let successor = !entry.unmirrored();
                let changed = entry.merge(theirs, successor, &self.merge, self.writer);
                let same = entry.version == version;
                if same {
                    entry.mirrored = Some(version);
                }
                entry.unwritten |= changed;
                self.remember(entry);
                if changed {
                    self.record_change(key);
                    self.write_primary();
                }
                if same {
                    return decision;
                }
            }
        }
        if self.newer.get() {
            return Decision::default();
        }
        let entry = self.entry(key);
        decision.write = if entry.version.seq == 0 { Write::Delete } else { Write::Put(entry.encode()) };
        decision
    }
}

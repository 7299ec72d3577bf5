//! What goes to the durable store, and what is found there on that occasion.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::cell::Cell;
use super::super::envelope::{Decoded, decode};
use super::super::snapshot;
use super::super::stores::{Decide, Decision, Reason, Shelf, Then};
use super::{Engine, SCHEMA, is_entry, quarantine_key};

impl Engine {
    /// Whether the mirror has something to do and nobody does it.
    pub fn wants_flush(&self) -> bool {
        !self.flushing.get() && !self.newer.get() && self.cells.borrow().iter().any(Cell::pending)
    }

    /// Brings the mirror up to date, with all that changes in the meantime.
    pub async fn flush(self: Rc<Self>) {
        while self.wants_flush() {
            self.flushing.set(true);
            self.settle();
            let done = self.commit(self.keys(Cell::pending)).await;
            self.flushing.set(false);
            if done.is_err() {
                break;
            }
        }
        self.settle();
    }

    /// Writes these keys to the mirror in one transaction and remembers that it has them.
    pub(super) async fn commit(self: &Rc<Self>, keys: Vec<String>) -> Result<(), Reason> {
        let sent = Rc::new(RefCell::new(Vec::new()));
        let decide: Decide = {
            let (engine, sent) = (self.clone(), sent.clone());
            Rc::new(move |key, stored| {
                let decision = engine.judge(key, stored);
                sent.borrow_mut().push((key.to_owned(), engine.cell(key).version));
                decision
            })
        };
        let mut all = vec![SCHEMA.to_owned()];
        all.extend(keys);
        let outcome = self.exchange(Shelf::Entries, all, decide).await;
        if outcome.is_ok() && !self.newer.get() {
            for (key, version) in sent.take().into_iter().filter(|(key, _)| is_entry(key)) {
                let mut cell = self.cell(&key);
                cell.mirrored = Some(version);
                self.keep(cell);
            }
        }
        self.mirror_fault.set(outcome.err());
        outcome
    }

    /// One exchange; after a failure the one retry, for which old restore points make room.
    pub(super) async fn exchange(
        &self,
        shelf: Shelf,
        keys: Vec<String>,
        decide: Decide,
    ) -> Result<(), Reason> {
        match self.mirror().exchange(shelf, keys.clone(), decide.clone()).await {
            Ok(()) => return Ok(()),
            Err(Reason::NewerSchema) => {
                self.newer.set(true);
                return Err(Reason::NewerSchema);
            }
            Err(Reason::Quota) => self.thin(1).await,
            Err(_) => {}
        }
        self.mirror().exchange(shelf, keys, decide).await
    }

    /// Gives up restore points that are not needed if so many are kept. One too many does no harm.
    pub(super) async fn thin(&self, kept: usize) {
        if let Ok(stored) = self.mirror().load(Shelf::Restore).await {
            let delete: Decide = Rc::new(|_, _| Decision { aside: None, then: Then::Delete });
            let surplus = snapshot::surplus(&stored, kept);
            let _ = self.mirror().exchange(Shelf::Restore, surplus, delete).await;
        }
    }

    /// What is to become of a key in the mirror, given what is stored there. Another page's text that
    /// this page has not seen goes into the own value first.
    pub(super) fn judge(&self, key: &str, stored: Option<&str>) -> Decision {
        let mut decision = Decision::default();
        if key == SCHEMA {
            if !self.check_schema(stored) && stored != Some(&self.schema.to_string()) {
                decision.then = Then::Put(self.schema.to_string());
            }
            return decision;
        }
        match stored.map(|raw| (raw, decode(key, raw))) {
            None => {}
            Some((_, Decoded::Newer)) => self.newer.set(true),
            Some((raw, Decoded::Corrupt)) => decision.aside = Some(quarantine_key(key, raw)),
            Some((_, Decoded::Whole(theirs))) => {
                let version = theirs.version;
                let mut cell = self.cell(key);
                // All that replaced a value in the mirror was made from it.
                let successor = !cell.pending();
                let changed = cell.meet(theirs, successor, &self.merge, self.writer);
                if cell.version == version {
                    cell.mirrored = Some(version);
                }
                cell.unwritten |= changed;
                let same = cell.version == version;
                self.keep(cell);
                if changed {
                    self.tell(key);
                    self.write_unwritten();
                }
                if same {
                    return decision;
                }
            }
        }
        if self.newer.get() {
            return Decision::default();
        }
        let cell = self.cell(key);
        decision.then = if cell.version.seq == 0 { Then::Delete } else { Then::Put(cell.encode()) };
        decision
    }
}

//! Restore points, and replacing everything at once.

use std::rc::Rc;

use super::super::Entries;
use super::super::envelope::Version;
use super::super::snapshot::{self, Snapshot};
use super::super::stores::{Decide, Decision, Reason, Shelf, Then};
use super::Engine;

impl Engine {
    /// Replaces all entries: see [`Engine::replace_all`].
    pub async fn replace_all(
        self: Rc<Self>,
        id: u64,
        reason: &str,
        entries: Entries,
    ) -> Result<Option<u64>, Reason> {
        let point = self.clone().snapshot(id, reason).await?;
        let before = self.entries();
        // Until the mirror has everything, the primary keeps what it had: after a crash in between
        // the newer of the two counts, and that is all of the old or all of the new.
        let mut changed = Vec::new();
        let gone = before.iter().filter(|(key, _)| entries.iter().all(|(new, _)| new != key));
        let gone: Vec<_> = gone.map(|(key, _)| (key.clone(), None)).collect();
        let new = entries.into_iter().map(|(key, value)| (key, Some(value)));
        for (key, value) in new.chain(gone) {
            let mut cell = self.cell(&key);
            if cell.value != value {
                cell.set(value, self.writer);
                changed.push((key, cell.version));
                self.keep(cell);
            }
        }
        let mut outcome = self.commit(changed.iter().map(|(key, _)| key.clone()).collect()).await;
        if self.newer.get() {
            outcome = Err(Reason::NewerSchema);
        }
        if outcome.is_ok() {
            self.mark_unwritten(&changed);
            self.write_unwritten();
            if !self.mirror().lasts()
                && let Some(reason) = self.primary_fault.get()
            {
                outcome = Err(reason);
            }
        }
        if outcome.is_err() {
            for (key, version) in &changed {
                let old = before.iter().find(|(known, _)| known == key);
                let mut cell = self.cell(key);
                // What was entered in the meantime stays.
                if cell.version != *version {
                    continue;
                }
                cell.set(old.map(|(_, value)| value.clone()), self.writer);
                self.keep(cell);
            }
            if !self.newer.get() {
                self.mark_unwritten(&changed);
                self.write_unwritten();
            }
        }
        self.settle();
        outcome.map(|()| point)
    }

    fn mark_unwritten(&self, changed: &[(String, Version)]) {
        for cell in self.cells.borrow_mut().iter_mut() {
            cell.unwritten |= changed.iter().any(|(key, _)| *key == cell.key);
        }
    }

    /// Makes a restore point: see [`Engine::snapshot`].
    pub async fn snapshot(self: Rc<Self>, id: u64, reason: &str) -> Result<Option<u64>, Reason> {
        if self.newer.get() {
            return Err(Reason::NewerSchema);
        }
        let entries = self.entries();
        if entries.is_empty() {
            return Ok(None);
        }
        let stored = self.mirror().load(Shelf::Restore).await?;
        let newest = stored.iter().rev().find_map(snapshot::read);
        if let Some(newest) = newest.as_ref().filter(|newest| newest.entries == entries) {
            return Ok(Some(newest.id));
        }
        let last = stored.last().and_then(|(key, _)| key.parse::<u64>().ok()).unwrap_or_default();
        let id = id.max(last + 1);
        let made = Snapshot { id, reason: reason.to_owned(), entries };
        let (key, raw) = (snapshot::key(id), snapshot::write(&made));
        let put: Decide = Rc::new(move |_, _| Decision { aside: None, then: Then::Put(raw.clone()) });
        self.exchange(Shelf::Restore, vec![key], put).await?;
        // Only a restore point that can be read makes older ones superfluous.
        let stored = self.mirror().load(Shelf::Restore).await?;
        if stored.last().and_then(snapshot::read).as_ref() != Some(&made) {
            return Err(Reason::ReadBack);
        }
        self.thin(snapshot::KEPT).await;
        Ok(Some(id))
    }

    /// The restore points that can be read, newest first.
    pub async fn snapshots(self: Rc<Self>) -> Result<Vec<Snapshot>, Reason> {
        let stored = self.mirror().load(Shelf::Restore).await?;
        Ok(stored.iter().rev().filter_map(snapshot::read).collect())
    }
}

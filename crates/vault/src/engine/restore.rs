//! Restore points, and replacing everything at once.

use std::rc::Rc;

use super::super::Entries;
use super::super::envelope::Version;
use super::super::restore_point::{self, RestorePoint};
use super::super::stores::{Decide, Decision, Reason, Table, Write};
use super::Engine;

impl Engine {
    /// Replaces all entries, after a restore point with this id (see [`Engine::create_restore_point`]) and reason, whose
    /// id it returns. All or nothing, even if the browser crashes in between: the mirror is changed first, in one
    /// transaction. Where there is none, changes are reverted if one of them fails.
    ///
    /// Something may have been entered in the meantime: afterwards [`Engine::entries`] has what there is, and
    /// [`Engine::take_changes`] what other pages have changed.
    ///
    /// # Errors
    /// The reason why the old texts are still there.
    pub async fn replace_all(
        self: Rc<Self>,
        id: u64,
        reason: &str,
        entries: Entries,
    ) -> Result<Option<u64>, Reason> {
        let point = self.clone().create_restore_point(id, reason).await?;
        let before = self.entries();
        // Until the mirror has everything, the primary keeps what it had: after a crash in between
        // the newer of the two counts, and that is all of the old or all of the new.
        let mut changed = Vec::new();
        let gone = before.iter().filter(|(key, _)| entries.iter().all(|(new, _)| new != key));
        let gone: Vec<_> = gone.map(|(key, _)| (key.clone(), None)).collect();
        let new = entries.into_iter().map(|(key, value)| (key, Some(value)));
        for (key, value) in new.chain(gone) {
            let mut entry = self.entry(&key);
            if entry.value != value {
                entry.set(value, self.writer);
                changed.push((key, entry.version));
                self.remember(entry);
            }
        }
        let mut outcome = self.commit(changed.iter().map(|(key, _)| key.clone()).collect()).await;
        if self.newer.get() {
            outcome = Err(Reason::NewerSchema);
        }
        if outcome.is_ok() {
            self.mark_unwritten(&changed);
            self.write_primary();
            if !self.mirror().is_persistent()
                && let Some(reason) = self.primary_fault.get()
            {
                outcome = Err(reason);
            }
        }
        if outcome.is_err() {
            for (key, version) in &changed {
                let old = before.iter().find(|(known, _)| known == key);
                let mut entry = self.entry(key);
                // What was entered in the meantime stays.
                if entry.version != *version {
                    continue;
                }
                entry.set(old.map(|(_, value)| value.clone()), self.writer);
                self.remember(entry);
            }
            if !self.newer.get() {
                self.mark_unwritten(&changed);
                self.write_primary();
            }
        }
        self.report_state();
        outcome.map(|()| point)
    }

    fn mark_unwritten(&self, changed: &[(String, Version)]) {
        for entry in self.known.borrow_mut().iter_mut() {
            entry.unwritten |= changed.iter().any(|(key, _)| *key == entry.key);
        }
    }

    /// Makes a restore point of all entries and returns its id: `id`, or a greater one where a restore point has it
    /// already. Of two restore points with the same entries there is only the first. `None` if there is no entry.
    /// [`KEPT`](restore_point::KEPT) are kept, and always the newest that can be read.
    ///
    /// # Errors
    /// The reason why there is none now. Older restore points are as they were, unless the disk is full: then all but
    /// the newest have been deleted for the attempt.
    pub async fn create_restore_point(self: Rc<Self>, id: u64, reason: &str) -> Result<Option<u64>, Reason> {
        if self.newer.get() {
            return Err(Reason::NewerSchema);
        }
        let entries = self.entries();
        if entries.is_empty() {
            return Ok(None);
        }
        let stored = self.mirror().load(Table::RestorePoints).await?;
        let newest = stored.iter().rev().find_map(restore_point::decode);
        if let Some(newest) = newest.as_ref().filter(|newest| newest.entries == entries) {
            return Ok(Some(newest.id));
        }
        let last = stored.last().and_then(|(key, _)| key.parse::<u64>().ok()).unwrap_or_default();
        let id = id.max(last + 1);
        let made = RestorePoint { id, reason: reason.to_owned(), entries };
        let (key, raw) = (restore_point::key(id), restore_point::encode(&made));
        let put: Decide = Rc::new(move |_, _| Decision { move_to: None, write: Write::Put(raw.clone()) });
        self.update_mirror(Table::RestorePoints, vec![key], put).await?;
        // Only a restore point that can be read makes older ones superfluous.
        let stored = self.mirror().load(Table::RestorePoints).await?;
        if stored.last().and_then(restore_point::decode).as_ref() != Some(&made) {
            return Err(Reason::ReadBack);
        }
        self.delete_surplus(restore_point::KEPT).await;
        Ok(Some(id))
    }

    /// The restore points that can be read, newest first.
    ///
    /// # Errors
    /// The store of them could not be read.
    pub async fn restore_points(self: Rc<Self>) -> Result<Vec<RestorePoint>, Reason> {
        let stored = self.mirror().load(Table::RestorePoints).await?;
        Ok(stored.iter().rev().filter_map(restore_point::decode).collect())
    }
}

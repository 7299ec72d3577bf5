//! Stores that were cleared under the page: by another page, by the browser, or by the user, who clears a site's data.

use std::rc::Rc;

use super::super::stores::Table;
use super::Engine;

impl Engine {
    /// Looks whether the primary has lost what it had, and writes again what this page still has of it. The mirror is
    /// looked at by [`Engine::find_vanished`].
    pub fn find_vanished_in_primary(&self) {
        if self.compare_primary() && !self.newer.get() {
            self.write_primary();
            self.report_state();
        }
    }

    /// Looks whether a store has lost what it had. What this page still has of it is written again: to the primary at
    /// once, to the mirror by the next flush.
    pub async fn find_vanished(self: Rc<Self>) {
        self.find_vanished_in_primary();
        // One that cannot be read is noticed at the next write.
        if let Ok(stored) = self.mirror().load(Table::Entries).await {
            // They come in the order of their keys, unless the store has another one than ours.
            let found = |key: &str| {
                stored.binary_search_by(|(known, _)| known.as_str().cmp(key)).is_ok()
                    || stored.iter().any(|(known, _)| known == key)
            };
            self.mark_lost_by_mirror(&|key| !found(key));
            self.report_state();
        }
    }

    /// Whether texts had vanished since somebody last asked; not before the mirror has been written again, or has failed.
    pub fn take_vanished(&self) -> bool {
        !self.flushing.get() && self.vanished.take()
    }

    /// Called before something is written: a primary without a schema has been cleared since it was last written.
    pub(super) fn notice_cleared_primary(&self, schema: Option<&str>) {
        if schema.is_none() {
            self.compare_primary();
        }
    }

    /// Called when the mirror is written: one without a schema has been cleared since it was last written.
    pub(super) fn notice_cleared_mirror(&self, schema: Option<&str>) {
        if schema.is_none() {
            self.mark_lost_by_mirror(&|_| true);
        }
    }

    /// Marks what the primary has lost, and returns whether that is anything.
    fn compare_primary(&self) -> bool {
        let mut found = false;
        for entry in self.known.borrow_mut().iter_mut() {
            if entry.version.seq > 0 && !entry.unwritten && self.primary.read(&entry.key).is_none() {
                entry.unwritten = true;
                found = true;
            }
        }
        self.vanished.set(self.vanished.get() || found);
        found
    }

    fn mark_lost_by_mirror(&self, lost: &dyn Fn(&str) -> bool) {
        for entry in self.known.borrow_mut().iter_mut() {
            if entry.version.seq > 0 && entry.mirrored.is_some() && lost(&entry.key) {
                entry.mirrored = None;
                self.vanished.set(true);
            }
        }
    }
}

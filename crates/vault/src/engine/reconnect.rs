//! A durable store that could not be read when the vault was opened, and can be now.

use std::rc::Rc;

use super::super::stores::{Decide, Decision, Mirror, Reason, Table, Write};
use super::super::{Change, SaveState};
use super::Engine;

impl Engine {
    /// Tries once more to read a mirror that could not be read. If it can be, its texts are merged as they would have been
    /// at the start, and it has to be flushed afterwards. Returns what that changed.
    pub async fn reconnect(self: Rc<Self>) -> Vec<Change> {
        let Some(mirror) = self.unread_mirror.borrow().clone() else { return Vec::new() };
        (self.report)(SaveState::Saving);
        match mirror.load(Table::Entries).await {
            // Somebody else has tried at the same time, and was first.
            Ok(_) if self.unread_mirror.take().is_none() => {}
            Ok(mirrored) => {
                let temporary = self.mirror.replace(mirror);
                self.mirror_fault.set(None);
                for entry in self.known.borrow_mut().iter_mut() {
                    entry.mirrored = None;
                }
                let before = self.entries();
                self.reconcile(&[], &mirrored);
                for (key, _) in self.entries().iter().filter(|entry| !before.contains(entry)) {
                    self.record_change(key);
                }
                if !self.newer.get() {
                    self.copy_restore_points(temporary).await;
                }
            }
            Err(Reason::NewerSchema) => self.newer.set(true),
            Err(_) => {}
        }
        self.report_state();
        self.take_changes()
    }

    /// Copies the restore points that were made in memory in the meantime.
    async fn copy_restore_points(&self, temporary: Rc<dyn Mirror>) {
        let made = temporary.load(Table::RestorePoints).await.unwrap_or_default();
        let keys = made.iter().map(|(key, _)| key.clone()).collect();
        let put: Decide = Rc::new(move |key, _| {
            let point = made.iter().find(|(made, _)| made == key);
            Decision { move_to: None, write: point.map_or(Write::Keep, |(_, raw)| Write::Put(raw.clone())) }
        });
        // Without them everything is still there as it is now.
        let _ = self.update_mirror(Table::RestorePoints, keys, put).await;
    }
}

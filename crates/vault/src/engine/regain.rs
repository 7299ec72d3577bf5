//! A durable store that could not be read when the vault was opened, and can be now.

use std::rc::Rc;

use super::super::SaveState;
use super::super::stores::{Decide, Decision, Mirror, Reason, Shelf, Then};
use super::Engine;

impl Engine {
    /// Looks once more for a mirror that could not be read. Where it can be, what it has is merged as it would have been
    /// at the start, and it is to get all that it lacks.
    pub async fn regain(self: Rc<Self>) {
        let Some(mirror) = self.missing.borrow().clone() else { return };
        (self.report)(SaveState::Saving);
        match mirror.load(Shelf::Entries).await {
            // Whoever asks twice gets two answers.
            Ok(_) if self.missing.take().is_none() => {}
            Ok(mirrored) => {
                let makeshift = self.mirror.replace(mirror);
                self.mirror_fault.set(None);
                for cell in self.cells.borrow_mut().iter_mut() {
                    cell.mirrored = None;
                }
                let before = self.entries();
                self.reconcile(&[], &mirrored);
                for (key, _) in self.entries().iter().filter(|entry| !before.contains(entry)) {
                    self.tell(key);
                }
                if !self.newer.get() {
                    self.hand_over(makeshift).await;
                }
            }
            Err(Reason::NewerSchema) => self.newer.set(true),
            Err(_) => {}
        }
        self.settle();
    }

    /// Restore points that were made in the meantime lasted as long as the page.
    async fn hand_over(&self, makeshift: Rc<dyn Mirror>) {
        let made = makeshift.load(Shelf::Restore).await.unwrap_or_default();
        let keys = made.iter().map(|(key, _)| key.clone()).collect();
        let put: Decide = Rc::new(move |key, _| {
            let point = made.iter().find(|(made, _)| made == key);
            Decision { aside: None, then: point.map_or(Then::Keep, |(_, raw)| Then::Put(raw.clone())) }
        });
        // Without them everything is still there as it is now.
        let _ = self.exchange(Shelf::Restore, keys, put).await;
    }
}

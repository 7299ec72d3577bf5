//! Picking items, to record the status of several at once.

use leptos::prelude::*;

use super::Desk;

impl Desk {
    /// Whether items are being picked. Tracks.
    pub fn is_picking(self) -> bool {
        self.picked.with(Option::is_some)
    }

    /// Begins to pick, with these items picked already.
    pub fn begin_picking(self, items: Vec<usize>) {
        self.set_picked.set(Some(items));
    }

    /// Picks an item, or no longer if it is picked.
    pub fn toggle_picked(self, at: usize) {
        self.set_picked.update(|picked| {
            let picked = picked.get_or_insert_default();
            match picked.iter().position(|known| *known == at) {
                Some(place) => drop(picked.remove(place)),
                None => picked.push(at),
            }
        });
    }

    /// Picks these items too, behind those that are picked.
    pub fn pick_also(self, items: Vec<usize>) {
        self.set_picked.update(|picked| {
            let picked = picked.get_or_insert_default();
            for at in items {
                if !picked.contains(&at) {
                    picked.push(at);
                }
            }
        });
    }

    /// Ends picking without having recorded anything.
    pub fn end_picking(self) {
        if untrack(|| self.is_picking()) {
            self.set_picked.set(None);
        }
    }

    /// Makes the dialog's form anew, for the status of these items.
    pub fn ask_status_of(self, items: Vec<usize>) {
        self.set_setting.set(Some(items));
    }
}

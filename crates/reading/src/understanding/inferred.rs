//! What a document says of itself: that the units of some tasks were inferred.

use std::collections::BTreeSet;

use yaodian_plan::pairing_note::tasks_of_note;
use yaodian_plan::{AnnexNote, Basis, Item, ItemId, Month};

/// Takes the note about inferred units out of the notes, and says it of the tasks. A note about tasks that are not there stays.
pub fn apply(notes: &mut Vec<AnnexNote>, items: &mut [Item]) {
    notes.retain(|note| {
        let Some(tasks) = tasks_of_note(&note.text) else { return true };
        let tasks: BTreeSet<(Month, u16)> = tasks.into_iter().collect();
        let mut missing = tasks.len();
        for item in items.iter_mut() {
            if let ItemId::Monthly { month, no } = item.id
                && tasks.contains(&(month, no))
            {
                item.responsibility.basis = Basis::Inferred;
                missing = missing.saturating_sub(1);
            }
        }
        missing > 0
    });
}

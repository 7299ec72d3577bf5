//! What a document says of itself: that the units of some tasks were inferred.

use yaodian_plan::pairing_note::tasks_of_note;
use yaodian_plan::sort::sort_by;
use yaodian_plan::{AnnexNote, Basis, Item, ItemId, Month};

/// Takes the note about inferred units out of the notes, and says it of the tasks. A note about tasks that are not there stays.
pub fn apply(notes: &mut Vec<AnnexNote>, items: &mut [Item]) {
    notes.retain(|note| {
        let Some(tasks) = tasks_of_note(&note.text) else { return true };
        let code = |month: Month, no: u16| month.index() * 0x1_0000 + usize::from(no);
        let mut tasks: Vec<usize> = tasks.into_iter().map(|(month, no)| code(month, no)).collect();
        sort_by(&mut tasks, &|one, other| one < other);
        tasks.dedup();
        let mut missing = tasks.len();
        for item in items.iter_mut() {
            if let ItemId::Monthly { month, no } = item.id
                && tasks.binary_search(&code(month, no)).is_ok()
            {
                item.responsibility.basis = Basis::Inferred;
                missing = missing.saturating_sub(1);
            }
        }
        missing > 0
    });
}

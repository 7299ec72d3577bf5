//! Merging with the user's choices for what both sides changed.

use std::sync::Arc;

use super::{Choice, EntryKey, Field, NoteId, ProgressBook, Stamp, Value};

/// Merges `theirs` into `mine` and then settles the chosen registers; says which entries changed.
///
/// A choice is a write like any other, with a stamp of its own, so that it also wins where the other side
/// meets it later. Registers without a choice, and choices for registers that are not on both sides, are left to
/// the merge.
pub fn merge_choosing(
    mine: &mut ProgressBook,
    theirs: &ProgressBook,
    choices: &[(Field, Choice)],
    stamp: Stamp,
) -> Vec<EntryKey> {
    // What was here has to be read after the merge has covered it. Copies share what they have in common.
    let before = mine.clone();
    let mut changed = mine.merge(theirs);
    for (field, choice) in choices {
        let (Some(here), Some(there)) = (before.get(*field), theirs.get(*field)) else { continue };
        if here.value == there.value {
            continue;
        }
        let chosen = if *choice == Choice::Theirs { there } else { here };
        // Writes even what already stands there: the choice has to be later than both sides.
        mine.overwrite(*field, Arc::clone(&chosen.value), stamp);
        if let (Choice::Both, Field::Note(id, _), Value::Note(Some(text))) = (choice, field, &*there.value)
            && !text.trim().is_empty()
        {
            mine.set(Field::Note(*id, NoteId::new(stamp, text)), Value::Note(Some(text.clone())), stamp);
        }
        let key = field.entry();
        if !changed.contains(&key) {
            changed.push(key);
        }
    }
    changed
}

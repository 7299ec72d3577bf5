//! Merging with the user's choices for what both sides changed.

use std::sync::Arc;

use super::{Choice, EntryKey, Field, NoteId, ProgressBook, Stamp, Value};

/// Merges `theirs` into `mine` and then writes the chosen values; returns which entries changed.
///
/// A choice is a write like any other, with a stamp of its own, so that it also wins where it is merged with the other
/// side later. Registers without a choice, and choices for registers that are not on both sides, are left to the merge.
pub fn merge_with_choices(
    mine: &mut ProgressBook,
    theirs: &ProgressBook,
    choices: &[(Field, Choice)],
    stamp: Stamp,
) -> Vec<EntryKey> {
    // The own values are needed after the merge has replaced them. Copies share what they have in common.
    let before = mine.clone();
    let mut changed = mine.merge(theirs);
    for (field, choice) in choices {
        let (Some(own), Some(other)) = (before.get(*field), theirs.get(*field)) else { continue };
        if own.value == other.value {
            continue;
        }
        let chosen = if *choice == Choice::Theirs { other } else { own };
        // Written even where the value is the same: the choice has to be later than both sides.
        mine.overwrite(*field, Arc::clone(&chosen.value), stamp);
        if let (Choice::Both, Field::Note(id, _), Value::Note(Some(text))) = (choice, field, &*other.value)
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

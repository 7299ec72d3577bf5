//! Merging with the user's choices for what both sides changed.

use std::collections::BTreeSet;

use super::{Choice, EntryKey, Field, ProgressBook, Stamp, Value};

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
) -> BTreeSet<EntryKey> {
    let settled = choices.iter().filter_map(|(field, choice)| {
        let (here, there) = (mine.get(*field)?.value, theirs.get(*field)?.value);
        (here != there).then_some((*field, *choice, here, there))
    });
    // What was here has to be read before the merge covers it.
    let settled: Vec<(Field, Choice, Value, Value)> = settled.collect();
    let mut changed = mine.merge(theirs);
    for (field, choice, here, there) in settled {
        let (chosen, other) = if choice == Choice::Theirs { (there, None) } else { (here, Some(there)) };
        // Writes even what already stands there: the choice has to be later than both sides.
        mine.write(field, chosen, stamp);
        if let (Choice::Both, Some(id), Some(Value::Note(Some(text)))) = (choice, field.item(), other) {
            mine.add_note(id, &text, stamp);
        }
        changed.insert(field.entry());
    }
    changed
}

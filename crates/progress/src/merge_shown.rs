//! Merging a file of which the user has seen what it would change, with the user's choices for what both sides changed.

use std::sync::Arc;

use super::{Choice, EntryKey, Field, NoteId, Preview, ProgressBook, Register, Stamp, Value, preview};
use yaodian_plan::query::Catalog;

/// What the user chose for registers that both sides changed.
pub type Choices = Vec<(Field, Choice)>;

/// Why a file was not merged. The book is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMerged {
    /// The book has changed since the preview was made; what merging would change now.
    Stale(Box<Preview>),
    /// So many conflicts have no choice.
    Undecided(usize),
}

/// Merges `theirs` into `mine`, conflicts settled as chosen, and says which entries changed.
///
/// What is merged is what `shown` shows: where the book has changed since, or a conflict has no choice, nothing is.
/// Whatever is chosen stays its author's. Where it is not the later one, it is written again with a stamp that wins, and
/// with its origin.
///
/// # Errors
/// The book has changed since it was shown, or a conflict has no choice.
pub fn merge_shown(
    mine: &mut ProgressBook,
    theirs: &ProgressBook,
    shown: &Preview,
    choices: &[(Field, Choice)],
    catalog: &Catalog,
    stamp: Stamp,
) -> Result<Vec<EntryKey>, NotMerged> {
    let now = preview(mine, theirs, catalog);
    if now != *shown {
        return Err(NotMerged::Stale(Box::new(now)));
    }
    let undecided = shown.undecided(choices);
    if undecided > 0 {
        return Err(NotMerged::Undecided(undecided));
    }
    // What was here has to be read after the merge has covered it. Copies share what they have in common.
    let before = mine.clone();
    let mut changed = mine.merge(theirs);
    for conflict in &shown.conflicts {
        let field = conflict.field;
        let (Some(here), Some(there)) = (before.get(field), theirs.get(field)) else { continue };
        let choice = choice_of(choices, field);
        let settled = mine.settle(field, if choice == Some(Choice::Theirs) { there } else { here }, stamp);
        let kept = choice == Some(Choice::Both) && mine.keep_as_own_note(there);
        let key = field.entry();
        if (settled || kept) && !changed.contains(&key) {
            changed.push(key);
        }
    }
    Ok(changed)
}

fn choice_of(choices: &[(Field, Choice)], field: Field) -> Option<Choice> {
    choices.iter().find(|(chosen, _)| *chosen == field).map(|(_, choice)| *choice)
}

impl Preview {
    /// How many conflicts have no choice.
    pub fn undecided(&self, choices: &[(Field, Choice)]) -> usize {
        self.conflicts.iter().filter(|conflict| choice_of(choices, conflict.field).is_none()).count()
    }

    /// The choices that still stand now that this is shown in place of `before`: those for conflicts that are as they
    /// were.
    pub fn standing_choices(&self, before: &Preview, choices: &[(Field, Choice)]) -> Choices {
        let stands = |(field, _): &&(Field, Choice)| {
            let conflict =
                |preview: &Preview| preview.conflicts.iter().find(|it| it.field == *field).cloned();
            conflict(self).is_some_and(|now| conflict(before) == Some(now))
        };
        choices.iter().filter(stands).copied().collect()
    }
}

impl ProgressBook {
    /// Puts a value in place of another one, as what it was. Says whether that took a write.
    fn settle(&mut self, field: Field, chosen: &Register, stamp: Stamp) -> bool {
        let stands = self.get(field).is_some_and(|now| now.value == chosen.value);
        !stands && self.overwrite(field, Arc::clone(&chosen.value), stamp, Some(chosen.authored())).is_some()
    }

    /// Keeps the text of a note as a note of its own, with its author. Says whether it was not there yet.
    fn keep_as_own_note(&mut self, note: &Register) -> bool {
        let (Field::Note(id, _), Value::Note(Some(text))) = (note.field, &*note.value) else { return false };
        let stamp = note.authored();
        let field = Field::Note(id, NoteId::new(stamp, text));
        self.merge_register(Arc::new(Register { field, value: Arc::clone(&note.value), stamp, origin: None }))
    }
}

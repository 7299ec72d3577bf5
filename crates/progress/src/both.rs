//! What two open pages of one browser made of the same registers without knowing of each other. Between files a person
//! decides; between pages nobody can be asked, so nothing that was typed is lost.

use super::session::default_steps;
use super::texts::{IN_LINE, merge_texts};
use super::{Author, Field, NoteId, ProgressBook, RecordedStatus, Register, Stamp, Step, Value};

impl ProgressBook {
    /// What has to be written after a merge so that it holds what both have typed. `base` is the book that both were made
    /// from, `None` where that is not known; then only notes are kept, because of everything else nobody knows whether
    /// the earlier text was replaced by somebody who had read it.
    pub(super) fn both_of(
        &self,
        theirs: &ProgressBook,
        base: Option<&ProgressBook>,
    ) -> Vec<(Field, Value, Stamp)> {
        let mut kept = Vec::new();
        for one in self.registers() {
            let Some(other) = theirs.get(one.field).filter(|other| other.value != one.value) else {
                continue;
            };
            let (earlier, later) = if one.is_older_than(other) { (&**one, other) } else { (other, &**one) };
            let before = base.map(|base| base.value(one.field));
            if before.as_ref().is_some_and(|before| *before == earlier.value) {
                // One page has only not heard of the change yet.
                continue;
            }
            let more = match one.field {
                Field::Note(..) => own_note(earlier),
                _ => before
                    .and_then(|before| combined(&before, &earlier.value, &later.value))
                    .map(|value| (later.field, value, later.stamp)),
            };
            kept.extend(more.filter(|(field, value, _)| {
                // It may have been kept before.
                let there = |book: &ProgressBook| {
                    book.get(*field).is_some_and(|it| one.field.note().is_some() || *it.value == *value)
                };
                !there(self) && !there(theirs)
            }));
        }
        kept
    }
}

/// The earlier text of a note as a note of its own. The first text of a note is none, because everybody who changed or
/// deleted the note has read it.
fn own_note(earlier: &Register) -> Option<(Field, Value, Stamp)> {
    let (Field::Note(id, note), Value::Note(Some(text))) = (earlier.field, &*earlier.value) else {
        return None;
    };
    // Made of the earlier one alone, so that both pages make the same note of it.
    let own = Field::Note(id, NoteId::new(earlier.stamp, text));
    (earlier.stamp != note.created).then(|| (own, Value::Note(Some(text.clone())), earlier.stamp))
}

/// What both have typed; `None` where the later value holds everything.
fn combined(before: &Value, earlier: &Value, later: &Value) -> Option<Value> {
    let texts = |before: &str, earlier: &str, later: &str| merge_texts(Some(before), earlier, later, IN_LINE);
    let value = match (before, earlier, later) {
        (Value::Text(before), Value::Text(earlier), Value::Text(later)) => {
            Value::Text(texts(before, earlier, later))
        }
        (Value::Status(before), Value::Status(earlier), Value::Status(later)) => {
            Value::Status(RecordedStatus {
                status: if later.status == before.status { earlier.status } else { later.status },
                reason: texts(&before.reason, &earlier.reason, &later.reason),
            })
        }
        (Value::Author(before), Value::Author(earlier), Value::Author(later)) => Value::Author(Author {
            name: texts(&before.name, &earlier.name, &later.name),
            unit: if later.unit == before.unit { earlier.unit.clone() } else { later.unit.clone() },
        }),
        (Value::Steps(before), Value::Steps(Some(earlier)), Value::Steps(Some(later))) => {
            let before = before.clone().unwrap_or_else(default_steps);
            Value::Steps(Some(combined_steps(&before, earlier, later)))
        }
        _ => return None,
    };
    (value != *later).then_some(value)
}

/// The later list with the steps that the earlier one has changed or added.
fn combined_steps(before: &[Step], earlier: &[Step], later: &[Step]) -> Vec<Step> {
    let mut steps = later.to_vec();
    let aligned = before.len() == earlier.len() && before.len() == later.len();
    for (at, step) in earlier.iter().enumerate() {
        if before.contains(step) || later.contains(step) {
            continue;
        }
        match (before.get(at), steps.get_mut(at).filter(|_| aligned)) {
            (Some(old), Some(place)) => {
                *place = Step {
                    name: merge_texts(Some(&old.name), &step.name, &place.name, IN_LINE),
                    offset_days: if place.offset_days == old.offset_days {
                        step.offset_days
                    } else {
                        place.offset_days
                    },
                    done: if place.done == old.done { step.done } else { place.done },
                };
            }
            (Some(old), None) => match steps.iter_mut().find(|place| *place == old) {
                Some(place) => *place = step.clone(),
                None => steps.push(step.clone()),
            },
            (None, _) => steps.push(step.clone()),
        }
    }
    steps
}

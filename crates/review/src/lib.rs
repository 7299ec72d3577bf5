//! A draft under review: what was read from a document, what somebody put right in it, and what is still doubtful.
//!
//! - [`sheet`]: the plan as rows that can be edited;
//! - [`edit`]: what can be done to it, as data; `apply` does it;
//! - [`notes`]: what the reader said, and which of it is still open;
//! - [`figures`]: counts, so that a wrong month is seen;
//! - [`finish`]: from the rows to a plan;
//! - [`lines`]: where in the document a row stands.
//!
//! A [`Review`] is a list of steps. What is on screen follows from those that are done, so undo is a step fewer, and the
//! whole can be written down and opened again. No IO, no clock, no browser.

pub mod edit;
pub mod figures;
pub mod finish;
pub mod lines;
pub mod notes;
pub mod sheet;

mod apply;
mod carry;
mod key;
mod reading;
mod written;

use std::collections::BTreeSet;
use std::sync::Arc;

use yaodian_pace::{Pace, at_once};
use yaodian_plan::{Plan, Unit, UnitId};
use yaodian_reading::Hints;
use yaodian_reading::document::Document;

pub use edit::{Change, Edit};
pub use key::Key;
pub use notes::{FoundNote, NoteGroup};
pub use reading::Reading;
pub use sheet::{Group, Row, Sheet};
pub use written::{OpenError, Part};

/// A document's files by name, the text first.
pub type Files = Vec<(String, Document)>;

/// The number of the part that the files are, before those of the readings.
const FILES: u32 = 0;

/// A draft under review.
#[derive(Clone, Debug)]
pub struct Review {
    files: Arc<Files>,
    steps: Vec<Step>,
    /// How many of the steps are done; the others were taken back.
    done: usize,
    /// The least key that no row ever had.
    next_key: Key,
    /// The least number that no reading ever had.
    next_part: u32,
    sheet: Sheet,
    /// What the last of the steps that are done have changed, as far as that is known.
    undone: Vec<Before>,
}

/// What was done, and can be taken back.
#[derive(Clone, Debug)]
enum Step {
    /// The document was read, with the edits of before that still apply.
    Read(Arc<Reading>, Vec<Edit>),
    Edit(Edit),
}

/// What an edit of one row has changed: the row and the units as they were. To do everything else again for that would
/// take time in proportion to the document.
#[derive(Clone, Debug)]
struct Before {
    /// The position of the row.
    at: usize,
    row: Row,
    units: Vec<Unit>,
    typed_units: BTreeSet<UnitId>,
}

impl Review {
    /// Reads a document's files and begins to review what was read.
    pub fn begin(files: Files, hints: Hints) -> Review {
        at_once(Review::begin_in_slices(files, hints, &Pace::default()))
    }

    /// The same in slices.
    pub async fn begin_in_slices(files: Files, hints: Hints, pace: &Pace) -> Review {
        let reading = Reading::of_files(&files, hints, pace).await;
        Review::of_reading(files, reading)
    }

    /// Begins to review what was read from a document's files.
    pub fn of_reading(files: Files, reading: Reading) -> Review {
        let mut review = Review::of_files(files);
        review.take_reading(reading);
        review
    }

    /// Begins to correct a plan in use: there is no document beside it.
    pub fn of_plan(plan: Plan) -> Review {
        let mut review = Review::of_files(Vec::new());
        review.take_reading(Reading::of_plan(plan));
        review
    }

    /// Nothing was read yet.
    fn of_files(files: Files) -> Review {
        Review {
            files: Arc::new(files),
            steps: Vec::new(),
            done: 0,
            next_key: 0,
            next_part: FILES + 1,
            sheet: Sheet::default(),
            undone: Vec::new(),
        }
    }

    /// Reads the document again with other hints. Edits that still find what they are about stay; returns how many do not.
    pub fn read_again(&mut self, hints: Hints) -> usize {
        let reading = at_once(Reading::of_files(&self.files, hints, &Pace::default()));
        self.take_reading(reading)
    }

    /// Takes another reading of the document, see [`Review::read_again`].
    pub fn take_reading(&mut self, mut reading: Reading) -> usize {
        reading.set_first_key(self.next_key);
        reading.part = self.next_part;
        self.next_part = self.next_part.saturating_add(1);
        self.next_key = self.next_key.saturating_add(reading.len());
        let (carried, lost) = match self.reading() {
            Some(old) => carry::carry(&self.edits(), old, &reading),
            None => (Vec::new(), 0),
        };
        self.add(Step::Read(Arc::new(reading), carried));
        self.rebuild();
        lost
    }

    /// Does something. It is a step that can be taken back, unless it changes nothing.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let changed = match self.before(&edit) {
            Some(before) => self.edit_row(&edit, before),
            None => {
                let mut after = self.sheet.clone();
                let changed = apply::apply(&mut after, &edit) && after != self.sheet;
                if changed {
                    self.sheet = after;
                    self.undone.clear();
                }
                changed
            }
        };
        if changed {
            self.add(Step::Edit(edit));
        }
        changed
    }

    /// Applies an edit of one row, and keeps what was before; whether anything has changed.
    fn edit_row(&mut self, edit: &Edit, before: Before) -> bool {
        let is_same = |sheet: &Sheet| {
            sheet.rows.get(before.at) == Some(&before.row)
                && sheet.units == before.units
                && sheet.typed_units == before.typed_units
        };
        let changed = apply::apply(&mut self.sheet, edit) && !is_same(&self.sheet);
        if changed {
            self.undone.push(before);
        }
        changed
    }

    /// What an edit is going to change, if that is nothing but values of one row and units.
    fn before(&self, edit: &Edit) -> Option<Before> {
        let key = match edit {
            Edit::Row(_, Change::Category(_)) => return None,
            Edit::Row(key, _) => key,
            _ => return None,
        };
        let at = self.sheet.position(*key)?;
        let row = self.sheet.rows.get(at)?.clone();
        Some(Before { at, row, units: self.sheet.units.clone(), typed_units: self.sheet.typed_units.clone() })
    }

    /// A key for a new row.
    pub fn new_key(&mut self) -> Key {
        let key = self.next_key;
        self.next_key = key.saturating_add(1);
        key
    }

    fn add(&mut self, step: Step) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// Whether something can be taken back.
    pub fn can_undo(&self) -> bool {
        self.done > 1
    }

    /// Whether something that was taken back can be done again.
    pub fn can_redo(&self) -> bool {
        self.done < self.steps.len()
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> bool {
        let can = self.can_undo();
        if can {
            self.done -= 1;
            match self.undone.pop() {
                Some(before) => self.put_back(before),
                None => self.rebuild(),
            }
        }
        can
    }

    fn put_back(&mut self, before: Before) {
        if let Some(row) = self.sheet.rows.get_mut(before.at) {
            *row = before.row;
        }
        self.sheet.units = before.units;
        self.sheet.typed_units = before.typed_units;
    }

    /// Does a step again that was taken back.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.steps.get(self.done) else { return false };
        self.done += 1;
        match step {
            Step::Edit(edit) => {
                let edit = edit.clone();
                let known = match self.before(&edit) {
                    Some(before) => self.edit_row(&edit, before),
                    None => {
                        apply::apply(&mut self.sheet, &edit);
                        false
                    }
                };
                if !known {
                    self.undone.clear();
                }
            }
            Step::Read(..) => self.rebuild(),
        }
        true
    }

    /// The document's files.
    pub fn files(&self) -> &Arc<Files> {
        &self.files
    }

    /// The rows as they are now.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// What was read last.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading_at(self.done)
    }

    fn reading_at(&self, done: usize) -> Option<&Reading> {
        self.steps.iter().take(done).rev().find_map(|step| match step {
            Step::Read(reading, _) => Some(reading.as_ref()),
            Step::Edit(_) => None,
        })
    }

    /// What was done to what was read last, in order.
    fn edits(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        for step in self.steps.iter().take(self.done) {
            match step {
                Step::Read(_, carried) => edits.clone_from(carried),
                Step::Edit(edit) => edits.push(edit.clone()),
            }
        }
        edits
    }

    fn rebuild(&mut self) {
        let mut sheet = self.reading().map(Reading::sheet).unwrap_or_default();
        for edit in self.edits() {
            apply::apply(&mut sheet, &edit);
        }
        self.sheet = sheet;
        self.undone.clear();
    }
}

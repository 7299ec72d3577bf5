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

use serde::{Deserialize, Serialize};
use yaodian_reading::document::Document;
use yaodian_reading::pace::{Pace, at_once};
use yaodian_reading::{Hints, understand_in_slices};

pub use edit::{Change, Edit};
pub use key::Key;
pub use notes::{FoundNote, NoteGroup};
pub use reading::Reading;
pub use sheet::{Group, Row, Sheet};

/// Version of the form in which a review is written down.
const FORMAT: u32 = 1;

/// A draft under review.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Review {
    format: u32,
    /// The document's files by name, the text first.
    files: Vec<(String, Document)>,
    steps: Vec<Step>,
    /// How many of the steps are done; the others were taken back.
    done: usize,
    /// The least key that no row ever had.
    next_key: Key,
    #[serde(skip)]
    sheet: Sheet,
}

/// What was done, and can be taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Step {
    /// The document was read, with the edits of before that still apply.
    Read(Box<Reading>, Vec<Edit>),
    Edit(Edit),
}

/// Why a text is no review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It was written by a later version.
    Newer,
    /// It is damaged, or something else.
    Malformed,
}

impl Review {
    /// Reads a document's files and begins to review what was read.
    pub fn begin(files: Vec<(String, Document)>, hints: Hints) -> Review {
        at_once(Review::begin_in_slices(files, hints, &Pace::never()))
    }

    /// The same in slices.
    pub async fn begin_in_slices(files: Vec<(String, Document)>, hints: Hints, pace: &Pace<'_>) -> Review {
        let mut review = Review {
            format: FORMAT,
            files,
            steps: Vec::new(),
            done: 0,
            next_key: 0,
            sheet: Sheet::default(),
        };
        let reading = review.read(hints, pace).await;
        review.take(Step::Read(Box::new(reading), Vec::new()));
        review
    }

    /// Reads the files, with keys for rows that no row ever had.
    async fn read(&mut self, hints: Hints, pace: &Pace<'_>) -> Reading {
        let (draft, diagnostics) = understand_in_slices(&self.files, &hints, pace).await;
        let reading = Reading::of(draft, &diagnostics, hints, self.next_key, pace).await;
        self.next_key = self.next_key.saturating_add(reading.len());
        reading
    }

    /// Reads the document again with other hints. Edits that still find what they are about stay; returns how many do not.
    pub fn read_again(&mut self, hints: Hints) -> usize {
        at_once(self.read_again_in_slices(hints, &Pace::never()))
    }

    /// The same in slices. Nothing has changed where it is stopped.
    pub async fn read_again_in_slices(&mut self, hints: Hints, pace: &Pace<'_>) -> usize {
        let new = self.read(hints, pace).await;
        let (carried, lost) = match self.reading() {
            Some(old) => carry::carry(&self.edits(), old, &new),
            None => (Vec::new(), 0),
        };
        self.take(Step::Read(Box::new(new), carried));
        lost
    }

    /// Does something. It is a step that can be taken back, unless it changes nothing.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let mut after = self.sheet.clone();
        if !apply::apply(&mut after, &edit) || after == self.sheet {
            return false;
        }
        self.take(Step::Edit(edit));
        true
    }

    /// A key for a new row.
    pub fn new_key(&mut self) -> Key {
        let key = self.next_key;
        self.next_key = key.saturating_add(1);
        key
    }

    fn take(&mut self, step: Step) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
        match self.steps.last() {
            Some(Step::Edit(edit)) => {
                apply::apply(&mut self.sheet, edit);
            }
            _ => self.rebuild(),
        }
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
            self.rebuild();
        }
        can
    }

    /// Does a step again that was taken back.
    pub fn redo(&mut self) -> bool {
        let can = self.can_redo();
        if can {
            self.done += 1;
            self.rebuild();
        }
        can
    }

    /// The document's files.
    pub fn files(&self) -> &[(String, Document)] {
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
    }

    /// Writes the review down.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Opens a review that was written down.
    ///
    /// # Errors
    /// The text is of a later version, damaged, or something else.
    pub fn from_text(text: &str) -> Result<Review, OpenError> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        match serde_json::from_str::<Review>(text) {
            Ok(mut review) if review.format == FORMAT && review.done <= review.steps.len() => {
                review.rebuild();
                Ok(review)
            }
            _ => match serde_json::from_str::<Version>(text) {
                Ok(version) if version.format > FORMAT => Err(OpenError::Newer),
                _ => Err(OpenError::Malformed),
            },
        }
    }
}

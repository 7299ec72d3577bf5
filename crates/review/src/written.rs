//! How a review is written down, so that keeping it after each edit costs little however long the document is: the steps
//! are one text, which is written anew each time; what does not change (the document's files, and each reading of them)
//! are parts, each written once. Values are lines, see `lines`; JSON would be three times the program.
//!
//! - `document`, `reading`, `notes`: what is in the parts; `edits`: what is in the steps.

mod document;
mod edits;
mod lines;
mod notes;
mod reading;

use std::sync::Arc;

use yaodian_pace::{Pace, Stage};

use self::lines::{Done, Lines};
use crate::reading::Reading;
use crate::sheet::Sheet;
use crate::{FILES, Files, Review, Step};

const NAME: &str = "yaodian-draft";
/// Version of the form. The first two were JSON, which no release handed to users has written; the third is this one without
/// the numbers of sessions.
const FORMAT: u32 = 4;
const BEFORE: u32 = 3;
/// What stands below everything else, so that a text that was cut is noticed.
const END: &str = "end";

/// Why a text is no review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It was written by a later version.
    Newer,
    /// It is damaged, or something else.
    Malformed,
    /// It was written by a version before the first release, which nothing reads any more.
    Old,
}

/// A part of a review.
#[derive(Clone, Debug)]
pub enum Part {
    /// The document's files.
    Files(Arc<Files>),
    /// What was read from them.
    Reading(Arc<Reading>),
}

impl Part {
    /// Writes it down, in slices; `None` if it holds what has no form.
    pub async fn write(&self, pace: &Pace) -> Option<String> {
        let mut lines = Lines::Writing(String::new());
        match self {
            Part::Files(files) => document::write(&mut lines, files, pace).await?,
            Part::Reading(reading) => {
                self::reading::write(&mut lines, reading)?;
                notes::write(&mut lines, &reading.notes, pace).await?;
            }
        }
        end(&mut lines)?;
        Some(lines.into_text())
    }
}

impl Review {
    /// The numbers of its parts.
    pub fn parts(&self) -> Vec<u32> {
        let readings = self.steps.iter().filter_map(|step| match step {
            Step::Read(reading, _) => Some(reading.part),
            Step::Edit(_) => None,
        });
        [FILES].into_iter().chain(readings).collect()
    }

    /// A part, to be written down; `None` if there is none of this number.
    pub fn part(&self, part: u32) -> Option<Part> {
        if part == FILES {
            return Some(Part::Files(self.files.clone()));
        }
        self.steps.iter().find_map(|step| match step {
            Step::Read(reading, _) if reading.part == part => Some(Part::Reading(reading.clone())),
            _ => None,
        })
    }

    /// Writes the steps down, and which parts belong to them.
    pub fn write_steps(&self) -> String {
        let mut lines = Lines::Writing(String::new());
        // Writing always works.
        let _ = self.steps(&mut lines);
        lines.into_text()
    }

    fn steps(&self, lines: &mut Lines<'_>) -> Done {
        head(lines).ok()?;
        lines.list(&mut self.parts(), || 0, Lines::number)?;
        lines.number(&mut self.next_key.clone())?;
        lines.number(&mut self.next_part.clone())?;
        lines.number(&mut self.done.clone())?;
        lines.number(&mut self.steps.len())?;
        for step in &self.steps {
            match step {
                Step::Read(reading, carried) => {
                    lines.flag(&mut true)?;
                    lines.number(&mut reading.part.clone())?;
                    lines.number(&mut reading.first_key.clone())?;
                    edits::edits(lines, &mut carried.clone())?;
                }
                Step::Edit(edit) => {
                    lines.flag(&mut false)?;
                    edits::edits(lines, &mut vec![edit.clone()])?;
                }
            }
        }
        end(lines)
    }

    /// The numbers of the parts that belong to steps.
    ///
    /// # Errors
    /// The text is of another version, damaged, or something else.
    pub fn parts_of(steps: &str) -> Result<Vec<u32>, OpenError> {
        if steps.starts_with('{') {
            return Err(OpenError::Old);
        }
        parts_of(&mut Lines::of(steps))
    }

    /// Opens a review that was written down, in slices.
    ///
    /// # Errors
    /// A text is of another version, damaged, or something else; or a part is missing.
    pub async fn open(steps: &str, parts: &[(u32, String)], pace: &Pace) -> Result<Review, OpenError> {
        Review::parts_of(steps)?;
        let mut lines = Lines::of(steps);
        parts_of(&mut lines)?;
        let mut review = read(&mut lines, parts, pace).await.ok_or(OpenError::Malformed)?;
        pace.step(Stage::Read, 1, 1).await;
        review.rebuild();
        Ok(review)
    }
}

/// The first lines.
fn head(lines: &mut Lines<'_>) -> Result<(), OpenError> {
    let (mut name, mut format) = (NAME.to_owned(), FORMAT);
    lines.text(&mut name).filter(|()| name == NAME).ok_or(OpenError::Malformed)?;
    lines.number(&mut format).ok_or(OpenError::Malformed)?;
    match format {
        FORMAT | BEFORE => Ok(()),
        newer if newer > FORMAT => Err(OpenError::Newer),
        _ => Err(OpenError::Malformed),
    }
}

fn parts_of(lines: &mut Lines<'_>) -> Result<Vec<u32>, OpenError> {
    head(lines)?;
    let mut parts = Vec::new();
    lines.list(&mut parts, || 0, Lines::number).ok_or(OpenError::Malformed)?;
    Ok(parts)
}

async fn read(lines: &mut Lines<'_>, parts: &[(u32, String)], pace: &Pace) -> Option<Review> {
    let part = |part: u32| parts.iter().find(|(no, _)| *no == part).map(|(_, text)| Lines::of(text));
    let mut files = Vec::new();
    let mut file_lines = part(FILES)?;
    document::read(&mut file_lines, &mut files, pace).await?;
    end(&mut file_lines)?;
    let mut review = Review {
        files: Arc::new(files),
        steps: Vec::new(),
        done: 0,
        next_key: 0,
        next_part: 0,
        sheet: Sheet::default(),
        undone: Vec::new(),
    };
    lines.number(&mut review.next_key)?;
    lines.number(&mut review.next_part)?;
    lines.number(&mut review.done)?;
    let (mut count, mut is_reading) = (0_usize, false);
    lines.number(&mut count)?;
    for _ in 0..count {
        lines.flag(&mut is_reading)?;
        let mut edits = Vec::new();
        if is_reading {
            let (mut no, mut first_key) = (0, 0);
            lines.number(&mut no)?;
            lines.number(&mut first_key)?;
            edits::edits(lines, &mut edits)?;
            let mut reading_lines = part(no)?;
            pace.step(Stage::Read, 1, 1).await;
            let mut reading = self::reading::read(&mut reading_lines)?;
            pace.step(Stage::Read, 1, 1).await;
            notes::read(&mut reading_lines, &mut reading.notes, pace).await?;
            end(&mut reading_lines)?;
            (reading.part, reading.first_key) = (no, first_key);
            review.steps.push(Step::Read(Arc::new(reading), edits));
        } else {
            edits::edits(lines, &mut edits)?;
            review.steps.push(Step::Edit(edits.pop()?));
        }
    }
    end(lines)?;
    (review.done <= review.steps.len()).then_some(review)
}

fn end(lines: &mut Lines<'_>) -> Done {
    let mut last = END.to_owned();
    lines.text(&mut last)?;
    (last == END).then_some(())
}

//! How drafts were written before: as JSON. Such a draft is read, and written in the other form when it is kept again.

use std::sync::Arc;

use serde::Deserialize;

use super::OpenError;
use crate::edit::Edit;
use crate::key::Key;
use crate::reading::Reading;
use crate::sheet::Sheet;
use crate::{Files, Review, Step};

/// The last version: it added plans in use, which the first one would take for new plans.
const FORMAT: u32 = 2;

#[derive(Deserialize)]
struct Old {
    format: u32,
    files: Files,
    steps: Vec<OldStep>,
    done: usize,
    next_key: Key,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
enum OldStep {
    Read(Box<Reading>, Vec<Edit>),
    Edit(Edit),
}

impl Review {
    /// Opens a review that was written down as JSON.
    ///
    /// # Errors
    /// The text is damaged, or something else.
    pub fn from_json(text: &str) -> Result<Review, OpenError> {
        let old: Old = serde_json::from_str(text).map_err(|_| OpenError::Malformed)?;
        if old.format > FORMAT || old.done > old.steps.len() {
            return Err(OpenError::Malformed);
        }
        let mut next_part = super::FILES;
        let steps = old.steps.into_iter().map(|step| match step {
            OldStep::Read(mut reading, edits) => {
                next_part += 1;
                reading.part = next_part;
                Step::Read(Arc::new(*reading), edits)
            }
            OldStep::Edit(edit) => Step::Edit(edit),
        });
        let mut review = Review {
            files: Arc::new(old.files),
            steps: steps.collect(),
            done: old.done,
            next_key: old.next_key,
            next_part: 0,
            sheet: Sheet::default(),
            undone: Vec::new(),
        };
        review.next_part = next_part + 1;
        review.rebuild();
        Ok(review)
    }
}

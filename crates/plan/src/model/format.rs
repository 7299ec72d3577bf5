//! The plan's JSON format: reading with validation, and writing.

use super::plan::FORMAT;
use super::{Fault, Plan, check};

/// Why a text is not a usable plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not JSON, or JSON of another shape; the message names the place.
    Malformed(String),
    /// Written by a newer version of the app.
    Newer(u32),
    /// Well formed, but it contradicts itself. Never empty.
    Faulty(Vec<Fault>),
}

impl Plan {
    /// Reads a plan and checks it.
    ///
    /// # Errors
    /// The text is no plan, a newer version has written it, or it contradicts itself.
    pub fn from_json(text: &str) -> Result<Plan, LoadError> {
        // A newer format may have fields that this version does not know, so ask for the
        // version before asking for the shape.
        #[derive(serde::Deserialize)]
        struct Version {
            format: u32,
        }
        let malformed = |error: serde_json::Error| LoadError::Malformed(error.to_string());
        match serde_json::from_str::<Plan>(text) {
            Ok(plan) if plan.format > FORMAT => Err(LoadError::Newer(plan.format)),
            Ok(plan) => match check(&plan) {
                faults if faults.is_empty() => Ok(plan),
                faults => Err(LoadError::Faulty(faults)),
            },
            Err(error) => match serde_json::from_str::<Version>(text) {
                Ok(version) if version.format > FORMAT => Err(LoadError::Newer(version.format)),
                _ => Err(malformed(error)),
            },
        }
    }

    /// The plan as indented JSON with a final newline, the form that is kept under review.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

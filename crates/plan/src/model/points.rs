//! The document's body: numbered parts and their work points.

use serde::{Deserialize, Serialize};

/// A part of the document, 一、… to 五、….
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Number, from 1.
    pub no: u8,
    /// Heading without its number, as printed.
    pub title: String,
    /// Its work points in order.
    pub points: Vec<WorkPoint>,
}

/// 要点: one numbered work point with its full text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkPoint {
    /// Number as printed; runs on across sections.
    pub no: u16,
    /// The first sentence, which names the point, without its closing 。
    pub heading: String,
    /// The text after the heading as printed, lines broken by a page joined again.
    pub text: String,
    /// Line of the source document on which the point starts, from 1.
    pub line: u32,
}

//! The parts of a document.

use std::collections::HashMap;

use super::super::remarks::Spot;
use super::super::source::Para;

/// The parts of a document.
#[derive(Default)]
pub struct Regions<'a> {
    /// The title as printed; empty if there is none.
    pub title: String,
    pub title_spot: Spot,
    /// Who issues it by a notice before it or a signature below it.
    pub signed: Option<String>,
    /// The paragraphs of the body, from below the title on.
    pub body: Vec<&'a Para>,
    pub annexes: Vec<Annex<'a>>,
    /// The numbered headings right above each table, by the table's position.
    pub headings: HashMap<usize, Vec<&'a Para>>,
}

/// An annex, or a table that stands in the body.
#[derive(Default)]
pub struct Annex<'a> {
    /// As printed; empty if there is none.
    pub title: String,
    pub spot: Spot,
    /// Whether a line begins it: 附件1.
    pub marked: bool,
    /// Positions of its tables.
    pub tables: Vec<usize>,
    /// Notes below its tables.
    pub notes: Vec<&'a Para>,
    /// Its other paragraphs.
    pub paras: Vec<&'a Para>,
}

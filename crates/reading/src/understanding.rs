//! From a document to a plan: what its paragraphs and tables mean.
//!
//! - [`source`]: the document with texts folded and places numbered;
//! - [`outline`]: title, year, issuer; sections and points; annexes;
//! - [`tables`]: tables known by their columns, rows to items;
//! - [`sentences`]: items of a plan without tables;
//! - [`time`], [`units`], [`meetings`]: what single texts mean;
//! - [`making`]: what all ways to items share;
//! - [`remarks`]: what was assumed, and what could not be read.

mod actions;
mod assemble;
mod draft;
mod from_sentences;
mod hints;
mod links;
mod making;
mod meetings;
mod numbers;
mod outline;
mod remarks;
mod sentences;
mod source;
mod table_list;
mod tables;
mod text;
mod time;
mod units;

pub use assemble::{understand, understand_files};
pub use draft::{ColumnReading, Draft, Proposal, TableReading};
pub use hints::{ColumnHint, ColumnRole, Hints};
pub use remarks::{Cause, Diagnostic, Found, Severity};
pub(crate) use text::narrow;

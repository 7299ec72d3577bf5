//! From a document to a plan: what its paragraphs and tables mean.
//!
//! - [`source`]: the document with texts folded and places numbered;
//! - [`forms`]: tables that name each value beside it, as tables with a header;
//! - [`outline`]: title, year, issuer; sections and points; annexes;
//! - [`tables`]: tables known by their columns, rows to items;
//! - [`sentences`]: items of a plan without tables;
//! - [`time`], [`units`], [`meetings`]: what single texts mean;
//! - [`making`]: what all ways to items share;
//! - [`typed`]: what somebody types into a draft;
//! - [`remarks`]: what was assumed, and what could not be read.

mod actions;
mod assemble;
mod draft;
mod forms;
mod from_sentences;
mod hints;
mod inferred;
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
mod typed;
mod units;

pub use assemble::{understand, understand_files, understand_in_slices};
pub use draft::{ColumnReading, Draft, Proposal, TableReading};
pub use hints::{ColumnHint, ColumnRole, Hints};
pub use outline::made_up_id;
pub use remarks::{Cause, Diagnostic, Found, Severity, Words};
pub(crate) use text::narrow;
pub use typed::{names_in, read_sessions, read_time, read_who};

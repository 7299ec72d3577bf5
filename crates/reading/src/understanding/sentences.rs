//! Items of a plan without tables: what is to be done, when, by whom, and for which meeting.
//!
//! - `pieces`: paragraphs cut into sentences and clauses, brackets left whole;
//! - `fields`: lines such as `承办单位：农环委`;
//! - `meeting`: the meeting that a sentence brings something to;
//! - `signals`: time, units and meetings of a clause or a bracket;
//! - `who`, `fillers`: whether a text names units, or says nothing of its own;
//! - `context`: what headings say about what stands below them;
//! - `reader`, `entry`: the sentences of a numbered paragraph to items;
//! - `read`: all paragraphs.

mod context;
mod entry;
mod fields;
mod fillers;
mod lasting;
mod meeting;
mod pieces;
mod read;
mod reader;
pub mod signals;
mod who;

pub use context::of_headings;
pub use meeting::within as meeting_in;
pub use read::{Candidate, read};

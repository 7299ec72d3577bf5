//! Items of a plan without tables: what is to be done, when, by whom, and for which meeting.
//!
//! - `pieces`: paragraphs cut into sentences and clauses, brackets left whole;
//! - `fields`: lines such as `承办单位：农环委`;
//! - `meeting`: the meeting that a sentence brings something to; `agenda`: the one whose agenda follows;
//! - `lasting`: what is done all year, or again and again;
//! - `strip`: a clause without its due times and its meeting;
//! - `signals`: time, units and meetings of a clause; `brackets`: those that a bracket says;
//! - `subject`: units before what they do, or behind it;
//! - `who`, `fillers`, `wording`: whether a text names units, says nothing of its own, or explains what stands before it;
//! - `split`: a sentence cut into parts that may each be an item;
//! - `heading`, `context`: whether a paragraph is a heading, and what headings say about what stands below them;
//! - `meeting_heading`: the meeting that a heading is about;
//! - `stage`: stages of the work as headings;
//! - `in_title`: what the title of a task in a table says beside it;
//! - `steps`: what is done when, behind a colon;
//! - `listed`: lists in one paragraph, behind what heads them;
//! - `task`, `reader`, `entry`: the sentences of an entry to what is to be done;
//! - `blocks`: paragraphs to entries, with the headings above; `records`: those that are fields and nothing else;
//! - `read`: all paragraphs.

mod agenda;
mod blocks;
mod brackets;
mod context;
mod entry;
mod fields;
mod fillers;
mod heading;
pub mod in_title;
mod lasting;
mod listed;
mod meeting;
mod meeting_heading;
mod pieces;
mod read;
mod reader;
mod records;
pub mod signals;
mod split;
mod stage;
mod steps;
mod strip;
mod subject;
mod task;
mod who;
mod wording;

pub use context::of_headings;
pub use meeting::{
    in_heading as meeting_in_heading, in_title as meeting_in_title, meeting_at, time_of, within as meeting_in,
};
pub use meeting_heading::meeting_of;
pub use read::{Candidate, read};
pub use who::without_deputies;

//! The document's parts: title, issuer, year; preamble, sections and points; annexes and their notes.
//!
//! - `label`: what numbers a paragraph: 一、, （一）, 1., 附件1;
//! - `front`: the title, and what stands before it (a notice, a letterhead);
//! - `head`: issuer and year;
//! - `titles`: what titles of plans end with, and which body they name;
//! - `tail`: signatures, dates and what web pages add;
//! - `regions`: which paragraph and table belongs to which part;
//! - `sections`: sections, sub-headings and points out of numbered paragraphs.

mod front;
mod head;
mod label;
mod point;
mod regions;
mod sections;
mod tail;
mod titles;

pub use head::{is_first_term, made_up_id, read as head};
pub use label::{Level, after_bullet, begins_entry, label, plain};
pub use regions::{Annex, Regions, regions};
pub use sections::read as read_body;
pub use tail::is_note;

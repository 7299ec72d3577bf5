//! The document's parts: title, issuer, year; preamble, sections and points; annexes and their notes.
//!
//! - `label`: what numbers a paragraph: 一、, （一）, 1., 附件1;
//! - `front`: the title, and what stands before it (a notice, a letterhead);
//! - `head`: issuer and year;
//! - `titles`: what titles of plans end with, and which body they name;
//! - `tail`: signatures, dates and what web pages add;
//! - `captions`: titles of tables; `listed`: the annexes that a document lists;
//! - `regions`: the parts of a document; `divide`: which paragraph and table belongs to which of them;
//! - `numbered`: numbered paragraphs with what follows them; `point`: a point's heading and text;
//! - `sections`: sections, sub-headings and points out of numbered paragraphs.

mod captions;
mod divide;
mod front;
mod head;
mod label;
mod listed;
mod numbered;
mod point;
mod regions;
mod sections;
mod tail;
mod titles;

pub use divide::divide;
pub use head::{is_first_term, made_up_id, read as head, say_other_plans};
pub use label::{Level, after_bullet, begins_entry, label, plain, undecorated};
pub use regions::{Annex, Regions};
pub use sections::read as read_body;
pub use tail::{ends_page, is_note};

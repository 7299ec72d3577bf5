//! The domain of yaodian: the yearly work plan of a People's Congress Standing Committee.
//!
//! Nothing here knows a browser, a clock or a storage. "Today" is always an argument, and
//! broken input yields what could be read together with diagnostics.
//!
//! - [`model`]: what a plan is, and its JSON format.
//! - [`import`]: from the text of a source document to a plan.
//! - [`edits`]: reviewed additions to an imported plan (corrections, pairings, links).
//! - [`export`]: a plan with its progress as a table and as a calendar, for other programs.
//! - [`html`]: a plan as a page to read.
//! - [`pack`]: the form in which a plan ships inside the page.
//! - [`progress`]: 进展台账, what the user adds to a plan, and its file format.
//! - [`query`]: the questions that the views ask.
//! - [`search`]: finding items and points by characters or by pinyin.

pub mod edits;
pub mod export;
pub mod html;
pub mod import;
pub mod model;
pub mod pack;
pub mod progress;
pub mod query;
pub mod search;

pub use model::*;

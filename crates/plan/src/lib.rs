//! The domain of yaodian: the yearly work plan of a People's Congress Standing Committee.
//!
//! Nothing here knows a browser, a clock or a storage. "Today" is always an argument, and
//! broken input yields what could be read together with diagnostics.
//!
//! - [`model`]: what a plan is, and its JSON format.
//! - [`edits`]: reviewed additions to an imported plan (corrections, pairings, links).
//! - [`names`], [`columns`]: what things are called on screen and on paper.
//! - [`query`]: the questions that the views ask.
//! - [`search`]: finding items and points by characters or by pinyin.
//! - [`sort`], [`fnv`], `item_set`: the one sort, a hash, and sets of items; what several of the others need.

pub mod columns;
pub mod edits;
pub mod fnv;
mod item_set;
pub mod model;
pub mod names;
pub mod query;
pub mod search;
pub mod sort;

pub use model::*;

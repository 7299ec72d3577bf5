//! The domain of yaodian: the yearly work plan of a People's Congress Standing Committee.
//!
//! Nothing here uses a browser, a clock or a storage: "today" is always an argument.
//!
//! - [`model`]: what a plan is, and its JSON format.
//! - [`edits`]: reviewed additions to an imported plan (corrections, pairings, links).
//! - [`amended`]: what was changed in a plan in use, in words.
//! - [`names`], [`columns`]: Chinese names, on screen and in exports.
//! - [`pairing_note`]: how documents say whose unit was inferred.
//! - [`query`]: what the views ask about a plan.
//! - [`search`]: finding items and points by characters or by pinyin.
//! - [`look_alikes`]: characters that nobody can tell from others, for whoever compares texts.
//! - [`sort`], [`fnv`], `item_set`: the one sort, a hash, and sets of items, which several of these modules need.

pub mod amended;
pub mod columns;
pub mod edits;
pub mod find;
pub mod fnv;
mod item_set;
pub mod look_alikes;
pub mod model;
pub mod names;
pub mod pairing_note;
pub mod query;
pub mod search;
pub mod sort;

pub use model::*;

//! 时间: from what is printed to a [`Period`](yaodian_plan::Period).
//!
//! - `words`: the words about time, as data;
//! - `scan`: a text as numbers of months, days, links between them, and words;
//! - `reading`: what these add up to within the plan's year;
//! - `sentence`: the time that a sentence gives what it speaks of.

mod reading;
mod scan;
mod sentence;
mod words;

pub use reading::{Doubt, Reading, is_lasting, read, read_bare};
pub use sentence::{InText, find, month_heading};

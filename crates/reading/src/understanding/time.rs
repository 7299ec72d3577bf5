//! 时间: from what is printed to a [`Period`](yaodian_plan::Period).
//!
//! - `words`: the words about time;
//! - `chars`: a text character by character; `scan`: a text as numbers of months, days, links between them, and words;
//! - `reading`: a period, and what was not plain about it; `sum`: the months that the pieces of a text add up to;
//! - `cell`: the time that a cell states;
//! - `sentence`: the time that a sentence gives what it speaks of;
//! - `heading`: lines that are the heading for what is due in a time.

mod cell;
mod chars;
mod heading;
mod reading;
mod scan;
mod sentence;
mod sum;
mod words;

pub use cell::{is_lasting, read, read_as, read_bare};
pub use heading::month_heading;
pub use reading::{Doubt, Reading};
pub use sentence::{InText, find, names_month};

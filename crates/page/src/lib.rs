//! What a page contains of its plan.
//!
//! - [`html`]: the plan as static HTML, to be read before the app has started and without scripts.
//! - [`pack`]: the packed form of the plan, which the app reads.
//! - [`release`]: the files of a website, with another plan in it. [`single`]: the same as one file.
//! - [`pinyin`]: the table of readings of the plan's characters.

pub mod html;
pub mod pack;
pub mod pinyin;
pub mod release;
pub mod single;

//! What a page carries of its plan.
//!
//! - [`html`]: the plan as a page to read, for whoever has no script.
//! - [`pack`]: the form in which the plan ships to the app.
//! - `pinyin` (with the feature of that name): how the plan's characters are read.

pub mod html;
pub mod pack;
#[cfg(feature = "pinyin")]
pub mod pinyin;

//! Word documents in the layout of GB/T 9704-2012.
//!
//! - `package`: the files that a .docx consists of; `styles`: the looks of paragraphs; `body`: paragraphs and sections;
//!   `table`: tables.
//! - `plan`, `annexes`: the plan's text and its tables; `agenda`: one session; `bulletin`: 进展通报; `supervision`: 督办单.

mod agenda;
mod annexes;
mod body;
mod bulletin;
mod package;
mod paragraph;
mod plan;
mod styles;
mod supervision;
mod table;

pub use agenda::agenda;
pub use annexes::{Progress, monthly, schedule, tables};
pub use bulletin::bulletin;
pub use plan::whole_plan;
pub use supervision::supervision;

//! Excel files of a plan with its progress: 工作台账 and 填报表.
//!
//! `rust_xlsxwriter` writes them. It is large, so this is a crate of its own, and a module of its own where it is loaded
//! when needed. Values are texts, numbers or dates as they are meant; nothing here writes a formula. Rows are written in
//! slices; the library then makes the file of them in one piece, which is about half of the work.
//!
//! - [`ledger`]: 工作台账, six sheets. [`form`], [`forms`]: 填报表 for one committee, for all of them.
//! - `sheet`: rows of values on a sheet, with the heights that they need; `look`: the looks of cells.
//! - `file`: a workbook without sheets. `text`: headings and sentences.

mod file;
mod forms;
mod ledger;
mod look;
mod sheet;
mod text;

pub use file::NotWritten;
pub use forms::{form, forms};
pub use ledger::ledger;

//! The chunks without a page, which read and write files. A module here is a chunk, as a folder of [`crate::pages`] is one.
//!
//! - [`reader`]: documents; [`sheets`]: workbooks, and forms that were filled in.
//! - [`word`], [`workbooks`]: the files for Word and Excel; [`site`]: the website of a plan.

pub mod reader;
pub mod sheets;
pub mod site;
pub mod word;
pub mod workbooks;

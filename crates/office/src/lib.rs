//! Word documents of a plan with its progress, and the way back of the forms that committees fill in.
//!
//! A document has to look as if a careful clerk had made it, in the layout that GB/T 9704-2012 sets for official
//! documents. No library writes what that needs (repeated header rows, fonts for Chinese, landscape sections) at a
//! bearable size, so the parts of a .docx are written here, over libraries for XML and for deflating.
//!
//! - `zip`: several files as one; `xml`: elements as text.
//! - [`word`]: the documents.
//! - [`form`]: what a form (填报表) consists of, and reading one that came back.
//! - [`printed`]: how the plan prints an item.
//! - `text`: every sentence that is not the plan's own.
//!
//! No IO and no clock: the time of making is an argument.

pub mod form;
pub mod printed;
mod text;
pub mod word;
mod xml;
mod zip;

pub use zip::Zip;

use chrono::NaiveDate;

/// Who made a file, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The day that is printed.
    pub day: NaiveDate,
    /// The moment, in milliseconds since 1970 in UTC.
    pub at_ms: i64,
    /// Who; may be empty.
    pub by: String,
}

//! Excel files of a plan with its progress: 工作台账 and 填报表.
//!
//! `rust_xlsxwriter` writes them. It is large, so this is a crate of its own, and a module of its own where it is loaded
//! when needed. Values are texts, numbers or dates as they are meant; nothing here writes a formula. Rows are written in
//! slices; the library then makes the file of them in one piece, which is about half of the work.
//!
//! - [`ledger`]: 工作台账, six sheets. [`form`], [`forms`]: 填报表 for one committee, for all of them.
//! - `sheet`: rows of values on a sheet, with the heights that they need; `look`: the looks of cells.
//! - `text`: headings and sentences.

mod forms;
mod ledger;
mod look;
mod sheet;
mod text;

pub use forms::{form, forms};
pub use ledger::ledger;

use std::fmt;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};
use yaodian_office::Made;

/// Why a workbook was not written: it has more rows than Excel can hold, for example.
#[derive(Debug)]
pub struct NotWritten(XlsxError);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "表格没有写成：{}", self.0)
    }
}

impl std::error::Error for NotWritten {}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> NotWritten {
        NotWritten(error)
    }
}

/// A workbook without sheets that says what it is.
fn workbook(title: &str, made: &Made) -> Workbook {
    let mut workbook = Workbook::new();
    let at = chrono::DateTime::from_timestamp(made.at_ms.div_euclid(1000), 0).unwrap_or_default();
    let mut properties = DocProperties::new().set_title(title).set_author(&made.by);
    if let Some(at) = sheet::date_time(at.naive_utc()) {
        properties = properties.set_creation_datetime(&at);
    }
    workbook.set_properties(&properties);
    workbook
}

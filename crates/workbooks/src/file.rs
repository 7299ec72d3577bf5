//! A workbook before anything is on it, and why there may be none.

use std::fmt;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};
use yaodian_office::Made;

use crate::sheet;

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
pub fn workbook(title: &str, made: &Made) -> Workbook {
    let mut workbook = Workbook::new();
    let at = chrono::DateTime::from_timestamp(made.at_ms.div_euclid(1000), 0).unwrap_or_default();
    let mut properties = DocProperties::new().set_title(title).set_author(&made.by);
    if let Some(at) = sheet::date_time(at.naive_utc()) {
        properties = properties.set_creation_datetime(&at);
    }
    workbook.set_properties(&properties);
    workbook
}

//! Where something stands in a file, so that a person finds it again.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// A place in a document. All numbers count from 1, as a person does.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Place {
    /// The file as a whole.
    #[default]
    Whole,
    /// A paragraph outside of tables; empty ones do not count.
    Paragraph(u32),
    /// A table.
    Table(u32),
    /// A row of a table, header rows counted.
    Row { table: u32, row: u32 },
    /// A line of a text, empty ones counted, as an editor does.
    Line(u32),
    /// A sheet of a workbook.
    Sheet(Arc<str>),
    /// A row of a sheet by the number at its left side.
    SheetRow { sheet: Arc<str>, row: u32 },
}

/// In Chinese, for the screen: 第3段, 表2第5行, 第40行, 工作表“台账”第7行.
impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Whole => write!(out, "全文"),
            Place::Paragraph(no) => write!(out, "第{no}段"),
            Place::Table(no) => write!(out, "表{no}"),
            Place::Row { table, row } => write!(out, "表{table}第{row}行"),
            Place::Line(no) => write!(out, "第{no}行"),
            Place::Sheet(name) => write!(out, "工作表“{name}”"),
            Place::SheetRow { sheet, row } => write!(out, "工作表“{sheet}”第{row}行"),
        }
    }
}

//! What is known about a document beyond what stands in it.

use serde::{Deserialize, Serialize};

/// Choices about a document, kept and used whenever it is read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hints {
    /// The plan's short ASCII name; made up from the issuer and the year if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The plan's title; the document's if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The plan's year; the title's if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The year to assume where the document names none: this year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumed_year: Option<i32>,
    /// The file's name: a title, where the document has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// What columns of tables are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnHint>,
    /// Names that mean one unit: the other name, and the one to use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<(String, String)>,
}

/// What a column of a table is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnHint {
    /// The table, from 1, as the document's places count them.
    pub table: usize,
    /// The column, from 1.
    pub column: usize,
    /// What it is.
    #[serde(rename = "is")]
    pub role: ColumnRole,
    /// What the meeting of a column of ticks is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
}

/// What a column of a table can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnRole {
    /// 类别: what rows are listed under.
    Category,
    /// 序号.
    Serial,
    /// 项目名称: what is to be done.
    Title,
    /// 牵头单位, 承办部门: who does it.
    Lead,
    /// 配合单位: who takes part.
    Joint,
    /// 时间: when.
    Time,
    /// Ticks for one kind of meeting.
    Meeting,
    /// 提交会议: meetings by their names.
    MeetingName,
    /// 备注.
    Remark,
    /// Anything else: kept with the item under its heading.
    Other,
    /// Not to be read at all.
    Ignored,
}

impl ColumnRole {
    /// All of them. Drafts are kept with positions in this list: what is new stands at its end.
    pub const ALL: [ColumnRole; 11] = [
        ColumnRole::Category,
        ColumnRole::Serial,
        ColumnRole::Title,
        ColumnRole::Lead,
        ColumnRole::Joint,
        ColumnRole::Time,
        ColumnRole::Meeting,
        ColumnRole::MeetingName,
        ColumnRole::Remark,
        ColumnRole::Other,
        ColumnRole::Ignored,
    ];
}

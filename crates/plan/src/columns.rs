//! The Chinese names of the two annexes and their columns, on screen and in exports.

/// Annex 1.
pub const SCHEDULE: &str = "安排表";
/// Annex 2.
pub const MONTHLY: &str = "月度任务";
/// A row's serial number in its table.
pub const COL_NO: &str = "序号";
/// An item of annex 1.
pub const COL_TITLE: &str = "项目名称";
/// Who does an item of annex 1.
pub const COL_WHO: &str = "组织实施部门";
/// When it is due.
pub const COL_WHEN: &str = "时间";
/// A task of annex 2.
pub const COL_CONTENT: &str = "内容";
/// Who does a task of annex 2.
pub const COL_UNIT: &str = "承办部门";
/// The document's remark on a row of annex 2.
pub const COL_REMARK: &str = "备注";

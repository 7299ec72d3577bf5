//! Headings of columns and sentences of the workbooks.

pub(crate) use yaodian_plan::columns::*;

pub(crate) const SHEET_SCHEDULE: &str = "安排表";
pub(crate) const SHEET_LEDGER: &str = "台账";
pub(crate) const SHEET_MONTHLY: &str = "月度任务";
pub(crate) const SHEET_SESSIONS: &str = "会议";
pub(crate) const SHEET_NOTES: &str = "记录";
pub(crate) const SHEET_SUMMARY: &str = "汇总";
pub(crate) const SHEET_AMENDMENTS: &str = "修改记录";

pub(crate) const LEDGER: &str = "工作台账";
pub(crate) const FORM: &str = "填报表";
pub(crate) const COL_CATEGORY: &str = "类别";
pub(crate) const COL_PROGRESS: &str = "进展";
pub(crate) const YES: &str = "是";
pub(crate) const TOTAL: &str = "合计";
pub(crate) const ALL_YEAR: &str = "全年、未定";
pub(crate) const BY_STANDING: &str = "各单位进展（项）";
pub(crate) const BY_MONTH: &str = "各单位各月事项（项；跨月的事项每月都计）";
pub(crate) const COL_UNIT_NAME: &str = "单位";
pub(crate) const LEAD: &str = "牵头";
pub(crate) const JOINT: &str = "参与";
pub(crate) const COMMON: &str = "共同";

/// Behind a text that is longer than a cell can hold.
pub(crate) const CLIPPED: &str = "……（超过表格软件一格的上限，其余见“要点”）";

/// The columns of 台账 with their widths.
pub(crate) const LEDGER_COLUMNS: [(&str, f64); 19] = [
    ("编号", 8.0),
    ("来源", 10.0),
    ("类别", 16.0),
    ("序号", 6.0),
    ("时间", 12.0),
    ("事项", 44.0),
    ("承办部门", 18.0),
    ("会议", 14.0),
    ("会议日期", 12.0),
    ("进展", 12.0),
    ("是否逾期", 6.0),
    ("实际日期", 12.0),
    ("预定日期", 12.0),
    ("推迟到", 8.0),
    ("原因或说明", 24.0),
    ("最近记录", 36.0),
    ("记录数", 6.0),
    ("登记人", 18.0),
    ("备注", 16.0),
];

/// The column behind them, where the document has columns of its own.
pub(crate) const OWN_COLUMNS: (&str, f64) = ("其他栏目", 24.0);

/// The columns of 修改记录.
pub(crate) const AMENDMENT_COLUMNS: [(&str, f64); 6] = [
    ("日期", 12.0),
    ("修改人", 14.0),
    ("修改的地方", 44.0),
    ("修改的内容", 10.0),
    ("原来", 32.0),
    ("改为", 32.0),
];

/// The columns of 会议.
pub(crate) const SESSION_COLUMNS: [(&str, f64); 7] = [
    ("会次", 20.0),
    ("名称", 30.0),
    ("日期", 12.0),
    ("时间", 8.0),
    ("地点", 20.0),
    ("议题数", 8.0),
    ("议题", 70.0),
];

/// Before what the plan lists with a meeting and is held apart from it.
pub(crate) const HELD_APART: &str = "另行安排：";

/// The columns of 记录.
pub(crate) const NOTE_COLUMNS: [(&str, f64); 5] =
    [("编号", 8.0), ("事项", 44.0), ("记录时间", 17.0), ("登记人", 20.0), ("内容", 60.0)];

/// The heading of the ledger's first sheet, and what its figures are as of.
pub(crate) fn made(day: &str, as_of: &str, part: Option<(usize, usize)>) -> String {
    let part = part.map(|(some, all)| format!("　只含筛选出的 {some} 项，全部 {all} 项")).unwrap_or_default();
    format!("{as_of}　{day}导出{part}")
}

/// What a column of the document's own says about an item.
pub(crate) fn extra(heading: &str, said: &str) -> String {
    format!("{heading}：{said}")
}

/// From when the standings are judged.
pub(crate) fn as_of(month: Option<String>) -> String {
    month.map_or_else(String::new, |month| format!("截至{month}"))
}

/// The heading of a form.
pub(crate) fn form_title(plan: &str, unit: &str) -> String {
    format!("{plan}　{unit}{FORM}")
}

/// How a form is filled in.
pub(crate) const FORM_HOW: &str = "填写方法：只填黄色的三列，没有变化的留空。“本次进展”从下拉列表中选；“实际日期”填完成或举行的日期，如 2023-7-15；“本次记录”写这次的情况。\n填好后保存，把文件发回办公室。要排序、增删行或移动列，请在“审阅”中撤销工作表保护（没有密码）；请不要改动“编号”和“事项”。";
/// What is said when a day is typed that looks wrong.
pub(crate) const DAY_DOUBTFUL: &str = "这个日期不在计划的年度前后，请核对。";
pub(crate) const CHOICE_DOUBTFUL: &str = "请从下拉列表中选择；其他情况请写在“本次记录”里。";

/// An item that the plan does not have, with what is kept of it.
pub(crate) fn gone(former: Option<&str>) -> String {
    format!("{}（现在的计划中没有）", former.unwrap_or_default())
}

//! Every sentence of the documents and forms that is not the plan's own.

pub(crate) use yaodian_plan::columns::*;

pub(crate) const ANNEX: &str = "附件";
pub(crate) const COL_CATEGORY: &str = "类别";
pub(crate) const COL_PERSONS: &str = "责任人";
pub(crate) const COL_PROGRESS: &str = "进展";
pub(crate) const TICK: &str = "✓";

pub(crate) const AGENDA: &str = "议程";
pub(crate) const AT: &str = "时间：";
pub(crate) const PLACE: &str = "地点：";
pub(crate) const NOT_SET: &str = "待定";
pub(crate) const ITEMS: &str = "议题：";
/// Before what the plan lists with a meeting and is held apart from it.
pub(crate) const HELD_APART: &str = "另行安排：";

pub(crate) const SUPERVISION: &str = "督办单";
pub(crate) const MATTER: &str = "督办事项";
pub(crate) const BASIS: &str = "计划依据";
pub(crate) const WHO: &str = "责任单位";
pub(crate) const DUE: &str = "完成时限";
pub(crate) const STATE: &str = "目前进展";
pub(crate) const LATEST: &str = "最近记录";
pub(crate) const OPINION: &str = "督办意见";
pub(crate) const ANSWER: &str = "办理情况\n（由责任单位填写）";
pub(crate) const SIGNED: &str = "责任单位负责人（签字）";
pub(crate) const SIGNED_DAY: &str = "年　　月　　日";
pub(crate) const NO_NOTE: &str = "没有记录。";
/// Behind a text that does not fit on its page.
pub(crate) const CLIPPED: &str = "……（其余见台账）";

/// `附件 1`.
pub(crate) fn annex(no: usize) -> String {
    format!("{ANNEX} {no}")
}

/// `代表工委牵头，办公室配合`.
pub(crate) fn lead_and_joint(lead: &[&str], joint: &[&str]) -> String {
    format!("{}牵头，{}配合", lead.join("、"), joint.join("、"))
}

/// `第三部分　三至四月`.
pub(crate) fn part(no: &str, title: &str) -> String {
    format!("第{no}部分　{title}")
}

/// `（2026年）`, below a title that does not say it.
pub(crate) fn year(year: i32) -> String {
    format!("（{year}年）")
}

/// `第23次`, of a meeting.
pub(crate) fn session(no: u16) -> String {
    format!("第{no}次")
}

/// `（16项）`, as the document writes it.
pub(crate) fn stated(count: u16) -> String {
    format!("（{count}项）")
}

/// The plan's point behind an item.
pub(crate) fn basis_point(no: u16, phrase: &str) -> String {
    format!("要点第 {no} 条：{phrase}")
}

/// Where an item stands in the plan's tables.
pub(crate) fn basis_row(origin: &str, group: &str, no: &str) -> String {
    format!("{origin}　{group}第 {no} 项")
}

/// How far something is as of a month.
pub(crate) fn as_of(month: &str) -> String {
    format!("（截至{month}）")
}

/// A note with its day and its author.
pub(crate) fn note(day: &str, who: &str, text: &str) -> String {
    format!("{text}（{day}，{who}）")
}

/// Before the titles of the annexes, below the plan's text.
pub(crate) const ANNEX_LIST: &str = "附件：";
/// The same width on the lines that follow.
pub(crate) const ANNEX_LIST_MORE: &str = "　　　";

/// Before a note of a bulletin.
pub(crate) const NOTE: &str = "记录：";

/// 一, 二, … 十一, ….
pub(crate) fn numeral(no: u32) -> String {
    yaodian_reading::formats::counting::write("chineseCountingThousand", no)
}

pub(crate) const FORM: &str = "填报表";

/// The author of what a form says.
pub(crate) fn form_author(file: &str) -> String {
    format!("{FORM} {file}")
}

/// What could not be read as it should, in the note.
pub(crate) fn kept(column: &str, text: &str) -> String {
    format!("（“{column}”一栏填的是：{text}）")
}

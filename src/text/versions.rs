//! What is said about versions of a plan: a corrected one that takes its place, and what was changed since it is in use.

use super::data::not_kept;
use crate::library::NotPut;
pub use yaodian_plan::amended::in_words as amended;
use yaodian_plan::{Amendment, Place};
use yaodian_reading::comparison::By;

pub const BEFORE_REVISION: &str = "换上修订稿之前";
pub const REVISION: &str = "是修订稿…";
pub const REVISION_OF: &str = "是哪份计划的修订稿";
pub const REVISION_NOTE: &str =
    "先看有哪些变化，再决定换不换。换上以后，原来的登记都留在原来的事项上；原来的版本放进“最近删除”。";
pub const REVISION_SEE: &str = "看有哪些变化";
pub const REVISION_PUT: &str = "换上修订稿";
pub const REVISION_DONE: &str = "已换上修订稿，原来的版本在“最近删除”里";
pub const REVISION_WHOLE: &str = "计划和要点的变化";
pub const REVISION_CHANGED: &str = "有变化的事项";
pub const REVISION_NEW: &str = "新增的事项";
pub const REVISION_GONE: &str = "不再有的事项";
pub const REVISION_MOVED: &str = "换了类别或月份，登记跟着过去";
pub const REVISION_KEPT: &str = "有登记，留在“进展”页";

pub const VERSION_PUT: &str = "换上文件里的版本";
pub const VERSION_COPY: &str = "另收一份";
pub const VERSION_LEAVE: &str = "不收了";
pub const PLAN_WAITS: &str = "文件里的计划已经读好，在“计划库”里，等您有空时看。";
pub const AMENDMENTS: &str = "启用以后的改动";
pub const AMENDED: &str = "改动";

pub const OTHER_VERSION: &str = "这个文件里的计划，和这里正在用的不是同一个版本。登记可以照常合并；要看计划有哪些变化、换不换，请在“计划库”里再选一次这个文件。";

/// Why a version of a plan was not put in its place.
pub fn not_put(reason: NotPut) -> String {
    match reason {
        NotPut::Changed => "没有换上，原有的都还在：这份计划刚才在别处改过。请再看一次有哪些变化。".into(),
        NotPut::NotKept(reason) => not_kept(reason),
    }
}

/// What is said of another version of a plan that is here.
pub fn version_here(title: &str) -> String {
    format!(
        "文件里的“{title}”，这里已经有了，内容不一样；已有的没有改动。可以先看有哪些变化，再换上；也可以另收一份，两份各自登记。"
    )
}

/// `78 件没有变化，3 件有变化，1 件新增，2 件不再有。`
pub fn revision_counts(same: usize, changed: usize, new: usize, gone: usize) -> String {
    format!("{same} 件没有变化，{changed} 件有变化，{new} 件新增，{gone} 件不再有。")
}

/// Why somebody has to look whether two items are one; `None` where that is plain.
pub fn revision_doubtful(by: By) -> Option<&'static str> {
    match by {
        By::Twin => Some("有几件事项是这个题目，时间或部门对不上，可能是另一件事，请核对"),
        By::Place => Some("题目不同，只是位置、部门和时间相同，可能是另一件事，请核对"),
        By::Id | By::Title | By::Wording => None,
    }
}

/// `有 2 处脉络对不上，没有带过来。`
pub fn revision_links(lost: usize) -> String {
    format!("有 {lost} 处脉络对不上了，没有带过来。")
}

/// What of a plan a change is about, where that is no item: `要点 3`, or the plan.
pub fn amended_place(amendment: &Amendment) -> String {
    match amendment.place {
        Some(Place::Point(no)) => format!("要点 {no}"),
        Some(Place::Item(id)) => id.to_string(),
        None => "计划".into(),
    }
}

/// `时间：8月 → 9月`
pub fn revision_change(what: &str, before: &str, after: &str) -> String {
    let shown = |text: &str| if text.trim().is_empty() { "（空）".to_owned() } else { text.to_owned() };
    format!("{what}：{} → {}", shown(before), shown(after))
}

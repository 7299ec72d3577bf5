//! Every sentence of the plain page that is not the plan's own. All of it is trusted HTML text without markup.

use std::ops::Range;

pub(super) use yaodian_plan::columns::*;
pub(super) use yaodian_plan::names::month_name;
use yaodian_plan::{Correction, Item, ItemId, Place, Plan, Table};

pub(super) const SKIP: &str = "跳到正文";
pub(super) const CONTENTS: &str = "目录";
pub(super) const POINTS: &str = "要点";
pub(super) const CORRECTIONS: &str = "更正";
const ANNEX: &str = "附件";
/// Tables that are no annex.
pub(super) const SCHEDULE: &str = "安排表";
pub(super) const MONTHLY: &str = "月度任务";

pub(super) const TICK: &str = "✓";

pub(super) const INFERRED_MARK: &str = "*";
pub(super) const INFERRED: &str =
    "* 原文按月列出承办部门，没有逐项对应；带 * 的对应关系是按顺序和内容推定的。";

pub(super) const STARTING: &str = "正在打开，可以先看计划全文…";
pub(super) const NO_SCRIPT: &str = "没有启用 JavaScript，以下是计划全文，可以照常阅读和打印。\
    要查找、筛选和查看进展，请在浏览器设置中启用 JavaScript，再重新打开本页。";
pub(super) const UNSUPPORTED: &str = "这个浏览器版本太旧，或者关闭了 WebAssembly（例如苹果设备的锁定模式），\
    不能查找、筛选和查看进展。以下是计划全文，可以照常阅读和打印。";
pub(super) const FAILED: &str = "查找、筛选和查看进展的功能没有能够打开，可能是网络中断，也可能是浏览器版本太旧。\
    以下是计划全文，可以照常阅读和打印。请先刷新页面再试一次。";
pub(super) const BROWSERS: &str = "要使用全部功能，请换用较新的浏览器：Chrome 或 Edge 109 以上，Firefox 115 以上，\
    Safari 16.4 以上（iPad 和 iPhone 请先更新系统）；360、QQ 等浏览器请更新到最新版，并使用极速模式。";

/// `（16项）`, as the document writes it.
pub(super) fn stated(count: u16) -> String {
    format!("（{count}项）")
}

/// `“民生实项目”应为“民生实事项目”`.
pub(super) fn correction(correction: &Correction) -> String {
    format!("“{}”应为“{}”", correction.printed, correction.meant)
}

/// `附件 1`, `附件 1—3`; empty for a table that is no annex.
pub(super) fn annex(annexes: &Range<usize>) -> String {
    match annexes.len() {
        0 => String::new(),
        1 => format!("{ANNEX} {}", annexes.end),
        _ => format!("{ANNEX} {}—{}", annexes.start + 1, annexes.end),
    }
}

/// `要点第 10 条`, `附件 1 视察活动第 4 项`, `附件 2 7月第 5 项`.
pub(super) fn place(plan: &Plan, place: Place) -> String {
    let (table, place) = match place {
        Place::Point(no) => return format!("{POINTS}第 {no} 条"),
        Place::Item(id @ ItemId::Schedule { category, .. }) => {
            let name = plan.category(category).map_or("", |category| category.name.as_str());
            (Table::Schedule, format!("{name}第 {} 项", serial(plan, id)))
        }
        Place::Item(id @ ItemId::Monthly { month, .. }) => {
            (Table::Monthly, format!("{}第 {} 项", month_name(month), serial(plan, id)))
        }
    };
    let annex = annex(&plan.annexes_of(table));
    if annex.is_empty() { place } else { format!("{annex} {place}") }
}

fn serial(plan: &Plan, id: ItemId) -> String {
    plan.item(id).map_or_else(|| id.no().to_string(), Item::serial)
}

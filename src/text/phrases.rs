//! Sentences with something in them: counts, names, months.

use yaodian_plan::query::{AsOf, Catalog, Group, Standing, Timing};
use yaodian_plan::{Item, Month};

use super::names::{group, standing};
use super::views::*;

/// `14 件`.
pub fn count(number: usize) -> String {
    format!("{number} 件")
}

/// `还有 8 件`.
pub fn more(number: usize) -> String {
    format!("还有 {number} 件")
}

/// `筛选`, or `筛选（2）` where two conditions are set.
pub fn filters_set(number: usize) -> String {
    match number {
        0 => FILTERS.into(),
        _ => format!("{FILTERS}（{number}）"),
    }
}

/// `显示 12 / 82 件`.
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("显示 {shown} / {all} 件")
}

/// `全年事项（安排表 43 · 月度 39）`.
pub fn all_items(schedule: usize, monthly: usize) -> String {
    format!("全年事项（安排表 {schedule} · 月度 {monthly}）")
}

/// `其中 2 件进行中`.
pub fn of_these_doing(number: usize) -> String {
    format!("其中 {number} 件{}", standing(Standing::Doing))
}

/// `已逾期 2 件`.
pub fn late_count(number: usize) -> String {
    format!("{} {}", standing(Standing::Late), count(number))
}

/// `逾期 2`, where there is little room.
pub fn late_short(number: usize) -> String {
    format!("逾期 {number}")
}

/// `本月 · 7月`.
pub fn titled_month(title: &str, month: Month) -> String {
    format!("{title} · {month}月")
}

/// `最忙月份（2 件）`.
pub fn busiest(load: usize) -> String {
    format!("{BUSIEST}（{load} 件）")
}

/// `原文写作“3-6月”`.
pub fn printed(text: &str) -> String {
    format!("原文写作“{text}”")
}

/// `“民生实项目”应为“民生实事项目”`.
pub fn correction(printed: &str, meant: &str) -> String {
    format!("“{printed}”应为“{meant}”")
}

/// `要点 5：听取审议区检察院关于未成年人检察工作`.
pub fn quoted_point(no: u16, phrase: &str) -> String {
    format!("要点 {no}：{phrase}")
}

/// `本要点由事项落实：…`, for a phrase that leads to an item.
pub fn implemented_by(title: &str) -> String {
    format!("落实事项：{title}")
}

/// `3 条`.
pub fn points_count(number: usize) -> String {
    format!("{number} 条")
}

/// `另参与 2 件`.
pub fn and_joins(number: usize) -> String {
    format!("另参与 {number} 件")
}

/// `文件标明 16 项`.
pub fn stated(number: u16) -> String {
    format!("文件标明 {number} 项")
}

/// `实有 16 项`.
pub fn actual(number: usize) -> String {
    format!("实有 {number} 项")
}

/// `第 3 件，共 14 件`.
pub fn position(at: usize, all: usize) -> String {
    format!("第 {at} 件，共 {all} 件")
}

/// `财经工委 7月，6 件`.
pub fn cell(unit: &str, column: &str, count: usize) -> String {
    format!("{unit} {column}，{count} 件")
}

/// What a mark of the matrix stands for.
pub fn mark(catalog: &Catalog, item: &Item, timing: Timing, standing: Standing) -> String {
    let who = if item.responsibility.text.is_empty() { NO_LEAD } else { &item.responsibility.text };
    let kind = group(catalog, Group::of(item.id));
    format!("{}（{who} · {} · {kind} · {}）", item.title, timing, super::names::standing(standing))
}

/// The name of a narrow line, with what it leaves out: `听取审议…报告（未记录，法制工委，常委会会议）`.
pub fn line<'a>(
    title: &str,
    standing: &'a str,
    who: &'a str,
    meetings: impl Iterator<Item = &'a str>,
) -> String {
    let mut line = format!("{title}（{standing}，{who}");
    for meeting in meetings {
        line.push('，');
        line.push_str(meeting);
    }
    line.push('）');
    line
}

/// `牵头：法制工委`.
pub fn led_by(unit: &str) -> String {
    format!("牵头：{unit}")
}

/// `取消筛选：法制工委`.
pub fn remove(label: &str) -> String {
    format!("取消筛选：{label}")
}

/// The moment from which standings are computed, as the default choice names it.
pub fn today(as_of: AsOf) -> String {
    match as_of {
        AsOf::Before => "今天（年度未开始）".into(),
        AsOf::Month(month) => format!("今天（{month}月）"),
        AsOf::After => "今天（年度已结束）".into(),
    }
}

/// `没有名为“x”的工委`.
pub fn no_such(what: &str) -> String {
    format!("没有找到“{what}”")
}

/// How many results a search has, those of the guide only if there are any.
pub fn results(items: usize, points: usize, guide: usize) -> String {
    let guide = if guide > 0 { format!("，{GUIDE} {guide} 段") } else { String::new() };
    format!("事项 {items} 件，要点 {points} 条{guide}")
}

/// `再显示 100 件（共 1400 件）`.
pub fn reveal(step: usize, all: usize) -> String {
    format!("再显示 {step} 件（共 {all} 件）")
}

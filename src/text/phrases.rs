//! Sentences with something in them: counts, names, months.

use yaodian_plan::query::{AsOf, Catalog, Group, Standing, Timing, When};
use yaodian_plan::{Collective, Item, ItemId, Month, Period, UnitId};

use crate::route::{By, Calendar, Page, Sort};

pub use yaodian_plan::names::standing_name as standing;
pub use yaodian_plan::names::{led_by_none, moved_to};
use yaodian_progress::bulletin_title;

use super::*;

/// `7月`.
pub fn month(month: Month) -> String {
    format!("{month}月")
}

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

/// `3月`, `3—6月`, 全年, 时间未定.
pub fn period(period: Period) -> String {
    period.to_string()
}

/// A time to filter by.
pub fn when(when: When) -> String {
    match when {
        When::Month(month) => self::month(month),
        When::WholeYear => ALL_YEAR.into(),
        When::Unscheduled => UNSCHEDULED.into(),
    }
}

/// One character a meeting for narrow places, always together with its full name for assistive technology.
pub fn meetings_short(names: impl Iterator<Item = &'static str>) -> String {
    names.filter_map(|name| name.chars().next()).collect()
}

/// The name of a collective.
pub fn collective(collective: Collective) -> &'static str {
    match collective {
        Collective::All => "各工委（室）",
        Collective::Concerned => "有关工委（室）",
    }
}

/// The name of a unit, or its id where the plan has no such unit.
pub fn unit(catalog: &Catalog, id: &UnitId) -> String {
    catalog.plan.unit(id).map_or_else(|| format!("未知工委（{id}）"), |unit| unit.name.clone())
}

/// The name of a row of the matrix.
pub fn row(catalog: &Catalog, row: usize) -> String {
    catalog
        .plan
        .units
        .get(row)
        .map_or_else(|| led_by_none(catalog.plan.items.iter()).into(), |unit| unit.name.clone())
}

/// The name of a point, as a link that leads nowhere names it.
pub fn unknown_point(no: u16) -> String {
    format!("{POINTS} {no}")
}

/// The name of a category, or of annex 2.
pub fn group(catalog: &Catalog, group: Group) -> String {
    match group {
        Group::Category(no) => catalog
            .plan
            .category(no)
            .map_or_else(|| format!("未知类别（{no}）"), |category| category.name.clone()),
        Group::Monthly => MONTHLY.into(),
    }
}

/// `听取和审议/听取专项工作报告 · 第 3 项`.
pub fn place(catalog: &Catalog, id: ItemId) -> String {
    match id {
        ItemId::Schedule { category, no } => {
            format!("{} · 第 {no} 项", group(catalog, Group::Category(category)))
        }
        ItemId::Monthly { month, no } => format!("{month}月任务 · 第 {no} 项"),
    }
}

/// `附件 1，文本第 84 行`.
pub fn source_place(item: &Item) -> String {
    let annex = if item.id.is_schedule() { 1 } else { 2 };
    format!("附件 {annex}，文本第 {} 行", item.source.line)
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

/// The month under which annex 2 files an item.
pub fn filed_month(item: &Item) -> String {
    match item.id {
        ItemId::Monthly { month, .. } => self::month(month),
        ItemId::Schedule { .. } => String::new(),
    }
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
    format!("{}（{who} · {} · {kind} · {}）", item.title, timing, self::standing(standing))
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

/// The name of a calendar's form.
pub fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Year => "年历",
        Calendar::Timeline(_) => "时间轴",
        Calendar::Month(_) | Calendar::ThisMonth => "月历",
        Calendar::List => "列表",
    }
}

/// The name of a grouping.
pub fn by(by: By) -> &'static str {
    match by {
        By::Unit => "按工委",
        By::Category => "按类别",
        By::Meeting => "按会议",
    }
}

/// The name of a sorting.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Document => "文件顺序",
        Sort::Time => "按时间",
        Sort::Unit => "按工委",
        Sort::Standing => "按进展",
    }
}

/// The name of a page, for its heading and the window's title.
pub fn page(page: &Page, catalog: &Catalog) -> String {
    match page {
        Page::Overview => OVERVIEW.into(),
        Page::Calendar(Calendar::Month(month)) => format!("{}年{month}月", catalog.plan.year),
        Page::Calendar(calendar) => format!("{CALENDAR} · {}", self::calendar(*calendar)),
        Page::Mine => MY_UNIT.into(),
        Page::Units(None) => UNITS.into(),
        Page::Units(Some(id)) => unit(catalog, id),
        Page::Categories(None, _) => CATEGORIES.into(),
        Page::Categories(Some(choice), _) => group(catalog, *choice),
        Page::Sessions => MEETINGS.into(),
        Page::Session(id) => id.title(&catalog.plan),
        Page::Points(_) => POINTS.into(),
        Page::Coverage => format!("{POINTS} · {COVERAGE}"),
        Page::History => PROGRESS_PAGE.into(),
        Page::Bulletin(first, last) => bulletin_title(catalog.plan.year, (*first, *last)),
        Page::Data => DATA.into(),
        Page::Import(_) => IMPORT_PLAN.into(),
        Page::Library => LIBRARY.into(),
        Page::Search(_) => SEARCH.into(),
        Page::Guide(_) => GUIDE.into(),
        Page::Item(id) => {
            catalog.plan.item(*id).map_or_else(|| NO_SUCH_ITEM.into(), |item| item.title.clone())
        }
        Page::Unknown(_) => UNKNOWN.into(),
    }
}

//! What things are called: months, units, categories, places in the document, pages.

use yaodian_plan::query::{Catalog, Group, When};
use yaodian_plan::{Collective, Item, ItemId, Month, Period, UnitId};

use crate::route::{By, Calendar, Page, Sort};

pub use yaodian_plan::names::standing_name as standing;
pub use yaodian_plan::names::{led_by_none, moved_to};
use yaodian_progress::bulletin_title;

use super::views::*;
use yaodian_plan::columns::MONTHLY;

/// `7月`.
pub fn month(month: Month) -> String {
    format!("{month}月")
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
pub fn place(catalog: &Catalog, item: &Item) -> String {
    let no = item.serial();
    match item.id {
        ItemId::Schedule { category, .. } => {
            format!("{} · 第 {no} 项", group(catalog, Group::Category(category)))
        }
        ItemId::Monthly { month, .. } => format!("{month}月任务 · 第 {no} 项"),
    }
}

/// `第 84 行`: of a text, or of what paragraphs and rows of tables together are in other files.
pub fn source_place(item: &Item) -> String {
    format!("第 {} 行", item.source.line)
}

/// The month under which annex 2 files an item.
pub fn filed_month(item: &Item) -> String {
    match item.id {
        ItemId::Monthly { month, .. } => self::month(month),
        ItemId::Schedule { .. } => String::new(),
    }
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

/// `概览 · 某区人大常委会 2024 年工作要点`, for the window: the page, and what the plan is called here.
pub fn window_title(page: &Page, catalog: &Catalog, name: &str) -> String {
    format!("{} · {name}", self::page(page, catalog))
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
            catalog.plan.item(*id).map_or_else(|| no_such_item(None), |item| item.title.clone())
        }
        Page::Unknown(_) => UNKNOWN.into(),
    }
}

//! Every sentence on screen, in one place. Plain and polite; 件 counts items.

use yaodian_plan::query::{AsOf, Catalog, Group, Standing, When};
use yaodian_plan::{Collective, Item, ItemId, Meeting, Month, Period, UnitId};

use crate::route::{By, Calendar, Page, Sort};

pub const OVERVIEW: &str = "总览";
pub const CALENDAR: &str = "日历";
pub const UNITS: &str = "工委";
pub const CATEGORIES: &str = "类别";
pub const MEETINGS: &str = "会议";
pub const POINTS: &str = "要点";
pub const COVERAGE: &str = "对照";
pub const SEARCH: &str = "搜索";
pub const ITEM: &str = "事项";
pub const UNKNOWN: &str = "没有这一页";
pub const PRINT: &str = "打印";
pub const HELP: &str = "帮助";
pub const SINGLE_FILE: &str = "下载单文件";
pub const SKIP: &str = "跳到正文";

pub const SEARCH_HINT: &str = "搜索事项、工委、要点，支持拼音首字母";
pub const SEARCH_HELP: &str =
    "可以输入汉字、拼音或拼音首字母，例如“未成年人”“weicheng”“wcnr”；几个词用空格隔开，表示都要有。";
pub const SEARCH_NOTHING: &str = "没有找到。换一个词，或者少写几个字再试。";
pub const SEARCH_PLACES: &str = "工委与类别";
pub const MAIN_NAV: &str = "主要页面";
pub const AS_OF: &str = "截至";
pub const THEME: &str = "外观";
pub const THEME_AUTO: &str = "跟随系统";
pub const THEME_LIGHT: &str = "浅色";
pub const THEME_DARK: &str = "深色";

pub const ALL_YEAR: &str = "全年";
pub const UNSCHEDULED: &str = "时间未定";
pub const LOOSE: &str = "全年/未定";
pub const LOOSE_TITLE: &str = "全年与时间未定";
pub const LOOSE_NOTE: &str = "不落在某一个月的事项";
pub const MONTHLY: &str = "月度任务";
pub const SHARED: &str = "各工委（室）";
pub const NO_MEETING: &str = "不上会";
pub const NO_ITEMS: &str = "没有事项";
pub const NOTHING_PASSES: &str = "没有符合条件的事项。";

pub const MATRIX: &str = "全年一览";
pub const MATRIX_LEGEND: &str =
    "一个点是一件事：方点为安排表事项，圆点为月度任务；实心为已完成，半实心为进行中，红框为已逾期";
pub const MATRIX_KEYS: &str = "用方向键在点之间移动，回车打开";
pub const BY_CATEGORY: &str = "各类别进度";
pub const PROGRESS: &str = "进度";
pub const ATTENTION: &str = "需要留意";
pub const THIS_MONTH: &str = "本月";
pub const NEXT_MONTH: &str = "下月";
pub const LAST_MONTH_OF_YEAR: &str = "年末";
pub const FIRST_MONTH_OF_YEAR: &str = "开年";
pub const FIGURES: &str = "数字";
pub const SEE_ALL: &str = "全部列出";
pub const CLOSED_YEAR: &str =
    "这一年度已经结束，没有进展记录的事项标为“未记录”。要回看年内某个月的情形，请在右上角“截至”处选择月份。";
pub const EARLY_YEAR: &str = "这一年度还没有开始。";

pub const COL_NO: &str = "序号";
pub const COL_TITLE: &str = "项目名称";
pub const COL_WHO: &str = "组织实施部门";
pub const COL_WHEN: &str = "时间";
pub const COL_STANDING_COMMITTEE: &str = "常委会会议";
pub const COL_CHAIRPERSONS: &str = "主任会议";
pub const COL_PROGRESS: &str = "进展";
pub const COL_CONTENT: &str = "内容";
pub const COL_UNIT: &str = "承办部门";
pub const COL_REMARK: &str = "备注";
pub const ALL_TABLES: &str = "全部";

pub const LEADS: &str = "牵头事项";
pub const LEADS_NOTE: &str = "牵头";
pub const JOINS_NOTE: &str = "参与";
pub const JOINS: &str = "参与事项";
pub const SHARES: &str = "各工委共同事项";
pub const SHARES_NOTE: &str = "文件写作“各工委”或“有关工委”，没有逐一点名";
pub const BRINGS: &str = "上会议题";
pub const LEADS_DONE: &str = "牵头已完成";
pub const BUSIEST: &str = "最忙月份";
pub const LOAD: &str = "各月事项";
pub const LOAD_NOTE: &str = "牵头和参与的事项，跨月的每月都算";

pub const MEETING_UNSCHEDULED: &str = "没有写明月份";
pub const MEETING_NOTE: &str = "跨月事项列在最后一个月，届时提交结果";

pub const POINT_ITEMS: &str = "落实事项";
pub const POINT_NONE: &str = "两张附表里没有直接对应的事项。";
pub const FULL_TEXT: &str = "全文";
pub const COVERAGE_POINTS: &str = "各条要点对应的事项";
pub const COVERAGE_EMPTY_POINTS: &str = "没有对应事项的要点";
pub const COVERAGE_LOOSE_ITEMS: &str = "要点正文没有直接写到的事项";

pub const PREVIOUS: &str = "上一项";
pub const NEXT: &str = "下一项";
pub const CLOSE: &str = "关闭";
pub const COPY_LINK: &str = "复制链接";
pub const COPIED: &str = "链接已复制";
pub const COPY_FAILED: &str = "浏览器不允许复制，请从地址栏复制";
pub const WHEN: &str = "计划时间";
pub const WHO: &str = "组织实施";
pub const TO_MEETING: &str = "提交会议";
pub const CONDITION: &str = "条件";
pub const REMARK: &str = "文件备注";
pub const CORRECTION: &str = "更正";
pub const CHAIN: &str = "议题脉络";
pub const CHAIN_NONE: &str = "没有与它相连的要点或事项。";
pub const CHAIN_SAME: &str = "同一事项";
pub const CHAIN_BEFORE: &str = "前期工作";
pub const CHAIN_AFTER: &str = "后续";
pub const CHAIN_BASIS: &str = "工作要点";
pub const CHAIN_HERE: &str = "本事项";
pub const SOURCE: &str = "原文";
pub const PROGRESS_RECORD: &str = "进展";
pub const REPORTED: &str = "依据文件备注";
pub const INFERRED: &str = "附件 2 按月列出承办部门，没有逐项对应；这里的对应关系是按顺序和内容推定的。";
pub const NO_SUCH_ITEM: &str = "这份计划里没有这一事项。";

pub const FILTERS: &str = "筛选";
pub const FILTER_TEXT: &str = "在本页中查找";
pub const FILTER_CLEAR: &str = "全部清除";
pub const FILTER_UNIT: &str = "工委";
pub const FILTER_GROUP: &str = "类别";
pub const FILTER_MEETING: &str = "会议";
pub const FILTER_WHEN: &str = "时间";
pub const FILTER_STANDING: &str = "进展";
pub const MONTHS: &str = "各月";
pub const VIEW_AS: &str = "显示方式";
pub const GROUP_BY: &str = "分组";

pub const GO_HOME: &str = "回到总览";
pub const UNKNOWN_HINT: &str = "链接可能不完整，或者来自另一份计划。";
pub const KEYS: &str = "键盘操作";
pub const SINGLE_KEYS: &str = "启用单键快捷键（/、?、J、K）";
pub const KEY_TABLE: [(&str, &str); 7] = [
    ("/ 或 Ctrl+K", "搜索"),
    ("↑ ↓", "在搜索结果之间移动"),
    ("回车", "打开所在的事项"),
    ("J 和 K", "下一项、上一项"),
    ("方向键", "在全年一览的点之间移动"),
    ("Esc", "关闭事项，或离开搜索"),
    ("?", "打开这张表"),
];

pub const START_FAILED: &str = "计划没有能够打开";
pub const START_MISSING: &str =
    "页面里没有找到计划数据，文件可能不完整。请重新下载或重新打开；仍然不行，请联系提供这份文件的同事。";
pub const START_BROKEN: &str =
    "页面里的计划数据已经损坏。请重新下载或重新打开；仍然不行，请联系提供这份文件的同事。";
pub const START_NEWER: &str = "这份计划由更新版本的“要点”制作，请换用新版本打开。";

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

/// `显示 12 / 82 件`.
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("显示 {shown} / {all} 件")
}

/// `全年事项（安排表 43 · 月度 39）`.
pub fn all_items(schedule: usize, monthly: usize) -> String {
    format!("全年事项（安排表 {schedule} · 月度 {monthly}）")
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
    match period {
        Period::Months { first, last } if first == last => format!("{first}月"),
        Period::Months { first, last } => format!("{first}—{last}月"),
        Period::WholeYear => ALL_YEAR.into(),
        Period::Unscheduled => UNSCHEDULED.into(),
    }
}

/// A time to filter by.
pub fn when(when: When) -> String {
    match when {
        When::Month(month) => self::month(month),
        When::WholeYear => ALL_YEAR.into(),
        When::Unscheduled => UNSCHEDULED.into(),
    }
}

/// The full name of a kind of meeting.
pub fn meeting(meeting: Meeting) -> &'static str {
    match meeting {
        Meeting::StandingCommittee => COL_STANDING_COMMITTEE,
        Meeting::Chairpersons => COL_CHAIRPERSONS,
    }
}

/// One character for narrow places, always together with its full name for assistive technology.
pub fn meeting_short(meetings: &[Meeting]) -> &'static str {
    match meetings {
        [] => "",
        [Meeting::StandingCommittee] => "常",
        [Meeting::Chairpersons] => "主",
        _ => "常主",
    }
}

/// The name of a standing.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "已完成",
        Standing::Doing => "进行中",
        Standing::Late => "已逾期",
        Standing::NotStarted => "未开始",
        Standing::Postponed => "已推迟",
        Standing::Cancelled => "已取消",
        Standing::Unrecorded => "未记录",
    }
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
    catalog.plan.units.get(row).map_or_else(|| SHARED.into(), |unit| unit.name.clone())
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

/// Serial number of an item in its own table.
pub fn serial(id: ItemId) -> u16 {
    match id {
        ItemId::Schedule { no, .. } | ItemId::Monthly { no, .. } => no,
    }
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
pub fn mark(catalog: &Catalog, item: &Item, standing: Standing) -> String {
    let who = if item.responsibility.text.is_empty() { SHARED } else { &item.responsibility.text };
    let kind = group(catalog, Group::of(item.id));
    format!("{}（{who} · {} · {kind} · {}）", item.title, period(item.period), self::standing(standing))
}

/// What a narrow line leaves out, behind the standing: `，法制工委，常委会会议）`.
pub fn line(who: &str, meetings: &[&str]) -> String {
    let mut parts = vec![who];
    parts.extend(meetings);
    format!("，{}）", parts.join("，"))
}

/// `牵头：法制工委`.
pub fn led_by(unit: &str) -> String {
    format!("牵头：{unit}")
}

/// `取消筛选：法制工委`.
pub fn remove(label: &str) -> String {
    format!("取消筛选：{label}")
}

/// The moment from which progress is judged, as the default choice names it.
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

/// How many results a search has.
pub fn results(items: usize, points: usize) -> String {
    format!("事项 {items} 件，要点 {points} 条")
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
        Calendar::Month(_) => "月历",
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
        Page::Units(None) => UNITS.into(),
        Page::Units(Some(id)) => unit(catalog, id),
        Page::Categories(None, _) => CATEGORIES.into(),
        Page::Categories(Some(choice), _) => group(catalog, *choice),
        Page::Meetings => MEETINGS.into(),
        Page::Points(_) => POINTS.into(),
        Page::Coverage => format!("{POINTS} · {COVERAGE}"),
        Page::Search(_) => SEARCH.into(),
        Page::Item(id) => {
            catalog.plan.item(*id).map_or_else(|| NO_SUCH_ITEM.into(), |item| item.title.clone())
        }
        Page::Unknown(_) => UNKNOWN.into(),
    }
}

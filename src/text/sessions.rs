//! What is said about meetings: their days, how they are prepared, their agendas.

use chrono::{Datelike, NaiveDate};
pub use yaodian_progress::short_day as day;
use yaodian_progress::{Hour, SessionId};

pub const ARRANGE: &str = "名称、日期和地点";
pub const EDIT_SESSION: &str = "编辑";
pub const SESSION_DATE: &str = "日期";
pub const SESSION_HOUR: &str = "时间";
pub const SESSION_NAME: &str = "名称";
pub const SESSION_PLACE: &str = "地点";
pub const SESSION_NAME_HINT: &str = "如：区十七届人大常委会第十一次会议";
pub const NO_DATE: &str = "日期未定";
pub const NOT_SET: &str = "未定";
pub const AGENDA: &str = "议程";
pub const AGENDA_DRAFT: &str = "议程（草案）";
pub const AGENDA_ENTRY: &str = "计划以外的议程";
pub const AGENDA_ENTRY_HINT: &str = "如：人事任免";
pub const USUAL_ENTRIES: [&str; 3] = ["人事任免", "书面报告", "其他事项"];
pub const ADD_ENTRY: &str = "添加议程";
pub const HELD_APART: &str = "另行安排";
pub const HELD_APART_NOTE: &str = "计划列在这次会议名下，在会外进行";
pub const HOLD_APART: &str = "移出议程";
pub const PUT_ON_AGENDA: &str = "列入议程";
pub const ORDER_RESET: &str = "恢复文件顺序";
pub const DRAG_LINE: &str = "移动（拖动，或按上下方向键）";
pub const LINE_UP: &str = "上移";
pub const LINE_DOWN: &str = "下移";
pub const OPEN_AGENDA: &str = "编排议程";
pub const PRINT_AGENDA: &str = "打印议程";
pub const ALL_MEETINGS: &str = "全部会议";

pub const PREPARATION: &str = "筹备步骤";
pub const SESSIONS_AHEAD: &str = "近期会议";
pub const STEPS_DUE: &str = "会议筹备";
pub const STEPS_DUE_NOTE: &str = "两周内到期和已经逾期的步骤";
pub const STEPS_SUGGESTED: &str = "这是常用步骤，天数是建议，不是规定，可以修改。";
pub const STEPS_OWN: &str = "步骤已按您的修改保存。";
pub const STEPS_RESET: &str = "恢复常用步骤";
pub const STEP_ADD: &str = "添加步骤";
pub const STEP_NEW: &str = "新步骤";
pub const STEP: &str = "步骤";
pub const STEP_OFFSET: &str = "距会议";
pub const STEP_DAYS: &str = "天数";
pub const STEP_SIDE: &str = "会前或会后";
pub const BEFORE: &str = "会前";
pub const AFTER: &str = "会后";
pub const DAYS: &str = "天";
pub const STEP_DUE: &str = "应完成日期";
pub const STEP_DONE: &str = "完成";
pub const STEP_LATE: &str = "已逾期";

pub const TODAY: &str = "今天";
pub const NOTHING_ON_DAY: &str = "这一天没有安排。";
pub const NOTHING_ON_DAYS: &str = "本月还没有定了日期的会议和事项。";

const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// The seven days, Monday first: `一`.
pub fn weekdays() -> [&'static str; 7] {
    WEEKDAYS
}

/// `星期三`.
pub fn weekday(date: NaiveDate) -> String {
    let at = date.weekday().num_days_from_monday() as usize;
    format!("星期{}", WEEKDAYS.get(at).unwrap_or(&""))
}

/// `7月26日 星期三 09:00`, as far as the hour is set.
pub fn day_and_hour(day: &str, hour: Option<Hour>) -> String {
    hour.map_or_else(|| day.to_owned(), |hour| format!("{day} {hour}"))
}

/// `7月26日 星期三`.
pub fn day_of_week(date: NaiveDate, year: i32) -> String {
    format!("{} {}", day(date, year), weekday(date))
}

/// `2023年7月26日（星期三）`, as an agenda has it.
pub fn full_day(date: NaiveDate) -> String {
    format!("{}年{}月{}日（{}）", date.year(), date.month(), date.day(), weekday(date))
}

/// How far a day is.
pub fn to_go(days: i64) -> String {
    match days {
        0 => TODAY.into(),
        1.. => format!("还有 {days} 天"),
        _ => format!("已过 {} 天", -days),
    }
}

/// What is unusual about a meeting's day. It is kept all the same.
pub fn unusual_day(date: NaiveDate, id: SessionId, year: i32) -> Option<String> {
    let planned = format!("计划中这次会议在{year}年{}月。日期已照您填的保存。", id.month);
    if date.year() != year {
        Some(format!("您填的日期在{}年。{planned}", date.year()))
    } else if date.month() != u32::from(id.month.number()) {
        Some(format!("您填的日期在{}月。{planned}", date.month()))
    } else {
        None
    }
}

/// `主任会议 · 7月12日`.
pub fn held_on(meeting: &str, day: &str) -> String {
    format!("{meeting} · {day}")
}

/// `7月常委会会议的名称、日期和地点`.
pub fn arrangement(session: &str) -> String {
    format!("{session}的{ARRANGE}")
}

/// `议程 5 项`.
pub fn agenda_count(number: usize) -> String {
    format!("{AGENDA} {number} 项")
}

/// `10日的安排`.
pub fn agenda_of_day(day: u32) -> String {
    format!("{day}日的安排")
}

/// `4 项`.
pub fn agenda_lines(number: usize) -> String {
    format!("{number} 项")
}

/// `上移：听取……的报告`.
pub fn of_line(does: &str, title: &str) -> String {
    format!("{does}：{title}")
}

/// `“人事任免”现在是第 1 项，共 5 项`.
pub fn moved_line(title: &str, at: usize, of: usize) -> String {
    format!("“{title}”现在是第 {at} 项，共 {of} 项")
}

/// `筹备步骤 2/6`.
pub fn prepared(done: usize, all: usize) -> String {
    format!("{PREPARATION} {done}/{all}")
}

/// `7月常委会会议：初稿`.
pub fn step_of(session: &str, name: &str) -> String {
    format!("{session}：{name}")
}

/// `删除步骤“初稿”`.
pub fn delete_step(name: &str) -> String {
    format!("删除步骤“{name}”")
}

/// What a month lists below its days: `本月未定日期 · 主任会议`.
pub fn undated(group: &str) -> String {
    format!("本月未定日期 · {group}")
}

/// What the grid of days is called: `2023年7月的会议和事项`.
pub fn grid(year: i32, month: yaodian_plan::Month) -> String {
    format!("{year}年{month}月的会议和事项")
}

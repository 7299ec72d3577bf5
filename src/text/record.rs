//! What is said about recording: statuses, notes, saving.

use chrono::{Datelike, NaiveDate};
use yaodian_plan::Month;
use yaodian_plan::query::Standing;
use yaodian_progress::china_time;

use super::history::as_of_month;
use super::names::standing;
use super::sessions::day;
use yaodian_vault::{Reason, SaveState};

pub const RECORD: &str = "登记进展";
pub const CLEAR_STATUS: &str = "清除登记";
pub const POSTPONED_TO: &str = "推迟到";
pub const REASON: &str = "原因或说明";
pub const ACTUAL_DATE: &str = "实际日期";
pub const PLANNED_DATE: &str = "预定日期";
pub const CLEAR_DAY: &str = "清除日期";
pub const DAY_AHEAD: &str = "这一天还没有到。已完成的事项，请填实际完成的日期。";
pub const POSTPONE: &str = "确定推迟";
pub const NO_LATER_MONTH: &str = "本年度内没有更晚的月份，不能再推迟。";
pub const NOTES: &str = "记录";
pub const NO_NOTES: &str = "还没有记录。";
pub const NEW_NOTE: &str = "写一条记录";
pub const SAVE_NOTE: &str = "保存记录";
pub const SAVE_KEYS: &str = "Ctrl+回车也可以保存；";
pub const KEPT_BY_ITSELF: &str = "没写完的内容会自动保留";
pub const EDIT: &str = "修改";
pub const EDIT_NOTE: &str = "修改记录";
pub const DELETE: &str = "删除";
pub const CANCEL: &str = "取消";
pub const UNDO: &str = "撤销";
pub const RETRY: &str = "再试一次";
pub const NOTHING_TO_UNDO: &str = "没有可以撤销或重做的操作。";
pub const SAVE_STATE: &str = "保存情况";

/// What was done, as a finished sentence.
pub fn done(description: &str) -> String {
    format!("已{description}")
}

/// What was taken back; `overtaken` changes were left, because somebody has changed them again since.
pub fn undone(description: &str, overtaken: usize) -> String {
    format!("已撤销：{description}{}", left(overtaken))
}

/// What was done again.
pub fn redone(description: &str, overtaken: usize) -> String {
    format!("已重做：{description}{}", left(overtaken))
}

pub const UNDONE: fn(&str, usize) -> String = undone;
pub const REDONE: fn(&str, usize) -> String = redone;

fn left(overtaken: usize) -> String {
    if overtaken == 0 {
        return String::new();
    }
    format!("（其中 {overtaken} 处后来又有改动，没有动它）")
}

/// `7月3日 14:05`, of the plan's year; another year is named. The moment is in milliseconds since 1970.
pub fn moment(at: i64, year: i32) -> String {
    let (date, time) = china_time(at);
    format!("{} {}", day(date, year), clock(time))
}

pub const RECOVERED: &str = "上次输入到一半、还没有登记的内容，已经替您登记。";
pub const VANISHED: &str =
    "浏览器里的数据刚才被清除了。本页还有的登记都已重新写入；恢复点没有了，请下载一份备份。";
/// `截至3月的情形，目前已完成`.
pub fn now_standing(month: Month, now: Standing) -> String {
    format!("{}的情形，目前{}", as_of_month(month), standing(now))
}

pub const NOT_READ: &str = "未能读取";

/// How things stand, in the bar. `None`: what was recorded is still being read.
pub fn save_state(state: Option<SaveState>) -> &'static str {
    match state {
        None => "正在读取",
        Some(SaveState::Saved) => "已保存",
        Some(SaveState::Saving) => "正在保存",
        Some(SaveState::MirrorOnly(_)) => "只存入数据库",
        Some(SaveState::Failed(_)) => "未能保存",
        Some(SaveState::MemoryOnly(_)) => "仅在内存",
    }
}

/// What is wrong and what to do, where something is.
pub fn save_trouble(state: Option<SaveState>) -> Option<&'static str> {
    match state? {
        SaveState::Saved | SaveState::Saving => None,
        SaveState::MirrorOnly(Reason::Quota) => Some(
            "登记的内容都已存入浏览器的数据库，关闭页面也不会丢失；只缺“本地存储”里的另一份，因为那里的存储空间已满，多半被其他内容占用。请到“数据”页下载备份，清理以后再试一次。",
        ),
        SaveState::MirrorOnly(Reason::ReadBack) => Some(
            "登记的内容都已存入浏览器的数据库；“本地存储”里的另一份没有存好，写入浏览器的内容与读出的不一致。请到“数据”页下载备份，然后再试一次。",
        ),
        SaveState::MirrorOnly(_) => Some(
            "登记的内容都已存入浏览器的数据库，关闭页面也不会丢失；只缺“本地存储”里的另一份，因为浏览器现在不允许写入那里。请到“数据”页下载备份，然后再试一次。",
        ),
        SaveState::Failed(Reason::NoAnswer) => Some(
            "浏览器的数据库没有回答，最近的改动还没有确认写到磁盘上，此时断电可能丢失。请关闭打开着本页的其他窗口，再试一次；仍然不行，请重新打开本页，或到“数据”页下载备份。",
        ),
        SaveState::MemoryOnly(_) => Some(
            "浏览器不允许本页保存数据，关闭页面后记录就会丢失。请不要用无痕窗口，或检查浏览器的隐私设置；关闭之前请到“数据”页下载备份。",
        ),
        SaveState::Failed(Reason::NewerSchema) => Some(
            "这台设备上的记录由更新版本的“要点”写入。为免损坏，这里只能查看，不能修改。请换用新版本打开。",
        ),
        SaveState::Failed(Reason::Quota) => Some(
            "浏览器的存储空间已满，最近的改动没有保存。请先到“数据”页下载备份，再清理浏览器里其他网站的数据，然后再试一次。",
        ),
        SaveState::Failed(Reason::ReadBack) => Some(
            "写入浏览器的内容与读出的不一致，最近的改动可能没有保存。请到“数据”页下载备份，然后再试一次。",
        ),
        SaveState::Failed(Reason::Blocked | Reason::MirrorFailed) => Some(
            "浏览器的数据库打不开或者写不进去，多半是磁盘满了。最近的改动还没有确认写到磁盘上，此时断电可能丢失；以前存下的没有删除，但这时可能看不到。请腾出磁盘空间，再试一次；仍然不行，请重新打开本页，或到“数据”页下载备份。",
        ),
    }
}

/// `记为7月15日`: what an iPad has put into an empty field, until somebody says that it is meant.
pub fn record_day(day: NaiveDate) -> String {
    format!("记为{}月{}日", day.month(), day.day())
}

/// `14:05`.
pub fn clock((hour, minute): (u8, u8)) -> String {
    format!("{hour:02}:{minute:02}")
}

/// `记录：已与区法院沟通`.
pub fn noted(text: &str) -> String {
    format!("{}：{text}", NOTES)
}

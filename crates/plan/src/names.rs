//! The Chinese names of statuses and standings, on screen and in exports.

pub use crate::query::moved_to;
use crate::query::{Standing, Status};
use crate::{Item, Month};

/// The name of a status, e.g. 已推迟.
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "未开始",
        Status::Doing => "进行中",
        Status::Done => "已完成",
        Status::Postponed(_) => "已推迟",
        Status::Cancelled => "已取消",
    }
}

/// A status as a sentence says it: its name or, for a postponed item, to which month, e.g. 推迟到9月.
pub fn status_phrase(status: Status) -> String {
    match status {
        Status::Postponed(month) => postponed_to(month),
        status => status_name(status).to_owned(),
    }
}

/// What items that no unit leads are called together: whether the document names units together there, or none.
pub fn led_by_none<'a>(all: impl Iterator<Item = &'a Item>) -> &'static str {
    match are_named(all) {
        [false, _] => "各工委（室）",
        [true, false] => "没有写部门",
        [true, true] => "各工委（室）或没有写部门",
    }
}

/// The same as a heading.
pub fn items_led_by_none<'a>(all: impl Iterator<Item = &'a Item>) -> &'static str {
    match are_named(all) {
        [false, _] => "各工委（室）共同事项",
        [true, false] => "没有写部门的事项",
        [true, true] => "各工委（室）共同事项和没有写部门的事项",
    }
}

/// Whether some of the items that no unit leads name nobody, and whether some name units together.
fn are_named<'a>(all: impl Iterator<Item = &'a Item>) -> [bool; 2] {
    let (mut nobody, mut together) = (false, false);
    for who in all.map(|item| &item.responsibility).filter(|who| who.lead.is_empty()) {
        together |= who.collective.is_some();
        nobody |= who.collective.is_none();
    }
    [nobody, together]
}

/// The name of a month, e.g. 7月.
pub fn month_name(month: Month) -> String {
    format!("{month}月")
}

/// To which month an item is postponed, e.g. 推迟到9月.
pub fn postponed_to(month: Month) -> String {
    format!("推迟到{}", month_name(month))
}

/// The name of a standing, e.g. 已逾期.
pub const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "已完成",
        Standing::Doing => "进行中",
        Standing::DoingLate => "进行中 · 已逾期",
        Standing::Late => "已逾期",
        Standing::NotStarted => "未开始",
        Standing::Postponed => "已推迟",
        Standing::Cancelled => "已取消",
        Standing::Unrecorded => "未记录",
    }
}

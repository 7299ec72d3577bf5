//! What statuses, standings and meetings are called, here, in the app and in what is handed on.

use crate::Meeting;
use crate::query::{Standing, Status};

/// What a status is called.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "未开始",
        Status::Doing => "进行中",
        Status::Done => "已完成",
        Status::Postponed(_) => "已推迟",
        Status::Cancelled => "已取消",
    }
}

/// What a standing is called.
pub fn standing_name(standing: Standing) -> &'static str {
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

/// What a meeting is called where no plan says otherwise.
pub fn meeting_name(meeting: Meeting) -> &'static str {
    meeting.default_name()
}

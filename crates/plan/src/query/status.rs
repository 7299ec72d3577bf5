//! What is recorded of an item.

use crate::Month;

/// 进展: the recorded status of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未开始.
    NotStarted,
    /// 进行中.
    Doing,
    /// 已完成.
    Done,
    /// 已推迟, to a month of the same year.
    Postponed(Month),
    /// 已取消.
    Cancelled,
}

impl Status {
    /// All of them as a form lists them, with the month to postpone to.
    pub fn all(postponed_to: Month) -> [Status; 5] {
        [Status::NotStarted, Status::Doing, Status::Done, Status::Postponed(postponed_to), Status::Cancelled]
    }

    /// Whether two are the same but for the month that something was postponed to.
    pub fn is_same_kind(self, other: Status) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

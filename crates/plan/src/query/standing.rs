//! The standing of an item: its recorded status as of a moment of the year.

use chrono::{Datelike, NaiveDate};

use super::Catalog;
use crate::{Item, Month, Period, ReportedStatus};

/// The moment for which standings are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsOf {
    /// Before the plan's year: nothing is due yet.
    Before,
    /// Within a month of the plan's year.
    Month(Month),
    /// After the plan's year: nothing becomes late any more.
    After,
}

impl AsOf {
    /// The moment of a date, for a plan of `year`.
    pub fn of(date: NaiveDate, year: i32) -> AsOf {
        match date.year().cmp(&year) {
            std::cmp::Ordering::Less => AsOf::Before,
            std::cmp::Ordering::Greater => AsOf::After,
            std::cmp::Ordering::Equal => {
                u8::try_from(date.month()).ok().and_then(Month::new).map_or(AsOf::After, AsOf::Month)
            }
        }
    }

    /// The month, if the moment lies within the plan's year.
    pub fn month(self) -> Option<Month> {
        match self {
            AsOf::Month(month) => Some(month),
            AsOf::Before | AsOf::After => None,
        }
    }
}

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

/// The month that an item is postponed to unless the user says another: the one after its time.
pub fn default_postponement(item: &Item) -> Month {
    item.period.months().and_then(|(_, last)| last.next()).unwrap_or(Month::DECEMBER)
}

/// The standing of an item, as lists and figures show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 已完成.
    Done,
    /// 进行中.
    Doing,
    /// 已逾期: its time is over and neither 已完成 nor 已取消 was recorded.
    Late,
    /// 未开始.
    NotStarted,
    /// 已推迟.
    Postponed,
    /// 已取消.
    Cancelled,
    /// 未记录: the year is over and nothing was ever recorded.
    Unrecorded,
}

impl Standing {
    /// All of them, in the order in which figures and filters list them.
    pub const ALL: [Standing; 7] = [
        Standing::Done,
        Standing::Doing,
        Standing::Late,
        Standing::NotStarted,
        Standing::Postponed,
        Standing::Cancelled,
        Standing::Unrecorded,
    ];

    /// The standing of one item.
    pub fn of(item: &Item, status: Option<Status>, as_of: AsOf) -> Standing {
        let due = match (status, item.period) {
            (Some(Status::Postponed(to)), _) => Some(to),
            (_, Period::Months { last, .. }) => Some(last),
            (_, Period::WholeYear | Period::Unscheduled) => None,
        };
        let overdue = matches!((due, as_of), (Some(due), AsOf::Month(now)) if due < now);
        match status {
            Some(Status::Done) => Standing::Done,
            Some(Status::Cancelled) => Standing::Cancelled,
            None if as_of == AsOf::After => Standing::Unrecorded,
            _ if overdue => Standing::Late,
            Some(Status::Doing) => Standing::Doing,
            Some(Status::Postponed(_)) => Standing::Postponed,
            Some(Status::NotStarted) | None => Standing::NotStarted,
        }
    }
}

/// The status that the document itself reports for each item, by position.
pub fn reported(catalog: &Catalog) -> Vec<Option<Status>> {
    let status = |reported: ReportedStatus| match reported {
        ReportedStatus::Done => Status::Done,
        ReportedStatus::Doing => Status::Doing,
    };
    catalog.plan.items.iter().map(|item| item.reported.map(status)).collect()
}

/// The standing of every item, by position. `statuses` is aligned with `plan.items`.
pub fn standings(catalog: &Catalog, statuses: &[Option<Status>], as_of: AsOf) -> Vec<Standing> {
    let items = catalog.plan.items.iter().enumerate();
    items.map(|(at, item)| Standing::of(item, statuses.get(at).copied().flatten(), as_of)).collect()
}

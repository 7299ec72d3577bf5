//! The standing of an item: its recorded status as of a moment of the year.

use chrono::{Datelike, NaiveDate};

use super::{Catalog, Timing};
use crate::{Month, ReportedStatus};

/// The moment for which standings are computed. The order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The moment for which standings are computed, and today: records from after a moment that is over do not count there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The moment for which standings are computed.
    pub as_of: AsOf,
    /// The moment that today is.
    pub today: AsOf,
}

impl Moment {
    /// Today, with everything that was recorded.
    pub fn now(today: AsOf) -> Moment {
        Moment { as_of: today, today }
    }

    /// This moment, or the end of a month where it is later. Whoever looks back on the year at its end looks back from
    /// after it.
    pub fn not_after(self, month: Month) -> Moment {
        let as_of = if month == Month::DECEMBER { self.as_of } else { self.as_of.min(AsOf::Month(month)) };
        Moment { as_of, ..self }
    }

    /// The last day whose records count, for a plan of `year`; `None`: all of them do, as they do today and for a look
    /// ahead. So a device whose clock is ahead hides nothing from today.
    pub fn last_day(self, year: i32) -> Option<NaiveDate> {
        if self.as_of >= self.today {
            return None;
        }
        match self.as_of {
            AsOf::Before => NaiveDate::from_ymd_opt(year, 1, 1)?.pred_opt(),
            AsOf::Month(month) => match month.next() {
                Some(next) => NaiveDate::from_ymd_opt(year, u32::from(next.number()), 1)?.pred_opt(),
                None => NaiveDate::from_ymd_opt(year, 12, 31),
            },
            AsOf::After => None,
        }
    }
}

impl From<AsOf> for Moment {
    /// The moment as today.
    fn from(as_of: AsOf) -> Moment {
        Moment::now(as_of)
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

/// The standing of an item, as lists and figures show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 已完成.
    Done,
    /// 进行中.
    Doing,
    /// 进行中 · 已逾期: 进行中 was recorded and its time is over. It is counted and found as both, see [`Standing::is`].
    DoingLate,
    /// 已逾期: its time is over and neither 进行中, 已完成 nor 已取消 was recorded.
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
    /// All of them, in the order in which they are listed.
    pub const ALL: [Standing; 8] = [
        Standing::Done,
        Standing::Doing,
        Standing::DoingLate,
        Standing::Late,
        Standing::NotStarted,
        Standing::Postponed,
        Standing::Cancelled,
        Standing::Unrecorded,
    ];

    /// What figures count and filters choose: each item is one of these, but for one that is both 进行中 and 已逾期.
    pub const COUNTED: [Standing; 7] = [
        Standing::Done,
        Standing::Doing,
        Standing::Late,
        Standing::NotStarted,
        Standing::Postponed,
        Standing::Cancelled,
        Standing::Unrecorded,
    ];

    /// The standing of one item.
    pub fn of(timing: Timing, status: Option<Status>, as_of: AsOf) -> Standing {
        let overdue = matches!((timing.due(), as_of), (Some(due), AsOf::Month(now)) if due < now);
        match status {
            Some(Status::Done) => Standing::Done,
            Some(Status::Cancelled) => Standing::Cancelled,
            None if as_of == AsOf::After => Standing::Unrecorded,
            Some(Status::Doing) if overdue => Standing::DoingLate,
            _ if overdue => Standing::Late,
            Some(Status::Doing) => Standing::Doing,
            Some(Status::Postponed(_)) => Standing::Postponed,
            Some(Status::NotStarted) | None => Standing::NotStarted,
        }
    }

    /// Whether it is one of those that figures count, and filters choose, as this.
    pub fn is(self, counted: Standing) -> bool {
        self == counted
            || (self == Standing::DoingLate && matches!(counted, Standing::Doing | Standing::Late))
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

/// The standing of every item, by position. `statuses` is aligned with `timings`.
pub fn standings(timings: &[Timing], statuses: &[Option<Status>], as_of: AsOf) -> Vec<Standing> {
    let items = timings.iter().enumerate();
    items.map(|(at, timing)| Standing::of(*timing, statuses.get(at).copied().flatten(), as_of)).collect()
}

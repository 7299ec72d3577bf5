//! The standing of an item: its recorded status as of a moment of the year.

use super::catalog::Catalog;
use super::moment::AsOf;
use super::status::Status;
use super::timing::Timing;
use crate::ReportedStatus;

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

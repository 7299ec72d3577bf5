//! How every item is at a moment: the one answer for all views.
//!
//! A record counts from the day of what it tells, which is the actual date where there is one and the day of the
//! writing otherwise. A register holds its last write only, so what was recorded before that is not known any more: seen
//! from then, the item is as the plan has it.

use chrono::NaiveDate;

use super::{ItemProgress, Moved, ProgressBook, Register, SessionId, Value, short_day};
use yaodian_plan::query::{Catalog, Moment, Standing, Status, Timing, reported};
use yaodian_plan::{Item, Month};

/// How every item is at a moment, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct States {
    /// What was recorded, else what the document itself reports.
    pub statuses: Vec<Option<Status>>,
    /// When the items are.
    pub timings: Vec<Timing>,
    /// Where the items stand.
    pub standings: Vec<Standing>,
    /// On which day the items that are done were finished; `None` where only the document reports it.
    pub finished: Vec<Option<Finished>>,
    /// The day that is set for each item: its own, else that of the last of its sessions. `None` where neither is set.
    pub days: Vec<Option<NaiveDate>>,
}

/// The day on which something was finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    /// It was recorded as the actual date.
    On(NaiveDate),
    /// Nobody said; on this day it was recorded as done.
    By(NaiveDate),
}

impl Finished {
    /// `5月25日完成`, or `7月10日登记完成` where that is all that is known; another year than the plan's is named.
    pub fn in_words(self, year: i32) -> String {
        match self {
            Finished::On(day) => format!("{}完成", short_day(day, year)),
            Finished::By(day) => format!("{}登记完成", short_day(day, year)),
        }
    }

    /// The day.
    pub fn day(self) -> NaiveDate {
        match self {
            Finished::On(day) | Finished::By(day) => day,
        }
    }
}

/// The day that is recorded for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// It had come when it was recorded, or when the item was recorded as done.
    Actual(NaiveDate),
    /// It was still ahead: a day that is planned.
    Planned(NaiveDate),
}

/// What is known of an item at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known<'a> {
    /// The recorded status. One that was put off stays so until something else is recorded.
    pub status: Option<Status>,
    /// The month that it was put off to.
    pub moved: Option<Month>,
    /// Why the status is what it is; empty where nobody said.
    pub reason: &'a str,
    /// When it was finished.
    pub finished: Option<Finished>,
}

impl ProgressBook {
    /// How every item is at a moment.
    pub fn states(&self, catalog: &Catalog, moment: Moment) -> States {
        let last_day = moment.last_day(catalog.plan.year);
        let mut states = States::default();
        for (item, reported) in catalog.plan.items.iter().zip(reported(catalog)) {
            let known = self.item(item.id).known(last_day);
            let status = known.status.or(reported);
            let timing = known.timing(item);
            states.statuses.push(status);
            states.timings.push(timing);
            states.standings.push(Standing::of(timing, status, moment.as_of));
            states.finished.push(known.finished);
            states.days.push(self.planned_day(item, timing));
        }
        states
    }
}

impl ProgressBook {
    fn planned_day(&self, item: &Item, timing: Timing) -> Option<NaiveDate> {
        if let Some(Dated::Planned(day)) = self.item(item.id).dated() {
            return Some(day);
        }
        let sessions = item.meetings.iter().filter_map(|meeting| SessionId::of(item, timing, *meeting));
        sessions.filter_map(|id| self.session(id).date()).max()
    }
}

impl Known<'_> {
    /// When the item is.
    pub fn timing(&self, item: &Item) -> Timing {
        Timing { planned: item.period, moved: self.moved }
    }
}

impl<'a> ItemProgress<'a> {
    /// What is known of the item from the records that count up to a day; `None`: from all of them.
    pub fn known(self, last_day: Option<NaiveDate>) -> Known<'a> {
        let counts = |day: NaiveDate| last_day.is_none_or(|last| day <= last);
        let recorded = self.find(|value| match value {
            Value::Status(recorded) => Some(recorded),
            _ => None,
        });
        let counting = recorded.filter(|(recorded, register)| counts(self.since(recorded.status, register)));
        let (status, reason) =
            counting.map_or((None, ""), |(recorded, _)| (recorded.status, recorded.reason.as_str()));
        // Without a status that counts, what counts may be that it was put off before.
        let moved = match (status, self.remembered_move()) {
            (Some(Status::Postponed(to)), _) => Some(to),
            (Some(Status::NotStarted), _) => None,
            (None, _) if counting.is_some() => None,
            (_, moved) => moved.filter(|moved| counts(moved.since)).map(|moved| moved.to),
        };
        let finished = counting.filter(|(recorded, _)| recorded.status == Some(Status::Done));
        Known {
            status: status.or(moved.map(Status::Postponed)),
            moved,
            reason,
            finished: finished.map(|(_, register)| match self.dated() {
                Some(Dated::Actual(day)) => Finished::On(day),
                _ => Finished::By(register.authored().date()),
            }),
        }
    }

    /// The recorded day, and whether it is one that had come.
    pub fn dated(self) -> Option<Dated> {
        let (date, register) = self.find(|value| match value {
            Value::Date(date) => date.as_ref(),
            _ => None,
        })?;
        let done = self.find(|value| match value {
            Value::Status(recorded) if recorded.status == Some(Status::Done) => Some(recorded),
            _ => None,
        });
        let is_actual = match done {
            // Who says on which day something that is done was done knows it.
            Some((_, done)) => done.authored() < register.authored() || *date <= done.authored().date(),
            None => *date <= register.authored().date(),
        };
        Some(if is_actual { Dated::Actual(*date) } else { Dated::Planned(*date) })
    }

    /// The day from which a recorded status counts.
    fn since(self, status: Option<Status>, register: &Register) -> NaiveDate {
        let written = register.authored().date();
        match (status, self.dated()) {
            (Some(Status::Done), Some(Dated::Actual(day))) => day,
            (Some(Status::Doing | Status::Cancelled), Some(Dated::Actual(day))) => day.min(written),
            _ => written,
        }
    }

    /// That it is put off, or was before it was begun, done or cancelled.
    pub(super) fn moved(self) -> Option<Moved> {
        let (recorded, register) = self.find(|value| match value {
            Value::Status(recorded) => Some(recorded),
            _ => None,
        })?;
        match recorded.status {
            Some(Status::Postponed(to)) => Some(Moved { to, since: register.authored().date() }),
            Some(Status::NotStarted) | None => None,
            Some(Status::Doing | Status::Done | Status::Cancelled) => self.remembered_move(),
        }
    }

    fn remembered_move(self) -> Option<Moved> {
        let moved = self.find(|value| match value {
            Value::Moved(moved) => moved.as_ref(),
            _ => None,
        });
        moved.map(|(moved, _)| *moved)
    }

    fn find<T>(self, wanted: fn(&'a Value) -> Option<&'a T>) -> Option<(&'a T, &'a Register)> {
        self.registers.iter().find_map(|register| Some((wanted(&register.value)?, &**register)))
    }
}

//! Items in order of time, and the agendas of meetings.

use super::Catalog;
use crate::{Meeting, Month, Period};

/// What one kind of meeting deals with in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The kind of meeting.
    pub meeting: Meeting,
    /// The month, or `None` for items that the document gives no month.
    pub month: Option<Month>,
    /// Positions of its items, in the document's order.
    pub items: Vec<usize>,
}

/// Puts items in order of time: by first month, then by last, then as in the document;
/// 全年 after December, items without a time at the end.
pub fn by_time(catalog: &Catalog, positions: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut list: Vec<usize> = positions.into_iter().collect();
    list.sort_by_key(|at| {
        let period = catalog.plan.items.get(*at).map(|item| item.period);
        match period {
            Some(Period::Months { first, last }) => (first.number(), last.number(), *at),
            Some(Period::WholeYear) => (13, 0, *at),
            Some(Period::Unscheduled) | None => (14, 0, *at),
        }
    });
    list
}

/// All agendas: month by month, 常委会会议 before 主任会议, those without a month at the end.
///
/// An item of several months goes to the meeting of its last month, when its result is due.
/// Only rows of annex 1 name a meeting.
pub fn agendas(catalog: &Catalog) -> Vec<Agenda> {
    let mut list = Vec::new();
    for month in Month::all().map(Some).chain([None]) {
        for meeting in [Meeting::StandingCommittee, Meeting::Chairpersons] {
            let due = |at: &usize| {
                catalog.plan.items.get(*at).is_some_and(|item| {
                    item.meetings.contains(&meeting) && item.period.months().map(|(_, last)| last) == month
                })
            };
            let items: Vec<usize> = catalog.all().filter(due).collect();
            if !items.is_empty() {
                list.push(Agenda { meeting, month, items });
            }
        }
    }
    list
}

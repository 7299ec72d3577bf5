//! Items in order of time, and the agendas of meetings.

use super::Catalog;
use crate::sort::sort_by_rank;
use crate::{MeetingKind, Month, Period};

/// The items that one kind of meeting deals with in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The kind of meeting.
    pub meeting: MeetingKind,
    /// The month, or `None` for items that the document gives no month.
    pub month: Option<Month>,
    /// Positions of its items, in the document's order.
    pub items: Vec<usize>,
}

/// Sorts items by time: by first month, then by last, then as in the document;
/// 全年 after December, items without a time at the end.
pub fn sort_by_time(catalog: &Catalog, positions: impl IntoIterator<Item = usize>) -> Vec<usize> {
    sort_by_rank(positions.into_iter().collect(), &|at| match catalog
        .plan
        .items
        .get(at)
        .map(|item| item.period)
    {
        Some(Period::Months { first, last }) => u32::from(first.number()) * 16 + u32::from(last.number()),
        Some(Period::WholeYear) => 13 * 16,
        Some(Period::Unscheduled) | None => 14 * 16,
    })
}

/// All agendas: month by month, 常委会会议 before 主任会议, those without a month at the end.
///
/// An item of several months goes to the meeting of its last month, when its result is due.
/// Only rows of annex 1 name a meeting.
pub fn agendas(catalog: &Catalog) -> Vec<Agenda> {
    let mut list = Vec::new();
    for month in Month::all().map(Some).chain([None]) {
        for meeting in MeetingKind::ALL {
            let items = agenda_items(catalog, meeting, month);
            if !items.is_empty() {
                list.push(Agenda { meeting, month, items });
            }
        }
    }
    list
}

/// Positions of the items of one agenda, in the document's order.
pub fn agenda_items(catalog: &Catalog, meeting: MeetingKind, month: Option<Month>) -> Vec<usize> {
    let due = |at: &usize| {
        catalog.plan.items.get(*at).is_some_and(|item| {
            item.meetings.contains(&meeting) && item.period.months().map(|(_, last)| last) == month
        })
    };
    catalog.all().filter(due).collect()
}

//! Items in order of time, and the agendas of meetings.

use super::{Catalog, Timing};
use crate::find::holds;
use crate::sort::sort_by_rank;
use crate::{ItemId, MeetingKind, Month, Period};

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
/// 全年 after December, items without a time at the end. `timings` is aligned with `plan.items`.
pub fn sort_by_time(timings: &[Timing], positions: impl IntoIterator<Item = usize>) -> Vec<usize> {
    sort_by_rank(positions.into_iter().collect(), &|at| time_rank(timings.get(at).copied()))
}

/// The rank of a time in that order.
pub fn time_rank(timing: Option<Timing>) -> u32 {
    let period = timing.map_or(Period::Unscheduled, Timing::period);
    match period.months() {
        Some((first, last)) => u32::from(first.number()) * 16 + u32::from(last.number()),
        None if period == Period::WholeYear => 13 * 16,
        None => 14 * 16,
    }
}

/// All agendas: month by month, meetings in the order of the plan's list, those without a month at the end.
///
/// An item of several months goes to the meeting of its last month, when its result is due, and one that was put off to
/// the meeting of the month that it was put off to. `timings` is aligned with `plan.items`.
pub fn agendas(catalog: &Catalog, timings: &[Timing]) -> Vec<Agenda> {
    let mut list = Vec::new();
    for month in Month::all().map(Some).chain([None]) {
        for meeting in catalog.plan.meeting_kinds() {
            let items = agenda_items(catalog, timings, meeting, month);
            if !items.is_empty() {
                list.push(Agenda { meeting, month, items });
            }
        }
    }
    list
}

/// Positions of the items of one agenda, in the document's order.
pub fn agenda_items(
    catalog: &Catalog,
    timings: &[Timing],
    meeting: MeetingKind,
    month: Option<Month>,
) -> Vec<usize> {
    let items = catalog.plan.items.iter().zip(timings).enumerate();
    let due = items.filter(|(_, (item, timing))| item.meetings.contains(&meeting) && timing.due() == month);
    due.map(|(at, _)| at).collect()
}

/// Whether an item that the plan lists with a meeting is held outside of it, going by its words: 视察 and the like, unless
/// something is heard or decided on.
pub fn is_outing(catalog: &Catalog, at: usize) -> bool {
    const OUTINGS: [&str; 4] = ["视察", "考察", "走访", "参观"];
    const DEALT_WITH: [&str; 10] =
        ["听取", "审议", "审查", "审定", "报告", "决议", "决定", "草案", "方案", "询问"];
    let Some(item) = catalog.plan.items.get(at) else { return false };
    let category = match item.id {
        ItemId::Schedule { category, .. } => catalog.plan.category(category),
        ItemId::Monthly { .. } => None,
    };
    let says = |words: &[&str]| words.iter().any(|word| holds(&item.title, word));
    let is_activity = category.is_some_and(|category| category.name.ends_with("活动"));
    (is_activity || says(&OUTINGS)) && !says(&DEALT_WITH)
}

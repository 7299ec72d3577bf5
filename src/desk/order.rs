//! The order in which a page lists its items, which is also what 上一项/下一项 walk through.

use std::collections::HashSet;

use yaodian_plan::query::{
    Catalog, Group, Standing, Timing, agendas, coverage, point_phrases, sort_by_time, unit_work,
};
use yaodian_plan::sort::sort_by_rank;
use yaodian_plan::{Item, ItemId, MeetingKind, Month};
use yaodian_progress::{Day, ProgressBook, SessionId, States, days_of};

use crate::route::{By, Calendar, Page, Sort};

/// A titled run of items on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<K> {
    /// What the items have in common.
    pub key: K,
    /// Positions in `plan.items`, in order.
    pub items: Vec<usize>,
}

/// All items grouped by the unit that leads (its position; their number for "none"), in order of time.
pub fn by_unit(catalog: &Catalog, timings: &[Timing]) -> Vec<Run<usize>> {
    let mut runs: Vec<Run<usize>> =
        (0..=catalog.plan.units.len()).map(|key| Run { key, items: Vec::new() }).collect();
    for at in sort_by_time(timings, catalog.all()) {
        if let Some(run) = runs.get_mut(catalog.row(at)) {
            run.items.push(at);
        }
    }
    runs
}

/// All items grouped by category, annex 2 last, each group sorted.
pub fn by_group(
    catalog: &Catalog,
    sort: Sort,
    timings: &[Timing],
    standings: &[Standing],
) -> Vec<Run<Group>> {
    let runs = catalog.groups().map(|key| {
        let items = catalog.all().filter(|at| group_of(catalog, *at) == Some(key));
        Run { key, items: sorted(catalog, items.collect(), sort, timings, standings) }
    });
    runs.filter(|run| !run.items.is_empty() || run.key != Group::Monthly).collect()
}

/// All items grouped by meeting; `None` for those that go to no meeting. One that goes to both
/// is in both groups.
pub fn by_meeting(catalog: &Catalog, timings: &[Timing]) -> Vec<Run<Option<MeetingKind>>> {
    meeting_runs(catalog, &sort_by_time(timings, catalog.all()), &|item, key| match key {
        Some(meeting) => item.meetings.contains(&meeting),
        None => item.meetings.is_empty(),
    })
}

/// The items of one month that are on none of its days, grouped by the first meeting that they go to, `None` for
/// those that go to no meeting, each group in order of time.
pub fn of_month(
    catalog: &Catalog,
    timings: &[Timing],
    month: Month,
    days: &[Day],
) -> Vec<Run<Option<MeetingKind>>> {
    let due = |at: &usize| {
        timings.get(*at).is_some_and(|timing| timing.covers(month))
            && !days.iter().any(|day| day.all().any(|dated| dated == *at))
    };
    let order = sort_by_time(timings, catalog.all().filter(due));
    meeting_runs(catalog, &order, &|item, key| item.meetings.first().copied() == key)
}

/// A run per meeting, and one for what goes to none; runs without items are left out.
fn meeting_runs(
    catalog: &Catalog,
    order: &[usize],
    belongs: &dyn Fn(&Item, Option<MeetingKind>) -> bool,
) -> Vec<Run<Option<MeetingKind>>> {
    let keys = catalog.plan.meeting_kinds().map(Some).chain([None]);
    let runs = keys.map(|key| {
        let belongs = |at: &&usize| catalog.plan.items.get(**at).is_some_and(|item| belongs(item, key));
        Run { key, items: order.iter().filter(belongs).copied().collect() }
    });
    runs.filter(|run| !run.items.is_empty()).collect()
}

/// What no month holds: 全年, then what has no time.
fn loose(catalog: &Catalog, timings: &[Timing]) -> Vec<usize> {
    let loose = |at: &usize| timings.get(*at).is_some_and(|timing| timing.due().is_none());
    sort_by_time(timings, catalog.all().filter(loose))
}

fn group_of(catalog: &Catalog, at: usize) -> Option<Group> {
    catalog.plan.items.get(at).map(|item| Group::of(item.id))
}

fn sorted(
    catalog: &Catalog,
    items: Vec<usize>,
    sort: Sort,
    timings: &[Timing],
    standings: &[Standing],
) -> Vec<usize> {
    match sort {
        Sort::Document => items,
        Sort::Time => sort_by_time(timings, items),
        Sort::Unit => sort_by_rank(items, &|at| catalog.row(at) as u32),
        Sort::Standing => {
            sort_by_rank(items, &|at| standings.get(at).map_or(u32::MAX, |standing| *standing as u32))
        }
    }
}

/// What a page lists, in its order, each item once. `pass` is what its filter lets through;
/// search results are the search's business and come in as `found`.
pub fn listed(
    page: &Page,
    catalog: &Catalog,
    pass: &[bool],
    states: &States,
    found: &[usize],
    book: &ProgressBook,
) -> Vec<ItemId> {
    let States { timings, standings, .. } = states;
    let flat = |runs: Vec<Vec<usize>>| runs.concat();
    let order = match page {
        Page::Overview
        | Page::History
        | Page::Bulletin(..)
        | Page::Data
        | Page::Import(_)
        | Page::Library
        | Page::Mine
        | Page::Calendar(Calendar::Year | Calendar::List | Calendar::ThisMonth) => {
            sort_by_time(timings, catalog.all())
        }
        Page::Calendar(Calendar::Month(month)) => {
            let days = days_of(book, catalog, timings, *month);
            let runs = of_month(catalog, timings, *month, &days).into_iter().map(|run| run.items);
            let dated = days.iter().flat_map(Day::all).collect();
            flat([dated].into_iter().chain(runs).chain([loose(catalog, timings)]).collect())
        }
        Page::Calendar(Calendar::Timeline(By::Unit)) | Page::Units(None) => {
            flat(by_unit(catalog, timings).into_iter().map(|run| run.items).collect())
        }
        Page::Calendar(Calendar::Timeline(By::Category)) => {
            flat(by_group(catalog, Sort::Time, timings, standings).into_iter().map(|run| run.items).collect())
        }
        Page::Calendar(Calendar::Timeline(By::Meeting)) => {
            flat(by_meeting(catalog, timings).into_iter().map(|run| run.items).collect())
        }
        Page::Units(Some(unit)) => {
            let page = unit_work(catalog, timings, unit);
            flat(vec![page.leads, page.joins, page.shares])
        }
        Page::Categories(group, sort) => {
            let runs = by_group(catalog, *sort, timings, standings).into_iter();
            flat(runs.filter(|run| group.is_none_or(|group| run.key == group)).map(|run| run.items).collect())
        }
        Page::Sessions => {
            let agendas = agendas(catalog, timings).into_iter();
            let items = agendas.map(|agenda| match agenda.month {
                Some(month) => {
                    let id = SessionId { meeting: agenda.meeting, month };
                    book.agenda(catalog, timings, id).items().collect()
                }
                None => agenda.items,
            });
            flat(items.collect())
        }
        Page::Session(id) => book.agenda(catalog, timings, *id).items().collect(),
        Page::Coverage => {
            let coverage = coverage(catalog);
            let points = coverage.points.into_iter().map(|(_, items)| items);
            flat([coverage.without_point].into_iter().chain(points).collect())
        }
        Page::Search(_) => found.to_vec(),
        Page::Points(_) => {
            let phrases = catalog.plan.points().flat_map(|point| point_phrases(catalog, point.no));
            phrases.flat_map(|phrase| phrase.items).filter_map(|id| catalog.position(id)).collect()
        }
        Page::Item(_) | Page::Guide(_) | Page::Unknown(_) => catalog.all().collect(),
    };
    let mut seen = HashSet::new();
    let shown = order.into_iter().filter(|at| pass.get(*at) == Some(&true) && seen.insert(*at));
    shown.filter_map(|at| catalog.plan.items.get(at).map(|item| item.id)).collect()
}

/// The item that many places further in a list; `None` past its ends, and for an item that is not in it.
pub fn neighbour(list: &[ItemId], id: ItemId, by: isize) -> Option<ItemId> {
    let at = list.iter().position(|listed| *listed == id)?.checked_add_signed(by)?;
    list.get(at).copied()
}

#[cfg(test)]
mod tests;

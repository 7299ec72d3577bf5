//! The days of one month: which sessions are held, and which items have a day of their own.

use chrono::{Datelike, NaiveDate};

use super::{ProgressBook, SessionId};
use yaodian_plan::Month;
use yaodian_plan::query::{Catalog, Timing};

/// A day with sessions or items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day of the month, from 1.
    pub day: u32,
    /// The sessions of that day with their items, by position.
    pub sessions: Vec<(SessionId, Vec<usize>)>,
    /// The items whose own day it is and that are on no agenda of the day's sessions, by position.
    pub items: Vec<usize>,
}

impl Day {
    /// All items of the day, those of sessions first.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        let of_sessions = self.sessions.iter().flat_map(|(_, items)| items);
        of_sessions.chain(&self.items).copied()
    }
}

/// The days of a month of the plan's year that have sessions or items, in order.
///
/// A session is on the day that was set for it, even if that is in another month than the plan has it in. `timings` is
/// aligned with the plan's items.
pub fn days_of(book: &ProgressBook, catalog: &Catalog, timings: &[Timing], month: Month) -> Vec<Day> {
    let day_in = |date: Option<NaiveDate>| {
        let in_month =
            |date: &NaiveDate| date.year() == catalog.plan.year && date.month() == u32::from(month.number());
        date.filter(in_month).map(|date| date.day())
    };
    let sessions: Vec<(u32, SessionId)> =
        SessionId::all(&catalog.plan).filter_map(|id| Some((day_in(book.session(id).date())?, id))).collect();
    let items = catalog.plan.items.iter().enumerate();
    let items: Vec<(u32, usize)> =
        items.filter_map(|(at, item)| Some((day_in(book.item(item.id).date())?, at))).collect();
    let day_of = |day: u32| {
        let held = sessions.iter().filter(|(on, _)| *on == day);
        let sessions: Vec<(SessionId, Vec<usize>)> =
            held.map(|(_, id)| (*id, book.agenda(catalog, timings, *id).items().collect())).collect();
        let elsewhere = |at: &usize| !sessions.iter().any(|(_, items)| items.contains(at));
        let own = items.iter().filter(|(on, _)| *on == day).map(|(_, at)| *at);
        let items: Vec<usize> = own.filter(elsewhere).collect();
        (!sessions.is_empty() || !items.is_empty()).then_some(Day { day, sessions, items })
    };
    (1..=31).filter_map(day_of).collect()
}

//! 月历: a month day by day, then what has no day yet, by the meeting that it goes to.

mod grid;

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::sort::sort_by_rank;
use yaodian_progress::{Day, days_of};

use self::grid::grid;
use super::{loose, with_filter};
use crate::components::card::list_card;
use crate::components::el::{View, all, live};
use crate::order::of_month;
use crate::signals::Derived;
use crate::state::desk;
use crate::text;

/// One month, built anew only when a meeting or an item gets another day.
pub fn month(month: Month) -> View {
    let desk = desk();
    let days = Derived::new(move || desk.ledger.book.with(|book| days_of(book, desk.catalog(), month)));
    live(move || {
        let days = days.get();
        untrack(|| {
            let runs = of_month(desk.catalog(), month, &days);
            let undated = runs.iter().flat_map(|run| &run.items).copied();
            // An item may be on two days, with its meeting and on its own.
            let mut shown: Vec<usize> = undated.chain(days.iter().flat_map(Day::all)).collect();
            shown = sort_by_rank(shown, &|_| 0);
            shown.dedup();
            let cards = runs.into_iter().map(|run| {
                let group = run.key.map_or(text::NO_MEETING, text::meeting);
                list_card(text::undated(group), Vec::new(), run.items, true).view()
            });
            let parts = [grid(month, &days).view()].into_iter().chain(cards).chain([loose().view()]);
            with_filter(shown, all(parts.collect()))
        })
    })
}

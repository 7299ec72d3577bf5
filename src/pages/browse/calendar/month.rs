//! 月历: a month day by day, then what has no day yet, by the meeting that it goes to.

mod grid;

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::sort::sort_by_rank;
use yaodian_progress::{Day, days_of};

use self::grid::grid;
use crate::desk::desk;
use crate::desk::order::of_month;
use crate::text;
use crate::widgets::calendar::{loose, with_filter};
use crate::widgets::card::list_card;
use yaodian_ui::{View, fragment, live};

/// One month, built anew only when a meeting or an item gets another day or month.
pub fn month(month: Month) -> View {
    let desk = desk();
    let days = Memo::new(move |_| {
        desk.timings
            .with(|timings| desk.ledger.book.with(|book| days_of(book, desk.catalog(), timings, month)))
    });
    live(move || {
        let (days, timings) = (days.get(), desk.timings.get());
        untrack(|| {
            let runs = of_month(desk.catalog(), &timings, month, &days);
            let undated = runs.iter().flat_map(|run| &run.items).copied();
            // An item may be on two days, with its meeting and on its own.
            let mut shown: Vec<usize> = undated.chain(days.iter().flat_map(Day::all)).collect();
            shown = sort_by_rank(shown, &|_| 0);
            shown.dedup();
            let cards = runs.into_iter().map(|run| {
                let group = run.key.map_or(text::NO_MEETING, text::meeting);
                list_card(text::undated(group), Vec::new(), run.items, true).into_view()
            });
            let parts = [grid(month, &days).into_view()].into_iter().chain(cards).chain([loose()]);
            with_filter(shown, fragment(parts.collect()))
        })
    })
}

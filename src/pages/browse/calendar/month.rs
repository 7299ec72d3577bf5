//! 月历: a month day by day, the agenda of one day, then what has no day yet, by the meeting that it goes to.

mod agenda;
mod grid;

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::sort::sort_by_rank;
use yaodian_progress::{Day, days_of, steps_in_month};

use self::agenda::{agenda, first_shown};
use self::grid::grid;
use crate::desk::desk;
use crate::desk::order::of_month;
use crate::text;
use crate::widgets::calendar::{loose, with_filter};
use crate::widgets::card::list_card;
use crate::widgets::list::Rows;
use yaodian_ui::{View, el, fragment, live};

/// One month, built anew only when a meeting or an item gets another day or month.
pub fn month(month: Month) -> View {
    let desk = desk();
    let days = Memo::new(move |_| {
        desk.timings
            .with(|timings| desk.ledger.book.with(|book| days_of(book, desk.catalog(), timings, month)))
    });
    let steps = Memo::new(move |_| {
        desk.timings.with(|timings| {
            desk.ledger.book.with(|book| steps_in_month(book, desk.catalog(), timings, month))
        })
    });
    // The day whose agenda is shown stays when something is recorded.
    let chosen = RwSignal::new(None);
    live(move || {
        let (days, steps, timings) = (days.get(), steps.get(), desk.timings.get());
        untrack(|| {
            let runs = of_month(desk.catalog(), &timings, month, &days);
            let undated = runs.iter().flat_map(|run| &run.items).copied();
            // An item may be on two days, with its meeting and on its own.
            let mut shown: Vec<usize> = undated.chain(days.iter().flat_map(Day::all)).collect();
            shown = sort_by_rank(shown, &|_| 0);
            shown.dedup();
            let cards = runs.into_iter().map(|run| {
                let group = run.key.map_or(text::NO_MEETING, |meeting| desk.meeting_name(meeting));
                list_card(text::undated(group), Vec::new(), run.items, Rows::Timed).into_view()
            });
            let undated = el("div").class("undated").child(fragment(cards.collect()));
            let grid = grid(month, &days, &steps, chosen);
            let first = first_shown(month, &days, &steps);
            let agenda = agenda(month, days, steps, move || chosen.get().or(first));
            with_filter(shown, fragment(vec![grid.into_view(), agenda, undated.into_view(), loose()]))
        })
    })
}

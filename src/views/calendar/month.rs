//! 月历: everything that falls in one month, by the meeting that it goes to.

use leptos::prelude::*;
use yaodian_plan::Month;

use super::loose;
use crate::components::card::list_card;
use crate::components::el::all;
use crate::order::of_month;
use crate::state::desk;
use crate::text;

/// One month.
pub fn month(month: Month) -> AnyView {
    let runs = of_month(desk().catalog(), month).into_iter();
    let cards = runs.map(|run| {
        let title = run.key.map_or(text::NO_MEETING, text::meeting);
        list_card(title, Vec::new(), run.items, true).view()
    });
    all(cards.chain([loose().view()]).collect())
}

//! 列表: an agenda by month. An item of several months stands in its first month only.

use yaodian_plan::query::{Timing, sort_by_time};
use yaodian_plan::{Month, Period};

use crate::desk::desk;
use crate::text;
use crate::widgets::card::list_card;
use crate::widgets::list::Rows;
use crate::widgets::timed::timed;
use yaodian_ui::{View, fragment};

/// A card per month, then the whole year, then what has no time.
pub fn list() -> View {
    timed(cards)
}

fn cards(timings: &[Timing]) -> View {
    let order = sort_by_time(timings, desk().catalog().all());
    let months = Month::all().map(Period::month).chain([Period::WholeYear, Period::Unscheduled]);
    let cards = months.filter_map(|place| {
        let belongs = |at: &&usize| {
            let period = timings.get(**at).map(|timing| timing.period());
            match (period.and_then(Period::months), place.months()) {
                (Some((first, _)), Some((month, _))) => first == month,
                _ => period == Some(place),
            }
        };
        let items: Vec<usize> = order.iter().filter(belongs).copied().collect();
        (!items.is_empty())
            .then(|| list_card(text::period(place), Vec::new(), items, Rows::Timed).into_view())
    });
    fragment(cards.collect())
}

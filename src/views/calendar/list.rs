//! 列表: an agenda by month. An item of several months stands in its first month only.

use leptos::prelude::*;
use yaodian_plan::query::by_time;
use yaodian_plan::{Month, Period};

use crate::components::list::ItemList;
use crate::state::desk;
use crate::text;

/// A card per month, then the whole year, then what has no time.
#[component]
pub fn List() -> impl IntoView {
    let desk = desk();
    let all = by_time(desk.catalog(), desk.catalog().all());
    let months = Month::all().map(|month| {
        let starts = |at: &&usize| desk.item(**at).period.months().is_some_and(|(first, _)| first == month);
        (text::month(month), all.iter().filter(starts).copied().collect::<Vec<_>>())
    });
    let loose = [Period::WholeYear, Period::Unscheduled].map(|period| {
        let is = |at: &&usize| desk.item(**at).period == period;
        (text::period(period), all.iter().filter(is).copied().collect::<Vec<_>>())
    });
    let cards = months.chain(loose).filter(|(_, items)| !items.is_empty()).map(|(title, items)| {
        let counted = StoredValue::new(items.clone());
        let count = move || counted.with_value(|items| desk.count(items));
        view! {
            <section class="card agenda" hidden=move || count() == 0>
                <header><h2>{title}</h2><p>{move || text::count(count())}</p></header>
                <ItemList items time=true/>
            </section>
        }
    });
    cards.collect_view()
}

//! 年历: twelve months, the first items of each.

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::query::by_time;

use super::{Chip, Loose};
use crate::route::{Calendar, Page};
use crate::state::desk;
use crate::text;

/// How many items a month shows before it refers to its own page.
const SHOWN: usize = 6;

/// The twelve months, then what no month holds.
#[component]
pub fn Year() -> impl IntoView {
    let months = Month::all().map(|month| view! { <MonthCard month/> });
    view! { <div class="year">{months.collect_view()}</div><Loose/> }
}

#[component]
fn MonthCard(month: Month) -> impl IntoView {
    let desk = desk();
    let due = |at: &usize| desk.item(*at).period.covers(month);
    let items = StoredValue::new(by_time(desk.catalog(), desk.catalog().all().filter(due)));
    let passing = Memo::new(move |_| {
        let passing = |at: &&usize| desk.passes(**at);
        items.with_value(|items| items.iter().filter(passing).copied().collect::<Vec<_>>())
    });
    let count = move || passing.with(Vec::len);
    let first = move || passing.with(|list| list.iter().take(SHOWN).copied().collect::<Vec<_>>());
    let rest = move || count().saturating_sub(SHOWN);
    let href =
        move || desk.route.with(|route| route.show_as(Page::Calendar(Calendar::Month(month))).format());
    let now = move || desk.as_of.get().month() == Some(month);
    view! {
        <section class="month" class:now=now>
            <h2><a href=href>{text::month(month)}</a><small>{move || text::count(count())}</small></h2>
            <ul class="lines"><For each=first key=|at| *at let:at><li><Chip at/></li></For></ul>
            <Show when=move || rest() != 0><a class="more" href=href>{move || text::more(rest())}"…"</a></Show>
        </section>
    }
}

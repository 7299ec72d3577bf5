//! 月历: everything that falls in one month, by the meeting that it goes to.

use leptos::prelude::*;
use yaodian_plan::query::by_time;
use yaodian_plan::{Meeting, Month};

use super::Loose;
use crate::components::list::ItemList;
use crate::state::desk;
use crate::text;

/// One month.
#[component]
pub fn MonthView(month: Month) -> impl IntoView {
    let desk = desk();
    let due = |at: &usize| desk.item(*at).period.covers(month);
    let items = by_time(desk.catalog(), desk.catalog().all().filter(due));
    let of = |meeting: Option<Meeting>| -> Vec<usize> {
        let goes = |at: &&usize| desk.item(**at).meetings.first().copied() == meeting;
        items.iter().filter(goes).copied().collect()
    };
    let parts = [Some(Meeting::StandingCommittee), Some(Meeting::Chairpersons), None].map(|meeting| {
        let list = of(meeting);
        let counted = StoredValue::new(list.clone());
        let count = move || counted.with_value(|items| desk.count(items));
        let title = meeting.map_or(text::NO_MEETING, text::meeting);
        (!list.is_empty()).then(|| {
            view! {
                <section class="card" hidden=move || count() == 0>
                    <header><h2>{title}</h2><p>{move || text::count(count())}</p></header>
                    <ItemList items=list time=true/>
                </section>
            }
        })
    });
    view! { {parts.into_iter().collect_view()}<Loose/> }
}

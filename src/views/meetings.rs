//! 会议: what goes to which meeting, month by month, each an agenda in order.

use leptos::prelude::*;
use yaodian_plan::query::{Agenda, agendas};
use yaodian_plan::{Meeting, Month};

use super::Heading;
use crate::components::filters::Filters;
use crate::components::list::{ItemList, NothingPasses};
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page.
#[component]
pub fn Meetings() -> impl IntoView {
    let desk = desk();
    let agendas = agendas(desk.catalog());
    let mut all: Vec<usize> = agendas.iter().flat_map(|agenda| &agenda.items).copied().collect();
    all.sort_unstable();
    all.dedup();
    let months = Month::all().map(Some).chain([None]).filter_map(|month| {
        let of: Vec<Agenda> = agendas.iter().filter(|agenda| agenda.month == month).cloned().collect();
        (!of.is_empty()).then(|| view! { <MonthOf month agendas=of/> })
    });
    let months = months.collect_view();
    view! {
        <Heading page=Page::Meetings/>
        <p class="lead">{text::MEETING_NOTE}</p>
        <Filters items=all.clone()/>
        <NothingPasses items=all/>
        {months}
    }
}

/// The meetings of one month.
#[component]
fn MonthOf(month: Option<Month>, agendas: Vec<Agenda>) -> impl IntoView {
    let desk = desk();
    let items: Vec<usize> = agendas.iter().flat_map(|agenda| &agenda.items).copied().collect();
    let now = move || month.is_some() && desk.as_of.get().month() == month;
    let title = month.map_or(text::MEETING_UNSCHEDULED.into(), text::month);
    let parts = agendas.into_iter().map(|agenda| view! { <AgendaOf agenda/> });
    let parts = parts.collect_view();
    view! {
        <section class="card meeting-month" class:now=now hidden=move || desk.count(&items) == 0>
            <header><h2>{title}</h2></header>
            <div class="agendas">{parts}</div>
        </section>
    }
}

#[component]
fn AgendaOf(agenda: Agenda) -> impl IntoView {
    let desk = desk();
    let counted = StoredValue::new(agenda.items.clone());
    let count = move || counted.with_value(|items| desk.count(items));
    let class = if agenda.meeting == Meeting::StandingCommittee { "tag sc" } else { "tag cm" };
    view! {
        <section hidden=move || count() == 0>
            <h3><span class=class>{text::meeting(agenda.meeting)}</span><small>{move || text::count(count())}</small></h3>
            <ItemList items=agenda.items/>
        </section>
    }
}

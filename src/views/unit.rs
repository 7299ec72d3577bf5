//! One unit's year: figures, load, what it leads, joins and shares, what it brings to meetings.

use leptos::prelude::*;
use yaodian_plan::query::{Standing, Tally, UnitPage, unit_page};
use yaodian_plan::{Month, UnitId};

use super::Heading;
use super::units::UnitNav;
use crate::components::badge::unit_class;
use crate::components::card::{Card, Figure};
use crate::components::filters::Filters;
use crate::components::list::{ItemList, NothingPasses};
use crate::route::Page;
use crate::state::desk;
use crate::text;
use crate::views::unknown::Unknown;

/// The page; a unit that the plan does not have is a link that leads nowhere.
#[component]
pub fn UnitView(id: UnitId) -> impl IntoView {
    let desk = desk();
    let Some(row) = desk.catalog().unit_position(&id) else {
        return view! { <Unknown said=id.0/> }.into_any();
    };
    let page = unit_page(desk.catalog(), &id);
    let all = [page.leads.as_slice(), &page.joins, &page.shares].concat();
    let parts = [
        (text::LEADS, "", page.leads.clone()),
        (text::JOINS, "", page.joins.clone()),
        (text::SHARES, text::SHARES_NOTE, page.shares.clone()),
    ];
    let parts = parts.into_iter().filter(|(_, _, items)| !items.is_empty()).map(|(title, note, items)| {
        let counted = StoredValue::new(items.clone());
        let count = move || counted.with_value(|items| desk.count(items));
        view! {
            <section class="card" hidden=move || count() == 0>
                <header><h2>{title}</h2><p>{move || text::count(count())}</p><p>{note}</p></header>
                <ItemList items time=true/>
            </section>
        }
    });
    view! {
        <Heading page=Page::Units(Some(id))/>
        <UnitNav current=Some(row)/>
        <Figures page=page.clone()/>
        <div class="two">
            <Load load=page.load row/>
            <Brings page/>
        </div>
        <Filters items=all.clone()/>
        <NothingPasses items=all/>
        {parts.collect_view()}
    }
    .into_any()
}

#[component]
fn Figures(page: UnitPage) -> impl IntoView {
    let desk = desk();
    let brings: std::collections::BTreeSet<usize> =
        page.brings.iter().flat_map(|(_, items)| items).copied().collect();
    let busiest = page.busiest().map(|(month, load)| {
        view! { <Figure value=text::month(month) label=text::busiest(load)/> }
    });
    let leads = page.leads.clone();
    let done = Signal::derive(move || {
        let tally = desk.standings.with(|standings| Tally::of(standings, leads.iter().copied()));
        tally.count(Standing::Done).to_string()
    });
    view! {
        <dl class="card figs" aria-label=text::FIGURES>
            <Figure value=page.leads.len().to_string() label=text::LEADS.to_string()/>
            <Figure value=page.joins.len().to_string() label=text::JOINS.to_string()/>
            <Figure value=brings.len().to_string() label=text::BRINGS.to_string()/>
            <Figure value=done label=text::LEADS_DONE.to_string() class="done"/>
            {busiest}
        </dl>
    }
}

/// How many items fall in each month, as columns.
#[component]
fn Load(load: [usize; 12], row: usize) -> impl IntoView {
    let most = load.into_iter().max().unwrap_or(0).max(1);
    let columns = Month::all().zip(load).map(move |(month, load)| {
        let height = format!("height:{}%", 100 * load / most);
        view! { <li><b>{load}</b><span class="column"><i style=height></i></span><span>{text::month(month)}</span></li> }
    });
    view! {
        <Card title=|| text::LOAD note=|| text::LOAD_NOTE>
            <ol class=format!("load {}", unit_class(row))>{columns.collect_view()}</ol>
        </Card>
    }
}

/// What the unit brings to which meeting, by month.
#[component]
fn Brings(page: UnitPage) -> impl IntoView {
    let desk = desk();
    let nothing = page.brings.is_empty().then(|| view! { <p class="empty">{text::NO_ITEMS}</p> });
    let lists = page.brings.into_iter().map(move |(meeting, items)| {
        let count = items.len();
        let rows = items.into_iter().map(move |at| {
            let item = desk.item(at);
            view! {
                <li>
                    <span class="when">{text::period(item.period)}</span>
                    <a href=format!("#/item/{}", item.id) data-item=item.id.to_string()>{item.title.as_str()}</a>
                </li>
            }
        });
        view! { <h3>{text::meeting(meeting)}<small>{text::count(count)}</small></h3><ul class="brief">{rows.collect_view()}</ul> }
    });
    view! { <Card title=|| text::BRINGS>{nothing}{lists.collect_view()}</Card> }
}

//! 工委: all of them side by side, each with what it leads.

use leptos::prelude::*;
use yaodian_plan::query::{Tally, unit_page};

use super::Heading;
use crate::components::badge::UnitName;
use crate::components::card::Meter;
use crate::components::filters::Filters;
use crate::components::list::{ItemList, NothingPasses};
use crate::order::by_unit;
use crate::route::Page;
use crate::state::{Desk, desk};
use crate::text;

/// The page.
#[component]
pub fn Units() -> impl IntoView {
    let desk = desk();
    let runs = by_unit(desk.catalog()).into_iter().filter(|run| !run.items.is_empty());
    let cards = runs.map(|run| view! { <UnitCard row=run.key items=run.items/> });
    let all: Vec<usize> = desk.catalog().all().collect();
    view! {
        <Heading page=Page::Units(None)/>
        <UnitNav current=None/>
        <Filters items=all.clone()/>
        <NothingPasses items=all/>
        {cards.collect_view()}
    }
}

/// The way from one unit to the others.
#[component]
pub fn UnitNav(current: Option<usize>) -> impl IntoView {
    let desk = desk();
    let choices = desk.catalog().plan.units.iter().enumerate().map(move |(row, unit)| {
        let page = Page::Units(Some(unit.id.clone()));
        let href = move || desk.route.with(|route| route.turn_to(page.clone()).format());
        view! { <a href=href aria-current=(current == Some(row)).then_some("true")><UnitName row/></a> }
    });
    let all = move || desk.route.with(|route| route.turn_to(Page::Units(None)).format());
    view! {
        <nav class="seg units" aria-label=text::UNITS>
            <a href=all aria-current=current.is_none().then_some("true")>{text::ALL_TABLES}</a>
            {choices.collect_view()}
        </nav>
    }
}

#[component]
fn UnitCard(row: usize, items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let counted = StoredValue::new(items.clone());
    let count = move || counted.with_value(|items| desk.count(items));
    let tally = Signal::derive(move || {
        desk.standings
            .with(|standings| counted.with_value(|items| Tally::of(standings, items.iter().copied())))
    });
    let title = match desk.catalog().plan.units.get(row) {
        Some(unit) => {
            let page = Page::Units(Some(unit.id.clone()));
            let href = move || desk.route.with(|route| route.turn_to(page.clone()).format());
            view! { <a href=href><UnitName row/></a> }.into_any()
        }
        None => view! { <UnitName row/> }.into_any(),
    };
    view! {
        <section class="card" hidden=move || count() == 0>
            <header>
                <h2>{title}</h2>
                <p>{move || text::count(count())}{joins(desk, row)}</p>
                <p class="all progress"><Meter tally/></p>
            </header>
            <ItemList items time=true/>
        </section>
    }
}

/// How many items the unit joins besides, as a phrase.
fn joins(desk: Desk, row: usize) -> Option<String> {
    let unit = desk.catalog().plan.units.get(row)?;
    let joins = unit_page(desk.catalog(), &unit.id).joins.len();
    (joins > 0).then(|| text::and_joins(joins))
}

//! The way to the main pages: a rail at the side, a bar at the bottom of narrow screens.

use leptos::prelude::*;
use yaodian_plan::query::agendas;

use crate::browser::dom;
use crate::components::help;
use crate::route::{Calendar, Page, Sort};
use crate::state::desk;
use crate::text;

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let desk = desk();
    let plan = &desk.catalog().plan;
    let entries: [(&str, Page, Option<usize>); 6] = [
        (text::OVERVIEW, Page::Overview, None),
        (text::CALENDAR, Page::Calendar(Calendar::Year), None),
        (text::UNITS, Page::Units(None), Some(plan.units.len())),
        (text::CATEGORIES, Page::Categories(None, Sort::Document), Some(plan.categories.len())),
        (text::MEETINGS, Page::Meetings, Some(agendas(desk.catalog()).len())),
        (text::POINTS, Page::Points(None), Some(plan.points().count())),
    ];
    let links = entries.into_iter().map(|(label, page, count)| {
        let to = page.clone();
        let href = move || desk.route.with(|route| route.turn_to(to.clone()).format());
        let current = Memo::new(move |_| desk.page.with(|now| belongs(now, &page)));
        view! {
            <a href=href aria-current=move || current.get().then_some("page")>
                <span>{label}</span>{count.map(|count| view! { <small>{count}</small> })}
            </a>
        }
    });
    view! {
        <nav class="rail" aria-label=text::MAIN_NAV>
            {links.collect_view()}
            <hr/>
            <button class="wide" on:click=|_| dom::print()>{text::PRINT}</button>
            <button class="wide" on:click=|_| help::open()>{text::HELP}</button>
        </nav>
    }
}

/// Whether a page is reached through an entry of the rail.
fn belongs(page: &Page, entry: &Page) -> bool {
    match (page, entry) {
        (Page::Coverage, Page::Points(_)) => true,
        _ => std::mem::discriminant(page) == std::mem::discriminant(entry),
    }
}

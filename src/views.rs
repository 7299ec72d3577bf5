//! One page each. A page reads the desk, asks the domain, and arranges components.

pub mod item;

mod calendar;
mod categories;
mod coverage;
mod meetings;
mod overview;
mod points;
mod search;
mod unit;
mod units;
mod unknown;

use leptos::prelude::*;

use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page of the current address.
#[component]
pub fn Current() -> impl IntoView {
    let desk = desk();
    // Typing in the search changes the page's query, not the page.
    let page = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Page::Search(_) => Page::Search(String::new()),
            page => page.clone(),
        })
    });
    move || match page.get() {
        Page::Overview => view! { <overview::Overview/> }.into_any(),
        Page::Calendar(calendar) => view! { <calendar::CalendarPage calendar/> }.into_any(),
        Page::Units(None) => view! { <units::Units/> }.into_any(),
        Page::Units(Some(id)) => view! { <unit::UnitView id/> }.into_any(),
        Page::Categories(group, sort) => view! { <categories::Categories group sort/> }.into_any(),
        Page::Meetings => view! { <meetings::Meetings/> }.into_any(),
        Page::Points(no) => view! { <points::Points at=no/> }.into_any(),
        Page::Coverage => view! { <coverage::CoverageView/> }.into_any(),
        Page::Search(_) => view! { <search::Search/> }.into_any(),
        Page::Item(id) => view! { <item::ItemPage id/> }.into_any(),
        Page::Unknown(said) => view! { <unknown::Unknown said/> }.into_any(),
    }
}

/// A page's heading, which takes the focus when the page opens.
#[component]
pub fn Heading(page: Page) -> impl IntoView {
    view! { <h1 tabindex="-1">{text::page(&page, desk().catalog())}</h1> }
}

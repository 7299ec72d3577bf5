//! 对照: which items each point has, points without items, items without a point.

use leptos::prelude::*;
use yaodian_plan::query::coverage;

use super::Heading;
use super::points::PointsNav;
use crate::components::badge::{StandingOf, Who};
use crate::components::list::ItemList;
use crate::components::marked::Title;
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;

/// The page.
#[component]
pub fn CoverageView() -> impl IntoView {
    let desk = desk();
    let coverage = coverage(desk.catalog());
    let (empty, covered): (Vec<_>, Vec<_>) =
        coverage.points.into_iter().partition(|(_, items)| items.is_empty());
    let heading = move |no: u16| {
        let heading = desk.catalog().plan.point(no).map(|point| point.heading.as_str());
        let href = Route::to(Page::Points(Some(no))).format();
        view! { <a href=href>{no}"．"{heading}</a> }
    };
    let counts = (covered.len(), empty.len(), coverage.without_point.len());
    let rows = covered.into_iter().map(|(no, items)| {
        let count = items.len();
        let rows = items.into_iter().map(|at| {
            let item = desk.item(at);
            view! {
                <li>
                    <a href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a>
                    <small>{text::period(item.period)}" · "<Who at/>" · "<StandingOf at/></small>
                </li>
            }
        });
        view! { <li><h3>{heading(no)}<small>{text::count(count)}</small></h3><ul class="brief">{rows.collect_view()}</ul></li> }
    });
    let rows = rows.collect_view();
    let none = empty.into_iter().map(|(no, _)| view! { <li>{heading(no)}</li> }).collect_view();
    view! {
        <Heading page=Page::Coverage/>
        <PointsNav coverage=true/>
        <section class="card">
            <header><h2>{text::COVERAGE_EMPTY_POINTS}</h2><p>{text::points_count(counts.1)}</p></header>
            <ul class="brief">{none}</ul>
        </section>
        <section class="card">
            <header><h2>{text::COVERAGE_LOOSE_ITEMS}</h2><p>{text::count(counts.2)}</p></header>
            <ItemList items=coverage.without_point time=true/>
        </section>
        <section class="card">
            <header><h2>{text::COVERAGE_POINTS}</h2><p>{text::points_count(counts.0)}</p></header>
            <ol class="covered">{rows}</ol>
        </section>
    }
}

//! Search results, grouped, as one types.

use std::ops::Range;

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use yaodian_plan::Place;
use yaodian_plan::search::{Field, Hit, Target};

use super::Heading;
use crate::browser::dom;
use crate::components::badge::{GroupTag, Meetings, StandingOf, UnitName, Who};
use crate::components::marked::{Marked, Title};
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;
use yaodian_plan::query::Group;

/// How many hits of one kind are shown.
const SHOWN: usize = 60;

/// The page.
#[component]
pub fn Search() -> impl IntoView {
    let desk = desk();
    let of = move |wanted: fn(&Target) -> bool| {
        desk.hits.with(|hits| hits.iter().filter(|hit| wanted(&hit.target)).cloned().collect::<Vec<Hit>>())
    };
    let places = Memo::new(move |_| of(|target| matches!(target, Target::Unit(_) | Target::Category(_))));
    let items = Memo::new(move |_| of(|target| matches!(target, Target::Item(_))));
    let points = Memo::new(move |_| of(|target| matches!(target, Target::Point(_))));
    let asked =
        move || desk.page.with(|page| matches!(page, Page::Search(query) if !query.trim().is_empty()));
    let said = move || match (asked(), items.with(Vec::len), points.with(Vec::len)) {
        (false, _, _) => text::SEARCH_HELP.to_string(),
        (true, 0, 0) if places.with(Vec::is_empty) => text::SEARCH_NOTHING.into(),
        (true, items, points) => text::results(items, points),
    };
    view! {
        <Heading page=Page::Search(String::new())/>
        <p class="lead" role="status">{said}</p>
        <div class="results" on:keydown=on_key>
            <Part title=text::SEARCH_PLACES hits=places/>
            <Part title=text::ITEM hits=items/>
            <Part title=text::POINTS hits=points/>
        </div>
    }
}

#[component]
fn Part(title: &'static str, hits: Memo<Vec<Hit>>) -> impl IntoView {
    let shown = move || hits.with(|hits| hits.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let rest = move || hits.with(Vec::len).saturating_sub(SHOWN);
    view! {
        <section class="card" hidden=move || hits.with(Vec::is_empty)>
            <header><h2>{title}</h2><p>{move || hits.with(Vec::len)}</p></header>
            <ul class="list hits">
                <For each=shown key=|hit| format!("{:?}{:?}", hit.target, hit.ranges) let:hit><li class="row hit"><HitView hit/></li></For>
            </ul>
            <p class="empty" hidden=move || rest() == 0>{move || text::more(rest())}</p>
        </section>
    }
}

#[component]
fn HitView(hit: Hit) -> impl IntoView {
    let desk = desk();
    let Hit { target, field, ranges, .. } = hit;
    match target {
        Target::Item(at) => {
            let item = desk.item(at);
            let in_title = if field == Field::Title { ranges } else { Vec::new() };
            view! {
                <a class="title" href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item ranges=in_title/></a>
                <StandingOf at/>
                <span class="meta"><span class="when">{text::period(item.period)}</span><Who at/><Meetings meetings=&item.meetings/><GroupTag item/></span>
            }
            .into_any()
        }
        Target::Point(no) => view! { <PointHit no field ranges/> }.into_any(),
        Target::Unit(id) => {
            let row = desk.catalog().unit_position(&id).unwrap_or(usize::MAX);
            view! { <a class="title" href=Route::to(Page::Units(Some(id))).format()><UnitName row/></a> }
                .into_any()
        }
        Target::Category(no) => {
            let group = Group::Category(no);
            let href = Route::to(Page::Categories(Some(group), Default::default())).format();
            view! { <a class="title" href=href>{text::group(desk.catalog(), group)}</a> }.into_any()
        }
    }
}

/// A point, with the part of its text around the first match.
#[component]
fn PointHit(no: u16, field: Field, ranges: Vec<Range<usize>>) -> impl IntoView {
    let desk = desk();
    desk.catalog().plan.point(no).map(|point| {
        let href = Route::to(Page::Points(Some(no))).format();
        let in_heading = if field == Field::PointHeading { ranges.clone() } else { Vec::new() };
        let around = (field == Field::PointText).then(|| {
            let (text, ranges) = excerpt(&point.text, &ranges);
            view! { <span class="meta excerpt"><Marked text place=Place::Point(no) ranges/></span> }
        });
        view! {
            <a class="title" href=href>{no}"．"<Marked text=&point.heading place=Place::Point(no) ranges=in_heading/></a>
            {around}
        }
    })
}

/// Characters of context on either side of a match.
const CONTEXT: usize = 24;

/// The clauses around the first range, and the ranges within them.
fn excerpt(text: &'static str, ranges: &[Range<usize>]) -> (&'static str, Vec<Range<usize>>) {
    let first = ranges.first().cloned().unwrap_or(0..0);
    let before = text.get(..first.start).unwrap_or_default();
    let start = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| at);
    let after = text.get(first.end..).unwrap_or_default();
    let end = after.char_indices().nth(CONTEXT * 2).map_or(text.len(), |(at, _)| first.end + at);
    let inside = ranges.iter().filter(|range| range.start >= start && range.end <= end);
    let moved = inside.map(|range| range.start - start..range.end - start).collect();
    (text.get(start..end).unwrap_or(text), moved)
}

/// Arrow keys move between results; up from the first goes back to the field.
fn on_key(event: KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(results) = dom::around(&event, ".results") else { return };
    let Some(here) = dom::around(&event, ".hit a") else { return };
    event.prevent_default();
    let links = dom::all(&results, ".hit a");
    let at = links.iter().position(|link| **link == here);
    let next = at.and_then(|at| at.checked_add_signed(by));
    match next.map(|next| links.get(next)) {
        Some(Some(link)) => drop(link.focus()),
        Some(None) => {}
        None => dom::focus_later("#search".into()),
    }
}

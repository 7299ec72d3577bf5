//! The year matrix on screen: unit by month, one mark per item.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yaodian_plan::Month;
use yaodian_plan::query::{Filter, Matrix, MatrixRow, When, matrix};

use crate::browser::dom;
use crate::components::badge::{UnitName, standing_class, unit_class};
use crate::components::card::Meter;
use crate::route::{Calendar, Page};
use crate::state::{Desk, desk};
use crate::text;

/// A cell shows no more marks than this; plans with hundreds of items per month exist.
const MARKS: usize = 24;

/// The matrix with its legend. The legend's line names the mark that is pointed at or focused.
#[component]
pub fn MatrixView() -> impl IntoView {
    let desk = desk();
    let pointed = RwSignal::new(None::<usize>);
    let grid = Memo::new(move |_| {
        let all = vec![true; desk.catalog().plan.items.len()];
        desk.standings.with(|standings| matrix(desk.catalog(), standings, &all))
    });
    request_animation_frame(|| {
        if let Some(table) = dom::find(".matrix") {
            make_tab_stop(&table, None);
        }
    });
    let point = move |event: Event| {
        let mark = dom::around(&event, "[data-at]");
        pointed.set(mark.and_then(|mark| mark.get_attribute("data-at")).and_then(|at| at.parse().ok()));
    };
    let name = move || match pointed.get() {
        Some(at) => text::mark(desk.catalog(), desk.item(at), desk.standing(at)),
        None => text::MATRIX_LEGEND.into(),
    };
    let now = move |month: Month| desk.as_of.get().month() == Some(month);
    let months = Month::all().map(|month| {
        let href =
            move || desk.route.with(|route| route.turn_to(Page::Calendar(Calendar::Month(month))).format());
        view! { <th scope="col" class:now=move || now(month)><a href=href>{text::month(month)}</a></th> }
    });
    let rows = (0..desk.catalog().plan.units.len() + 1).map(|row| view! { <Row row grid/> });
    view! {
        <section class="card matrix-card">
            <header><h2>{text::MATRIX}</h2><p class="pointed">{name}</p></header>
            <div class="scroll">
                <table class="matrix" on:mouseover=move |event| point(event.into()) on:focusin=move |event| { follow_focus(&event); point(event.into()) }
                    on:mouseleave=move |_| pointed.set(None) on:focusout=move |_| pointed.set(None) on:keydown=on_key>
                    <caption class="sr">{text::MATRIX}"。"{text::MATRIX_LEGEND}"。"{text::MATRIX_KEYS}</caption>
                    <thead><tr><th scope="col"><span class="sr">{text::UNITS}</span></th>{months.collect_view()}
                        <th scope="col">{text::LOOSE}</th><th scope="col">{text::PROGRESS}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(row: usize, grid: Memo<Matrix>) -> impl IntoView {
    let of = move || grid.with(|grid| grid.rows.get(row).cloned().unwrap_or_default());
    let tally = Signal::derive(move || of().tally);
    // Which items a cell holds does not depend on progress, so the marks are made once.
    let MatrixRow { cells, .. } = untrack(of);
    let columns = Month::all().map(Some).chain([None]);
    let cells = cells.into_iter().zip(columns).map(|(items, month)| view! { <Cell row month items/> });
    view! {
        <tr class=unit_class(row)>
            <th scope="row"><UnitHead row/></th>
            {cells.collect_view()}
            <td class="progress"><Meter tally/></td>
        </tr>
    }
    .into_any()
}

#[component]
fn UnitHead(row: usize) -> impl IntoView {
    let desk = desk();
    match desk.catalog().plan.units.get(row) {
        Some(unit) => {
            let page = Page::Units(Some(unit.id.clone()));
            let href = move || desk.route.with(|route| route.turn_to(page.clone()).format());
            view! { <a href=href><UnitName row/></a> }.into_any()
        }
        None => view! { <UnitName row/> }.into_any(),
    }
}

/// One unit in one month, or in the column for items without a month.
#[component]
fn Cell(row: usize, month: Option<Month>, items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let now = move || month.is_some() && desk.as_of.get().month() == month;
    let column = month.map_or(text::LOOSE.into(), text::month);
    let label = text::cell(&text::row(desk.catalog(), row), &column, items.len());
    let href = move || cell_address(desk, row, month);
    let rest = items.len().saturating_sub(MARKS);
    let count = items.len();
    let marks = items.into_iter().take(MARKS).map(|at| view! { <Mark at/> }).collect_view();
    view! {
        <td class:now=now>
            {(count > 0).then(|| view! {
                <a class="cell" href=href tabindex="-1" aria-label=label></a>
                <span class="dots">{marks}{(rest > 0).then(|| format!("+{rest}"))}</span>
            })}
        </td>
    }
}

fn cell_address(desk: Desk, row: usize, month: Option<Month>) -> String {
    let when = match month {
        Some(month) => vec![When::Month(month)],
        None => vec![When::WholeYear, When::Unscheduled],
    };
    let unit = desk.catalog().plan.units.get(row).map(|unit| unit.id.clone());
    let shared = unit.is_none();
    let filter = Filter { when, leads: unit.into_iter().collect(), shared, ..Filter::default() };
    desk.route.with(|route| route.turn_to(Page::Calendar(Calendar::List)).with_filter(filter).format())
}

/// One item: square for annex 1, round for annex 2.
#[component]
fn Mark(at: usize) -> impl IntoView {
    let desk = desk();
    let item = desk.item(at);
    let kind = if item.id.is_schedule() { "mark" } else { "mark task" };
    let class = move || format!("{kind} {}", standing_class(desk.standing(at)));
    let label = move || text::mark(desk.catalog(), item, desk.standing(at));
    view! {
        <a class=class href=format!("#/item/{}", item.id) data-item=item.id.to_string() data-at=at.to_string()
            tabindex="-1" aria-label=label></a>
    }
}

/// Leaves exactly one stop of the matrix in the Tab order: the given one, or the first.
fn make_tab_stop(table: &Element, chosen: Option<&Element>) {
    let stops = dom::all(table, ".cell, .mark");
    let chosen = chosen.or(stops.first().map(|first| &**first));
    for stop in &stops {
        stop.set_tab_index(if Some(&**stop) == chosen { 0 } else { -1 });
    }
}

fn follow_focus(event: &Event) {
    if let (Some(table), Some(stop)) = (dom::around(event, "table"), dom::around(event, ".cell, .mark")) {
        make_tab_stop(&table, Some(&stop));
    }
}

/// The matrix is one stop of the Tab key; within it the arrow keys move.
fn on_key(event: KeyboardEvent) {
    let Some(table) = dom::around(&event, "table") else { return };
    let Some(here) = dom::around(&event, ".cell, .mark") else { return };
    let stops = dom::all(&table, ".cell, .mark");
    let Some(at) = stops.iter().position(|stop| **stop == here) else { return };
    let next = match event.key().as_str() {
        "ArrowRight" => stops.get(at + 1),
        "ArrowLeft" => at.checked_sub(1).and_then(|at| stops.get(at)),
        "ArrowDown" => below(&stops, at, 1),
        "ArrowUp" => below(&stops, at, -1),
        "Home" => stops.first(),
        "End" => stops.last(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next {
        let _ = next.focus();
    }
}

/// The first stop in the same column of the next row that has one there.
fn below(stops: &[HtmlElement], at: usize, by: i32) -> Option<&HtmlElement> {
    let place = |stop: &HtmlElement| {
        let cell = stop.closest("td").ok().flatten()?.dyn_into::<web_sys::HtmlTableCellElement>().ok()?;
        let row = cell.parent_element()?.dyn_into::<web_sys::HtmlTableRowElement>().ok()?;
        Some((row.row_index(), cell.cell_index()))
    };
    let (row, column) = place(stops.get(at)?)?;
    let mut there: Vec<(i32, &HtmlElement)> = stops
        .iter()
        .filter_map(|stop| Some((place(stop)?, stop)))
        .filter(|((other, same), _)| *same == column && (other - row) * by > 0)
        .map(|((other, _), stop)| ((other - row) * by, stop))
        .collect();
    there.sort_by_key(|(distance, _)| *distance);
    there.first().map(|(_, stop)| *stop)
}

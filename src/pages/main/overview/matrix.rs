//! The year matrix on screen: unit by month, one mark per item.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yaodian_plan::Month;
use yaodian_plan::query::{Filter, MatrixRow, Timing, When, matrix};

use crate::browser::dom;
use crate::desk::{Desk, desk};
use crate::route::{Calendar, Page};
use crate::text;
use crate::widgets::badge::{unit_class, unit_name};
use crate::widgets::card::{card, late_note, meter, note, tally_of};
use crate::widgets::item_marks;
use crate::widgets::link::{item_anchor, page_link, route_link};
use crate::widgets::timed::timed;
use yaodian_ui::{El, el};

/// How much of the month before is seen then, in pixels.
const NEIGHBOUR: i32 = 24;
/// A cell shows no more marks than this; plans with hundreds of items per month exist.
const MARKS: usize = 24;

/// The matrix with its legend. The legend's line names the mark that is pointed at or focused.
pub fn matrix_card() -> El {
    let desk = desk();
    // Whoever points at a mark goes on doing so while the focus is elsewhere.
    let pointed = RwSignal::new(None::<usize>);
    let focused = RwSignal::new(None::<usize>);
    let mark_of = |event: &Event| {
        let mark = dom::closest(event, "[data-at]");
        mark.and_then(|mark| mark.get_attribute("data-at")).and_then(|at| at.parse().ok())
    };
    let name = move || match pointed.get().or(focused.get()) {
        Some(at) => text::mark(desk.catalog(), desk.item(at), desk.timing(at), desk.standing(at)),
        None => text::MATRIX_LEGEND.to_owned(),
    };
    let caption = format!("{}。{}。{}", text::MATRIX, text::MATRIX_LEGEND, text::MATRIX_KEYS);
    let table = el("table")
        .class("matrix")
        .on("mouseover", move |event| pointed.set(mark_of(&event)))
        .on("focusin", move |event| {
            follow_focus(&event);
            focused.set(mark_of(&event));
        })
        .on("mouseleave", move |_| pointed.set(None))
        .on("focusout", move |_| focused.set(None))
        .on("keydown", |event| on_key(event.unchecked_ref()))
        .child(el("caption").class("sr").child(caption))
        .child(head())
        .child(timed(|timings| body(timings).into_view()));
    card(text::MATRIX, vec![note(el("span").child(name)).class("pointed")])
        .child(el("div").class("scroll").child(table))
}

/// The rows. Which items a cell holds follows only from when they are, so the marks are seldom made anew.
fn body(timings: &[Timing]) -> El {
    let desk = desk();
    let everything = vec![true; timings.len()];
    let grid = desk.standings.with(|standings| matrix(desk.catalog(), timings, standings, &everything));
    let rows: Vec<El> = grid.rows.into_iter().enumerate().map(|(at, row)| self::row(at, row)).collect();
    request_animation_frame(|| {
        if let Some(table) = dom::find(".matrix") {
            make_tab_stop(&table, None);
            show_this_month(&table);
        }
    });
    el("tbody").child(rows)
}

fn column(name: impl yaodian_ui::Child) -> El {
    el("th").attr("scope", "col").child(name)
}

fn head() -> El {
    let months = Month::all().map(|month| {
        let link = page_link(Page::Calendar(Calendar::Month(month))).child(text::month(month));
        now_class(column(link), Some(month))
    });
    let row =
        el("tr").child(column(el("span").class("sr").child(text::UNITS))).child(months.collect::<Vec<_>>());
    el("thead").child(row.child(column(text::LOOSE).class("loose")).child(column(text::PROGRESS)))
}

/// Marks what belongs to the current month.
fn now_class(element: El, month: Option<Month>) -> El {
    let desk = desk();
    element.class(move || {
        let now = month.is_some() && desk.as_of.get().month() == month;
        if now { "now" } else { "" }
    })
}

fn row(at: usize, row: MatrixRow) -> El {
    let desk = desk();
    let name = match desk.catalog().plan.units.get(at) {
        Some(unit) => page_link(Page::Units(Some(unit.id.clone()))).child(unit_name(at)),
        None => unit_name(at),
    };
    let items = desk.catalog().all().filter(|item| desk.catalog().row(*item) == at);
    let tally = tally_of(items.collect());
    let late = el("small").class("owes").child(late_note(tally, text::late_short));
    let columns = Month::all().map(Some).chain([None]);
    let cells = row.cells.into_iter().zip(columns).map(|(items, month)| cell(at, month, items));
    el("tr")
        .class(unit_class(at))
        .child(el("th").attr("scope", "row").child(name))
        .child(cells.collect::<Vec<_>>())
        .child(el("td").class("progress").child(meter(tally)).child(late))
}

/// One unit in one month, or in the column for items without a month.
fn cell(row: usize, month: Option<Month>, items: Vec<usize>) -> El {
    let desk = desk();
    let cell = now_class(el("td"), month);
    if items.is_empty() {
        return cell;
    }
    let column = month.map_or(text::LOOSE.into(), text::month);
    let label = text::cell(&text::row(desk.catalog(), row), &column, items.len());
    let rest = items.len().saturating_sub(MARKS);
    let filter = cell_filter(desk, row, month);
    let list =
        route_link(move |route| route.with_page(Page::Calendar(Calendar::List)).with_filter(filter.clone()));
    let marks: Vec<El> = items.into_iter().take(MARKS).map(mark).collect();
    cell.child(list.class("cell").attr("tabindex", "-1").attr("aria-label", label))
        .child(el("span").class("dots").child(marks).child((rest > 0).then(|| format!("+{rest}"))))
}

/// What a cell holds, as a filter.
fn cell_filter(desk: Desk, row: usize, month: Option<Month>) -> Filter {
    let when = match month {
        Some(month) => vec![When::Month(month)],
        None => vec![When::WholeYear, When::Unscheduled],
    };
    let unit = desk.catalog().plan.units.get(row).map(|unit| unit.id.clone());
    let shared = unit.is_none();
    Filter { when, leads: unit.into_iter().collect(), shared, ..Filter::default() }
}

/// One item: square for annex 1, round for annex 2.
fn mark(at: usize) -> El {
    let desk = desk();
    let item = desk.item(at);
    let kind = if item.id.is_schedule() { "mark" } else { "mark task" };
    item_marks::standing_as_class(item_anchor(item), kind, at)
        .attr("data-at", at.to_string())
        .attr("tabindex", "-1")
        .attr("aria-label", move || text::mark(desk.catalog(), item, desk.timing(at), desk.standing(at)))
}

/// Where the year is wider than the window, it opens at this month.
fn show_this_month(table: &Element) {
    let head = |selector| table.query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    let (Some(names), Some(now), Some(frame)) =
        (head("thead th"), head("thead .now"), table.parent_element())
    else {
        return;
    };
    if frame.scroll_width() > frame.client_width() {
        frame.set_scroll_left(now.offset_left() - names.offset_width() - NEIGHBOUR);
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
    if let (Some(table), Some(stop)) = (dom::closest(event, "table"), dom::closest(event, ".cell, .mark")) {
        make_tab_stop(&table, Some(&stop));
    }
}

/// The matrix is one stop of the Tab key; within it the arrow keys move.
fn on_key(event: &KeyboardEvent) {
    let Some(table) = dom::closest(event, "table") else { return };
    let Some(here) = dom::closest(event, ".cell, .mark") else { return };
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
    let ahead = |stop: &&HtmlElement| {
        let (other, same) = place(stop)?;
        (same == column && (other - row) * by > 0).then_some((other - row) * by)
    };
    stops.iter().filter(|stop| ahead(stop).is_some()).min_by_key(ahead)
}

//! One unit's year: what is late and due, what it leads, joins and shares, its load, what it brings to meetings.

use leptos::prelude::*;
use yaodian_plan::query::{Filter, Standing, UnitWork, When, unit_work};
use yaodian_plan::{Month, UnitId};

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::unit_class;
use crate::widgets::card::{card, figure, figure_link, list_card, list_of, note, tally_of};
use crate::widgets::filters::filters;
use crate::widgets::heading::heading;
use crate::widgets::item_marks;
use crate::widgets::link::item_link;
use crate::widgets::list::{Rows, nothing_passes};
use crate::widgets::unit_nav::unit_nav;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment, live};

/// As many months can be the busiest together.
const MOST_BUSIEST: usize = 2;

/// The page; a unit that the plan does not have is a link that leads nowhere.
pub fn unit(id: UnitId) -> View {
    let desk = desk();
    let Some(row) = desk.catalog().unit_position(&id) else { return unknown(id.0) };
    let of = id.clone();
    let work = Memo::new(move |_| desk.timings.with(|timings| unit_work(desk.catalog(), timings, &of)));
    // Which items these are does not depend on when they are.
    let items = work.with_untracked(|work| [work.leads.as_slice(), &work.joins, &work.shares].concat());
    let above = id.clone();
    fragment(vec![
        heading(&Page::Units(Some(id))).into_view(),
        unit_nav(Some(row)).into_view(),
        part(work, move |work| figures(work, &above).into_view()),
        filters(&items).into_view(),
        nothing_passes(items).into_view(),
        part(work, |work| lists(work.clone())),
        part(work, move |work| load_and_meetings(work, row)),
    ])
}

/// What is built from the unit's work, and again when that changes. What is read meanwhile is not tracked.
fn part(work: Memo<UnitWork>, build: impl Fn(&UnitWork) -> View + Send + 'static) -> View {
    live(move || work.with(|work| untrack(|| build(work))))
}

fn load_and_meetings(page: &UnitWork, row: usize) -> View {
    el("div").class("two").child(load(page.load, row)).child(brings(page)).into_view()
}

fn lists(page: UnitWork) -> View {
    let lists = [
        (text::LEADS, "", page.leads),
        (text::JOINS, "", page.joins),
        (text::SHARES, text::SHARES_NOTE, page.shares),
    ];
    let lists = lists.into_iter().filter(|(_, _, items)| !items.is_empty());
    let card = |(title, said, items)| list_card(title, vec![note(said)], items, Rows::WithLatest).into_view();
    fragment(lists.map(card).collect())
}

/// What is late and what is due come first, and lead to their lists.
fn figures(page: &UnitWork, id: &UnitId) -> El {
    let desk = desk();
    let mut brings: Vec<usize> = Vec::new();
    for at in page.for_meetings.iter().flat_map(|(_, items)| items) {
        if !brings.contains(at) {
            brings.push(*at);
        }
    }
    let tally = tally_of(page.leads.as_slice().into());
    let done = el("span").child(move || tally().count(Standing::Done).to_string());
    let leads = Filter { leads: vec![id.clone()], ..Filter::default() };
    let late = Filter { standings: vec![Standing::Late], ..leads.clone() };
    let late = figure_link(
        move || tally().count(Standing::Late).to_string(),
        text::LEADS_LATE,
        "late",
        list_of(late),
    );
    let leading = StoredValue::new(page.leads.clone());
    let due = move || {
        let month = desk.as_of.get().month()?;
        let leads = leads.clone();
        let is_due = move |at: &&usize| desk.timing(**at).covers(month);
        let count = move || leading.with_value(|leads| leads.iter().filter(is_due).count()).to_string();
        let due = Filter { when: vec![When::Month(month)], ..leads };
        Some(figure_link(count, text::LEADS_DUE, "", list_of(due)))
    };
    let due = live(move || fragment(due().map(El::into_view).into_iter().collect()));
    // Where many months have as many, none of them is the busiest.
    let (months, load) = page.busiest();
    let busiest = (1..=MOST_BUSIEST).contains(&months.len()).then(|| {
        let months: Vec<String> = months.into_iter().map(text::month).collect();
        figure(months.join("、"), text::busiest(load), "")
    });
    el("dl")
        .class("card figs unit-figs")
        .attr("aria-label", text::FIGURES)
        .child(late)
        .child(due)
        .child(figure(page.leads.len().to_string(), text::LEADS, ""))
        .child(figure(page.joins.len().to_string(), text::JOINS, ""))
        .child(figure(brings.len().to_string(), text::BRINGS, ""))
        .child(figure(done, text::LEADS_DONE, "done"))
        .child(busiest)
}

/// How many items fall in each month, as columns.
fn load(load: [usize; 12], row: usize) -> El {
    let most = load.into_iter().max().unwrap_or(0).max(1);
    let columns = Month::all().zip(load).map(|(month, load)| {
        let column = el("i").attr("style", format!("height:{}%", 100 * load / most));
        el("li")
            .child(el("b").child(load.to_string()))
            .child(el("span").class("column").child((load > 0).then_some(column)))
            .child(el("span").child(text::month(month)))
    });
    let columns = el("ol").class(format!("load {}", unit_class(row))).child(columns.collect::<Vec<_>>());
    card(text::LOAD, vec![note(text::LOAD_NOTE)]).child(columns)
}

/// What the unit brings to which meeting, by month.
fn brings(page: &UnitWork) -> El {
    let desk = desk();
    let mut whole = card(text::BRINGS, Vec::new());
    if page.for_meetings.is_empty() {
        whole = whole.child(el("p").class("empty").child(text::NO_ITEMS));
    }
    for (meeting, items) in &page.for_meetings {
        let rows = items.iter().map(|at| {
            let item = desk.item(*at);
            el("li").child(item_marks::when(*at)).child(item_link(item))
        });
        let count = el("small").child(text::count(items.len()));
        whole = whole
            .child(el("h3").child(desk.meeting_name(*meeting)).child(count))
            .child(el("ul").class("brief").child(rows.collect::<Vec<_>>()));
    }
    whole
}

//! One unit's year: figures, load, what it leads, joins and shares, what it brings to meetings.

use yaodian_plan::query::{Standing, UnitPage, unit_page};
use yaodian_plan::{Month, UnitId};

use super::heading;
use super::units::unit_nav;
use super::unknown::unknown;
use crate::components::badge::unit_class;
use crate::components::card::{card, figure, list_card, note, tally_of};
use crate::components::el::{El, View, all, el};
use crate::components::filters::filters;
use crate::components::latest::with_latest;
use crate::components::link::item_link;
use crate::components::list::nothing_passes;
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page; a unit that the plan does not have is a link that leads nowhere.
pub fn unit(id: UnitId) -> View {
    let desk = desk();
    let Some(row) = desk.catalog().unit_position(&id) else { return unknown(id.0) };
    let page = unit_page(desk.catalog(), &id);
    let items = [page.leads.as_slice(), &page.joins, &page.shares].concat();
    let mut parts = vec![
        heading(&Page::Units(Some(id))).view(),
        unit_nav(Some(row)).view(),
        figures(&page).view(),
        el("div").class("two").add(load(page.load, row)).add(brings(&page)).view(),
        filters(&items).view(),
        nothing_passes(items).view(),
    ];
    let lists = [
        (text::LEADS, "", page.leads),
        (text::JOINS, "", page.joins),
        (text::SHARES, text::SHARES_NOTE, page.shares),
    ];
    for (title, said, items) in lists {
        if !items.is_empty() {
            parts.push(with_latest(list_card(title, vec![note(said)], items, true)).view());
        }
    }
    all(parts)
}

fn figures(page: &UnitPage) -> El {
    let mut brings: Vec<usize> = Vec::new();
    for at in page.brings.iter().flat_map(|(_, items)| items) {
        if !brings.contains(at) {
            brings.push(*at);
        }
    }
    let tally = tally_of(page.leads.as_slice().into());
    let done = el("span").live_text(move || tally().count(Standing::Done).to_string().into());
    let busiest = page.busiest();
    el("dl")
        .class("card figs")
        .attr("aria-label", text::FIGURES)
        .add(figure(page.leads.len().to_string(), text::LEADS, ""))
        .add(figure(page.joins.len().to_string(), text::JOINS, ""))
        .add(figure(brings.len().to_string(), text::BRINGS, ""))
        .add(figure(done, text::LEADS_DONE, "done"))
        .add(busiest.map(|(month, load)| figure(text::month(month), text::busiest(load), "")))
}

/// How many items fall in each month, as columns.
fn load(load: [usize; 12], row: usize) -> El {
    let most = load.into_iter().max().unwrap_or(0).max(1);
    let columns = Month::all().zip(load).map(|(month, load)| {
        let column = el("i").attr("style", format!("height:{}%", 100 * load / most));
        el("li")
            .add(el("b").add(load.to_string()))
            .add(el("span").class("column").add((load > 0).then_some(column)))
            .add(el("span").add(text::month(month)))
    });
    let columns = el("ol").class(format!("load {}", unit_class(row))).add(columns.collect::<Vec<_>>());
    card(text::LOAD, vec![note(text::LOAD_NOTE)]).add(columns)
}

/// What the unit brings to which meeting, by month.
fn brings(page: &UnitPage) -> El {
    let desk = desk();
    let mut whole = card(text::BRINGS, Vec::new());
    if page.brings.is_empty() {
        whole = whole.add(el("p").class("empty").add(text::NO_ITEMS));
    }
    for (meeting, items) in &page.brings {
        let rows = items.iter().map(|at| {
            let item = desk.item(*at);
            el("li").add(el("span").class("when").add(text::period(item.period))).add(item_link(item))
        });
        let count = el("small").add(text::count(items.len()));
        whole = whole
            .add(el("h3").add(text::meeting(*meeting)).add(count))
            .add(el("ul").class("brief").add(rows.collect::<Vec<_>>()));
    }
    whole
}

//! 工委: all of them side by side, each with what it leads.

use yaodian_plan::query::{Filter, Role, Standing, role};

use crate::desk::desk;
use crate::desk::order::by_unit;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::unit_name;
use crate::widgets::card::{late_note, list_card, list_of, meter, note, tally_of};
use crate::widgets::filters::filters;
use crate::widgets::heading::heading;
use crate::widgets::link::{page_link, route_link};
use crate::widgets::list::{Rows, nothing_passes};
use crate::widgets::timed::timed;
use crate::widgets::unit_nav::unit_nav;
use yaodian_ui::{El, View, fragment};

/// The page.
pub fn units() -> View {
    let desk = desk();
    let items: Vec<usize> = desk.catalog().all().collect();
    let mut parts = vec![
        heading(&Page::Units(None)).into_view(),
        unit_nav(None).into_view(),
        filters(&items).into_view(),
        nothing_passes(items).into_view(),
    ];
    parts.push(timed(move |timings| {
        let runs = by_unit(desk.catalog(), timings).into_iter().filter(|run| !run.items.is_empty());
        fragment(runs.map(|run| unit_card(run.key, run.items).into_view()).collect())
    }));
    fragment(parts)
}

fn unit_card(row: usize, items: Vec<usize>) -> El {
    let desk = desk();
    let tally = tally_of(items.as_slice().into());
    let progress = note(meter(tally)).class("progress");
    let late = Filter { standings: vec![Standing::Late], ..Filter::default() };
    let (title, joins) = match desk.catalog().plan.units.get(row) {
        Some(unit) => {
            let joined = |at: &usize| role(desk.catalog(), &unit.id, *at) == Some(Role::Joint);
            let joins = desk.catalog().all().filter(joined).count();
            let link = page_link(Page::Units(Some(unit.id.clone()))).child(unit_name(row));
            (link, (joins > 0).then(|| note(text::and_joins(joins))))
        }
        None => (unit_name(row), None),
    };
    let late = match desk.catalog().plan.units.get(row) {
        Some(unit) => Filter { leads: vec![unit.id.clone()], ..late },
        None => Filter { shared: true, ..late },
    };
    let late = note(route_link(list_of(late)).class("all owes").child(late_note(tally, text::late_count)));
    list_card(title, joins.into_iter().chain([late, progress]).collect(), items, Rows::Timed)
}

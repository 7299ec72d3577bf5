//! 工委: all of them side by side, each with what it leads.

use yaodian_plan::query::{Role, role};

use super::heading;
use crate::components::badge::unit_name;
use crate::components::card::{list_card, meter, note, tally_of};
use crate::components::filters::filters;
use crate::components::link::{current, page_link};
use crate::components::list::nothing_passes;
use crate::order::by_unit;
use crate::route::Page;
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, View, el, fragment};

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
    let runs = by_unit(desk.catalog()).into_iter().filter(|run| !run.items.is_empty());
    parts.extend(runs.map(|run| unit_card(run.key, run.items).into_view()));
    fragment(parts)
}

/// The way from one unit to the others.
pub fn unit_nav(chosen: Option<usize>) -> El {
    let units = desk().catalog().plan.units.iter().enumerate();
    let mut links = vec![current(page_link(Page::Units(None)).child(text::ALL_TABLES), chosen.is_none())];
    links.extend(units.map(|(row, unit)| {
        current(page_link(Page::Units(Some(unit.id.clone()))).child(unit_name(row)), chosen == Some(row))
    }));
    links.push(current(page_link(Page::Mine).child(text::MY_UNIT), false));
    el("nav").class("seg units").attr("aria-label", text::UNITS).child(links)
}

fn unit_card(row: usize, items: Vec<usize>) -> El {
    let desk = desk();
    let progress = note(meter(tally_of(items.as_slice().into()))).class("progress");
    let (title, joins) = match desk.catalog().plan.units.get(row) {
        Some(unit) => {
            let joined = |at: &usize| role(desk.catalog(), &unit.id, *at) == Some(Role::Joint);
            let joins = desk.catalog().all().filter(joined).count();
            let link = page_link(Page::Units(Some(unit.id.clone()))).child(unit_name(row));
            (link, (joins > 0).then(|| note(text::and_joins(joins))))
        }
        None => (unit_name(row), None),
    };
    list_card(title, joins.into_iter().chain([progress]).collect(), items, true)
}

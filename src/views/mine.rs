//! 我的工委: the page of the unit of whoever writes here, or the question which one it is.

use leptos::prelude::*;
use yaodian_plan::UnitId;
use yaodian_progress::Author;

use super::heading;
use super::unit::unit;
use crate::browser::dom;
use crate::components::badge::unit_name;
use crate::components::el::{El, View, all, el, live};
use crate::route::Page;
use crate::signals::Derived;
use crate::state::desk;
use crate::text;

/// The page.
pub fn mine() -> View {
    let ledger = desk().ledger;
    let chosen = Derived::new(move || ledger.writer().unit.map(|unit| unit.0));
    live(move || {
        let chosen = chosen.get();
        untrack(|| chosen.map_or_else(ask, |id| unit(UnitId(id))))
    })
}

fn ask() -> View {
    let desk = desk();
    let ledger = desk.ledger;
    let units = desk.catalog().plan.units.iter().enumerate();
    let choices = units.map(|(row, unit)| {
        let choose = move |_| {
            ledger.set_writer(Author { unit: Some(unit.id.clone()), ..untrack(|| ledger.writer()) });
            dom::focus_heading_later();
        };
        el("button")
            .attr("type", "button")
            .class("button")
            .disabled_if(move || !ledger.writable())
            .on("click", choose)
            .add(unit_name(row))
    });
    let choices: Vec<El> = choices.collect();
    all(vec![
        heading(&Page::Mine).view(),
        el("p").class("lead").add(text::MY_UNIT_ASK).view(),
        el("div").class("tools").attr("role", "group").attr("aria-label", text::MY_UNIT).add(choices).view(),
    ])
}

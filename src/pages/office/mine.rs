//! 我的工委: the page of the author's unit, or the choice of one.

use leptos::prelude::*;
use yaodian_plan::UnitId;
use yaodian_progress::Author;

use crate::browser::focus;
use crate::desk::desk;
use crate::pages::browse::unit::unit;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::unit_name;
use crate::widgets::heading::heading;
use yaodian_ui::{El, View, el, fragment, live};

/// The page.
pub fn mine() -> View {
    let ledger = desk().ledger;
    let chosen = Memo::new(move |_| ledger.writer().unit.map(|unit| unit.0));
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
            focus::focus_heading_later();
        };
        el("button")
            .attr("type", "button")
            .class("button")
            .attr("disabled", move || !ledger.writable())
            .on("click", choose)
            .child(unit_name(row))
    });
    let choices: Vec<El> = choices.collect();
    fragment(vec![
        heading(&Page::Mine).into_view(),
        el("p").class("lead").child(text::MY_UNIT_ASK).into_view(),
        el("div")
            .class("tools")
            .attr("role", "group")
            .attr("aria-label", text::MY_UNIT)
            .child(choices)
            .into_view(),
    ])
}

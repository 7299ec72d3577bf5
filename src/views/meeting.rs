//! One meeting: its agenda, as it goes on paper, and what the office arranges for it.

mod arrange;
mod prepare;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use yaodian_plan::query::agenda_items;
use yaodian_progress::SessionId;

pub use self::arrange::{arranged, arrangement};
pub use self::prepare::{prepared, steps};
use super::unknown::unknown;
use crate::browser::dom;
use crate::components::card::{card, count_text};
use crate::components::el::{El, View, all, el};
use crate::components::export::export_button;
use crate::components::link::page_link;
use crate::components::list::item_list;
use crate::parts::Export;
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page; a meeting without items is a link that leads nowhere.
pub fn meeting(id: SessionId) -> View {
    let desk = desk();
    let ledger = desk.ledger;
    let items = agenda_items(desk.catalog(), id.meeting, Some(id.month));
    if items.is_empty() {
        return unknown(id.title());
    }
    let name = move || {
        ledger.book.with(|book| match book.session(id).name() {
            "" => id.title().into(),
            name => name.to_owned().into(),
        })
    };
    let date = move || held_on(id).map_or(text::NOT_SET.into(), text::full_day).into();
    let place = move || {
        ledger.book.with(|book| match book.session(id).place() {
            "" => text::NOT_SET.into(),
            place => place.to_owned().into(),
        })
    };
    let fact = |term: &'static str, value: El| [el("dt").add(term), value];
    let facts = [
        fact(text::SESSION_DATE, el("dd").live_text(date)),
        fact(text::SESSION_PLACE, el("dd").live_text(place)),
    ];
    let count = el("small").live_text(count_text(Arc::from(items.as_slice())));
    all(vec![
        el("div")
            .class("tools")
            .add(page_link(Page::Meetings).class("button").add(format!("‹ {}", text::ALL_MEETINGS)))
            .add(el("button").class("button").on("click", |_| dom::print()).add(text::PRINT_AGENDA))
            .add(
                export_button(text::ADD_TO_CALENDAR, move || Export::Session(id))
                    .hidden_if(move || held_on(id).is_none()),
            )
            .view(),
        el("h1").attr("tabindex", "-1").live_text(name).view(),
        el("section")
            .class("card agendas agenda-page")
            .add(el("dl").class("facts").add(facts.into_iter().flatten().collect::<Vec<_>>()))
            .add(el("h2").add(text::AGENDA).add(count))
            .add(item_list(items, false))
            .view(),
        card(text::ARRANGE, Vec::new()).class("card arranging").add(arrangement(id)).view(),
        card(text::PREPARATION, Vec::new()).class("card arranging").add(steps(id)).view(),
    ])
}

/// The day of a meeting, once it is set. Tracks.
fn held_on(id: SessionId) -> Option<NaiveDate> {
    desk().ledger.book.with(|book| book.session(id).date())
}

/// A part of the page that is built once it is opened: a page has dozens of them.
pub fn folded(summary: El, body: impl Fn() -> El + Send + 'static) -> El {
    let opened = RwSignal::new(false);
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    el("details")
        .class("fold")
        .on("toggle", open)
        .add(summary)
        .live(move || if opened.get() { untrack(&body).view() } else { all(Vec::new()) })
}

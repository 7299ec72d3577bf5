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
use crate::browser::window;
use crate::chunks::Export;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::counts::count_text;
use crate::widgets::export::export_button;
use crate::widgets::link::page_link;
use crate::widgets::list::item_list;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment};

/// The page; a meeting without items is a link that leads nowhere.
pub fn session(id: SessionId) -> View {
    let desk = desk();
    let ledger = desk.ledger;
    let items = agenda_items(desk.catalog(), id.meeting, Some(id.month));
    if items.is_empty() {
        return unknown(id.title());
    }
    let name = move || {
        ledger.book.with(|book| match book.session(id).name() {
            "" => id.title(),
            name => name.to_owned(),
        })
    };
    let date = move || held_on(id).map_or(text::NOT_SET.into(), text::full_day);
    let place = move || {
        ledger.book.with(|book| match book.session(id).place() {
            "" => text::NOT_SET.to_owned(),
            place => place.to_owned(),
        })
    };
    let fact = |term: &'static str, value: El| [el("dt").child(term), value];
    let facts =
        [fact(text::SESSION_DATE, el("dd").child(date)), fact(text::SESSION_PLACE, el("dd").child(place))];
    let count = el("small").child(count_text(Arc::from(items.as_slice())));
    fragment(vec![
        el("div")
            .class("tools")
            .child(page_link(Page::Sessions).class("button").child(format!("‹ {}", text::ALL_MEETINGS)))
            .child(el("button").class("button").on("click", |_| window::print()).child(text::PRINT_AGENDA))
            .child(
                export_button(text::ADD_TO_CALENDAR, move || Export::Session(id))
                    .attr("hidden", move || held_on(id).is_none()),
            )
            .into_view(),
        el("h1").attr("tabindex", "-1").child(name).into_view(),
        el("section")
            .class("card agendas agenda-page")
            .child(el("dl").class("facts").child(facts.into_iter().flatten().collect::<Vec<_>>()))
            .child(el("h2").child(text::AGENDA).child(count))
            .child(item_list(items, false))
            .into_view(),
        card(text::ARRANGE, Vec::new()).class("card arranging").child(arrangement(id)).into_view(),
        card(text::PREPARATION, Vec::new()).class("card arranging").child(steps(id)).into_view(),
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
        .child(summary)
        .child(move || if opened.get() { untrack(&body).into_view() } else { fragment(Vec::new()) })
}

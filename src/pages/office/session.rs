//! One meeting: its agenda, as it goes on paper, and what the office arranges for it.

mod arrange;
mod prepare;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use yaodian_plan::query::{Timing, agenda_items, planned};
use yaodian_progress::SessionId;

pub use self::arrange::{arranged, arrangement};
pub use self::prepare::{prepared, steps};
use crate::browser::window;
use crate::chunks::{Document, Export};
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::counts::count_text;
use crate::widgets::export::export_button;
use crate::widgets::link::page_link;
use crate::widgets::list::item_list;
use crate::widgets::timed::timed;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment};

/// The page; a meeting of which neither the plan nor the office knows is a link that leads nowhere.
pub fn session(id: SessionId) -> View {
    let desk = desk();
    let ledger = desk.ledger;
    let agenda = move |timings: &[Timing]| agenda_items(desk.catalog(), timings, id.meeting, Some(id.month));
    let is_known = desk.timings.with(|timings| !agenda(timings).is_empty())
        || !agenda(&planned(desk.catalog())).is_empty()
        || ledger.book.with(|book| book.session(id).is_arranged());
    if !is_known {
        return unknown(id.title());
    }
    let name = move || {
        ledger.book.with(|book| match book.session(id).name() {
            "" => id.title(),
            name => name.to_owned(),
        })
    };
    let date = move || {
        let hour = ledger.book.with(|book| book.session(id).hour());
        held_on(id).map_or(text::NOT_SET.into(), |day| text::day_and_hour(&text::full_day(day), hour))
    };
    let place = move || {
        ledger.book.with(|book| match book.session(id).place() {
            "" => text::NOT_SET.to_owned(),
            place => place.to_owned(),
        })
    };
    let fact = |term: &'static str, value: El| [el("dt").child(term), value];
    let facts =
        [fact(text::SESSION_DATE, el("dd").child(date)), fact(text::SESSION_PLACE, el("dd").child(place))];
    fragment(vec![
        el("div")
            .class("tools")
            .child(page_link(Page::Sessions).class("button").child(format!("‹ {}", text::ALL_MEETINGS)))
            .child(el("button").class("button").on("click", |_| window::print()).child(text::PRINT_AGENDA))
            .child(export_button(text::AGENDA_WORD, move || Export::Word(Document::Agenda(id))))
            .child(
                export_button(text::ADD_TO_CALENDAR, move || Export::Session(id))
                    .attr("hidden", move || held_on(id).is_none()),
            )
            .into_view(),
        el("h1").attr("tabindex", "-1").child(name).into_view(),
        el("section")
            .class("card agendas agenda-page")
            .child(el("dl").class("facts").child(facts.into_iter().flatten().collect::<Vec<_>>()))
            .child(timed(move |timings| agenda_of(agenda(timings))))
            .into_view(),
        card(text::ARRANGE, Vec::new()).class("card arranging").child(arrangement(id)).into_view(),
        card(text::PREPARATION, Vec::new()).class("card arranging").child(steps(id)).into_view(),
    ])
}

fn agenda_of(items: Vec<usize>) -> View {
    let count = el("small").child(count_text(Arc::from(items.as_slice())));
    let none = items.is_empty().then(|| el("p").class("empty").child(text::NO_ITEMS));
    let parts = [el("h2").child(text::AGENDA).child(count)].into_iter().chain(none);
    fragment(parts.chain(item_list(items, false)).map(El::into_view).collect())
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

//! One meeting: its agenda, as it goes on paper, and what the office arranges for it.

mod agenda;
mod arrange;
mod held;
mod prepare;

use leptos::prelude::*;
use yaodian_plan::query::{Timing, agenda_items, planned};
use yaodian_progress::SessionId;

use self::agenda::agenda;
pub use self::agenda::agenda_of;
pub use self::arrange::{arranged, arrangement};
use self::held::held_on;
pub use self::prepare::{prepared, steps};
use crate::chunks::{Document, Export};
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::export::export_button;
use crate::widgets::link::page_link;
use crate::widgets::pick::pick_button;
use crate::widgets::print::print_button;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment};

/// The page; a meeting of which neither the plan nor the office knows is a link that leads nowhere.
pub fn session(id: SessionId) -> View {
    let desk = desk();
    let ledger = desk.ledger;
    let items = move |timings: &[Timing]| agenda_items(desk.catalog(), timings, id.meeting, Some(id.month));
    let is_known = desk.timings.with(|timings| !items(timings).is_empty())
        || !items(&planned(desk.catalog())).is_empty()
        || ledger.book.with(|book| book.session(id).is_arranged());
    if !is_known {
        return unknown(desk.session_title(id));
    }
    let name = move || desk.session_name(id);
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
            .child(print_button(text::PRINT_AGENDA).class("button"))
            .child(export_button(text::AGENDA_WORD, move || Export::Word(Document::Agenda(id))))
            .child(
                export_button(text::ADD_TO_CALENDAR, move || Export::Session(id))
                    .attr("hidden", move || held_on(id).is_none()),
            )
            .child(pick_button())
            .into_view(),
        el("h1").attr("tabindex", "-1").child(name).into_view(),
        el("section")
            .class("card agendas agenda-page")
            .child(el("dl").class("facts").child(facts.into_iter().flatten().collect::<Vec<_>>()))
            .child(agenda(id))
            .into_view(),
        card(text::ARRANGE, Vec::new()).class("card arranging").child(arrangement(id)).into_view(),
        card(text::PREPARATION, Vec::new()).class("card arranging").child(steps(id)).into_view(),
    ])
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

//! What has to be done soon before or after meetings; nothing where there is nothing to be done.

use leptos::prelude::*;
use yaodian_progress::{DueStep, days_until, due_steps};

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::{card, note};
use crate::widgets::link::page_link;
use yaodian_ui::{View, el, fragment, live};

/// The card.
pub fn preparing() -> View {
    let desk = desk();
    let year = desk.catalog().plan.year;
    let line = move |step: DueStep| {
        let days = days_until(step.due, desk.date());
        let due = el("small").child(format!("{} · {}", text::day_of_week(step.due, year), text::to_go(days)));
        let late = (days < 0).then(|| el("span").class("st late").child(text::STEP_LATE));
        let link = page_link(Page::Session(step.session)).child(text::step_of(step.session, &step.name));
        el("li").child(link).child(due.child(late))
    };
    live(move || {
        let steps = desk.ledger.book.with(|book| due_steps(book, desk.catalog(), desk.date()));
        if steps.is_empty() {
            return fragment(Vec::new());
        }
        let lines = el("ul").class("brief due-steps").child(steps.into_iter().map(line).collect::<Vec<_>>());
        card(text::STEPS_DUE, vec![note(text::STEPS_DUE_NOTE)]).child(lines).into_view()
    })
}

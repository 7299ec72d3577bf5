//! What has to be done soon before or after meetings; nothing where there is nothing to be done.

use leptos::prelude::*;
use yaodian_progress::{DueStep, days_to_go, due_steps};

use crate::components::card::{card, note};
use crate::components::el::{View, all, el, live};
use crate::components::link::page_link;
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The card.
pub fn preparing() -> View {
    let desk = desk();
    let year = desk.catalog().plan.year;
    let line = move |step: DueStep| {
        let days = days_to_go(step.due, desk.date);
        let due = el("small").add(format!("{} · {}", text::day_of_week(step.due, year), text::to_go(days)));
        let late = (days < 0).then(|| el("span").class("st late").add(text::STEP_LATE));
        let link = page_link(Page::Meeting(step.session)).add(text::step_of(step.session, &step.name));
        el("li").add(link).add(due.add(late))
    };
    live(move || {
        let steps = desk.ledger.book.with(|book| due_steps(book, desk.catalog(), desk.date));
        if steps.is_empty() {
            return all(Vec::new());
        }
        let lines = el("ul").class("brief due-steps").add(steps.into_iter().map(line).collect::<Vec<_>>());
        card(text::STEPS_DUE, vec![note(text::STEPS_DUE_NOTE)]).add(lines).view()
    })
}

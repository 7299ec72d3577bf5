//! On the overview: the meetings ahead, and what has to be done soon before or after meetings; nothing where there is
//! nothing.

use chrono::NaiveDate;
use leptos::prelude::*;
use yaodian_progress::{DueStep, SessionId, days_until, due_steps, sessions_ahead as sessions_within};

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::{card, note};
use crate::widgets::link::page_link;
use yaodian_ui::{View, el, fragment, live};

/// For how many days meetings are looked for.
const AHEAD_DAYS: i64 = 31;

/// Both cards.
pub fn meetings() -> View {
    fragment(vec![sessions_ahead(), preparing()])
}

/// The card of the meetings of the next weeks that have a day.
fn sessions_ahead() -> View {
    let desk = desk();
    let year = desk.catalog().plan.year;
    let line = move |(id, date): (SessionId, NaiveDate)| {
        let (hour, name, place, count) = desk.ledger.book.with(|book| {
            let session = book.session(id);
            let agenda = desk.timings.with(|timings| book.agenda(desk.catalog(), timings, id));
            let count = agenda.lines.len() + agenda.apart.len();
            (session.hour(), book.session_name(id, &desk.catalog().plan), session.place().to_owned(), count)
        });
        let day = text::day_and_hour(&text::day_of_week(date, year), hour);
        let to_go = text::to_go(days_until(date, desk.date()));
        let known = [to_go, text::agenda_count(count), place].into_iter().filter(|part| !part.is_empty());
        el("li")
            .child(el("b").class("when").child(day))
            .child(page_link(Page::Session(id)).child(name))
            .child(el("small").child(known.collect::<Vec<_>>().join(" · ")))
    };
    live(move || {
        let ahead = desk
            .ledger
            .book
            .with(|book| sessions_within(book, &desk.catalog().plan, desk.date(), AHEAD_DAYS));
        if ahead.is_empty() {
            return fragment(Vec::new());
        }
        let lines = el("ul").class("brief ahead").child(ahead.into_iter().map(line).collect::<Vec<_>>());
        card(text::SESSIONS_AHEAD, Vec::new()).child(lines).into_view()
    })
}

/// The card of the steps.
fn preparing() -> View {
    let desk = desk();
    let year = desk.catalog().plan.year;
    let line = move |step: DueStep| {
        let days = days_until(step.due, desk.date());
        let due = el("small").child(format!("{} · {}", text::day_of_week(step.due, year), text::to_go(days)));
        let late = (days < 0).then(|| el("span").class("st late").child(text::STEP_LATE));
        let link = page_link(Page::Session(step.session))
            .child(text::step_of(&desk.session_title(step.session), &step.name));
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

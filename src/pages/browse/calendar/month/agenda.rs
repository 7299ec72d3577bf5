//! The agenda of one day, below the grid.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_progress::{Day, DueStep, SessionId};

use super::grid::step;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::meeting_class;
use crate::widgets::card::card;
use crate::widgets::link::page_link;
use crate::widgets::list::{Rows, item_list};
use yaodian_ui::{El, View, el, fragment, live};

/// The day whose agenda is shown as long as nobody has chosen one: today, else the first one that holds something.
pub fn first_shown(month: Month, days: &[Day], steps: &[DueStep]) -> Option<u32> {
    let desk = desk();
    let today = desk.date();
    let is_here = today.year() == desk.catalog().plan.year && today.month() == u32::from(month.number());
    let first = days.iter().map(|day| day.day).chain(steps.iter().map(|step| step.due.day())).min();
    is_here.then(|| today.day()).or(first)
}

/// The agenda of the day that `chosen` says.
pub fn agenda(
    month: Month,
    days: Vec<Day>,
    steps: Vec<DueStep>,
    chosen: impl Fn() -> Option<u32> + Send + 'static,
) -> View {
    let year = desk().catalog().plan.year;
    live(move || {
        let date = chosen().and_then(|day| NaiveDate::from_ymd_opt(year, u32::from(month.number()), day));
        untrack(|| date.map_or_else(|| fragment(Vec::new()), |date| of_day(date, &days, &steps).into_view()))
    })
}

fn of_day(date: NaiveDate, days: &[Day], steps: &[DueStep]) -> El {
    let desk = desk();
    let day = days.iter().find(|day| day.day == date.day());
    let due: Vec<El> = steps.iter().filter(|step| step.due == date).map(step).collect();
    let nothing = day.is_none() && due.is_empty();
    let mut parts = Vec::new();
    if let Some(day) = day {
        parts.extend(day.sessions.iter().flat_map(|(id, items)| session(*id, items.clone())));
        if !day.items.is_empty() {
            parts.extend(item_list(day.items.clone(), Rows::Untimed));
        }
    }
    card(text::day_of_week(date, desk.catalog().plan.year), Vec::new())
        .class("card day-agenda")
        .attr("aria-live", "polite")
        .child(parts)
        .child((!due.is_empty()).then(|| el("ul").class("steps-due").child(due)))
        .child(nothing.then(|| el("p").class("empty").child(text::NOTHING_ON_DAY)))
}

fn session(id: SessionId, items: Vec<usize>) -> Vec<El> {
    let desk = desk();
    let said = desk.ledger.book.with(|book| {
        let session = book.session(id);
        let hour = session.hour().map(|hour| hour.to_string()).unwrap_or_default();
        [hour, book.session_name(id, &desk.catalog().plan), session.place().to_owned()]
    });
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let kind = el("span").class(meeting_class(id.meeting)).child(desk.meeting_name(id.meeting));
    let title = el("h3").child(kind).child(page_link(Page::Session(id)).child(said));
    [title].into_iter().chain(item_list(items, Rows::Untimed)).collect()
}

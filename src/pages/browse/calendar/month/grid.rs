//! The days of a month as a grid, Monday first.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_progress::{Day, DueStep, SessionId};

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::meeting_class;
use crate::widgets::calendar::line;
use crate::widgets::item_marks;
use crate::widgets::link::page_link;
use yaodian_ui::{El, el, fragment, live, true_or_false};

/// The day of the month whose agenda is shown, once one was chosen.
pub type Chosen = RwSignal<Option<u32>>;

/// The grid. On a phone the style sheet makes it a list of the days that hold something.
/// Pressing a day chooses it.
pub fn grid(month: Month, days: &[Day], steps: &[DueStep], chosen: Chosen) -> El {
    let year = desk().catalog().plan.year;
    let date = |day: u32| NaiveDate::from_ymd_opt(year, u32::from(month.number()), day);
    let blanks = date(1).map_or(0, |first| first.weekday().num_days_from_monday());
    let mut cells: Vec<El> = (0..blanks).map(|_| el("td").class("blank")).collect();
    cells.extend((1..=31).filter_map(date).map(|date| {
        let day = days.iter().find(|day| day.day == date.day());
        let due = steps.iter().filter(|step| step.due == date).map(step).collect();
        cell(date, day, due, chosen)
    }));
    let rest = (7 - cells.len() % 7) % 7;
    cells.extend((0..rest).map(|_| el("td").class("blank")));
    let mut weeks = Vec::new();
    let mut rest = cells.into_iter().peekable();
    while rest.peek().is_some() {
        weeks.push(el("tr").child(rest.by_ref().take(7).collect::<Vec<_>>()));
    }
    let heads = text::weekdays().map(|name| el("th").attr("scope", "col").child(name));
    let head = el("thead").child(el("tr").child(heads.into_iter().collect::<Vec<_>>()));
    let bare = days.is_empty() && steps.is_empty();
    let nothing = bare.then(|| el("p").class("empty").child(text::NOTHING_ON_DAYS));
    let table = el("table").class("days").child(el("caption").class("sr").child(text::grid(year, month)));
    el("section")
        .class(if bare { "card days-card bare" } else { "card days-card" })
        .child(table.child(head).child(el("tbody").child(weeks)))
        .child(nothing)
}

fn cell(date: NaiveDate, day: Option<&Day>, due: Vec<El>, chosen: Chosen) -> El {
    let today = move || date == desk().date();
    let has = day.is_some() || !due.is_empty();
    let class = move || match (has, today()) {
        (true, true) => "has today",
        (true, false) => "has",
        (false, true) => "today",
        (false, false) => "",
    };
    let number = el("p")
        .class("date")
        .child(
            el("button")
                .attr("type", "button")
                .attr("aria-label", text::agenda_of_day(date.day()))
                .attr("aria-pressed", move || true_or_false(chosen.get() == Some(date.day())))
                .on("click", move |_| chosen.set(Some(date.day())))
                .child(el("b").child(date.day().to_string())),
        )
        .child(el("span").class("weekday").child(text::weekday(date)))
        .child(live(move || match today() {
            true => el("em").child(text::TODAY).into_view(),
            false => fragment(Vec::new()),
        }));
    let mut parts = vec![number];
    if let Some(day) = day {
        parts.extend(day.sessions.iter().map(|(id, items)| session(*id, items)));
        parts.push(lines(&day.items));
    }
    if !due.is_empty() {
        parts.push(el("ul").class("steps-due").child(due));
    }
    el("td").class(class).child(parts)
}

/// A step that is due, with the meeting that it belongs to.
pub fn step(step: &DueStep) -> El {
    let link = page_link(Page::Session(step.session))
        .child(text::step_of(&desk().session_title(step.session), &step.name));
    el("li").child(link)
}

/// A meeting on its day: its kind, its name, when it begins, its items.
fn session(id: SessionId, items: &[usize]) -> El {
    let ledger = desk().ledger;
    let name = move || ledger.book.with(|book| book.session(id).name().to_owned());
    let hour = move || {
        let hour = ledger.book.with(|book| book.session(id).hour());
        hour.map(|hour| hour.to_string()).unwrap_or_default()
    };
    let link = page_link(Page::Session(id))
        .class("held")
        .child(el("span").class(meeting_class(id.meeting)).child(desk().meeting_name(id.meeting)))
        .child(el("span").child(name))
        .child(el("span").class("hour").child(hour));
    el("div").child(link).child(lines(items))
}

fn lines(items: &[usize]) -> El {
    let lines = items.iter().map(|at| item_marks::row(el("li"), *at).child(line(*at)));
    el("ul").class("lines").child(lines.collect::<Vec<_>>())
}

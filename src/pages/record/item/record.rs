//! Recording how far an item is: status, reason, day.

mod postpone;

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::names::status_name;
use yaodian_plan::query::{Standing, Status};
use yaodian_plan::{ItemId, Month};
use yaodian_progress::{Dated, Field, Line};

use self::postpone::{Asked, ask, month_field};
use super::notes::notes;
use crate::desk::desk;
use crate::text;
use crate::widgets::day_field::day_field;
use crate::widgets::field::labelled;
use crate::widgets::line_field::line_field;
use yaodian_ui::{El, el, true_or_false};

/// Everything that can be recorded about an item. Barred while the storage is being read and where it is of a later
/// version.
pub fn record(at: usize, id: ItemId) -> El {
    let ledger = desk().ledger;
    // Nothing is put off before a month was chosen.
    let asked = RwSignal::new(None);
    el("fieldset")
        .class("record")
        .attr("disabled", move || !ledger.writable())
        .child(el("legend").child(text::RECORD))
        .child(statuses(at, id, asked))
        .child(details(at, id, asked))
        .child(notes(id))
}

fn statuses(at: usize, id: ItemId, asked: Asked) -> El {
    let ledger = desk().ledger;
    let recorded = move || ledger.book.with(|book| book.item(id).status());
    let button = |status: Status| {
        let same = move || recorded().is_some_and(|now| now.is_same_kind(status));
        let press = move |_: Event| match status {
            _ if untrack(same) => asked.set(None),
            Status::Postponed(_) => ask(at, asked),
            _ => {
                asked.set(None);
                ledger.set_status(&[id], Some(status), None);
            }
        };
        el("button")
            .attr("type", "button")
            .attr("aria-pressed", move || true_or_false(same()))
            .on("click", press)
            .child(status_name(status))
    };
    let clear = el("button")
        .attr("type", "button")
        .class("plain")
        .attr("hidden", move || recorded().is_none())
        .on("click", move |_| {
            asked.set(None);
            ledger.set_status(&[id], None, None);
        })
        .child(text::CLEAR_STATUS);
    el("div")
        .class("statuses")
        .attr("role", "group")
        .attr("aria-label", text::PROGRESS_RECORD)
        .child(Status::all(Month::DECEMBER).map(button).into_iter().collect::<Vec<_>>())
        .child(clear)
}

fn details(at: usize, id: ItemId, asked: Asked) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let status = move || ledger.book.with(|book| book.item(id).status());
    let explains = move || {
        !ledger.line(Line::Reason(id)).is_empty()
            || matches!(status(), Some(Status::Postponed(_) | Status::Cancelled))
            || desk.standing(at).is(Standing::Late)
    };
    let dated = move || ledger.book.with(|book| book.item(id).dated());
    let day_name = move || match dated() {
        Some(Dated::Planned(_)) => text::PLANNED_DATE,
        _ => text::ACTUAL_DATE,
    };
    // Nobody has finished anything on a day that has not come.
    let doubt = move || match (status(), dated()) {
        (Some(Status::Done), Some(Dated::Planned(_))) => text::DAY_AHEAD,
        _ => "",
    };
    el("div")
        .class("details")
        .child(month_field(at, id, asked))
        .child(
            labelled(text::REASON, line_field(Line::Reason(id)))
                .class("wide")
                .attr("hidden", move || !explains()),
        )
        .child(day_field(day_name, Field::Date(id)))
        .child(el("p").class("hint").attr("role", "status").child(doubt))
}

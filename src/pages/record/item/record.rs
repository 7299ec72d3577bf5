//! Recording how far an item is: status, reason, day.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::names::status_name;
use yaodian_plan::query::{Standing, Status};
use yaodian_plan::{ItemId, Month};
use yaodian_progress::{Field, Line};

use super::notes::notes;
use crate::desk::desk;
use crate::text;
use crate::widgets::field::{day_field, labelled, months};
use crate::widgets::line_field::line_field;
use yaodian_ui::{El, el, true_or_false};

/// Everything that can be recorded about an item. Barred while the storage is being read and where it is of a later
/// version.
pub fn record(at: usize, id: ItemId) -> El {
    let ledger = desk().ledger;
    el("fieldset")
        .class("record")
        .attr("disabled", move || !ledger.writable())
        .child(el("legend").child(text::RECORD))
        .child(statuses(id))
        .child(details(at, id))
        .child(notes(id))
}

fn statuses(id: ItemId) -> El {
    let ledger = desk().ledger;
    let recorded = move || ledger.book.with(|book| book.item(id).status());
    let button = |status: Status| {
        let same = move || recorded().is_some_and(|now| status_name(now) == status_name(status));
        el("button")
            .attr("type", "button")
            .attr("aria-pressed", move || true_or_false(same()))
            .on("click", move |_| {
                if !untrack(same) {
                    ledger.set_status(&[id], Some(status), None);
                }
            })
            .child(status_name(status))
    };
    let clear = el("button")
        .attr("type", "button")
        .class("plain")
        .attr("hidden", move || recorded().is_none())
        .on("click", move |_| {
            ledger.set_status(&[id], None, None);
        })
        .child(text::CLEAR_STATUS);
    el("div")
        .class("statuses")
        .attr("role", "group")
        .attr("aria-label", text::PROGRESS_RECORD)
        .child(Status::all(ledger.default_postponement(id)).map(button).into_iter().collect::<Vec<_>>())
        .child(clear)
}

fn details(at: usize, id: ItemId) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let status = move || ledger.book.with(|book| book.item(id).status());
    let month = move || match status() {
        Some(Status::Postponed(month)) => month.to_string(),
        _ => String::new(),
    };
    let postpone = move |event: Event| {
        if let Some(month) = event_target_value(&event).parse().ok().and_then(Month::new) {
            ledger.set_status(&[id], Some(Status::Postponed(month)), None);
        }
    };
    let months = months(text::POSTPONED_TO).prop("value", month).on("change", postpone);
    let explains = move || {
        !ledger.line(Line::Reason(id)).is_empty()
            || matches!(status(), Some(Status::Postponed(_) | Status::Cancelled))
            || desk.standing(at) == Standing::Late
    };
    el("div")
        .class("details")
        .child(
            labelled(text::POSTPONED_TO, months)
                .attr("hidden", move || !matches!(status(), Some(Status::Postponed(_)))),
        )
        .child(
            labelled(text::REASON, line_field(Line::Reason(id)))
                .class("wide")
                .attr("hidden", move || !explains()),
        )
        .child(labelled(text::ACTUAL_DATE, day_field(Field::Date(id))))
}

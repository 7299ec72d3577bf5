//! Recording how far an item is: status, reason, day.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::progress::{Field, Recorded, Value, status_name};
use yaodian_plan::query::{Standing, Status};
use yaodian_plan::{ItemId, Month};

use super::notes::notes;
use crate::components::el::{El, el};
use crate::components::field::{day_field, option};
use crate::state::desk;
use crate::text;

/// Everything that can be recorded about an item. Barred while the storage is being read and where it is of a later
/// version.
pub fn record(at: usize, id: ItemId) -> El {
    let ledger = desk().ledger;
    el("fieldset")
        .class("record")
        .disabled_if(move || !ledger.writable())
        .add(el("legend").add(text::RECORD))
        .add(statuses(id))
        .add(details(at, id))
        .add(notes(id))
}

/// The statuses to choose from, with the month that postponing starts from.
pub fn choices(id: ItemId) -> [Status; 5] {
    let later = desk().ledger.usual_delay(id);
    [Status::NotStarted, Status::Doing, Status::Done, Status::Postponed(later), Status::Cancelled]
}

fn statuses(id: ItemId) -> El {
    let ledger = desk().ledger;
    let recorded = move || ledger.book.with(|book| book.item(id).status());
    let button = |status: Status| {
        let same = move || recorded().is_some_and(|now| status_name(now) == status_name(status));
        el("button")
            .attr("type", "button")
            .pressed_if(same)
            .on("click", move |_| {
                if !untrack(same) {
                    ledger.set_status(&[id], Some(status));
                }
            })
            .add(status_name(status))
    };
    let clear = el("button")
        .attr("type", "button")
        .class("plain")
        .hidden_if(move || recorded().is_none())
        .on("click", move |_| {
            ledger.set_status(&[id], None);
        })
        .add(text::CLEAR_STATUS);
    el("div")
        .class("statuses")
        .attr("role", "group")
        .attr("aria-label", text::PROGRESS_RECORD)
        .add(choices(id).map(button).into_iter().collect::<Vec<_>>())
        .add(clear)
}

fn details(at: usize, id: ItemId) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let status = move || ledger.book.with(|book| book.item(id).status());
    let month = move || match status() {
        Some(Status::Postponed(month)) => month.to_string().into(),
        _ => "".into(),
    };
    let postpone = move |event: Event| {
        if let Some(month) = event_target_value(&event).parse().ok().and_then(Month::new) {
            ledger.set_status(&[id], Some(Status::Postponed(month)));
        }
    };
    let months = months(text::POSTPONED_TO).live_value(month).on("change", postpone);
    let reason = move || ledger.book.with(|book| book.item(id).reason().to_owned());
    let explain = move |event: Event| {
        let reason = event_target_value(&event).trim().to_owned();
        let recorded = Recorded { status: untrack(status), reason };
        ledger.write(vec![(Field::Status(id), Value::Status(recorded))]);
    };
    let explains = move || {
        !reason().is_empty()
            || matches!(status(), Some(Status::Postponed(_) | Status::Cancelled))
            || desk.standing(at) == Standing::Late
    };
    el("div")
        .class("details")
        .add(
            labelled(text::POSTPONED_TO, months)
                .hidden_if(move || !matches!(status(), Some(Status::Postponed(_)))),
        )
        .add(
            labelled(
                text::REASON,
                el("input")
                    .attr("autocomplete", "off")
                    .live_value(move || reason().into())
                    .on("change", explain),
            )
            .class("wide")
            .hidden_if(move || !explains()),
        )
        .add(labelled(text::ACTUAL_DATE, day_field(Field::Date(id))))
}

/// The months that an item can be postponed to.
pub fn months(label: &'static str) -> El {
    let months = Month::all().map(|month| option(month.to_string(), text::postponed_month(month)));
    el("select").attr("aria-label", label).add(months.collect::<Vec<_>>())
}

/// A field with its name before it.
pub fn labelled(name: &'static str, field: El) -> El {
    el("label").add(el("span").add(name)).add(field)
}

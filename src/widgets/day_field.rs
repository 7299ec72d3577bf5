//! A field for a day that is recorded: of an item or of a meeting.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use web_sys::Event;
use yaodian_progress::{Field, Value, parse_day};

use super::field::labelled;
use crate::browser::{dom, window};
use crate::desk::desk;
use crate::text;
use yaodian_ui::{Child, El, el};

/// The field with its name, and ways to confirm and to clear the day where fingers have none.
///
/// An iPad fills an empty field with today as soon as it is opened, and reports that as a change. So there a first day is
/// recorded only once it is confirmed. Nor has its calendar a way to clear a day that was recorded.
pub fn day_field(name: impl Child, field: Field) -> El {
    let ledger = desk().ledger;
    let recorded = move || {
        ledger.book.with(|book| match book.get(field).map(|register| &*register.value) {
            Some(Value::Date(day)) => *day,
            _ => None,
        })
    };
    let written = move || recorded().map(|day| day.to_string()).unwrap_or_default();
    let write = move |day| ledger.write(vec![(field, Value::Date(day))]);
    let asked = RwSignal::new(None::<NaiveDate>);
    let set = move |event: Event| match typed_day(&event) {
        None => {}
        Some(day) if untrack(recorded).is_none() && window::fills_empty_days() => asked.set(day),
        Some(day) => {
            asked.set(None);
            write(day);
        }
    };
    let input = el("input")
        .attr("type", "date")
        .prop("value", written)
        .on("change", set)
        // Half a date that is left behind is none: what is kept is shown again.
        .on("blur", move |event| dom::set_value(&event, &untrack(written)));
    let confirm = el("button")
        .attr("type", "button")
        .class("button")
        .attr("hidden", move || asked.get().is_none())
        .on("click", move |event| {
            dom::focus_around(&event, ".day");
            if let Some(day) = asked.get_untracked() {
                asked.set(None);
                write(Some(day));
            }
        })
        .child(move || asked.get().map(text::record_day).unwrap_or_default());
    let clear = el("button")
        .attr("type", "button")
        .class("plain clear-day")
        .attr("hidden", move || recorded().is_none())
        .on("click", move |event| {
            dom::focus_around(&event, ".day");
            write(None);
        })
        .child(text::CLEAR_DAY);
    el("div").class("day").attr("tabindex", "-1").child(labelled(name, input)).child(confirm).child(clear)
}

/// What a date field holds now. `None` while it is being typed: browsers report half a date as none, and the
/// first digit of a year as the year 2.
fn typed_day(event: &Event) -> Option<Option<NaiveDate>> {
    if dom::closest(event, "input:invalid").is_some() {
        return None;
    }
    let day = parse_day(&event_target_value(event));
    day.is_none_or(|day| day.year() >= 1000).then_some(day)
}

//! Parts of forms.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::Month;
use yaodian_progress::{Field, Value, parse_day};

use crate::browser::dom;
use crate::chunks;
use crate::desk::desk;
use crate::text;
use yaodian_ui::{Child, El, el};

/// A search field. It passes on what is typed, but nothing while an input method is composing.
pub fn search_input(id: &'static str, hint: &'static str, typed: impl Fn(String) + Copy + 'static) -> El {
    let on_input = move |event: Event| {
        if let Some(text) = dom::typed(&event) {
            typed(text);
        }
    };
    el("input")
        .attr("id", id)
        .attr("type", "search")
        .attr("placeholder", hint)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("focus", |_| chunks::prepare_search())
        .on("input", on_input)
        // Some browsers send their last input event before the composition has ended.
        .on("compositionend", move |event| typed(event_target_value(&event)))
}

/// A choice of a select field.
pub fn option(value: String, label: String) -> El {
    el("option").attr("value", value).child(label)
}

/// Months to choose from.
pub fn months(label: &'static str, choices: &[Month]) -> El {
    let months = choices.iter().map(|month| option(month.to_string(), text::month(*month)));
    el("select").attr("aria-label", label).child(months.collect::<Vec<_>>())
}

/// A field with its name before it.
pub fn labelled(name: impl Child, field: El) -> El {
    el("label").child(el("span").child(name)).child(field)
}

/// A button of several that have one listener, which asks [`dom::command_of`] what is to be done.
pub fn command(does: &'static str, name: &'static str) -> El {
    el("button").attr("type", "button").class("button").attr("data-do", does).child(name)
}

/// A field for a day that is recorded: of an item or of a meeting.
pub fn day_field(field: Field) -> El {
    let ledger = desk().ledger;
    let written = move || {
        ledger.book.with(|book| match book.get(field).map(|register| &*register.value) {
            Some(Value::Date(Some(day))) => day.to_string(),
            _ => String::new(),
        })
    };
    let set = move |event: Event| {
        if let Some(day) = typed_day(&event) {
            ledger.write(vec![(field, Value::Date(day))]);
        }
    };
    el("input")
        .attr("type", "date")
        .prop("value", written)
        .on("change", set)
        // Half a date that is left behind is none: what is kept is shown again.
        .on("blur", move |event| dom::set_value(&event, &untrack(written)))
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

//! Parts of forms.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::Month;

use crate::browser::dom::{self, Typed};
use crate::browser::window;
use crate::chunks;
use crate::text;
use yaodian_ui::{Child, El, Text, el};

/// How long somebody has stopped typing before letters that are being composed are searched for.
const LETTERS_STAY: Duration = Duration::from_millis(1500);

/// A search field. It passes on what is typed, and while it is being composed only letters that stay: some keyboards
/// compose every word and never say that it is done, and an input method is about to put characters in their place.
///
/// It shows `value`, but nothing else than what is there while it is being composed: that would end the composition.
pub fn search_input(
    id: &'static str,
    hint: &'static str,
    value: impl Fn() -> Text + 'static,
    typed: impl Fn(String) + Copy + 'static,
) -> El {
    let composing = RwSignal::new(false);
    let input = el("input");
    let field = input.element().clone();
    let shown = move || {
        let value = value();
        if composing.get_untracked() { Text::Owned(dom::value_of(&field)) } else { value }
    };
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let on_input = move |event: Event| {
        stop_waiting();
        match dom::typed(&event) {
            Typed::Text(text) => typed(text),
            Typed::Letters(text) if window::on_android() => typed(text),
            Typed::Letters(text) => {
                // Where there is no timer they wait until they are done.
                waiting.set_value(set_timeout_with_handle(move || typed(text), LETTERS_STAY).ok());
            }
            Typed::Nothing => {}
        }
    };
    input
        .attr("id", id)
        .attr("type", "search")
        .attr("placeholder", hint)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("focus", |_| chunks::prepare_search())
        .prop("value", shown)
        .on("input", on_input)
        .on("compositionstart", move |_| composing.set(true))
        // Some browsers send their last input event before the composition has ended.
        .on("compositionend", move |event| {
            stop_waiting();
            composing.set(false);
            typed(event_target_value(&event));
        })
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

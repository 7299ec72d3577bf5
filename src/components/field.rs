//! Parts of forms.

use leptos::prelude::*;
use web_sys::Event;

use super::el::{El, el};
use crate::browser::dom;

/// A field to search by. It hands on what is typed, but nothing while an input method is composing.
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
        .on("input", on_input)
        // Some browsers send their last input event before the composition has ended.
        .on("compositionend", move |event| typed(event_target_value(&event)))
}

/// A choice of a select field.
pub fn option(value: String, label: String) -> El {
    el("option").attr("value", value).add(label)
}

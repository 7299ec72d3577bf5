//! The sheet of keys.

use leptos::prelude::*;
use web_sys::Event;

use crate::browser::{dom, settings};
use crate::text;
use crate::widgets::link::guide_link;
use yaodian_ui::{El, el, mount};

/// Opens the sheet. It is built at its first use.
pub fn open() {
    if dom::dialog("help").is_none()
        && let Some(body) = document().body()
    {
        mount(help().into_view(), &body);
    }
    if let Some(dialog) = dom::dialog("help")
        && !dialog.open()
    {
        // It fails only for a dialog that is already open or no longer in the page.
        let _ = dialog.show_modal();
    }
}

fn close() {
    if let Some(dialog) = dom::dialog("help") {
        dialog.close();
    }
}

/// The sheet, closed.
fn help() -> El {
    let set = |event: Event| settings::set_single_keys(event_target_checked(&event));
    let keys =
        el("input").attr("type", "checkbox").attr("checked", settings::single_keys()).on("change", set);
    el("dialog")
        .attr("id", "help")
        .class("sheet")
        .attr("aria-labelledby", "help-title")
        .child(el("h2").attr("id", "help-title").child(text::KEYS))
        .child(el("p").class("lead touch-only").child(text::NO_KEYS))
        .child(el("div").class("keys-only").child(key_table()))
        .child(el("label").class("check keys-only").child(keys).child(text::SINGLE_KEYS))
        .child(el("p").child(guide_link().on("click", |_| close())))
        .child(el("form").attr("method", "dialog").child(el("button").class("button").child(text::CLOSE)))
}

/// The keys and what they do.
pub fn key_table() -> El {
    let rows =
        text::KEY_TABLE.map(|(key, does)| [el("dt").child(el("kbd").child(key)), el("dd").child(does)]);
    el("dl").class("keys").child(rows.into_iter().flatten().collect::<Vec<_>>())
}

//! The sheet of keys.

use leptos::prelude::*;
use web_sys::Event;

use super::el::{El, el, show};
use super::there::with_pages;
use crate::browser::{dom, settings};
use crate::text;

/// Opens the sheet, once the part that has it is there.
pub fn open() {
    with_pages(|pages| (pages.help)());
}

/// Opens the sheet. It is made when it is first asked for.
pub fn open_now() {
    if dom::dialog("help").is_none()
        && let Some(body) = document().body()
    {
        show(help().view(), &body);
    }
    if let Some(dialog) = dom::dialog("help")
        && !dialog.open()
    {
        // It fails only for a dialog that is already open or no longer in the page.
        let _ = dialog.show_modal();
    }
}

/// The sheet, closed.
fn help() -> El {
    let rows = text::KEY_TABLE.map(|(key, does)| [el("dt").add(el("kbd").add(key)), el("dd").add(does)]);
    let set = |event: Event| settings::set_single_keys(event_target_checked(&event));
    let keys =
        el("input").attr("type", "checkbox").flag("checked", settings::single_keys()).on("change", set);
    el("dialog")
        .attr("id", "help")
        .class("sheet")
        .attr("aria-labelledby", "help-title")
        .add(el("h2").attr("id", "help-title").add(text::KEYS))
        .add(el("dl").class("keys").add(rows.into_iter().flatten().collect::<Vec<_>>()))
        .add(el("label").class("check").add(keys).add(text::SINGLE_KEYS))
        .add(el("form").attr("method", "dialog").add(el("button").class("button").add(text::CLOSE)))
}

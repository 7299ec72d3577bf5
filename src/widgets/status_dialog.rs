//! The dialog in which the status of items is recorded, closed until it is opened.

use leptos::prelude::*;
use web_sys::HtmlInputElement;
use yaodian_ui::{El, el, fragment};

use super::chunk_missing::or_missing;
use crate::browser::dom;
use crate::chunks;
use crate::desk::desk;

const ID: &str = "status";

/// The dialog. Its form is made anew each time.
pub fn status_dialog() -> El {
    let desk = desk();
    let form = move || match desk.setting.get() {
        Some(items) if !items.is_empty() => {
            untrack(|| or_missing(move || chunks::record().map(|record| (record.status_form)(items.clone()))))
        }
        _ => fragment(Vec::new()),
    };
    el("dialog").attr("id", ID).class("sheet setting").attr("aria-labelledby", "status-title").child(form)
}

/// Opens the dialog for items.
pub fn open(items: Vec<usize>) {
    desk().ask_status_of(items);
    request_animation_frame(|| {
        if let Some(dialog) = dom::dialog(ID)
            && !dialog.open()
        {
            // It fails only for a dialog that is already open or no longer in the page.
            let _ = dialog.show_modal();
            // The choice that holds, or the first one: with it the arrow keys choose.
            if let Some(choice) = input("input:checked").or_else(|| input("input")) {
                let _ = choice.focus();
            }
        }
    });
}

/// Closes the dialog.
pub fn close() {
    if let Some(dialog) = dom::dialog(ID) {
        dialog.close();
    }
}

/// A field of its form.
pub fn input(selector: &str) -> Option<HtmlInputElement> {
    dom::input(&format!("#{ID} {selector}"))
}

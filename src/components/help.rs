//! The sheet of keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::browser::{dom, settings};
use crate::text;

/// Whether single keys are shortcuts; people who dictate or whose keys are pressed by accident
/// switch them off.
#[derive(Clone, Copy)]
pub struct Keys(pub RwSignal<bool>);

/// Whether single keys are shortcuts, from outside of components.
pub fn single_keys() -> bool {
    settings::single_keys()
}

/// Opens the sheet.
pub fn open() {
    if let Some(dialog) = dom::find("#help").and_then(|found| found.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        // It fails only for a dialog that is already open or no longer in the page.
        let _ = dialog.show_modal();
    }
}

/// The sheet, closed until it is opened.
#[component]
pub fn Help() -> impl IntoView {
    let Keys(keys) = expect_context();
    let set = move |event| {
        let on = event_target_checked(&event);
        keys.set(on);
        settings::set_single_keys(on);
    };
    let rows = text::KEY_TABLE.map(|(key, does)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> });
    view! {
        <dialog id="help" class="sheet" aria-labelledby="help-title">
            <h2 id="help-title">{text::KEYS}</h2>
            <dl class="keys">{rows.collect_view()}</dl>
            <label class="check">
                <input type="checkbox" prop:checked=keys on:change=set/>{text::SINGLE_KEYS}
            </label>
            <form method="dialog"><button class="button">{text::CLOSE}</button></form>
        </dialog>
    }
}

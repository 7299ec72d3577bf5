//! Keys that work everywhere. Single keys do nothing in a field, while an input method composes, or where they are
//! switched off.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::browser::{dom, focus, settings};
use crate::chunks;
use crate::desk::Desk;
use crate::route::Page;
use crate::widgets::chunk_missing::with_record;
use crate::widgets::help;
use crate::widgets::pick::stop_picking;
use crate::widgets::toast::undo_or_redo;

/// Handles a key that was pressed anywhere.
pub fn handle_key(desk: Desk, event: &KeyboardEvent) {
    if dom::composing(event) || event.alt_key() || event.default_prevented() {
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    let single = !control && !dom::in_field(event) && settings::single_keys();
    let handled = match event.key().as_str() {
        "k" | "K" if control => {
            focus::focus_later("#search".into());
            true
        }
        "z" | "Z" if control && !dom::undoes_itself(event) => {
            undo(desk, event.shift_key());
            true
        }
        // What office programs redo with. On a Mac it is the browser's.
        "y" | "Y" if event.ctrl_key() && !event.shift_key() && !dom::undoes_itself(event) => {
            undo(desk, true);
            true
        }
        "/" if single => {
            focus::focus_later("#search".into());
            true
        }
        "?" if single => {
            help::open();
            true
        }
        "j" | "J" if single => open_neighbour(desk, 1),
        "k" | "K" if single => open_neighbour(desk, -1),
        "Escape" if untrack(|| desk.is_picking()) && !dialog_open() => {
            stop_picking();
            true
        }
        "Escape" if desk.open.get_untracked().is_some() && !dialog_open() => {
            desk.close_item();
            true
        }
        _ => false,
    };
    if handled {
        event.prevent_default();
    }
}

/// Takes back, or does again, what was done last where the user is.
fn undo(desk: Desk, redo: bool) {
    match chunks::import().filter(|_| matches!(desk.page.get_untracked(), Page::Import(_))) {
        Some(import) => (import.undo_or_redo)(redo),
        None => undo_or_redo(redo),
    }
}

/// A dialog handles Escape by itself.
fn dialog_open() -> bool {
    dom::find("dialog[open]").is_some()
}

/// Opens the item that many places further in the page's list, if an item is open.
fn open_neighbour(desk: Desk, by: isize) -> bool {
    let open = desk.shown_item().is_some();
    if open {
        with_record(move |record| (record.open_neighbour)(by));
    }
    open
}

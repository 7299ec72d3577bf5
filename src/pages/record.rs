//! An item as a whole, and whatever records its progress, the store included.

mod item;
mod meetings;
mod notices;
mod pick_bar;
mod status_form;

use std::pin::Pin;

use leptos::prelude::*;
use yaodian_ui::{View, fragment};

use crate::browser::dom;
use crate::chunks::{Persistence, Record};
use crate::desk::desk;
use crate::widgets::saved::save_trouble;
use crate::widgets::status_dialog;

/// The chunk.
pub fn chunk() -> Record {
    Record {
        style: concat!(
            include_str!("../../style/facts.css"),
            include_str!("../../style/item.css"),
            include_str!("../../style/picked.css"),
            include_str!("../../style/recording.css"),
            include_str!("../../style/status-dialog.css"),
            include_str!("../../style/picking.css")
        ),
        persistence: Persistence { open, is_open, store_typed, refresh },
        notices,
        meetings: meetings::meetings,
        item: item::whole_item,
        open_status_dialog: status_dialog::open,
        status_form: status_form::status_form,
        pick_bar: pick_bar::pick_bar,
        undo_or_redo,
        open_neighbour: item::open_neighbour,
    }
}

fn open() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(desk().ledger.open())
}

fn is_open() -> bool {
    untrack(|| desk().ledger.is_open())
}

fn store_typed() -> bool {
    let ledger = desk().ledger;
    dom::commit_typed_line();
    ledger.store_draft();
    ledger.find_vanished_now();
    ledger.would_lose_something()
}

fn refresh() {
    desk().ledger.refresh();
}

fn notices() -> View {
    fragment(vec![
        save_trouble(),
        notices::carried(),
        notices::carried_library(),
        notices::mailbox(),
        notices::reminder(),
    ])
}

fn undo_or_redo(redo: bool) {
    let ledger = desk().ledger;
    if redo { ledger.redo() } else { ledger.undo() }
}

//! Picking items to be set together: a click on a sign picks its item then, and records its status otherwise.

use leptos::prelude::*;
use web_sys::{Event, MouseEvent};
use yaodian_ui::{El, View, el, fragment, live, true_or_false};

use super::chunk_missing::with_record;
use super::signs::{focus_targets, position};
use crate::browser::{dom, focus};
use crate::chunks;
use crate::desk::desk;
use crate::text;

/// Handles a click if it is one on a sign. One listener serves all of them.
pub fn handle_sign_click(event: &MouseEvent) -> bool {
    let Some(at) = dom::closest(event, "button[data-of]").and_then(|sign| position(&sign)) else {
        return false;
    };
    let desk = desk();
    if untrack(|| desk.is_picking()) {
        desk.toggle_picked(at);
    } else {
        with_record(move |record| match untrack(|| desk.ledger.writable()) {
            true => (record.open_status_dialog)(vec![at]),
            false => desk.ledger.say(text::NOT_NOW.into()),
        });
    }
    true
}

/// Ends picking, and takes the focus from the bar that goes away.
pub fn stop_picking() {
    let desk = desk();
    let picked = desk.picked.get_untracked().unwrap_or_default();
    desk.end_picking();
    focus::focus_unless_kept_later(Vec::new(), focus_targets(picked.first().copied()));
}

/// The button that begins picking, and ends it.
pub fn pick_button() -> El {
    let desk = desk();
    let picking = Memo::new(move |_| desk.is_picking());
    let press = move |_: Event| match picking.get_untracked() {
        true => stop_picking(),
        false => with_record(move |_| match untrack(|| desk.ledger.writable()) {
            true => desk.begin_picking(Vec::new()),
            false => desk.ledger.say(text::NOT_NOW.into()),
        }),
    };
    el("button")
        .attr("type", "button")
        .class("button several")
        .attr("aria-pressed", move || true_or_false(picking.get()))
        .on("click", press)
        .child(move || if picking.get() { text::STOP_PICKING } else { text::PICKING })
}

/// The bar at the bottom, while items are being picked.
pub fn pick_bar() -> View {
    let desk = desk();
    let picking = Memo::new(move |_| desk.is_picking());
    live(move || match (picking.get(), chunks::record()) {
        (true, Some(record)) => untrack(record.pick_bar),
        _ => fragment(Vec::new()),
    })
}

//! What can be done while items are being picked.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_ui::{View, el};

use crate::browser::dom;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::field::command;
use crate::widgets::pick::stop_picking;
use crate::widgets::{signs, status_dialog};

/// The bar.
pub fn pick_bar() -> View {
    let desk = desk();
    let count = move || desk.picked.with(|picked| picked.as_ref().map_or(0, Vec::len));
    let run = move |event: Event| match dom::command_of(&event).as_deref() {
        Some("set") => status_dialog::open(desk.picked.get_untracked().unwrap_or_default()),
        Some("all") => desk.pick_also(on_page()),
        Some("stop") => stop_picking(),
        _ => {}
    };
    el("div")
        .class("picking")
        .attr("role", "group")
        .attr("aria-label", text::PICKING)
        .on("click", run)
        .child(el("output").child(move || text::picked(count())))
        .child(command("set", text::PICK_SET).attr("disabled", move || count() == 0))
        .child(command("all", text::PICK_ALL))
        .child(command("stop", text::CANCEL))
        .into_view()
}

/// What the page lists and its filter lets through, also what a long list does not show yet. The overview shows the
/// first items of several lists; of those only what is seen counts.
fn on_page() -> Vec<usize> {
    let desk = desk();
    if desk.page.with_untracked(|page| matches!(page, Page::Overview)) {
        return signs::positions();
    }
    let catalog = desk.catalog();
    untrack(|| desk.listed()).into_iter().filter_map(|id| catalog.position(id)).collect()
}

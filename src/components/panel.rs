//! The open item beside the page: a panel on a desktop, a sheet on a tablet, a page on a phone.

use leptos::prelude::*;

use super::el::{all, el, live};
use crate::state::desk;
use crate::text;
use crate::views::item::{detail, steps};

/// The panel; empty while no item is open.
pub fn panel() -> AnyView {
    let desk = desk();
    live(move || match desk.open.get() {
        Some(id) => untrack(|| {
            let panel = el("aside").class("panel").attr("aria-label", text::ITEM);
            panel.add(steps(id, true)).add(detail(id)).view()
        }),
        None => all(Vec::new()),
    })
}

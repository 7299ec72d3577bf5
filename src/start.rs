//! From the page as it was delivered to the running app, or to a message that says why not.

use leptos::prelude::*;
use yaodian_plan::pack::{UnpackError, unpack};
use yaodian_plan::query::Catalog;
use yaodian_plan::search::PinyinTable;

use crate::app::{app, fetch};
use crate::browser::{dom, hash};
use crate::components::el::el;
use crate::parts;
use crate::route::Route;
use crate::state::Loaded;
use crate::text;

/// Id of the element that holds the packed plan.
const PLAN: &str = "plan";
/// Id of the element that holds the plan's pinyin table.
const PINYIN: &str = "pinyin";
/// What is in the page before the app is: the plan without script, and words about why.
const BEFORE: &str = "#before";
/// The part of it that a link led to.
const TARGET: &str = "#before :target";
/// Its page, where a message is read before the plan.
const BEFORE_PAGE: &str = "#before main";

/// Starts the app, or says why it cannot start; the plain plan stays in that case.
pub fn start() {
    match load() {
        Ok(loaded) => {
            // The plan lives as long as the page, so views may hold plain references to it.
            let loaded: &'static Loaded = Box::leak(Box::new(loaded));
            parts::provide(fetch);
            let route = Route::parse(&hash::read());
            if parts::ready_first(&route) {
                run(loaded);
            } else {
                // The plain plan is there to be read until then. Leptos runs nothing before it has mounted something.
                wasm_bindgen_futures::spawn_local(async move {
                    parts::load_first(&route).await;
                    run(loaded);
                });
            }
        }
        Err(message) => {
            dom::set_state("refused");
            let place = dom::find(BEFORE_PAGE).and_then(|page| dom::first_child_of(&page));
            match place {
                Some(place) => mount_to(place, move || failed(message)).forget(),
                None => mount_to_body(move || failed(message)),
            }
        }
    }
}

/// Puts the app in the place of the plain plan.
fn run(loaded: &'static Loaded) {
    // The browser has scrolled to it; the app's page for the same link starts at its top.
    let scrolled = dom::find(TARGET).is_some();
    // Nothing is painted in between, and a panic on the way leaves the plain plan where it is.
    mount_to_body(move || app(loaded));
    if let Some(before) = dom::find(BEFORE) {
        before.remove();
    }
    if scrolled {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    dom::set_state("running");
}

fn load() -> Result<Loaded, &'static str> {
    let packed = dom::text_of(PLAN).filter(|packed| !packed.trim().is_empty());
    let packed = packed.ok_or(text::START_MISSING)?;
    let plan = unpack(&packed).map_err(|error| match error {
        UnpackError::Damaged => text::START_BROKEN,
        UnpackError::Newer(_) => text::START_NEWER,
    })?;
    // Without its table the search still finds characters, which is better than no app.
    let pinyin = dom::text_of(PINYIN).and_then(|table| PinyinTable::parse(&table).ok()).unwrap_or_default();
    Ok(Loaded::new(Catalog::new(plan), pinyin))
}

/// The message in place of the app.
fn failed(message: &'static str) -> AnyView {
    el("div")
        .class("failed card")
        .attr("role", "alert")
        .add(el("h1").add(text::START_FAILED))
        .add(el("p").add(message))
        .view()
}

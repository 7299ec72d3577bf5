//! From the delivered page to the running app, or to a message with the reason why it cannot run.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use any_spawner::Executor;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_page::pack::{UnpackError, unpack};
use yaodian_plan::query::Catalog;

use crate::app::{app, load_chunk};
use crate::browser::{carry, clock, dom, hash, settings, window};
use crate::chunks::{self, Brought};
use crate::desk::{Desk, desk, provide_desk};
use crate::loaded::Loaded;
use crate::{route, text};
use yaodian_ui::{View, el, mount};

/// What is in the page before the app is: the plan without script, and words about why.
const BEFORE: &str = "#before";
/// The part of it that a link led to.
const TARGET: &str = "#before :target";
/// Its page, where a message is read before the plan.
const BEFORE_PAGE: &str = "#before main";
/// How long what was recorded may be waited for.
const PATIENCE: Duration = Duration::from_millis(700);

/// Starts the app with the plan that the address names, or shows why it cannot start.
pub fn start() {
    // Leptos does this when it mounts something, which is too late for what comes before.
    let _ = Executor::init_wasm_bindgen();
    chunks::set_loader(load_chunk);
    let bundled = load();
    let id = bundled.as_ref().map(|loaded| loaded.catalog.plan.id.clone()).unwrap_or_default();
    let hash = hash::read();
    let (key, named) = match route::split(&hash) {
        (Some(key), _) => (Some(key.to_owned()), true),
        (None, "") => (settings::last_plan(&id), false),
        (None, _) => (None, false),
    };
    let other = key.filter(|key| *key != id);
    // The library may keep another version of the page's own plan.
    let is_kept = other.is_none() && settings::kept_in_place_of(&id).is_some();
    let Some(key) = other.clone().or_else(|| is_kept.then(|| id.clone())) else {
        settings::set_last_plan(&id, None);
        run(bundled);
        return;
    };
    spawn_local(async move {
        match chunks::bring_plan(key.clone(), named && !is_kept).await {
            Some(Brought::Here) => {
                settings::set_last_plan(&id, other.as_deref());
                if !is_kept {
                    route::set_plan(&key);
                    if !named {
                        hash::set(&route::plan_address(&key));
                    }
                }
                run(load());
            }
            Some(Brought::Not(said)) => {
                settings::set_last_plan(&id, None);
                let runs = bundled.is_ok();
                run(bundled);
                if runs && !said.is_empty() {
                    desk().ledger.say(said.into());
                }
            }
            Some(Brought::Why(why)) => refuse_other(why),
            None => refuse_other(failed(text::CHUNK_MISSING)),
        }
    });
}

/// Runs the app with a plan, or shows why it cannot; the plain plan stays in that case.
fn run(loaded: Result<Loaded, &'static str>) {
    match loaded {
        Ok(loaded) => {
            // The plan lives as long as the page, so views may hold plain references to it.
            let loaded: &'static Loaded = Box::leak(Box::new(loaded));
            let owner = Owner::new();
            let desk = owner.with(|| Desk::new(loaded, clock::today()));
            // So do its signals.
            std::mem::forget(owner);
            provide_desk(desk);
            let used = desk.ledger.seems_used();
            if !used && desk.route.with_untracked(chunks::is_ready) {
                show_app();
            } else {
                let shown = Rc::new(Cell::new(false));
                let show_once = move || {
                    if !shown.replace(true) {
                        show_app();
                    }
                };
                // The plain plan is there to be read until then. The app does not take its place for what it shows to
                // change at once, but neither is it kept back by a slow disk.
                spawn_local(async move {
                    chunks::load_chunks_of(&desk.route.get_untracked(), used).await;
                    set_timeout(show_once.clone(), PATIENCE);
                    chunks::open().await;
                    show_once();
                });
            }
        }
        Err(message) => refuse(failed(message)),
    }
}

/// Shows why another plan than the page's own is not there.
fn refuse_other(message: View) {
    document().set_title(text::APP);
    refuse(message);
}

/// Shows a message in place of the app.
fn refuse(message: View) {
    window::set_state("refused");
    // Another address may be another plan's.
    window_event_listener(ev::hashchange, |_| window::reload());
    let place = dom::find(BEFORE_PAGE).and_then(|page| dom::first_child_of(&page));
    // Without the plain plan there is nothing to stand above.
    if let Some(place) = place.or_else(|| document().body()) {
        mount(message, &place);
    }
}

/// Puts the app in the place of the plain plan.
fn show_app() {
    // The browser has scrolled to it; the app's page for the same link starts at its top.
    let scrolled = dom::find(TARGET).is_some();
    // Nothing is painted in between, and a panic on the way leaves the plain plan where it is.
    let owner = Owner::new();
    let Some(body) = document().body() else { return };
    mount(owner.with(app), &body);
    // The app lives as long as the page.
    std::mem::forget(owner);
    if let Some(before) = dom::find(BEFORE) {
        before.remove();
    }
    if scrolled {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    window::set_state("running");
}

fn load() -> Result<Loaded, &'static str> {
    let packed = dom::filled_text_of(carry::PLAN).ok_or(text::START_MISSING)?;
    let plan = unpack(&packed).map_err(|error| match error {
        UnpackError::Damaged => text::START_BROKEN,
        UnpackError::Newer(_) => text::START_NEWER,
    })?;
    Ok(Loaded::new(Catalog::new(plan)))
}

/// The message in place of the app.
fn failed(message: &'static str) -> View {
    el("div")
        .class("failed card")
        .attr("role", "alert")
        .child(el("h1").child(text::START_FAILED))
        .child(el("p").child(message))
        .into_view()
}

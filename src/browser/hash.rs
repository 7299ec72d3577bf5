//! The address bar, and where the places were scrolled to that Back and Forward lead to.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use web_sys::ScrollRestoration;

/// The address after `#`, as the browser has it now.
pub fn read() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address, so that Back returns from it. The `hashchange` event follows.
pub fn push(hash: &str) {
    write_pending();
    // The only failure is a malformed URL, and addresses are percent-encoded.
    let _ = window().location().set_hash(hash);
    enter();
}

/// Changes the address without a step to go back to and without an event.
fn replace(hash: &str) {
    // Browsers refuse this when it is called too often; the view is right all the same.
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&CURRENT.get().into(), "", Some(hash));
    }
}

/// Names the plan that the page shows, where the address named none.
pub fn set(hash: &str) {
    replace(hash);
}

/// An address that is still to be written.
struct Pending {
    hash: String,
    /// The address that it is to take the place of. A link changes the address at once and reports
    /// it later, and what the link leads to must not be overwritten in between.
    instead_of: String,
    timer: TimeoutHandle,
}

thread_local! {
    static PENDING: RefCell<Option<Pending>> = const { RefCell::new(None) };
    /// How far each entry of the history was scrolled when it was left, in pixels.
    static SCROLLED: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
    /// The entry that is shown. Its number is the entry's state in the browser's history.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
}

/// Notes how far the entry is scrolled that is left, and which one is shown now: one that has a number has been shown
/// before. The page must still be the old one. The first call is for the entry that the app starts with.
pub fn enter() {
    let Ok(history) = window().history() else { return };
    // The browser would scroll the old page to where the new one was, and that before it says so.
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let known = history.state().ok().and_then(|state| state.as_f64());
    let left = CURRENT.get() as usize;
    let entry = SCROLLED.with_borrow_mut(|all| {
        let entry = known.map_or(all.len().max(left + 1), |known| known as usize);
        all.resize(all.len().max(entry.max(left) + 1), 0.0);
        if let Some(place) = all.get_mut(left) {
            *place = window().scroll_y().unwrap_or_default();
        }
        entry as u32
    });
    CURRENT.set(entry);
    if known.is_none() {
        let _ = history.replace_state(&entry.into(), "");
    }
}

/// How far the entry that is shown was scrolled when it was left, in pixels: 0 if it is new.
pub fn scrolled() -> f64 {
    SCROLLED.with_borrow(|all| all.get(CURRENT.get() as usize).copied().unwrap_or_default())
}

/// How long typing has to pause before the address follows, in milliseconds.
const PAUSE: Duration = Duration::from_millis(300);

/// Like [`replace`], once the changes pause: writing the address costs more than everything else
/// that a keystroke does, and browsers count how often it happens.
pub fn replace_soon(hash: String) {
    forget_pending();
    if let Ok(timer) = set_timeout_with_handle(write_pending, PAUSE) {
        PENDING.set(Some(Pending { hash, instead_of: read(), timer }));
    } else {
        replace(&hash);
    }
}

/// Writes what [`replace_soon`] has put off, before the address changes in another way.
fn write_pending() {
    if let Some(pending) = PENDING.take() {
        pending.timer.clear();
        if read() == pending.instead_of {
            replace(&pending.hash);
        }
    }
}

/// Where the browser has gone by itself: Back, Forward, a link. `None` if it is still where
/// [`replace_soon`] is about to write, since then the event is of a step that typing has overtaken;
/// what was put off for another place is forgotten.
pub fn changed_elsewhere() -> Option<String> {
    let here = read();
    let overtaken = PENDING.with_borrow(|pending| pending.as_ref().is_some_and(|it| it.instead_of == here));
    if overtaken {
        return None;
    }
    forget_pending();
    enter();
    Some(here)
}

fn forget_pending() {
    if let Some(pending) = PENDING.take() {
        pending.timer.clear();
    }
}

/// One step back in history.
pub fn back() {
    write_pending();
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

//! The address bar, and how far the places were scrolled that Back and Forward lead to.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

/// The address after `#`, as the browser has it now.
pub fn read() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address, so that Back returns from it. The `hashchange` event follows.
pub fn push(hash: &str) {
    write_pending();
    // The only failure is a malformed URL, and addresses are percent-encoded.
    let _ = window().location().set_hash(hash);
}

/// Changes the address without a step to go back to and without an event.
fn replace(hash: &str) {
    // Browsers refuse this when it is called too often; the view is right all the same.
    replace_entry(scrolled(), Some(hash));
}

/// Changes the entry of the history that is shown. Its state is how far it is scrolled, in pixels.
fn replace_entry(scrolled: f64, hash: Option<&str>) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&scrolled.into(), "", hash);
    }
}

/// How far the place that is shown was scrolled when it was left, in pixels; 0 if it has not been shown before.
pub fn scrolled() -> f64 {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_f64()).unwrap_or_default()
}

/// Notes how far the place that is shown is scrolled.
pub fn note_scrolled() {
    replace_entry(window().scroll_y().unwrap_or_default(), None);
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

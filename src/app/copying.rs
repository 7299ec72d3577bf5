//! Copying rows of lists as rows of a table.

use leptos::prelude::*;

use crate::browser::dom;
use crate::chunks;

/// Follows what is selected and copied. What makes a table of it is loaded once something is selected.
pub fn watch() {
    dom::on_selection(|| {
        if dom::has_selection() {
            chunks::prepare_search();
        }
    });
    window_event_listener_untyped("copy", |event| {
        if let (Some(browse), Some(event)) = (chunks::browse(), dom::as_copy(&event)) {
            (browse.copy)(event);
        }
    });
}

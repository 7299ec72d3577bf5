//! What depends on when items are: built anew when one of them is put off.

use leptos::prelude::*;
use yaodian_plan::query::Timing;
use yaodian_ui::{View, live};

use crate::desk::desk;

/// Builds something from when the items are, by position, and again whenever that changes. What is read meanwhile is not
/// tracked.
pub fn timed(build: impl Fn(&[Timing]) -> View + Send + 'static) -> View {
    let timings = desk().timings;
    live(move || timings.with(|timings| untrack(|| build(timings))))
}

//! What the parts of the page are made of.

use leptos::prelude::*;
use yaodian_ui::{Child, El, View, el, fragment, live};

use crate::browser::dom;

/// A part that is folded until somebody opens it, and made only then.
pub fn folded(title: impl Child, inside: impl Fn() -> View + Send + 'static) -> El {
    folded_as(RwSignal::new(false), title, inside)
}

/// The same where the signal says whether it is open.
pub fn folded_as(
    is_opened: RwSignal<bool>,
    title: impl Child,
    inside: impl Fn() -> View + Send + 'static,
) -> El {
    // It stays made.
    let is_made = Memo::new(move |made: Option<&bool>| made == Some(&true) || is_opened.get());
    let inside = live(move || if is_made.get() { untrack(&inside) } else { fragment(Vec::new()) });
    el("details")
        .class("card")
        .attr("open", move || is_opened.get())
        .on("toggle", move |event| is_opened.set(dom::closest(&event, "details[open]").is_some()))
        .child(el("summary").child(title))
        .child(inside)
}

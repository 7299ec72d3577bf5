//! A row of links of which one is current.

use leptos::prelude::*;

/// One choice.
pub struct Choice {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is where the reader is.
    pub current: bool,
}

/// The row. `label` says what is chosen.
#[component]
pub fn Seg(label: &'static str, choices: Vec<Choice>) -> impl IntoView {
    let links = choices.into_iter().map(|choice| {
        view! { <a href=choice.href aria-current=choice.current.then_some("true")>{choice.label}</a> }
    });
    view! { <nav class="seg" aria-label=label>{links.collect_view()}</nav> }
}

//! Cards and figures.

use leptos::prelude::*;
use yaodian_plan::query::{Standing, Tally};

use crate::text;

/// A titled part of a page. `note` stands beside the title.
#[component]
pub fn Card(
    #[prop(into)] title: ViewFn,
    #[prop(optional, into)] note: ViewFn,
    #[prop(optional, into)] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("card {class}")>
            <header><h2>{title.run()}</h2><p>{note.run()}</p></header>
            {children()}
        </section>
    }
}

/// One number and what it counts.
#[component]
pub fn Figure(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] class: &'static str,
) -> impl IntoView {
    view! { <div class=format!("fig {class}")><dd>{move || value.get()}</dd><dt>{move || label.get()}</dt></div> }
}

/// How far a set of items is: a bar, and the fraction in words.
#[component]
pub fn Meter(#[prop(into)] tally: Signal<Tally>) -> impl IntoView {
    let share = move |standing| {
        let tally = tally.get();
        let percent = 100.0 * tally.count(standing) as f64 / tally.total().max(1) as f64;
        format!("width:{percent:.1}%")
    };
    let fraction = move || {
        let tally = tally.get();
        format!("{}/{}", tally.count(Standing::Done), tally.total())
    };
    view! {
        <span class="meter" aria-hidden="true">
            <i class="done" style=move || share(Standing::Done)></i>
            <i class="doing" style=move || share(Standing::Doing)></i>
            <i class="late" style=move || share(Standing::Late)></i>
        </span>
        <small class="fraction"><span class="sr">{text::standing(Standing::Done)}</span>{fraction}</small>
    }
}

//! A part of a preview: so many lines of one kind, folded, the first of them at once and the rest when asked for.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_ui::{El, View, el, fragment, live};

use crate::text;

/// So many lines of one kind are shown at first; a year's file may have thousands.
const SHOWN: usize = 50;

/// The part, folded; none where there is nothing of the kind. `of` finds the lines in `whole`.
pub fn lines<W: 'static, T: 'static>(
    title: &'static str,
    whole: Arc<W>,
    of: fn(&W) -> &[T],
    line: fn(&T) -> El,
) -> Option<El> {
    let count = of(&whole).len();
    let first_from = move |from: usize, to: usize| {
        of(&whole).get(from..to.min(count)).unwrap_or_default().iter().map(line).collect()
    };
    (count > 0).then(|| part(title, count, false, Box::new(first_from)))
}

/// The lines from one position up to another one.
pub type Lines = Box<dyn Fn(usize, usize) -> Vec<El>>;

/// A part with so many lines.
pub fn part(title: &'static str, count: usize, open: bool, lines: Lines) -> El {
    let all = RwSignal::new(count <= SHOWN);
    let first = lines(0, SHOWN);
    let rest = move || -> View {
        if all.get() {
            return fragment(untrack(|| lines(SHOWN, count)).into_iter().map(El::into_view).collect());
        }
        let more = el("button")
            .attr("type", "button")
            .class("plain")
            .on("click", move |_| all.set(true))
            .child(text::show_more(count - SHOWN));
        el("li").child(more).into_view()
    };
    el("details")
        .attr("open", open)
        .child(el("summary").child(text::counted(title, count)))
        .child(el("ul").child(first).child(live(rest)))
}

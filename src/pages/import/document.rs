//! The document as it stands, block by block; what became rows can be chosen.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;
use yaodian_review::Files;
use yaodian_ui::{El, boxed, el, true_or_false};

use super::button;
use super::printed::Printed;
use super::stretch::{self, Sizes, Stretch};
use super::studio::studio;
use crate::browser::dom;
use crate::text;
use crate::widgets::card::card;

const SIZES: Sizes = Sizes { batch: 40, step: 400 };

/// The card.
pub fn document() -> El {
    let studio = studio();
    let (files, read) = studio.review.with_untracked(|review| match review {
        Some(review) => {
            let read: HashSet<u32> = review.sheet().rows.iter().filter_map(|row| row.line).collect();
            (review.files().clone(), read)
        }
        None => (Arc::<Files>::default(), HashSet::new()),
    });
    let body = el("div");
    let mut printed = Printed::new(files, read, body.element().clone());
    let len = printed.len();
    let stretch = RwSignal::new(Stretch::new(SIZES));
    let is_growing = stretch::grow(stretch, move || len);
    let choose = move |event: web_sys::Event| {
        let line = dom::closest(&event, "[data-line]").and_then(|element| element.get_attribute("data-line"));
        if let Some(line) = line.and_then(|line| line.parse().ok()) {
            studio.look_at_line(line);
        }
    };
    let pane = el("div")
        .class("pane")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", text::DOCUMENT)
        .attr("aria-busy", move || true_or_false(is_growing.get()));
    let root = pane.element().clone();
    // The line that is looked at comes into sight, also one that is far from those that are shown.
    let (mut looked_at, mut is_sought) = (None, false);
    Effect::new(boxed(move || {
        let line = studio.line.get();
        if looked_at != line {
            (looked_at, is_sought) = (line, line.is_some());
            if let Some(at) = line.and_then(|line| printed.position(line)) {
                stretch.update(|stretch| stretch.reach(at, len));
            }
        }
        let shown = stretch.get().shown(len);
        let first = printed.gets_earlier(&shown).then(|| printed.first()).flatten();
        let top = |line: u32| {
            let lines = dom::all(&root, &format!("[data-line=\"{line}\"]"));
            lines.first().map_or(0.0, |line| line.get_bounding_client_rect().top())
        };
        let before = first.map(top);
        printed.show(shown);
        if let Some((line, before)) = first.zip(before) {
            // What was the first line stays where it is, whatever has come above it, and however wide the columns are now.
            root.set_scroll_top(root.scroll_top() + (top(line) - before) as i32);
        }
        for chosen in dom::all(&root, ".chosen") {
            let _ = chosen.class_list().remove_1("chosen");
        }
        let Some(line) = line else { return };
        let found = dom::all(&root, &format!("[data-line=\"{line}\"]"));
        for element in &found {
            let _ = element.class_list().add_1("chosen");
        }
        if let Some(first) = found.first().filter(|_| std::mem::take(&mut is_sought)) {
            dom::scroll_inside(&root, first);
        }
    }));
    let before = move || stretch.get().before(len);
    let earlier = button(
        move || text::earlier_lines(before()),
        move |_| stretch.update(|stretch| stretch.begin_earlier(len)),
    );
    let behind = move || stretch.get().behind(len);
    let more = button(move || text::more_lines(behind()), move |_| stretch.update(Stretch::reach_further));
    card(text::DOCUMENT, Vec::new()).class("card original").attr("id", "document").child(
        pane.on("click", choose)
            .child(earlier.attr("hidden", move || before() == 0))
            .child(body)
            .child(more.attr("hidden", move || behind() == 0)),
    )
}

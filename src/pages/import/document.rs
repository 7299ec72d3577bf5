//! The document as it stands, block by block; what became rows can be chosen: by a press on the line, or by keyboard, where
//! one stop of the Tab key is for all of them and arrows go from one to the next.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yaodian_review::Files;
use yaodian_ui::{El, boxed, el, true_or_false};

use super::printed::{Printed, TO_ROW};
use super::stretch::{self, Sizes, Stretch};
use super::studio::studio;
use crate::browser::dom;
use crate::text;
use crate::widgets::button::button;
use crate::widgets::card::card;

const SIZES: Sizes = Sizes { batch: 40, step: 400 };

/// The card.
pub fn document() -> El {
    let studio = studio();
    let files = studio.review.with_untracked(|review| match review {
        Some(review) => review.files().clone(),
        None => Arc::<Files>::default(),
    });
    let read = Memo::new(move |_| {
        studio.of_sheet(|sheet| sheet.rows.iter().filter_map(|row| row.line).collect::<HashSet<u32>>())
    });
    let body = el("div");
    let mut printed = Printed::new(files, body.element().clone());
    let len = printed.len();
    let stretch = RwSignal::new(Stretch::new(SIZES));
    let is_growing = stretch::grow(stretch, move || len);
    let choose = move |event: web_sys::Event| {
        let line = dom::closest(&event, "[data-line]").and_then(|element| element.get_attribute("data-line"));
        let Some(line) = line.and_then(|line| line.parse().ok()) else { return };
        match dom::closest(&event, &format!(".{TO_ROW}")) {
            Some(_) => studio.go_to_line(line),
            None => _ = studio.look_at_line(line),
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
        printed.set_read(read.get());
        printed.show(shown);
        if let Some((line, before)) = first.zip(before) {
            // What was the first line stays where it is, whatever has come above it, and however wide the columns are now.
            root.set_scroll_top(root.scroll_top() + (top(line) - before) as i32);
        }
        for chosen in dom::all(&root, ".chosen") {
            let _ = chosen.class_list().remove_1("chosen");
        }
        let found = match line {
            Some(line) => dom::all(&root, &format!("[data-line=\"{line}\"]")),
            None => Vec::new(),
        };
        give_stop(&root, found.first());
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
            .on("keydown", |event| on_key(event.unchecked_ref()))
            .child(earlier.attr("hidden", move || before() == 0))
            .child(body)
            .child(more.attr("hidden", move || behind() == 0)),
    )
}

/// The Tab key stops at one line of those that have rows: the one that is looked at, or else the one that it stopped at
/// before, or the first.
fn give_stop(root: &Element, line: Option<&HtmlElement>) {
    let of_line = line.and_then(|line| dom::all(line, &format!(".{TO_ROW}")).into_iter().next());
    let there = || dom::all(root, &format!(".{TO_ROW}[tabindex=\"0\"]")).into_iter().next();
    let first = || dom::all(root, &format!(".{TO_ROW}")).into_iter().next();
    if let Some(stop) = of_line.or_else(there).or_else(first) {
        stop_at(root, &stop);
    }
}

fn stop_at(root: &Element, stop: &HtmlElement) {
    for other in dom::all(root, &format!(".{TO_ROW}[tabindex=\"0\"]")) {
        other.set_tab_index(-1);
    }
    stop.set_tab_index(0);
}

/// Arrows go from one line that has rows to the next, Home and End to the first and the last.
fn on_key(event: &KeyboardEvent) {
    let from = dom::closest(event, &format!(".{TO_ROW}"));
    let (Some(from), Some(pane)) = (from, dom::closest(event, ".pane")) else { return };
    let lines = dom::all(&pane, &format!(".{TO_ROW}"));
    let at = lines.iter().position(|line| AsRef::<Element>::as_ref(line) == &from).unwrap_or_default();
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.wrapping_sub(1),
        "Home" => 0,
        "End" => lines.len().saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(line) = lines.get(to) {
        stop_at(&pane, line);
        let _ = line.focus();
        // All of the line is in sight, not its beginning alone.
        let whole = line.closest("[data-line]").ok().flatten().and_then(|whole| whole.dyn_into().ok());
        if let Some(whole) = whole {
            dom::scroll_inside(&pane, &whole);
        }
    }
}

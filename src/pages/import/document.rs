//! The document as it stands, block by block; what became rows can be chosen.

use std::collections::HashSet;

use leptos::prelude::*;
use yaodian_reading::document::{Block, Table};
use yaodian_review::lines::{BlockLines, lines};
use yaodian_ui::{El, View, el, fragment, live};

use super::button;
use super::studio::studio;
use crate::browser::dom;
use crate::text;
use crate::widgets::card::card;

/// How many lines are shown at first, and how many more at each request.
const STEP: usize = 400;

/// The card.
pub fn document() -> El {
    let studio = studio();
    let shown = RwSignal::new(STEP);
    let body = live(move || {
        let limit = shown.get();
        studio.review.with_untracked(|review| match review {
            Some(review) => {
                let all = lines(review.files());
                let read: HashSet<u32> = review.sheet().rows.iter().filter_map(|row| row.line).collect();
                let count: usize = all.iter().flatten().map(Vec::len).sum();
                let several = review.files().len() > 1;
                let mut left = limit;
                let mut parts: Vec<View> = Vec::new();
                for ((name, document), lines) in review.files().iter().zip(all) {
                    if several && left > 0 {
                        parts.push(el("h3").child(name.clone()).into_view());
                    }
                    for (block, lines) in document.blocks.iter().zip(lines) {
                        if left == 0 {
                            break;
                        }
                        parts.push(self::block(block, &lines, &read, left).into_view());
                        left = left.saturating_sub(lines.len());
                    }
                }
                let rest = count.saturating_sub(limit);
                parts.extend((rest > 0).then(|| {
                    button(text::more_lines(rest), move |_| shown.update(|shown| *shown += STEP)).into_view()
                }));
                fragment(parts)
            }
            None => fragment(Vec::new()),
        })
    });
    let choose = move |event: web_sys::Event| {
        let line = dom::closest(&event, "[data-line]").and_then(|element| element.get_attribute("data-line"));
        if let Some(line) = line.and_then(|line| line.parse().ok()) {
            studio.look_at_line(line);
        }
    };
    // The line that is looked at comes into sight, also one that is not shown yet.
    let pane = el("div")
        .class("pane")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", text::DOCUMENT);
    let root = pane.element().clone();
    Effect::new(move |_| {
        let line = studio.line.get();
        for chosen in dom::all(&root, ".chosen") {
            let _ = chosen.class_list().remove_1("chosen");
        }
        let Some(line) = line else { return };
        let found = dom::all(&root, &format!("[data-line=\"{line}\"]"));
        for element in &found {
            let _ = element.class_list().add_1("chosen");
        }
        if let Some(first) = found.first() {
            dom::scroll_inside(&root, first);
        }
    });
    card(text::DOCUMENT, Vec::new())
        .class("card original")
        .attr("id", "document")
        .child(pane.on("click", choose).child(body))
}

fn block(block: &Block, lines: &BlockLines, read: &HashSet<u32>, left: usize) -> El {
    match block {
        Block::Paragraph(paragraph) => {
            let line = lines.first().copied().unwrap_or_default();
            let class = if paragraph.level.is_some() || paragraph.centred { "para heading" } else { "para" };
            let class = if read.contains(&line) { format!("{class} read") } else { class.to_owned() };
            el("p").class(class).attr("data-line", line.to_string()).child(paragraph.line())
        }
        Block::Table(table) => self::table(table, lines, read, left),
    }
}

fn table(table: &Table, lines: &BlockLines, read: &HashSet<u32>, left: usize) -> El {
    let rows = table.rows.iter().zip(lines).take(left).map(|(row, line)| {
        let cells = row.cells.iter().map(|cell| {
            let span = |span: usize| (span > 1).then(|| span.to_string());
            el("td")
                .attr("colspan", span(cell.colspan))
                .attr("rowspan", span(cell.rowspan.min(left)))
                .child(cell.whole())
        });
        el("tr")
            .class(if read.contains(line) { "read" } else { "" })
            .attr("data-line", line.to_string())
            .child(cells.collect::<Vec<_>>())
    });
    let body = el("tbody").child(rows.collect::<Vec<_>>());
    let caption = table.caption.clone().map(|caption| el("caption").child(caption));
    el("table").child(caption).child(body)
}

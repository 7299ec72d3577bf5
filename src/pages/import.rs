//! 导入计划: from a document to a plan in the library.
//!
//! - `studio`: the draft that is open; `opening`: which one that is; `looking`: what of it is looked at; `keeping`: how it is
//!   kept; `intake`: files, pasted texts, the example;
//! - `ways`: the ways in, and the drafts; `bar`: what is always in sight; `adopt`: putting the plan into use;
//! - `correcting`: a plan in use that somebody puts right; `twin`, `revising`: a draft that is another version of a plan here;
//!   `other_tabs`: a draft that is open in two tabs;
//! - `head`, `notes` with `fixing`, `tables`, `lists`, `links`, `points`: cards over the draft;
//! - `document`, `printed`, `rows`, `row`, `cells`, `meetings`: what was read, side by side; `spreading`: what is pasted or
//!   filled down; `stretch`: how much of it is on screen.

mod adopt;
mod bar;
mod cells;
mod correcting;
mod document;
mod fixing;
mod head;
mod intake;
mod keeping;
mod links;
mod lists;
mod looking;
mod meetings;
mod notes;
mod opening;
mod other_tabs;
mod parts;
mod points;
mod printed;
mod revising;
mod row;
mod rows;
mod spreading;
mod stretch;
mod studio;
mod tables;
mod twin;
mod ways;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_ui::{El, View, el, fragment, live};

use self::studio::studio;
use crate::browser::clock;
use crate::chunks::{self, Import};
use crate::desk::desk;
use crate::route::Page;

/// The chunk.
pub fn chunk() -> Import {
    Import {
        style: concat!(
            include_str!("../../style/file.css"),
            include_str!("../../style/import.css"),
            include_str!("../../style/review-head.css"),
            include_str!("../../style/review-rows.css"),
            include_str!("../../style/review-lists.css"),
            include_str!("../../style/revision.css"),
            include_str!("../../style/work.css")
        ),
        page,
        take_in: intake::take_in,
        correct: correcting::correct,
        undo_or_redo,
    }
}

/// The page. It follows its address by itself: a draft that is open stays so.
fn page() -> View {
    let studio = studio();
    studio.follow_address();
    intake::watch_clipboard();
    // Somebody who opens a draft can do without what reads documents; whoever has none will need it.
    if matches!(desk().page.get_untracked(), Page::Import(id) if id.is_empty()) {
        chunks::prepare_reader();
    }
    // Another draft is shown anew; what changes in one is followed by its parts.
    let open = Memo::new(move |_| studio.review.with(Option::is_some).then(|| studio.id.get()));
    let below = live(move || match open.get() {
        Some(_) => untrack(review),
        None => fragment(Vec::new()),
    });
    correcting::follow_title();
    fragment(vec![
        el("h1").attr("tabindex", "-1").child(correcting::heading).into_view(),
        el("div").class("importing").child(ways::ways()).child(below).into_view(),
    ])
}

/// The open draft.
fn review() -> View {
    one_by_one(&[
        || fragment(vec![bar::bar().into_view(), adopt::asked(), head::head().into_view()]),
        || fragment(vec![tables::not_understood(), notes::notes().into_view()]),
        || sides().into_view(),
        || {
            fragment(vec![
                lists::lists().into_view(),
                links::links(),
                points::points(),
                tables::all_columns(),
            ])
        },
    ])
}

/// Parts that are made one after the other, so that the page is never busy for long.
fn one_by_one(parts: &[fn() -> View]) -> View {
    let count = parts.len();
    let made = RwSignal::new(1);
    let part = |(at, part): (usize, &fn() -> View)| {
        let (is_due, part) = (Memo::new(move |_| at < made.get()), *part);
        live(move || if is_due.get() { untrack(part) } else { fragment(Vec::new()) })
    };
    let parts = parts.iter().enumerate().map(part).collect();
    spawn_local(async move {
        // The rest is not made where the page was left.
        while made.try_get_untracked().is_some_and(|made| made < count) {
            clock::next_turn().await;
            made.try_update(|made| *made += 1);
        }
    });
    fragment(parts)
}

/// The document and the rows; the rows alone where there is no document.
fn sides() -> El {
    let has_document = studio().of(|review| !review.files().is_empty());
    let sides = el("div").class(if has_document { "sides" } else { "sides alone" });
    sides.child(has_document.then(document::document)).child(rows::rows())
}

/// Takes the last edit back, or does it again.
fn undo_or_redo(redo: bool) {
    studio().undo_or_redo(redo);
}

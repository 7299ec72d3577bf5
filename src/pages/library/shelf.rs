//! The page: the plan that the page ships with and those of the library.

use leptos::prelude::*;
use yaodian_plan::sort::sort_by;
use yaodian_ui::{El, View, el, fragment, live};

use super::carried::card_for_carried;
use super::row::{bundled_row, deleted_row, plan_row};
use super::shown::{Shelf, Shown, bundled, follow_others, read_again};
use super::taking;
use crate::library::{PlanHead, Recorded};
use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::heading::heading;
use crate::widgets::link::page_link;

/// The page.
pub fn shelf() -> View {
    let shown: Shown = RwSignal::new(None);
    read_again(shown);
    follow_others(shown);
    let list = move || match shown.get() {
        None => el("p").class("empty").child(text::LIBRARY_READING).into_view(),
        Some(Ok(shelf)) => lists(shelf, shown),
        Some(Err(reason)) => fragment(vec![
            el("p").class("notice").attr("role", "alert").child(text::plan_not_read(reason)).into_view(),
            lists(Shelf { bundled: bundled(), ..Shelf::default() }, shown),
        ]),
    };
    fragment(vec![
        heading(&Page::Library).into_view(),
        el("p").class("lead").child(text::LIBRARY_LEAD).into_view(),
        el("p")
            .class("tools")
            .child(page_link(Page::Import(String::new())).class("button").child(text::IMPORT_PLAN))
            .into_view(),
        el("div")
            .class("library")
            .child(card_for_carried(shown))
            .child(live(list))
            .child(taking::card_for_files(shown))
            .into_view(),
    ])
}

fn lists(shelf: Shelf, shown: Shown) -> View {
    let Shelf { plans, deleted, bundled } = shelf;
    let own = bundled.as_ref().map(|own| own.head.key.clone());
    // The page's own plan is one, wherever it is kept.
    let others = plans.into_iter().filter(|(head, _)| Some(&head.key) != own.as_ref());
    let (archived, plans): (Vec<_>, Vec<_>) = others.partition(|(head, _)| head.archived);
    let in_use = bundled.iter().map(|own| own.head.clone());
    let heads: Vec<PlanHead> = in_use.chain(plans.iter().map(|(head, _)| head.clone())).collect();
    let row = |(head, recorded): (PlanHead, Recorded)| {
        let mut others: Vec<PlanHead> = heads.iter().filter(|other| other.key != head.key).cloned().collect();
        // What a plan is the corrected version of is most likely by the same body, and of its year.
        let nearness = |other: &PlanHead| (other.issuer != head.issuer, other.year != head.year);
        sort_by(&mut others, &|one, other| nearness(one) < nearness(other));
        plan_row(head, recorded, others, shown)
    };
    let rows = bundled.map(|own| bundled_row(own, shown)).into_iter();
    let rows = rows.chain(plans.into_iter().map(row));
    let list = el("ul").class("plans").child(rows.collect::<Vec<_>>());
    let mut parts = vec![card(text::LIBRARY_PLANS, Vec::new()).child(list).into_view()];
    let archived: Vec<El> = archived.into_iter().map(row).collect();
    parts.extend(folded(text::LIBRARY_ARCHIVED, None, archived));
    let deleted: Vec<El> = deleted.into_iter().map(|head| deleted_row(head, shown)).collect();
    parts.extend(folded(text::LIBRARY_DELETED, Some(text::LIBRARY_DELETED_NOTE), deleted));
    fragment(parts)
}

/// A list that is folded away, unless it is empty.
fn folded(title: &'static str, note: Option<&'static str>, rows: Vec<El>) -> Option<View> {
    if rows.is_empty() {
        return None;
    }
    let title = format!("{title}（{}）", rows.len());
    let folded = el("details")
        .class("card")
        .child(el("summary").child(title))
        .child(note.map(|note| el("p").class("lead").child(note)))
        .child(el("ul").class("plans").child(rows));
    Some(folded.into_view())
}

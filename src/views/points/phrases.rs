//! A point's text with the phrases that items implement as links to them.

use std::ops::Range;

use leptos::prelude::*;
use yaodian_plan::query::Pledge;
use yaodian_plan::{Place, WorkPoint};

use crate::components::marked::Marked;
use crate::state::desk;
use crate::text;

/// The text. Where phrases overlap, the one that begins first is the link.
#[component]
pub fn Phrases(point: &'static WorkPoint, pledges: Vec<Pledge>) -> impl IntoView {
    let place = Place::Point(point.no);
    let mut views: Vec<AnyView> = Vec::new();
    let mut end = 0;
    for (range, pledge) in found(&point.text, pledges) {
        if let (Some(before), Some(phrase)) =
            (point.text.get(end..range.start), point.text.get(range.clone()))
        {
            views.push(view! { <Marked text=before place/> }.into_any());
            views.push(view! { <Phrase phrase place pledge/> }.into_any());
            end = range.end;
        }
    }
    if let Some(rest) = point.text.get(end..) {
        views.push(view! { <Marked text=rest place/> }.into_any());
    }
    views
}

/// Where the phrases stand, in order and without overlaps.
fn found(text: &str, pledges: Vec<Pledge>) -> Vec<(Range<usize>, Pledge)> {
    let places = pledges.into_iter().filter_map(|pledge| {
        let start = text.find(&pledge.phrase)?;
        Some((start..start + pledge.phrase.len(), pledge))
    });
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(range, _)| range.start);
    let mut end = 0;
    places.retain(|(range, _)| {
        let free = range.start >= end;
        if free {
            end = range.end;
        }
        free
    });
    places
}

/// One phrase: a link to its first item, then small numbered links to the others. The numbers
/// come from the style sheet, so that the text stays the document's own.
#[component]
fn Phrase(phrase: &'static str, place: Place, pledge: Pledge) -> impl IntoView {
    let desk = desk();
    let name = move |id| desk.catalog().plan.item(id).map(|item| item.title.clone()).unwrap_or_default();
    let others = pledge.items.iter().skip(1).enumerate().map(|(at, id)| {
        view! {
            <a class="other" href=format!("#/item/{id}") data-item=id.to_string() data-no=(at + 2).to_string()
                aria-label=name(*id) title=name(*id)></a>
        }
    });
    let others = others.collect_view();
    let first = pledge.items.first().map(|id| {
        view! {
            <a class="phrase" href=format!("#/item/{id}") data-item=id.to_string() title=text::implemented_by(&name(*id))>
                <Marked text=phrase place/>
            </a>
        }
    });
    view! { {first}{others} }
}

//! Search results, grouped, as one types.

use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yaodian_plan::Place;
use yaodian_plan::query::Group;
use yaodian_plan::search::{Field, Hit, ItemSet, PinyinTable, SearchIndex, Target};

use super::guide::{self, Found};
use crate::browser::{carry, dom, focus};
use crate::desk::{Desk, desk};
use crate::loaded::Loaded;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::{group_tag, meetings, unit_name, who};
use crate::widgets::card::{card, note};
use crate::widgets::heading::heading;
use crate::widgets::item_marks;
use crate::widgets::link::{item_anchor, page_link};
use crate::widgets::marked::{highlighted, marked, title};
use crate::widgets::pick::pick_button;
use yaodian_ui::{El, View, el, fragment};

/// How many hits of one kind are shown.
const SHOWN: usize = 60;

/// What is found for a text.
pub fn hits(loaded: &'static Loaded, text: &str) -> Vec<Hit> {
    index(loaded).search(text)
}

/// The items that a text is found in, for a filter.
pub fn matching(loaded: &'static Loaded, text: &str) -> ItemSet {
    index(loaded).matching_items(text)
}

fn index(loaded: &'static Loaded) -> &'static SearchIndex {
    loaded.index(sounds)
}

/// Without its table the search still finds characters, which is better than none.
fn sounds() -> PinyinTable {
    dom::text_of(carry::PINYIN).and_then(|table| PinyinTable::parse(&table).ok()).unwrap_or_default()
}

/// What the guide says about what is being searched for. Tracks.
fn told(desk: Desk) -> Vec<Found> {
    desk.page.with(|page| match page {
        Page::Search(query) => guide::find(query, sounds),
        _ => Vec::new(),
    })
}

/// The page.
pub fn search() -> View {
    let desk = desk();
    let hits = Memo::new(move |_| desk.found());
    fragment(vec![
        heading(&Page::Search(String::new())).into_view(),
        el("p").class("lead").attr("role", "status").child(move || said(desk, hits)).into_view(),
        el("div")
            .class("results")
            .on("keydown", |event| on_key(event.unchecked_ref()))
            .child(move || {
                // On paper nothing is left out.
                let shown = if desk.printing.get() { usize::MAX } else { SHOWN };
                let told = told(desk);
                hits.with(|hits| untrack(|| results(hits, told, shown)))
            })
            .into_view(),
    ])
}

/// How much was found, or what can be searched for.
fn said(desk: Desk, hits: Memo<Vec<Hit>>) -> String {
    let asked = desk.page.with(|page| matches!(page, Page::Search(query) if !query.trim().is_empty()));
    let of = |wanted: fn(&Hit) -> bool| hits.with(|hits| hits.iter().filter(|hit| wanted(hit)).count());
    match (asked, of(|_| true)) {
        (false, _) => text::SEARCH_HELP.into(),
        (true, 0) if told(desk).is_empty() => text::SEARCH_NOTHING.into(),
        (true, _) => text::results(
            of(|hit| matches!(hit.target, Target::Item(_))),
            of(|hit| matches!(hit.target, Target::Point(_))),
            told(desk).len(),
        ),
    }
}

/// The hits by kind.
fn results(hits: &[Hit], told: Vec<Found>, shown: usize) -> View {
    let place = |hit: &Hit| matches!(hit.target, Target::Unit(_) | Target::Category(_));
    let item = |hit: &Hit| matches!(hit.target, Target::Item(_));
    let point = |hit: &Hit| matches!(hit.target, Target::Point(_));
    let kinds = [
        (text::SEARCH_PLACES, place as fn(&Hit) -> bool, false),
        (text::ITEM, item, true),
        (text::POINTS, point, false),
    ];
    let parts = kinds.into_iter().filter_map(|(title, wanted, recorded)| {
        let count = hits.iter().filter(|hit| wanted(hit)).count();
        let rows: Vec<El> = hits.iter().filter(|hit| wanted(hit)).take(shown).map(self::hit).collect();
        let rest = count.saturating_sub(shown);
        let part = || {
            let several = recorded.then(|| note(pick_button()));
            card(title, [note(count.to_string())].into_iter().chain(several).collect())
                .child(el("ul").class("list hits").child(rows))
                .child((rest > 0).then(|| el("p").class("empty").child(text::more(rest))))
                .into_view()
        };
        (count > 0).then(part)
    });
    let count = told.len();
    let rows: Vec<El> = told.into_iter().map(guide_hit).collect();
    let guide = card(text::GUIDE, vec![note(count.to_string())])
        .child(el("ul").class("list hits").child(rows))
        .into_view();
    fragment(parts.chain((count > 0).then_some(guide)).collect())
}

/// A part of the guide, with what it says about it.
fn guide_hit(found: Found) -> El {
    let title = highlighted(guide::link(found.part).class("title"), found.part.title, &found.title);
    let said = found.paragraph.map(|(paragraph, ranges)| {
        let (text, ranges) = excerpt(paragraph, &ranges);
        highlighted(el("span").class("meta excerpt"), text, &ranges)
    });
    el("li").class("row hit").child(title).child(said)
}

fn hit(hit: &Hit) -> El {
    let desk = desk();
    let row = el("li").class("row hit");
    match &hit.target {
        Target::Item(at) => {
            let item = desk.item(*at);
            let ranges: &[Range<usize>] = if hit.field == Field::Title { &hit.ranges } else { &[] };
            let meta = el("span").class("meta").child(item_marks::when(*at));
            row.child(title(item_anchor(item).class("title"), item, ranges))
                .child(item_marks::sign(*at))
                .child(meta.child(who(*at)).child(meetings(item)).child(group_tag(item)))
        }
        Target::Point(no) => point_hit(row, *no, hit),
        Target::Unit(id) => {
            let name = unit_name(desk.catalog().unit_position(id).unwrap_or(usize::MAX));
            row.child(page_link(Page::Units(Some(id.clone()))).class("title").child(name))
        }
        Target::Category(no) => {
            let group = Group::Category(*no);
            let link = page_link(Page::Categories(Some(group), Default::default()));
            row.child(link.class("title").child(text::group(desk.catalog(), group)))
        }
    }
}

/// A point, with the part of its text around the first match.
fn point_hit(row: El, no: u16, hit: &Hit) -> El {
    let Some(point) = desk().catalog().plan.point(no) else { return row };
    let place = Place::Point(no);
    let ranges: &[Range<usize>] = if hit.field == Field::PointHeading { &hit.ranges } else { &[] };
    let link = page_link(Page::Points(Some(no))).class("title").child(point.label());
    let around = (hit.field == Field::PointText).then(|| {
        let (text, ranges) = excerpt(&point.text, &hit.ranges);
        marked(el("span").class("meta excerpt"), text, place, &ranges)
    });
    row.child(marked(link, &point.heading, place, ranges)).child(around)
}

/// Characters of context on either side of a match.
const CONTEXT: usize = 24;

/// The clauses around the first range, and the ranges within them.
fn excerpt(text: &'static str, ranges: &[Range<usize>]) -> (&'static str, Vec<Range<usize>>) {
    let first = ranges.first().cloned().unwrap_or(0..0);
    let before = text.get(..first.start).unwrap_or_default();
    let start = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| at);
    let after = text.get(first.end..).unwrap_or_default();
    let end = after.char_indices().nth(CONTEXT * 2).map_or(text.len(), |(at, _)| first.end + at);
    let inside = ranges.iter().filter(|range| range.start >= start && range.end <= end);
    let moved = inside.map(|range| range.start - start..range.end - start).collect();
    (text.get(start..end).unwrap_or(text), moved)
}

/// Arrow keys move between results; up from the first goes back to the field.
fn on_key(event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(results) = dom::closest(event, ".results") else { return };
    let Some(here) = dom::closest(event, ".hit a") else { return };
    event.prevent_default();
    let links = dom::all(&results, ".hit a");
    let at = links.iter().position(|link| **link == here);
    let next = at.and_then(|at| at.checked_add_signed(by));
    match next.map(|next| links.get(next)) {
        Some(Some(link)) => drop(link.focus()),
        Some(None) => {}
        None => focus::focus_later("#search".into()),
    }
}

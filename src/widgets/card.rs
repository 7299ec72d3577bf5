//! Cards and figures.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_plan::query::{Filter, Standing, Tally};

use super::badge::standing_class;
use super::counts::{count_text, none_passes};
use super::link::route_link;
use super::list::{Rows, item_list};
use crate::desk::desk;
use crate::route::{Calendar, Page, Route};
use crate::text;
use yaodian_ui::{Child, El, el};

/// A titled part of a page. The notes stand beside the title, each a paragraph.
pub fn card(title: impl Child, notes: Vec<El>) -> El {
    el("section").class("card").child(el("header").child(el("h2").child(title)).child(notes))
}

/// A note beside a title.
pub fn note(text: impl Child) -> El {
    el("p").child(text)
}

/// A card with a list of items: counted, and hidden while none of them passes the filter.
pub fn list_card(title: impl Child, notes: Vec<El>, items: Vec<usize>, rows: Rows) -> El {
    let counted: Arc<[usize]> = items.as_slice().into();
    let mut all = vec![el("p").child(count_text(counted.clone()))];
    all.extend(notes);
    card(title, all).class("card listing").attr("hidden", none_passes(counted)).child(item_list(items, rows))
}

/// One number and what it counts.
pub fn figure(value: impl Child, label: impl Child, class: &str) -> El {
    el("div").class(format!("fig {class}")).child(el("dd").child(value)).child(el("dt").child(label))
}

/// A number that leads to what it counts. The label is also the link's name.
pub fn figure_link(
    value: impl Fn() -> String + Copy + Send + 'static,
    label: &'static str,
    class: &str,
    to: ToList,
) -> El {
    let link = route_link(to).attr("aria-label", move || format!("{label} {}", value()));
    figure(link.child(value), label, class)
}

/// What leads to a list. One type for all filters: a link for each would be code of its own.
pub type ToList = Box<dyn Fn(&Route) -> Route + Send>;

/// A filter that leads from the current moment to the list of all that passes it.
pub fn list_of(filter: Filter) -> ToList {
    Box::new(move |route| route.with_page(Page::Calendar(Calendar::List)).with_filter(filter.clone()))
}

/// How many of these items are late, in words, where any are.
pub fn late_note(
    tally: impl Fn() -> Tally + Copy + Send + 'static,
    said: fn(usize) -> String,
) -> impl Fn() -> String + Copy + Send + 'static {
    move || match tally().count(Standing::Late) {
        0 => String::new(),
        late => said(late),
    }
}

/// How many items stand somewhere, which leads to them unless they are not all items. What is both 进行中 and 已逾期 is
/// counted as both, which is said.
pub fn standing_figure(tally: &Tally, standing: Standing, leads: bool) -> El {
    let both = tally.count(Standing::DoingLate);
    let said =
        (standing == Standing::Late && both > 0).then(|| el("small").child(text::of_these_doing(both)));
    let label = el("span").child(text::standing(standing)).child(said);
    let count = tally.count(standing);
    let to = list_of(Filter { standings: vec![standing], ..Filter::default() });
    let name = format!("{} {count}", text::standing(standing));
    let number = match leads {
        true => route_link(to).attr("aria-label", name).child(count.to_string()),
        false => el("span").child(count.to_string()),
    };
    figure(number, label, standing_class(standing))
}

/// How far a set of items is: a bar, and the fraction in words.
pub fn meter(tally: impl Fn() -> Tally + Copy + Send + 'static) -> Vec<El> {
    // What is in hand and late is a part of the bar as late.
    let part = |standing: Standing, class: &'static str| {
        let style = move || {
            let tally = tally();
            let elsewhere = if standing == Standing::Doing { tally.count(Standing::DoingLate) } else { 0 };
            let percent = 100 * (tally.count(standing) - elsewhere) / tally.total().max(1);
            Some(format!("width:{percent}%"))
        };
        el("i").class(class).attr("style", style)
    };
    let fraction = move || {
        let tally = tally();
        format!("{}/{}", tally.count(Standing::Done), tally.total())
    };
    vec![
        el("span")
            .class("meter")
            .attr("aria-hidden", "true")
            .child(part(Standing::Done, "done"))
            .child(part(Standing::Doing, "doing"))
            .child(part(Standing::Late, "late")),
        el("small")
            .class("fraction")
            .child(el("span").class("sr").child(text::standing(Standing::Done)))
            .child(fraction),
    ]
}

/// Counts of these items by standing, kept up to date.
pub fn tally_of(items: Arc<[usize]>) -> impl Fn() -> Tally + Copy + Send + 'static {
    let desk = desk();
    let items = StoredValue::new(items);
    move || {
        desk.standings.with(|standings| items.with_value(|items| Tally::of(standings, items.iter().copied())))
    }
}

//! 时间轴: bars over months, in groups.

use leptos::prelude::*;
use yaodian_plan::query::Timing;
use yaodian_plan::{Month, Period};

use crate::desk::desk;
use crate::desk::order::{by_group, by_meeting, by_unit};
use crate::route::{By, Sort};
use crate::text;
use crate::widgets::badge::{unit_class, unit_name};
use crate::widgets::counts::{count_text, none_passes};
use crate::widgets::item_marks;
use crate::widgets::link::item_link;
use crate::widgets::list;
use crate::widgets::timed::timed;
use yaodian_ui::{El, View, el};

/// Up to this many bars a group is whole.
const BARS: usize = 200;

/// The groups in their order.
pub fn timeline(by: By) -> View {
    timed(move |timings| groups(by, timings).into_view())
}

fn groups(by: By, timings: &[Timing]) -> El {
    let desk = desk();
    let catalog = desk.catalog();
    let groups: Vec<(El, Vec<usize>)> = match by {
        By::Unit => {
            by_unit(catalog, timings).into_iter().map(|run| (unit_name(run.key), run.items)).collect()
        }
        By::Category => by_group(catalog, Sort::Time, timings, &[])
            .into_iter()
            .map(|run| (el("span").child(text::group(catalog, run.key)), run.items))
            .collect(),
        By::Meeting => by_meeting(catalog, timings)
            .into_iter()
            .map(|run| {
                (
                    el("span").child(run.key.map_or(text::NO_MEETING, |meeting| desk.meeting_name(meeting))),
                    run.items,
                )
            })
            .collect(),
    };
    let groups = groups.into_iter().filter(|(_, items)| !items.is_empty());
    el("div").class("card timeline").child(groups.map(|(name, items)| group(name, items)).collect::<Vec<_>>())
}

fn group(name: El, items: Vec<usize>) -> El {
    let desk = desk();
    let counted: std::sync::Arc<[usize]> = items.as_slice().into();
    let months = Month::all().map(|month| {
        let class = move || if desk.as_of.get().month() == Some(month) { "now" } else { "" };
        el("span").class(class).child(month.to_string())
    });
    let months = el("div").class("tl-months").attr("aria-hidden", "true").child(months.collect::<Vec<_>>());
    let title = el("h2").child(name).child(el("small").child(count_text(counted.clone())));
    let mut items = items;
    let rest = items.split_off(items.len().min(BARS));
    let rest = list::rest(rest, bar, |count| el("li").class("empty").child(text::more(count)));
    let bars: Vec<El> = items.into_iter().map(bar).collect();
    el("section")
        .attr("hidden", none_passes(counted))
        .child(el("header").class("tl-head").child(title).child(months))
        .child(el("ul").class("tl").child(bars).child(rest))
}

/// One item: its title, and a bar over its months.
fn bar(at: usize) -> El {
    let desk = desk();
    let item = desk.item(at);
    let timing = desk.timing(at);
    let (kind, columns) = columns(timing.period());
    // Where it was in the plan, once it was put off.
    let before = timing.moved.is_some().then(|| {
        let (kind, columns) = self::columns(timing.planned);
        el("span").class(format!("{kind} before")).attr("style", columns)
    });
    // A bar of a month or two has room for a character or two.
    let short = timing.period().months().is_some_and(|(first, last)| last.index() - first.index() < 2);
    let names: Vec<&str> = item.meetings.iter().map(|meeting| desk.meeting_name(*meeting)).collect();
    let label = match timing.period() {
        Period::Unscheduled => text::UNSCHEDULED.into(),
        _ if short => text::meetings_short(names.iter().copied()),
        _ => names.join("、"),
    };
    let said = format!("{}，{}，", timing, names.join("、"));
    let bar = item_marks::standing_as_class(el("span"), kind, at)
        .attr("style", columns)
        .child(el("span").class("sr").child(said).child(item_marks::standing_words("said", at)))
        .child(el("span").attr("aria-hidden", "true").child(label));
    item_marks::row(el("li"), at)
        .class(unit_class(desk.catalog().row(at)))
        .child(item_link(item).class("name").attr("title", item.title.as_str()))
        .child(el("span").class("tl-row").child(before).child(bar))
}

/// The class of a bar, and the months that it covers.
fn columns(period: Period) -> (&'static str, String) {
    match period.months() {
        Some((first, last)) => ("span", format!("grid-column:{}/{}", first.number(), last.number() + 1)),
        None if period == Period::WholeYear => ("span whole", "grid-column:1/13".into()),
        None => ("span none", "grid-column:1/13".into()),
    }
}

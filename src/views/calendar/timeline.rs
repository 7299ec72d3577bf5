//! 时间轴: bars over months, in groups.

use leptos::prelude::*;
use yaodian_plan::query::Group;
use yaodian_plan::{Month, Period};

use crate::components::badge::{UnitName, standing_class, unit_class};
use crate::components::marked::Title;
use crate::order::{by_group, by_meeting, by_unit};
use crate::route::{By, Sort};
use crate::state::desk;
use crate::text;

/// Up to this many bars a group is whole.
const BARS: usize = 200;

/// The groups in their order.
#[component]
pub fn Timeline(by: By) -> impl IntoView {
    let desk = desk();
    let catalog = desk.catalog();
    let groups: Vec<(AnyView, Vec<usize>)> = match by {
        By::Unit => by_unit(catalog)
            .into_iter()
            .map(|run| (view! { <UnitName row=run.key/> }.into_any(), run.items))
            .collect(),
        By::Category => by_group(catalog, Sort::Time, &[])
            .into_iter()
            .map(|run| (group_name(run.key), run.items))
            .collect(),
        By::Meeting => by_meeting(catalog)
            .into_iter()
            .map(|run| (run.key.map_or(text::NO_MEETING, text::meeting).into_any(), run.items))
            .collect(),
    };
    let groups = groups.into_iter().filter(|(_, items)| !items.is_empty());
    view! { <div class="card timeline">{groups.map(|(title, items)| view! { <GroupBars title items/> }).collect_view()}</div> }
}

fn group_name(group: Group) -> AnyView {
    text::group(desk().catalog(), group).into_any()
}

#[component]
fn GroupBars(title: AnyView, items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let counted = StoredValue::new(items.clone());
    let count = move || counted.with_value(|items| desk.count(items));
    let heads = Month::all().map(|month| {
        view! { <span class:now=move || desk.as_of.get().month() == Some(month)>{month.number()}</span> }
    });
    let rest = items.len().saturating_sub(BARS);
    let bars = items.into_iter().take(BARS).map(|at| view! { <Bar at/> });
    view! {
        <section hidden=move || count() == 0>
            <header class="tl-head">
                <h2>{title}<small>{move || text::count(count())}</small></h2>
                <div class="tl-months" aria-hidden="true">{heads.collect_view()}</div>
            </header>
            <ul class="tl">{bars.collect_view()}</ul>
            {(rest > 0).then(|| view! { <p class="empty">{text::more(rest)}</p> })}
        </section>
    }
}

/// One item: its title, and a bar over its months.
#[component]
fn Bar(at: usize) -> impl IntoView {
    let desk = desk();
    let item = desk.item(at);
    let unit = unit_class(desk.catalog().row(at));
    let span = match item.period {
        Period::Months { first, last } => format!("grid-column:{}/{}", first.number(), last.number() + 1),
        Period::WholeYear | Period::Unscheduled => "grid-column:1/13".into(),
    };
    let kind = match item.period {
        Period::Months { .. } => "bar",
        Period::WholeYear => "bar whole",
        Period::Unscheduled => "bar none",
    };
    let class = move || format!("{kind} {}", standing_class(desk.standing(at)));
    let meetings: Vec<&str> = item.meetings.iter().map(|meeting| text::meeting(*meeting)).collect();
    let label = match item.period {
        Period::Unscheduled => text::UNSCHEDULED.to_string(),
        _ => meetings.join("、"),
    };
    view! {
        <li class=unit hidden=move || !desk.passes(at)>
            <a class="name" href=format!("#/item/{}", item.id) data-item=item.id.to_string() title=item.title.as_str()><Title item/></a>
            <span class="tl-row">
                <span class=class style=span><span class="sr">{text::period(item.period)}"，"{move || text::standing(desk.standing(at))}</span><span>{label}</span></span>
            </span>
        </li>
    }
}

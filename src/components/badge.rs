//! Small signs: a unit, a meeting, a standing. Each says in words what its colour says.

use leptos::prelude::*;
use yaodian_plan::query::{Group, Standing};
use yaodian_plan::{Item, Meeting};

use crate::state::desk;
use crate::text;

/// The class that gives an element its unit's colour, by row of the matrix.
pub fn unit_class(row: usize) -> String {
    if row < desk().catalog().plan.units.len() { format!("u-{}", row % 8 + 1) } else { "u-all".into() }
}

/// Who does an item, with the colour of the unit that leads.
#[component]
pub fn Who(at: usize) -> impl IntoView {
    let desk = desk();
    let class = format!("unit {}", unit_class(desk.catalog().row(at)));
    view! { <span class=class>{desk.item(at).responsibility.text.as_str()}</span> }
}

/// A unit by its row of the matrix.
#[component]
pub fn UnitName(row: usize) -> impl IntoView {
    view! { <span class=format!("unit {}", unit_class(row))>{text::row(desk().catalog(), row)}</span> }
}

/// The meetings that an item goes to.
#[component]
pub fn Meetings(meetings: &'static [Meeting]) -> impl IntoView {
    let tag = |meeting: &Meeting| {
        let class = if *meeting == Meeting::StandingCommittee { "tag sc" } else { "tag cm" };
        view! { <span class=class>{text::meeting(*meeting)}</span> }
    };
    meetings.iter().map(tag).collect_view()
}

/// The category of an item, or 月度任务.
#[component]
pub fn GroupTag(item: &'static Item) -> impl IntoView {
    view! { <span class="tag">{text::group(desk().catalog(), Group::of(item.id))}</span> }
}

/// The class of a standing.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "done",
        Standing::Doing => "doing",
        Standing::Late => "late",
        Standing::NotStarted => "todo",
        Standing::Postponed => "postponed",
        Standing::Cancelled => "cancelled",
        Standing::Unrecorded => "unrecorded",
    }
}

/// Where an item stands; its shape comes from the style sheet.
#[component]
pub fn StandingOf(at: usize) -> impl IntoView {
    let desk = desk();
    view! {
        <span class=move || format!("st {}", standing_class(desk.standing(at)))>
            {move || text::standing(desk.standing(at))}
        </span>
    }
}

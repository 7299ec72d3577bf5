//! The filter bar: one native choice per facet, a chip per choice made, and how many are left.

use leptos::ev::Event;
use leptos::prelude::*;
use yaodian_plan::query::{Filter, Group, Standing, When};
use yaodian_plan::{Meeting, Month, UnitId};

use crate::browser::dom;
use crate::state::{Desk, desk};
use crate::text;

/// One choice within a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Choice {
    When(When),
    Lead(UnitId),
    Unit(UnitId),
    Shared,
    Group(Group),
    Meeting(Meeting),
    Standing(Standing),
}

impl Choice {
    /// Adds the choice to a filter, or takes it out.
    fn toggle(&self, filter: &mut Filter) {
        fn flip<T: Clone + PartialEq>(list: &mut Vec<T>, choice: &T) {
            match list.iter().position(|known| known == choice) {
                Some(at) => drop(list.remove(at)),
                None => list.push(choice.clone()),
            }
        }
        match self {
            Choice::When(when) => flip(&mut filter.when, when),
            Choice::Lead(unit) => flip(&mut filter.leads, unit),
            Choice::Unit(unit) => flip(&mut filter.units, unit),
            Choice::Shared => filter.shared = !filter.shared,
            Choice::Group(group) => flip(&mut filter.groups, group),
            Choice::Meeting(meeting) => flip(&mut filter.meetings, meeting),
            Choice::Standing(standing) => flip(&mut filter.standings, standing),
        }
    }

    /// What a chip says.
    fn label(&self, desk: Desk) -> String {
        let catalog = desk.catalog();
        match self {
            Choice::When(when) => text::when(*when),
            Choice::Lead(unit) => text::led_by(&text::unit(catalog, unit)),
            Choice::Unit(unit) => text::unit(catalog, unit),
            Choice::Shared => text::SHARED.into(),
            Choice::Group(group) => text::group(catalog, *group),
            Choice::Meeting(meeting) => text::meeting(*meeting).into(),
            Choice::Standing(standing) => text::standing(*standing).into(),
        }
    }
}

/// All choices made, in the order of the facets.
fn chosen(filter: &Filter) -> Vec<Choice> {
    let mut list: Vec<Choice> = filter.when.iter().map(|when| Choice::When(*when)).collect();
    list.extend(filter.leads.iter().cloned().map(Choice::Lead));
    list.extend(filter.units.iter().cloned().map(Choice::Unit));
    list.extend(filter.shared.then_some(Choice::Shared));
    list.extend(filter.groups.iter().map(|group| Choice::Group(*group)));
    list.extend(filter.meetings.iter().map(|meeting| Choice::Meeting(*meeting)));
    list.extend(filter.standings.iter().map(|standing| Choice::Standing(*standing)));
    list
}

/// The bar. `items` are what the page would show without a filter.
#[component]
pub fn Filters(items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let all = items.len();
    let shown = move || text::shown_of(desk.count(&items), all);
    let plan = &desk.catalog().plan;
    let months = Month::all().map(|month| Choice::When(When::Month(month)));
    let when = months.chain([When::WholeYear, When::Unscheduled].map(Choice::When)).collect();
    let units = plan.units.iter().map(|unit| Choice::Unit(unit.id.clone())).chain([Choice::Shared]).collect();
    let groups = plan.categories.iter().map(|category| Group::Category(category.no));
    let groups = groups.chain([Group::Monthly]).map(Choice::Group).collect();
    let meetings = [Meeting::StandingCommittee, Meeting::Chairpersons].map(Choice::Meeting).to_vec();
    let standings = Standing::ALL.map(Choice::Standing).to_vec();
    let set_text = move |event: Event| {
        if let Some(typed) = dom::typed(&event) {
            desk.adjust(|route| route.filter.text = typed);
        }
    };
    let text_value = move || desk.filter.with(|filter| filter.text.clone());
    let clear = move |_| desk.go(&desk.route.with_untracked(|route| route.with_filter(Filter::default())));
    view! {
        <search class="filters" aria-label=text::FILTERS>
            <input id="filter" type="search" placeholder=text::FILTER_TEXT aria-label=text::FILTER_TEXT
                autocomplete="off" spellcheck="false" prop:value=text_value on:input=set_text
                on:compositionend=move |event| desk.adjust(|route| route.filter.text = event_target_value(&event))/>
            <Facet label=text::FILTER_UNIT choices=units/>
            <Facet label=text::FILTER_GROUP choices=groups/>
            <Facet label=text::FILTER_MEETING choices=meetings/>
            <Facet label=text::FILTER_WHEN choices=when/>
            <Facet label=text::FILTER_STANDING choices=standings/>
            <output class="shown">{shown}</output>
            <Show when=move || desk.filter.with(|filter| !filter.is_empty())>
                <ul class="chips">
                    <For each=move || desk.filter.with(chosen) key=|choice| format!("{choice:?}") let:choice>
                        <li><Chip choice/></li>
                    </For>
                    <li><button class="clear" on:click=clear>{text::FILTER_CLEAR}</button></li>
                </ul>
            </Show>
        </search>
    }
}

/// A facet: choosing adds to the filter, choosing again takes away.
#[component]
fn Facet(label: &'static str, choices: Vec<Choice>) -> impl IntoView {
    let desk = desk();
    let options = choices.iter().enumerate();
    let options =
        options.map(|(at, choice)| view! { <option value=at.to_string()>{choice.label(desk)}</option> });
    let options = options.collect_view();
    let choose = move |event: Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(choice) = at.and_then(|at| choices.get(at)) {
            flip(desk, choice);
        }
        reset(&event);
    };
    view! {
        <select class="facet" aria-label=label on:change=choose>
            <option value="">{label}</option>
            {options}
        </select>
    }
}

/// A facet's field always shows its name again; what was chosen stands in the chips.
fn reset(event: &Event) {
    event_target::<web_sys::HtmlSelectElement>(event).set_value("");
}

fn flip(desk: Desk, choice: &Choice) {
    let mut filter = desk.filter.get_untracked();
    choice.toggle(&mut filter);
    desk.go(&desk.route.with_untracked(|route| route.with_filter(filter)));
}

/// A choice made, and the way to take it back.
#[component]
fn Chip(choice: Choice) -> impl IntoView {
    let desk = desk();
    let label = choice.label(desk);
    let name = text::remove(&label);
    view! {
        <button class="chip" aria-label=name on:click=move |_| flip(desk, &choice)>
            {label}<span aria-hidden="true">" ✕"</span>
        </button>
    }
}

//! The filter bar: one native choice per facet, a chip per choice made, how many are left, and the ways to export them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::query::{Filter, Group, Standing, When};
use yaodian_plan::{MeetingKind, Month, UnitId};

use super::export::export_passing;
use super::field::{option, search_input};
use super::pick::pick_button;
use crate::browser::focus;
use crate::desk::{Desk, desk};
use crate::text;
use yaodian_ui::{El, Text, View, el, fragment, live, true_or_false};

/// One choice within a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Choice {
    When(When),
    Lead(UnitId),
    Unit(UnitId),
    Shared,
    Group(Group),
    Meeting(MeetingKind),
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

    /// A chip's text.
    fn label(&self, desk: Desk) -> String {
        let catalog = desk.catalog();
        match self {
            Choice::When(when) => text::when(*when),
            Choice::Lead(unit) => text::led_by(&text::unit(catalog, unit)),
            Choice::Unit(unit) => text::unit(catalog, unit),
            Choice::Shared => text::led_by_none(catalog.plan.items.iter()).into(),
            Choice::Group(group) => text::group(catalog, *group),
            Choice::Meeting(meeting) => desk.meeting_name(*meeting).into(),
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
pub fn filters(items: &[usize]) -> El {
    let desk = desk();
    let total = items.len();
    let items: Arc<[usize]> = items.into();
    let exports = export_passing(items.clone());
    let shown = move || text::shown_of(desk.count(&items), total);
    let set_text = move |typed: String| desk.adjust(|route| route.filter.text = typed);
    let value = move || Text::Owned(desk.filter.with(|filter| filter.text.clone()));
    let field =
        search_input("filter", text::FILTER_TEXT, value, set_text).attr("aria-label", text::FILTER_TEXT);
    let open = RwSignal::new(false);
    let fold = el("button")
        .class("button fold")
        .attr("aria-expanded", move || true_or_false(open.get()))
        .attr("aria-controls", FOLDED)
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(move || text::filters_set(desk.filter.with(|filter| chosen(filter).len())));
    // Paper has the filter on it where something is chosen.
    let class = move || {
        if desk.filter.with(Filter::is_empty) { "filters" } else { "filters chosen" }
    };
    let folded = el("div")
        .attr("id", FOLDED)
        .class("folded")
        .attr("data-open", move || open.get())
        .child(facets(desk))
        .child(el("div").class("exports").child(el("output").class("shown").child(shown)).child(exports))
        .child(chips());
    let filters = el("search").class(class).attr("aria-label", text::FILTERS);
    filters.child(field).child(fold).child(pick_button()).child(folded)
}

/// Id of what is folded away on a phone, where half of the screen would be controls.
const FOLDED: &str = "filters-folded";

/// The choices made; the text in the field is one of them only for "clear all".
fn chips() -> View {
    let desk = desk();
    let clear = move |_| {
        desk.go(&desk.route.with_untracked(|route| route.with_filter(Filter::default())));
        focus_filters();
    };
    live(move || {
        let (choices, none) = desk.filter.with(|filter| (chosen(filter), filter.is_empty()));
        if none {
            return fragment(Vec::new());
        }
        let chips = choices.into_iter().map(|choice| el("li").child(chip(desk, choice)));
        let clear = el("button").class("clear").on("click", clear).child(text::FILTER_CLEAR);
        el("ul").class("chips").child(chips.collect::<Vec<_>>()).child(el("li").child(clear)).into_view()
    })
}

thread_local! {
    /// The facets, once they have been made.
    static FACETS: RefCell<Vec<El>> = const { RefCell::new(Vec::new()) };
}

/// The facets. They are the same on every page and hold nothing, but have most of the bar's elements: so they are made
/// once and move from page to page.
fn facets(desk: Desk) -> Vec<El> {
    FACETS.with_borrow_mut(|facets| {
        if facets.is_empty() {
            let plan = &desk.catalog().plan;
            let months = Month::all().map(|month| Choice::When(When::Month(month)));
            let when = months.chain([When::WholeYear, When::Unscheduled].map(Choice::When)).collect();
            let units = plan.units.iter().map(|unit| Choice::Unit(unit.id.clone()));
            let units = units.chain(desk.catalog().has_unled().then_some(Choice::Shared)).collect();
            let meetings: Vec<Choice> = plan.used_meetings().map(Choice::Meeting).collect();
            facets.push(facet(text::FILTER_UNIT, units));
            facets.push(facet(text::FILTER_GROUP, desk.catalog().groups().map(Choice::Group).collect()));
            if !meetings.is_empty() {
                facets.push(facet(text::FILTER_MEETING, meetings));
            }
            facets.push(facet(text::FILTER_WHEN, when));
            facets.push(facet(text::FILTER_STANDING, Standing::COUNTED.map(Choice::Standing).into()));
        }
        facets.iter().map(El::clone).collect()
    })
}

/// A facet: choosing adds to the filter, choosing again takes away.
fn facet(label: &'static str, choices: Vec<Choice>) -> El {
    let desk = desk();
    let mut options = vec![option(String::new(), label.into())];
    options.extend(choices.iter().enumerate().map(|(at, choice)| option(at.to_string(), choice.label(desk))));
    let choose = move |event: Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(choice) = at.and_then(|at| choices.get(at)) {
            flip(desk, choice);
        }
        // The field always shows its name again; what was chosen stands in the chips.
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
    };
    el("select").class("facet").attr("aria-label", label).child(options).on("change", choose)
}

fn flip(desk: Desk, choice: &Choice) {
    let mut filter = desk.filter.get_untracked();
    choice.toggle(&mut filter);
    desk.go(&desk.route.with_untracked(|route| route.with_filter(filter)));
}

/// The button that took a choice back is gone, so the focus goes to the next one or to the facets.
fn focus_filters() {
    focus::focus_back_later(None, vec![".filters .chip".into(), ".filters .facet".into()]);
}

/// A choice made, and the way to take it back.
fn chip(desk: Desk, choice: Choice) -> El {
    let label = choice.label(desk);
    el("button")
        .class("chip")
        .attr("aria-label", text::remove(&label))
        .on("click", move |_| {
            flip(desk, &choice);
            focus_filters();
        })
        .child(label)
        .child(el("span").attr("aria-hidden", "true").child(" ✕"))
}

//! 日历 in its four forms.

mod list;
mod month;
mod timeline;
mod year;

use leptos::prelude::*;
use yaodian_plan::query::by_time;
use yaodian_plan::{Month, Period};

use super::Heading;
use crate::components::badge::unit_class;
use crate::components::filters::Filters;
use crate::components::list::NothingPasses;
use crate::components::marked::Title;
use crate::components::seg::{Choice, Seg};
use crate::route::{By, Calendar, Page};
use crate::state::{Desk, desk};
use crate::text;

/// The page.
#[component]
pub fn CalendarPage(calendar: Calendar) -> impl IntoView {
    let desk = desk();
    let forms = move || {
        let month = this_month(desk);
        let forms = [Calendar::Year, Calendar::Timeline(By::Unit), Calendar::Month(month), Calendar::List];
        let choices = forms.map(|form| Choice {
            label: text::calendar(form).into(),
            href: desk.route.with(|route| route.show_as(Page::Calendar(form)).format()),
            current: std::mem::discriminant(&form) == std::mem::discriminant(&calendar),
        });
        view! { <Seg label=text::VIEW_AS choices=choices.into()/> }
    };
    let items = shown(desk, calendar);
    let form = match calendar {
        Calendar::Year => view! { <year::Year/> }.into_any(),
        Calendar::Timeline(by) => view! { <timeline::Timeline by/> }.into_any(),
        Calendar::Month(month) => view! { <month::MonthView month/> }.into_any(),
        Calendar::List => view! { <list::List/> }.into_any(),
    };
    view! {
        <Heading page=Page::Calendar(calendar)/>
        <div class="tools">{forms}<Extra calendar/></div>
        <Filters items=items.clone()/>
        <NothingPasses items/>
        {form}
    }
}

/// What a form of the calendar shows without a filter.
fn shown(desk: Desk, calendar: Calendar) -> Vec<usize> {
    let all = by_time(desk.catalog(), desk.catalog().all());
    match calendar {
        Calendar::Month(month) => all.into_iter().filter(|at| desk.item(*at).period.covers(month)).collect(),
        Calendar::Year | Calendar::Timeline(_) | Calendar::List => all,
    }
}

/// The month that "now" is, or January outside the plan's year.
fn this_month(desk: Desk) -> Month {
    desk.as_of.get().month().or(Month::all().next()).unwrap_or_else(|| unreachable!("a year has months"))
}

/// What only one form has: the grouping, or the way to the neighbouring months.
#[component]
fn Extra(calendar: Calendar) -> impl IntoView {
    let desk = desk();
    let to = move |calendar| desk.route.with(|route| route.show_as(Page::Calendar(calendar)).format());
    match calendar {
        Calendar::Timeline(current) => {
            let choices = move || {
                let choices = [By::Unit, By::Category, By::Meeting].map(|by| Choice {
                    label: text::by(by).into(),
                    href: to(Calendar::Timeline(by)),
                    current: by == current,
                });
                view! { <Seg label=text::GROUP_BY choices=choices.into()/> }
            };
            choices.into_any()
        }
        Calendar::Month(month) => {
            let step = move |month: Option<Month>, sign: &'static str| {
                month.map(|month| {
                    view! { <a class="button" href=move || to(Calendar::Month(month)) aria-label=text::month(month)>{sign}</a> }
                })
            };
            let months = Month::all().map(|other| {
                view! { <a href=move || to(Calendar::Month(other)) aria-current=(other == month).then_some("true")>{other.number()}</a> }
            });
            view! {
                <nav class="months" aria-label=text::MONTHS>
                    {step(month.previous(), "‹")}
                    <span class="seg">{months.collect_view()}</span>
                    {step(month.next(), "›")}
                </nav>
            }
            .into_any()
        }
        Calendar::Year | Calendar::List => ().into_any(),
    }
}

/// An item as a line in a narrow place.
#[component]
pub fn Chip(at: usize) -> impl IntoView {
    let desk = desk();
    let item = desk.item(at);
    let unit = unit_class(desk.catalog().row(at));
    let class =
        move || format!("line {unit} {}", crate::components::badge::standing_class(desk.standing(at)));
    let said = move || format!("{}（{}）", text::standing(desk.standing(at)), item.responsibility.text);
    let short = text::meeting_short(&item.meetings);
    view! {
        <a class=class href=format!("#/item/{}", item.id) data-item=item.id.to_string()>
            <span class="name"><Title item/></span><span class="sr">{said}</span>
            {(!short.is_empty()).then(|| view! {
                <em aria-hidden="true">{short}</em>
                <span class="sr">{item.meetings.iter().map(|meeting| text::meeting(*meeting)).collect::<Vec<_>>().join("、")}</span>
            })}
        </a>
    }
}

/// Items of the whole year and items without a time, which no month holds.
#[component]
pub fn Loose() -> impl IntoView {
    let desk = desk();
    let of = move |period: Period| -> Vec<usize> {
        desk.catalog().all().filter(|at| desk.item(*at).period == period).collect()
    };
    let part = move |title: &'static str, items: Vec<usize>| {
        let counted = items.clone();
        let lines =
            items.into_iter().map(move |at| view! { <li hidden=move || !desk.passes(at)><Chip at/></li> });
        view! {
            <div>
                <h3>{title}<small>{move || text::count(desk.count(&counted))}</small></h3>
                <ul class="lines">{lines.collect_view()}</ul>
            </div>
        }
    };
    let whole_year = of(Period::WholeYear);
    let unscheduled = of(Period::Unscheduled);
    view! {
        <section class="card loose">
            <header><h2>{text::LOOSE_TITLE}</h2><p>{text::LOOSE_NOTE}</p></header>
            <div class="two">
                {part(text::ALL_YEAR, whole_year)}
                {part(text::UNSCHEDULED, unscheduled)}
            </div>
        </section>
    }
}

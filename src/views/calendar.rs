//! 日历 in its four forms.

mod list;
mod month;
mod timeline;
mod year;

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::query::{Filter, When};

use super::heading;
use crate::components::badge::{line_by_standing, unit_class};
use crate::components::card::{card, count_text, note};
use crate::components::filters::filters;
use crate::components::link::{current, form_link, item_anchor, route_link};
use crate::components::list::{filtered, nothing_passes};
use crate::components::marked::title;
use crate::components::seg::seg;
use crate::route::{By, Calendar, Page};
use crate::state::{Desk, desk};
use crate::text;
use yaodian_ui::{El, View, el, fragment};

/// The form that the calendar opens in.
pub fn year_page() -> View {
    page(Calendar::Year, None, whole(desk(), year::year()))
}

/// The other forms.
pub fn other_form(form: Calendar) -> View {
    let desk = desk();
    let body = match form {
        Calendar::Timeline(by) => whole(desk, timeline::timeline(by).into_view()),
        Calendar::Month(month) => month::month(month),
        Calendar::List | Calendar::Year => whole(desk, list::list()),
    };
    page(form, extra(form), body)
}

fn page(form: Calendar, extra: Option<El>, body: View) -> View {
    let desk = desk();
    let forms = move || {
        let month = this_month(desk);
        let forms = [Calendar::Year, Calendar::Timeline(By::Unit), Calendar::Month(month), Calendar::List];
        let links = forms.map(|other| {
            let link = form_link(Page::Calendar(other)).child(text::calendar(other));
            current(link, std::mem::discriminant(&other) == std::mem::discriminant(&form))
        });
        seg(text::VIEW_AS, links.into()).into_view()
    };
    fragment(vec![
        heading(&Page::Calendar(form)).into_view(),
        el("div").class("tools").child(forms).child(extra).into_view(),
        body,
    ])
}

/// A form that shows everything, below its filter.
fn whole(desk: Desk, body: View) -> View {
    with_filter(desk.catalog().all().collect(), body)
}

/// What shows these items, below the filter for them.
fn with_filter(items: Vec<usize>, body: View) -> View {
    fragment(vec![filters(&items).into_view(), nothing_passes(items).into_view(), body])
}

/// The month that "now" is, or January outside the plan's year.
fn this_month(desk: Desk) -> Month {
    desk.as_of.get().month().unwrap_or(Month::JANUARY)
}

/// What only one form has: the grouping, or the way to the neighbouring months.
fn extra(form: Calendar) -> Option<El> {
    match form {
        Calendar::Timeline(chosen) => {
            let links = [By::Unit, By::Category, By::Meeting].map(|by| {
                current(form_link(Page::Calendar(Calendar::Timeline(by))).child(text::by(by)), by == chosen)
            });
            Some(seg(text::GROUP_BY, links.into()))
        }
        Calendar::Month(month) => {
            let to = |month| form_link(Page::Calendar(Calendar::Month(month)));
            let step = |other: Option<Month>, sign: &'static str| {
                other
                    .map(|other| to(other).class("button").attr("aria-label", text::month(other)).child(sign))
            };
            let months = Month::all().map(|other| {
                let label = text::month(other);
                current(to(other).attr("aria-label", label).child(other.to_string()), other == month)
            });
            let nav = el("nav").class("months").attr("aria-label", text::MONTHS);
            let months = el("span").class("seg").child(months.collect::<Vec<_>>());
            Some(nav.child(step(month.previous(), "‹")).child(months).child(step(month.next(), "›")))
        }
        Calendar::Year | Calendar::List => None,
    }
}

/// An item as a line in a narrow place.
pub fn line(at: usize) -> El {
    let desk = desk();
    let item = desk.item(at);
    let unit = unit_class(desk.catalog().row(at));
    let short = text::meeting_short(&item.meetings);
    let (met, meeting) = match short {
        "" => ("", None),
        // It has a place of its own at the end of the line.
        short if item.meetings.len() > 1 => (" met both", Some(el("em").child(short))),
        short => (" met", Some(el("em").child(short))),
    };
    let line = line_by_standing(item_anchor(item), &format!("line {unit}{met}"), at);
    title(line, item, &[]).child(meeting)
}

/// How many items without a month are shown; a plan with more has its list for them.
const LOOSE: usize = 60;

/// Items of the whole year and items without a time, which no month holds.
pub fn loose() -> El {
    let desk = desk();
    let part = move |title: &'static str, when: When| {
        let items: Vec<usize> =
            desk.catalog().all().filter(|at| when.covers(desk.item(*at).period)).collect();
        let count = el("small").child(count_text(items.as_slice().into()));
        let rest = items.len().saturating_sub(LOOSE);
        let more = (rest > 0).then(|| {
            let filter = Filter { when: vec![when], ..Filter::default() };
            let list = route_link(move |route| {
                route.turn_to(Page::Calendar(Calendar::List)).with_filter(filter.clone())
            });
            list.class("more").child(format!("{}…", text::more(rest)))
        });
        let lines = items.into_iter().take(LOOSE).map(|at| filtered(el("li"), at).child(line(at)));
        let lines = el("ul").class("lines").child(lines.collect::<Vec<_>>());
        el("div").child(el("h3").child(title).child(count)).child(lines).child(more)
    };
    let parts = el("div").class("two");
    let parts = parts.child(part(text::ALL_YEAR, When::WholeYear));
    let parts = parts.child(part(text::UNSCHEDULED, When::Unscheduled));
    card(text::LOOSE_TITLE, vec![note(text::LOOSE_NOTE)]).class("card loose").child(parts)
}

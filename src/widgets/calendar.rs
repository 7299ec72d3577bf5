//! What the forms of the calendar share: their frame, lines, and the items that no month holds.

use yaodian_plan::query::{Filter, Timing, When};
use yaodian_ui::{El, View, el, fragment};

use super::badge::unit_class;
use super::card::{card, note};
use super::counts::count_text;
use super::filters::filters;
use super::heading::heading;
use super::item_marks;
use super::link::{current, form_link, item_anchor, route_link};
use super::list::nothing_passes;
use super::marked::title;
use super::seg::seg;
use super::timed::timed;
use crate::desk::desk;
use crate::route::{By, Calendar, Page};
use crate::text;

/// A form of the calendar: the heading, the way to the other forms, what only this form has, the form itself.
pub fn calendar_page(form: Calendar, extra: Option<El>, body: View) -> View {
    let desk = desk();
    let forms = move || {
        let month = desk.this_month();
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
pub fn whole(body: View) -> View {
    let desk = desk();
    with_filter(desk.catalog().all().collect(), body)
}

/// What shows these items, below the filter for them.
pub fn with_filter(items: Vec<usize>, body: View) -> View {
    fragment(vec![filters(&items).into_view(), nothing_passes(items).into_view(), body])
}

/// An item as a line in a narrow place.
pub fn line(at: usize) -> El {
    let desk = desk();
    let item = desk.item(at);
    let unit = unit_class(desk.catalog().row(at));
    let names = item.meetings.iter().map(|meeting| desk.meeting_name(*meeting));
    let short = el("em").child(text::meetings_short(names));
    let (met, meeting) = match item.meetings.len() {
        0 => ("", None),
        1 => (" met", Some(short)),
        // It has a place of its own at the end of the line.
        _ => (" met both", Some(short)),
    };
    let line = item_marks::line(item_anchor(item), format!("line {unit}{met}"), at);
    title(line, item, &[]).child(meeting)
}

/// How many items without a month are shown; a plan with more has its list for them.
const LOOSE: usize = 60;

/// Items of the whole year and items without a time, which no month holds.
pub fn loose() -> View {
    timed(|timings| loose_card(timings).into_view())
}

fn loose_card(timings: &[Timing]) -> El {
    let desk = desk();
    let part = |title: &'static str, when: When| {
        let meant = |at: &usize| timings.get(*at).is_some_and(|timing| when.covers(timing.period()));
        let items: Vec<usize> = desk.catalog().all().filter(meant).collect();
        let count = el("small").child(count_text(items.as_slice().into()));
        let rest = items.len().saturating_sub(LOOSE);
        let more = (rest > 0).then(|| {
            let filter = Filter { when: vec![when], ..Filter::default() };
            let list = route_link(move |route| {
                route.with_page(Page::Calendar(Calendar::List)).with_filter(filter.clone())
            });
            list.class("more").child(format!("{}…", text::more(rest)))
        });
        let lines = items.into_iter().take(LOOSE).map(|at| item_marks::row(el("li"), at).child(line(at)));
        let lines = el("ul").class("lines").child(lines.collect::<Vec<_>>());
        el("div").child(el("h3").child(title).child(count)).child(lines).child(more)
    };
    let parts = el("div").class("two");
    let parts = parts.child(part(text::ALL_YEAR, When::WholeYear));
    let parts = parts.child(part(text::UNSCHEDULED, When::Unscheduled));
    card(text::LOOSE_TITLE, vec![note(text::LOOSE_NOTE)]).class("card loose").child(parts)
}

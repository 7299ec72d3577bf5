//! 总览: the year on one screen.

mod matrix;

use leptos::prelude::*;
use yaodian_plan::query::{AsOf, Filter, Standing, Timing, When, sort_by_time};
use yaodian_plan::{Month, Period};

use self::matrix::matrix_card;
use crate::chunks;
use crate::desk::order::by_group;
use crate::desk::{Desk, desk};
use crate::route::{Calendar, Page, Route, Sort};
use crate::text;
use crate::widgets::card::{
    ToList, card, figure, figure_link, list_of, meter, note, standing_figure, tally_of,
};
use crate::widgets::heading::heading;
use crate::widgets::link::{page_link, route_link};
use crate::widgets::list::{Rows, item_list};
use crate::widgets::pick::pick_button;
use yaodian_ui::{El, View, el, fragment, live};

/// How many items a list of the overview shows before it refers to the full list.
const SHORT: usize = 8;
/// How many of what is late are shown, so that what is due begins on the first screen.
const SHORT_LATE: usize = 4;
/// How many it shows on a phone, so that what is late and what is due are both on the first screen.
const SHORT_ON_PHONE: usize = 2;

/// The page: what is late and what is due now, then the year.
pub fn overview() -> View {
    let desk = desk();
    let month_card = move |which: fn(AsOf) -> Option<(&'static str, Month)>| {
        live(move || match which(desk.as_of.get()) {
            Some((title, month)) => short(month_list(desk, title, month)).into_view(),
            None => fragment(Vec::new()),
        })
    };
    let closed = move || match desk.as_of.get() {
        AsOf::After => {
            let next = page_link(Page::Import(String::new())).child(text::IMPORT_NEXT_YEAR);
            el("p").class("notice").child(text::CLOSED_YEAR).child(next).into_view()
        }
        AsOf::Before => el("p").class("notice").child(text::EARLY_YEAR).into_view(),
        AsOf::Month(_) => fragment(Vec::new()),
    };
    let first = el("div").class("lists first").child(live(move || short(attention(desk)).into_view()));
    let then = el("div").class("lists then").child(month_card(next_month));
    let work =
        el("div").class("work").child(first.child(month_card(this_month))).child(then.child(meetings()));
    let year = el("div").class("whole-year").child(figures()).child(matrix_card()).child(by_category());
    fragment(vec![
        heading(&Page::Overview).into_view(),
        live(closed),
        el("div").class("overview").child(work).child(year).into_view(),
    ])
}

/// The meetings ahead and what they need. What is arranged for them is recorded, so what reads that shows it.
fn meetings() -> View {
    let ledger = desk().ledger;
    live(move || match (ledger.is_open(), chunks::record()) {
        (true, Some(record)) => untrack(record.meetings),
        _ => fragment(Vec::new()),
    })
}

/// The month that is shown first, seen from a moment.
fn this_month(as_of: AsOf) -> Option<(&'static str, Month)> {
    match as_of {
        AsOf::Before => Some((text::FIRST_MONTH_OF_YEAR, Month::JANUARY)),
        AsOf::Month(month) => Some((text::THIS_MONTH, month)),
        AsOf::After => Some((text::LAST_MONTH_OF_YEAR, Month::DECEMBER)),
    }
}

fn next_month(as_of: AsOf) -> Option<(&'static str, Month)> {
    Some((text::NEXT_MONTH, as_of.month()?.next()?))
}

/// How far each category is.
fn by_category() -> El {
    let desk = desk();
    let runs = by_group(desk.catalog(), Sort::Document, &[], &[]);
    let rows = runs.into_iter().map(|run| {
        let page = Page::Categories(Some(run.key), Sort::Document);
        let name = page_link(page).child(text::group(desk.catalog(), run.key));
        let meter = meter(tally_of(run.items.into()));
        el("li").child(name).child(el("span").class("progress").child(meter))
    });
    card(text::BY_CATEGORY, Vec::new()).child(el("ul").class("progress-list").child(rows.collect::<Vec<_>>()))
}

/// How many items stand where. Each number leads to its list.
fn figures() -> El {
    let desk = desk();
    let plan = &desk.catalog().plan;
    let schedule = plan.items.iter().filter(|item| item.id.is_schedule()).count();
    let total = plan.items.len();
    let is_loose = |timing: &&Timing| timing.period() == Period::Unscheduled;
    let loose = move || desk.timings.with(|timings| timings.iter().filter(is_loose).count()).to_string();
    let tally = tally_of(desk.catalog().all().collect());
    // Standings that nobody has used stay out, but for the ones that one looks for.
    let usual = [Standing::Done, Standing::Doing, Standing::Late];
    let standings = move || {
        let tally = tally();
        let worth = |standing: &Standing| usual.contains(standing) || tally.count(*standing) > 0;
        let figures = Standing::COUNTED.into_iter().filter(worth);
        fragment(figures.map(|standing| standing_figure(&tally, standing, true).into_view()).collect())
    };
    let all = route_link(list_of(Filter::default()))
        .attr("aria-label", format!("{} {total}", text::WHOLE_YEAR_ITEMS))
        .child(total.to_string());
    let unscheduled = Filter { when: vec![When::Unscheduled], ..Filter::default() };
    el("dl")
        .class("card figs")
        .attr("aria-label", text::FIGURES)
        .child(figure(all, text::all_items(schedule, total - schedule), "wide"))
        .child(standings)
        .child(figure_link(loose, text::UNSCHEDULED, "", list_of(unscheduled)))
}

/// A titled list that may be longer than what is shown.
struct ShortList {
    title: String,
    /// What all of them have in common, before their number.
    what: &'static str,
    /// How many are shown.
    most: usize,
    items: Vec<usize>,
    all: Route,
}

fn month_list(desk: Desk, title: &str, month: Month) -> ShortList {
    let items = desk.timings.with(|timings| {
        let due = |at: &usize| timings.get(*at).is_some_and(|timing| timing.covers(month));
        sort_by_time(timings, desk.catalog().all().filter(due))
    });
    ShortList {
        title: text::titled_month(title, month),
        what: "",
        most: SHORT,
        items,
        all: desk.route.with_untracked(|route| route.with_page(Page::Calendar(Calendar::Month(month)))),
    }
}

/// What is late; where nothing can be late, what has no record although it goes to a meeting.
fn attention(desk: Desk) -> ShortList {
    let late = |at: &usize| desk.standing(*at).is(Standing::Late);
    let items: Vec<usize> = desk.catalog().all().filter(late).collect();
    let list = Page::Calendar(Calendar::List);
    let none_is_late = items.is_empty();
    let (items, filter) = if none_is_late {
        let loose = |at: &usize| desk.timing(*at).period() == Period::Unscheduled;
        let filter = Filter { when: vec![When::Unscheduled], ..Filter::default() };
        (desk.catalog().all().filter(loose).collect(), filter)
    } else {
        (items, Filter { standings: vec![Standing::Late], ..Filter::default() })
    };
    let all = desk.route.with_untracked(|route| route.with_page(list).with_filter(filter));
    let items = desk.timings.with(|timings| sort_by_time(timings, items));
    let what = if none_is_late { text::UNSCHEDULED } else { text::standing(Standing::Late) };
    ShortList { title: text::ATTENTION.into(), what, most: SHORT_LATE, items, all }
}

fn short(list: ShortList) -> El {
    let ShortList { title, what, most, items, all } = list;
    let count = items.len();
    let link = move |class: &'static str| {
        let all = all.clone();
        let to: ToList = Box::new(move |_| all.clone());
        route_link(to).class(class)
    };
    let said = if what.is_empty() { text::count(count) } else { format!("{what} {}", text::count(count)) };
    let shown: Vec<usize> = items.into_iter().take(most).collect();
    // On a phone the style sheet hides what comes after the first ones.
    let rest = |shown: usize, class: &'static str| {
        let rest = count.saturating_sub(shown);
        let more = link("more").child(format!("{}…", text::more(rest)));
        (rest > 0).then(|| el("p").class(class).child(more))
    };
    let several = (count > 0).then(|| note(pick_button()));
    let notes = [note(said), note(link("all").child(text::SEE_ALL))].into_iter().chain(several);
    card(title, notes.collect())
        .class("card short")
        .child(item_list(shown, Rows::WithLatest))
        .child((count == 0).then(|| el("p").class("empty").child(text::NO_ITEMS)))
        .child(rest(most, "wide-only"))
        .child(rest(SHORT_ON_PHONE, "phone-only"))
}

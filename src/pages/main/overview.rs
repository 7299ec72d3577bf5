//! 总览: the year on one screen.

mod matrix;
mod preparing;

use leptos::prelude::*;
use yaodian_plan::query::{AsOf, Filter, Standing, Timing, When, sort_by_time};
use yaodian_plan::{Month, Period};

use self::matrix::matrix_card;
use self::preparing::preparing;
use crate::desk::order::by_group;
use crate::desk::{Desk, desk};
use crate::route::{Calendar, Page, Route, Sort};
use crate::text;
use crate::widgets::card::{card, figure, meter, note, standing_figure, tally_of};
use crate::widgets::heading::heading;
use crate::widgets::latest::with_latest;
use crate::widgets::link::{page_link, route_link};
use crate::widgets::list::item_list;
use yaodian_ui::{El, View, el, fragment, live};

/// How many items a list of the overview shows before it refers to the full list.
const SHORT: usize = 8;

/// The page.
pub fn overview() -> View {
    let desk = desk();
    let lists = move || {
        let lists = match desk.as_of.get() {
            AsOf::Before => vec![month_list(desk, text::FIRST_MONTH_OF_YEAR, Some(Month::JANUARY))],
            AsOf::Month(month) => vec![
                month_list(desk, text::THIS_MONTH, Some(month)),
                month_list(desk, text::NEXT_MONTH, month.next()),
            ],
            AsOf::After => vec![month_list(desk, text::LAST_MONTH_OF_YEAR, Some(Month::DECEMBER))],
        };
        let lists = lists.into_iter().flatten().chain([attention(desk)]);
        fragment(lists.map(|list| short(list).into_view()).collect())
    };
    let closed = move || match desk.as_of.get() {
        AsOf::After => el("p").class("notice").child(text::CLOSED_YEAR).into_view(),
        AsOf::Before => el("p").class("notice").child(text::EARLY_YEAR).into_view(),
        AsOf::Month(_) => fragment(Vec::new()),
    };
    fragment(vec![
        heading(&Page::Overview).into_view(),
        live(closed),
        figures().into_view(),
        matrix_card().into_view(),
        by_category().into_view(),
        preparing(),
        with_latest(el("div").class("two lists").child(lists)).into_view(),
    ])
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

/// How many items stand where.
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
        fragment(figures.map(|standing| standing_figure(&tally, standing).into_view()).collect())
    };
    el("dl")
        .class("card figs")
        .attr("aria-label", text::FIGURES)
        .child(figure(total.to_string(), text::all_items(schedule, total - schedule), "wide"))
        .child(standings)
        .child(figure(loose, text::UNSCHEDULED, ""))
}

/// A titled list that may be longer than what is shown.
struct ShortList {
    title: String,
    items: Vec<usize>,
    all: Route,
}

fn month_list(desk: Desk, title: &str, month: Option<Month>) -> Option<ShortList> {
    let month = month?;
    let items = desk.timings.with(|timings| {
        let due = |at: &usize| timings.get(*at).is_some_and(|timing| timing.covers(month));
        sort_by_time(timings, desk.catalog().all().filter(due))
    });
    Some(ShortList {
        title: text::titled_month(title, month),
        items,
        all: desk.route.with_untracked(|route| route.with_page(Page::Calendar(Calendar::Month(month)))),
    })
}

/// What is late; where nothing can be late, what has no record although it goes to a meeting.
fn attention(desk: Desk) -> ShortList {
    let late = |at: &usize| desk.standing(*at).is(Standing::Late);
    let items: Vec<usize> = desk.catalog().all().filter(late).collect();
    let list = Page::Calendar(Calendar::List);
    let (items, filter) = if items.is_empty() {
        let loose = |at: &usize| desk.timing(*at).period() == Period::Unscheduled;
        let filter = Filter { when: vec![When::Unscheduled], ..Filter::default() };
        (desk.catalog().all().filter(loose).collect(), filter)
    } else {
        (items, Filter { standings: vec![Standing::Late], ..Filter::default() })
    };
    let all = desk.route.with_untracked(|route| route.with_page(list).with_filter(filter));
    let items = desk.timings.with(|timings| sort_by_time(timings, items));
    ShortList { title: text::ATTENTION.into(), items, all }
}

fn short(list: ShortList) -> El {
    let ShortList { title, items, all } = list;
    let count = items.len();
    let link = move |class: &'static str| {
        let all = all.clone();
        route_link(move |_| all.clone()).class(class)
    };
    let rest = count.saturating_sub(SHORT);
    let shown = items.into_iter().take(SHORT).collect();
    let notes = vec![note(text::count(count)), note(link("all").child(text::SEE_ALL))];
    card(title, notes)
        .child(item_list(shown, true))
        .child((count == 0).then(|| el("p").class("empty").child(text::NO_ITEMS)))
        .child((rest > 0).then(|| el("p").child(link("more").child(format!("{}…", text::more(rest))))))
}

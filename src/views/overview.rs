//! 总览: the year on one screen.

mod matrix;
mod preparing;

use leptos::prelude::*;
use yaodian_plan::query::{AsOf, Filter, Standing, When, sort_by_time};
use yaodian_plan::{Month, Period};

use self::matrix::matrix_card;
use self::preparing::preparing;
use super::heading;
use crate::components::badge::standing_class;
use crate::components::card::{card, figure, meter, note, tally_of};
use crate::components::el::{El, View, all, el, live};
use crate::components::latest::with_latest;
use crate::components::link::{page_link, route_link};
use crate::components::list::item_list;
use crate::order::by_group;
use crate::route::{Calendar, Page, Route, Sort};
use crate::state::{Desk, desk};
use crate::text;

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
        all(lists.map(|list| short(list).view()).collect())
    };
    let closed = move || match desk.as_of.get() {
        AsOf::After => el("p").class("notice").add(text::CLOSED_YEAR).view(),
        AsOf::Before => el("p").class("notice").add(text::EARLY_YEAR).view(),
        AsOf::Month(_) => all(Vec::new()),
    };
    all(vec![
        heading(&Page::Overview).view(),
        live(closed),
        figures().view(),
        matrix_card().view(),
        by_category().view(),
        preparing(),
        with_latest(el("div").class("two lists").live(lists)).view(),
    ])
}

/// How far each category is.
fn by_category() -> El {
    let desk = desk();
    let runs = by_group(desk.catalog(), Sort::Document, &[]);
    let rows = runs.into_iter().map(|run| {
        let page = Page::Categories(Some(run.key), Sort::Document);
        let name = page_link(page).add(text::group(desk.catalog(), run.key));
        let meter = meter(tally_of(run.items.into()));
        el("li").add(name).add(el("span").class("progress").add(meter))
    });
    card(text::BY_CATEGORY, Vec::new()).add(el("ul").class("progress-list").add(rows.collect::<Vec<_>>()))
}

/// How many items stand where.
fn figures() -> El {
    let desk = desk();
    let plan = &desk.catalog().plan;
    let schedule = plan.items.iter().filter(|item| item.id.is_schedule()).count();
    let total = plan.items.len();
    let loose = plan.items.iter().filter(|item| item.period == Period::Unscheduled).count();
    let tally = tally_of(desk.catalog().all().collect());
    // Standings that nobody has used stay out, but for the ones that one looks for.
    let usual = [Standing::Done, Standing::Doing, Standing::Late];
    let standings = move || {
        let tally = tally();
        let worth = |standing: &Standing| usual.contains(standing) || tally.count(*standing) > 0;
        let figures = Standing::ALL.into_iter().filter(worth).map(|standing| {
            figure(tally.count(standing).to_string(), text::standing(standing), standing_class(standing))
                .view()
        });
        all(figures.collect())
    };
    el("dl")
        .class("card figs")
        .attr("aria-label", text::FIGURES)
        .add(figure(total.to_string(), text::all_items(schedule, total - schedule), "wide"))
        .live(standings)
        .add(figure(loose.to_string(), text::UNSCHEDULED, ""))
}

/// A titled list that may be longer than what is shown.
struct ShortList {
    title: String,
    items: Vec<usize>,
    all: Route,
}

fn month_list(desk: Desk, title: &str, month: Option<Month>) -> Option<ShortList> {
    let month = month?;
    let due = |at: &usize| desk.item(*at).period.covers(month);
    Some(ShortList {
        title: text::titled_month(title, month),
        items: sort_by_time(desk.catalog(), desk.catalog().all().filter(due)),
        all: desk.route.with_untracked(|route| route.turn_to(Page::Calendar(Calendar::Month(month)))),
    })
}

/// What is late; where nothing can be late, what has no record although it goes to a meeting.
fn attention(desk: Desk) -> ShortList {
    let late = |at: &usize| desk.standing(*at) == Standing::Late;
    let items: Vec<usize> = desk.catalog().all().filter(late).collect();
    let list = Page::Calendar(Calendar::List);
    let (items, filter) = if items.is_empty() {
        let loose = |at: &usize| desk.item(*at).period == Period::Unscheduled;
        let filter = Filter { when: vec![When::Unscheduled], ..Filter::default() };
        (desk.catalog().all().filter(loose).collect(), filter)
    } else {
        (items, Filter { standings: vec![Standing::Late], ..Filter::default() })
    };
    let all = desk.route.with_untracked(|route| route.turn_to(list).with_filter(filter));
    ShortList { title: text::ATTENTION.into(), items: sort_by_time(desk.catalog(), items), all }
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
    let notes = vec![note(text::count(count)), note(link("all").add(text::SEE_ALL))];
    card(title, notes)
        .add(item_list(shown, true))
        .add((count == 0).then(|| el("p").class("empty").add(text::NO_ITEMS)))
        .add((rest > 0).then(|| el("p").add(link("more").add(format!("{}…", text::more(rest))))))
}

//! 总览: the year on one screen.

mod matrix;

use leptos::prelude::*;
use yaodian_plan::query::{AsOf, Filter, Standing, Tally, When, by_time};
use yaodian_plan::{Month, Period};

use self::matrix::MatrixView;
use super::Heading;
use crate::components::card::{Card, Figure};
use crate::components::list::ItemList;
use crate::route::{Calendar, Page, Route};
use crate::state::{Desk, desk};
use crate::text;

/// How many items a list of the overview shows before it refers to the full list.
const SHORT: usize = 8;

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    let desk = desk();
    let lists = move || {
        let lists = match desk.as_of.get() {
            AsOf::Before => vec![month_list(desk, text::FIRST_MONTH_OF_YEAR, Month::all().next())],
            AsOf::Month(month) => vec![
                month_list(desk, text::THIS_MONTH, Some(month)),
                month_list(desk, text::NEXT_MONTH, month.next()),
            ],
            AsOf::After => vec![month_list(desk, text::LAST_MONTH_OF_YEAR, Month::all().last())],
        };
        lists.into_iter().flatten().map(|list| view! { <Short list/> }).collect_view()
    };
    let attention = move || attention(desk).map(|list| view! { <Short list/> });
    let closed = move || match desk.as_of.get() {
        AsOf::After => Some(text::CLOSED_YEAR),
        AsOf::Before => Some(text::EARLY_YEAR),
        AsOf::Month(_) => None,
    };
    view! {
        <Heading page=Page::Overview/>
        {move || closed().map(|said| view! { <p class="notice">{said}</p> })}
        <Figures/>
        <MatrixView/>
        <div class="two">{lists}{attention}</div>
    }
}

/// How many items stand where.
#[component]
fn Figures() -> impl IntoView {
    let desk = desk();
    let plan = &desk.catalog().plan;
    let schedule = plan.items.iter().filter(|item| item.id.is_schedule()).count();
    let all = plan.items.len();
    let loose = plan.items.iter().filter(|item| item.period == Period::Unscheduled).count();
    let tally =
        Memo::new(move |_| desk.standings.with(|standings| Tally::of(standings, desk.catalog().all())));
    // Standings that nobody has used stay out, but for the ones that one looks for.
    let usual = [Standing::Done, Standing::Doing, Standing::Late];
    let figures = move || {
        let tally = tally.get();
        let worth = |standing: &Standing| usual.contains(standing) || tally.count(*standing) > 0;
        let figures = Standing::ALL.into_iter().filter(worth).map(|standing| {
            let class = crate::components::badge::standing_class(standing);
            view! { <Figure value=tally.count(standing).to_string() label=text::standing(standing).to_string() class/> }
        });
        figures.collect_view()
    };
    view! {
        <dl class="card figs" aria-label=text::FIGURES>
            <Figure value=all.to_string() label=text::all_items(schedule, all - schedule)/>
            {figures}
            <Figure value=loose.to_string() label=text::UNSCHEDULED.to_string()/>
        </dl>
    }
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
        items: by_time(desk.catalog(), desk.catalog().all().filter(due)),
        all: desk.route.with_untracked(|route| route.turn_to(Page::Calendar(Calendar::Month(month)))),
    })
}

/// What is late; where nothing can be late, what has no record although it goes to a meeting.
fn attention(desk: Desk) -> Option<ShortList> {
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
    Some(ShortList { title: text::ATTENTION.into(), items: by_time(desk.catalog(), items), all })
}

#[component]
fn Short(list: ShortList) -> impl IntoView {
    let ShortList { title, items, all } = list;
    let count = items.len();
    let href = all.format();
    let shown: Vec<usize> = items.into_iter().take(SHORT).collect();
    let rest = count.saturating_sub(SHORT);
    let foot = match (count, rest) {
        (0, _) => view! { <p class="empty">{text::NO_ITEMS}</p> }.into_any(),
        (_, 0) => ().into_any(),
        _ => view! { <p><a class="more" href=href.clone()>{text::more(rest)}"…"</a></p> }.into_any(),
    };
    view! {
        <Card title=move || title.clone() note=move || view! { {text::count(count)}<a class="all" href=href.clone()>{text::SEE_ALL}</a> }>
            <ItemList items=shown time=true/>
            {foot}
        </Card>
    }
}

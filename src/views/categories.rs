//! 类别: annex 1 as the document's own table, and annex 2 as its own.

use leptos::prelude::*;
use yaodian_plan::Meeting;
use yaodian_plan::query::Group;

use super::Heading;
use super::unknown::Unknown;
use crate::components::badge::{StandingOf, Who};
use crate::components::filters::Filters;
use crate::components::list::NothingPasses;
use crate::components::marked::Title;
use crate::order::{Run, by_group};
use crate::route::{Page, Sort};
use crate::state::desk;
use crate::text;

/// A table holds no more rows than this at once.
const ROWS: usize = 300;

/// The page; with a group, its table alone.
#[component]
pub fn Categories(group: Option<Group>, sort: Sort) -> impl IntoView {
    let desk = desk();
    let runs = untrack(|| desk.standings.with(|standings| by_group(desk.catalog(), sort, standings)));
    if group.is_some_and(|group| runs.iter().all(|run| run.key != group)) {
        return view! { <Unknown said=text::group(desk.catalog(), group.unwrap_or(Group::Monthly))/> }
            .into_any();
    }
    let wanted = |run: &&Run<Group>| group.is_none_or(|group| run.key == group);
    let all: Vec<usize> = runs.iter().filter(wanted).flat_map(|run| &run.items).copied().collect();
    let (monthly, schedule): (Vec<Run<Group>>, Vec<Run<Group>>) =
        runs.into_iter().filter(|run| wanted(&run)).partition(|run| run.key == Group::Monthly);
    view! {
        <Heading page=Page::Categories(group, sort)/>
        <GroupNav group sort/>
        <Filters items=all.clone()/>
        <NothingPasses items=all/>
        {(!schedule.is_empty()).then(|| view! { <Schedule runs=schedule group sort/> })}
        {monthly.into_iter().map(|run| view! { <Monthly items=run.items/> }).collect_view()}
    }
    .into_any()
}

/// The way from one table to the others.
#[component]
fn GroupNav(group: Option<Group>, sort: Sort) -> impl IntoView {
    let desk = desk();
    let to =
        move |group| move || desk.route.with(|route| route.show_as(Page::Categories(group, sort)).format());
    let plan = &desk.catalog().plan;
    let groups = plan.categories.iter().map(|category| Group::Category(category.no)).chain([Group::Monthly]);
    let links = groups.map(|choice| {
        let count = plan.items.iter().filter(|item| Group::of(item.id) == choice).count();
        view! {
            <a href=to(Some(choice)) aria-current=(group == Some(choice)).then_some("true")>
                {text::group(desk.catalog(), choice)}<small>{count}</small>
            </a>
        }
    });
    view! {
        <nav class="pills" aria-label=text::CATEGORIES>
            <a href=to(None) aria-current=group.is_none().then_some("true")>{text::ALL_TABLES}<small>{plan.items.len()}</small></a>
            {links.collect_view()}
        </nav>
    }
}

/// A column's heading, which sorts by it.
#[component]
fn Sorter(label: &'static str, by: Sort, group: Option<Group>, sort: Sort) -> impl IntoView {
    let desk = desk();
    let href = move || desk.route.with(|route| route.show_as(Page::Categories(group, by)).format());
    view! {
        <th scope="col" aria-sort=(by == sort).then_some("ascending")>
            <a class="sorter" href=href title=text::sort(by)>{label}</a>
        </th>
    }
}

/// Annex 1.
#[component]
fn Schedule(runs: Vec<Run<Group>>, group: Option<Group>, sort: Sort) -> impl IntoView {
    let desk = desk();
    let title = desk.catalog().plan.annexes.first().map_or("", String::as_str);
    let bodies = runs.into_iter().map(|run| view! { <CategoryRows group=run.key items=run.items/> });
    let bodies = bodies.collect_view();
    view! {
        <section class="card table-card">
            <table class="document schedule">
                <caption>{title}</caption>
                <thead><tr>
                    <Sorter label=text::COL_NO by=Sort::Document group sort/>
                    <th scope="col">{text::COL_TITLE}</th>
                    <Sorter label=text::COL_WHO by=Sort::Unit group sort/>
                    <Sorter label=text::COL_WHEN by=Sort::Time group sort/>
                    <th scope="col">{text::COL_STANDING_COMMITTEE}</th>
                    <th scope="col">{text::COL_CHAIRPERSONS}</th>
                    <Sorter label=text::COL_PROGRESS by=Sort::Standing group sort/>
                </tr></thead>
                {bodies}
            </table>
        </section>
    }
}

#[component]
fn CategoryRows(group: Group, items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let stated = match group {
        Group::Category(no) => desk.catalog().plan.category(no).and_then(|category| category.stated),
        Group::Monthly => None,
    };
    let actual = items.len();
    let class =
        if stated.is_some_and(|stated| usize::from(stated) != actual) { "count wrong" } else { "count" };
    let counted = items.clone();
    let tick = |goes: bool| if goes { "✓" } else { "" };
    let rows = items.into_iter().take(ROWS).map(|at| {
        let item = desk.item(at);
        view! {
            <tr hidden=move || !desk.passes(at)>
                <td data-label=text::COL_NO>{text::serial(item.id)}</td>
                <td class="name"><a href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a></td>
                <td data-label=text::COL_WHO><Who at/></td>
                <td data-label=text::COL_WHEN>{item.period_text.as_str()}</td>
                <td class="tick" data-label=text::COL_STANDING_COMMITTEE>{tick(item.meetings.contains(&Meeting::StandingCommittee))}</td>
                <td class="tick" data-label=text::COL_CHAIRPERSONS>{tick(item.meetings.contains(&Meeting::Chairpersons))}</td>
                <td data-label=text::COL_PROGRESS><StandingOf at/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let rest = actual.saturating_sub(ROWS);
    view! {
        <tbody hidden=move || desk.count(&counted) == 0>
            <tr class="group"><th scope="rowgroup" colspan="7">
                {text::group(desk.catalog(), group)}
                <small class=class>{stated.map(text::stated)}" "{text::actual(actual)}</small>
            </th></tr>
            {rows}
            {(rest > 0).then(|| view! { <tr><td colspan="7" class="empty">{text::more(rest)}</td></tr> })}
        </tbody>
    }
}

/// Annex 2.
#[component]
fn Monthly(items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    let title = desk.catalog().plan.annexes.get(1).map_or("", String::as_str);
    let rest = items.len().saturating_sub(ROWS);
    let rows = items.into_iter().take(ROWS).map(|at| {
        let item = desk.item(at);
        view! {
            <tr hidden=move || !desk.passes(at)>
                <td data-label=text::COL_WHEN>{text::filed_month(item)}</td>
                <td data-label=text::COL_NO>{text::serial(item.id)}</td>
                <td class="name"><a href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a></td>
                <td data-label=text::COL_UNIT><Who at/></td>
                <td data-label=text::COL_REMARK>{item.remark.clone()}</td>
                <td data-label=text::COL_PROGRESS><StandingOf at/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card table-card">
            <table class="document monthly">
                <caption>{title}</caption>
                <thead><tr>
                    <th scope="col">{text::COL_WHEN}</th><th scope="col">{text::COL_NO}</th>
                    <th scope="col">{text::COL_CONTENT}</th><th scope="col">{text::COL_UNIT}</th>
                    <th scope="col">{text::COL_REMARK}</th><th scope="col">{text::COL_PROGRESS}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {(rest > 0).then(|| view! { <p class="empty">{text::more(rest)}</p> })}
        </section>
    }
}

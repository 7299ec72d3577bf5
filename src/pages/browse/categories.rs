//! 类别: annex 1 as the document's own table, and annex 2 as its own.

use leptos::prelude::*;
use yaodian_plan::query::Group;
use yaodian_plan::{Item, MeetingKind, Table};

use crate::desk::desk;
use crate::desk::order::{Run, by_group};
use crate::route::{Page, Sort};
use crate::text;
use crate::widgets::badge::who;
use crate::widgets::counts::none_passes;
use crate::widgets::filters::filters;
use crate::widgets::heading::heading;
use crate::widgets::item_marks;
use crate::widgets::link::{current, form_link, item_link};
use crate::widgets::list::{WHOLE, nothing_passes, rest};
use crate::widgets::unknown::unknown;
use yaodian_ui::{Child, El, View, el, fragment, live};

/// The page; with a group, its table alone.
pub fn categories(group: Option<Group>, sort: Sort) -> View {
    let desk = desk();
    let runs = runs(group, sort);
    if let Some(group) = group
        && runs.is_empty()
    {
        return unknown(text::group(desk.catalog(), group));
    }
    let items: Vec<usize> = runs.iter().flat_map(|run| &run.items).copied().collect();
    let mut parts = vec![
        heading(&Page::Categories(group, sort)).into_view(),
        group_nav(group, sort).into_view(),
        filters(&items).into_view(),
        nothing_passes(items).into_view(),
    ];
    parts.push(match sort {
        // What is recorded changes the order, which is also that of the steps from item to item.
        Sort::Standing | Sort::Time => live(move || {
            if sort == Sort::Time {
                desk.timings.track()
            } else {
                desk.standings.track()
            }
            untrack(|| tables(self::runs(group, sort), group, sort))
        }),
        _ => tables(runs, group, sort),
    });
    fragment(parts)
}

/// The groups that the page shows, with their items in order.
fn runs(group: Option<Group>, sort: Sort) -> Vec<Run<Group>> {
    let desk = desk();
    let mut runs = desk
        .timings
        .with(|timings| desk.standings.with(|standings| by_group(desk.catalog(), sort, timings, standings)));
    runs.retain(|run| group.is_none_or(|group| run.key == group));
    runs
}

fn tables(runs: Vec<Run<Group>>, group: Option<Group>, sort: Sort) -> View {
    let mut parts = Vec::new();
    let (monthly, schedule): (Vec<_>, Vec<_>) = runs.into_iter().partition(|run| run.key == Group::Monthly);
    if !schedule.is_empty() {
        parts.push(annex_1(schedule, group, sort).into_view());
    }
    parts.extend(monthly.into_iter().map(|run| annex_2(run.items).into_view()));
    fragment(parts)
}

/// The way from one table to the others.
fn group_nav(group: Option<Group>, sort: Sort) -> El {
    let catalog = desk().catalog();
    let plan = &catalog.plan;
    let link = |choice: Option<Group>, label: String, count: usize| {
        let link = form_link(Page::Categories(choice, sort))
            .child(label)
            .child(el("small").child(count.to_string()));
        current(link, group == choice)
    };
    let mut links = vec![link(None, text::ALL_TABLES.into(), plan.items.len())];
    links.extend(catalog.groups().map(|choice| {
        let count = plan.items.iter().filter(|item| Group::of(item.id) == choice).count();
        link(Some(choice), text::group(catalog, choice), count)
    }));
    el("nav").class("pills").attr("aria-label", text::CATEGORIES).child(links)
}

/// A table in the document's form.
fn table(class: &'static str, which: Table, head: Vec<El>, bodies: Vec<El>) -> El {
    let plan = &desk().catalog().plan;
    let table = el("table").class(class).child(el("caption").child(plan.annex_titles(which)));
    let table = table.child(el("thead").child(el("tr").child(head))).child(bodies);
    let notes = plan.notes_of(which).map(|note| el("p").class("lead").child(note.text.as_str()));
    el("section").class("card table-card").child(table).child(notes.collect::<Vec<_>>())
}

fn column(label: impl Child) -> El {
    el("th").attr("scope", "col").child(label)
}

/// A cell; the label names it where the table is shown as a list.
fn cell(label: &'static str, content: impl Child) -> El {
    el("td").attr("data-label", label).child(content)
}

/// The rows of a table. A long one says how many it leaves out.
fn rows(mut items: Vec<usize>, row: fn(usize) -> El, columns: usize) -> (Vec<El>, Option<View>) {
    let left_out = items.split_off(items.len().min(WHOLE));
    let count = move |count| {
        el("tr").child(el("td").attr("colspan", columns.to_string()).class("empty").child(text::more(count)))
    };
    (items.into_iter().map(row).collect(), rest(left_out, row, count))
}

fn annex_1(runs: Vec<Run<Group>>, group: Option<Group>, sort: Sort) -> El {
    let desk = desk();
    let sorter = |label: &'static str, by: Sort| {
        let link =
            form_link(Page::Categories(group, by)).class("sorter").attr("title", text::sort(by)).child(label);
        let column = column(link);
        if by == sort { column.attr("aria-sort", "ascending") } else { column }
    };
    let mut head = vec![
        sorter(text::COL_NO, Sort::Document),
        column(text::COL_TITLE),
        sorter(text::COL_WHO, Sort::Unit),
        sorter(text::COL_WHEN, Sort::Time),
    ];
    head.extend(desk.catalog().meeting_columns().iter().map(|meeting| column(desk.meeting_name(*meeting))));
    head.push(sorter(text::COL_PROGRESS, Sort::Standing));
    table("document schedule", Table::Schedule, head, runs.into_iter().map(category_rows).collect())
}

fn category_rows(run: Run<Group>) -> El {
    let desk = desk();
    let stated = match run.key {
        Group::Category(no) => desk.catalog().plan.category(no).and_then(|category| category.stated),
        Group::Monthly => None,
    };
    let columns = SCHEDULE_COLUMNS + desk.catalog().meeting_columns().len();
    let actual = run.items.len();
    let wrong = stated.is_some_and(|stated| usize::from(stated) != actual);
    let counts = match stated {
        Some(stated) => format!("{} · {}", text::stated(stated), text::actual(actual)),
        None => text::actual(actual),
    };
    let counts = el("small").class(if wrong { "count wrong" } else { "count" }).child(counts);
    let title = el("th").attr("scope", "rowgroup").attr("colspan", columns.to_string());
    let title = title.child(text::group(desk.catalog(), run.key)).child(counts);
    let counted = run.items.as_slice().into();
    let (rows, rest) = rows(run.items, schedule_row, columns);
    el("tbody")
        .attr("hidden", none_passes(counted))
        .child(el("tr").class("group").child(title))
        .child(rows)
        .child(rest)
}

/// Columns of annex 1 without those of meetings.
const SCHEDULE_COLUMNS: usize = 5;

fn schedule_row(at: usize) -> El {
    let desk = desk();
    let item = desk.item(at);
    let tick = |meeting: &MeetingKind| {
        let goes = item.meetings.contains(meeting);
        cell(desk.meeting_name(*meeting), goes.then_some("✓")).class("tick")
    };
    let time = move || desk.timing(at).in_words_of(item);
    item_marks::row(el("tr"), at)
        .child(cell(text::COL_NO, item.serial()))
        .child(el("td").class("name").child(item_link(item)).child(more_said(item)))
        .child(cell(text::COL_WHO, who(at)))
        .child(cell(text::COL_WHEN, time))
        .child(desk.catalog().meeting_columns().iter().map(tick).collect::<Vec<_>>())
        .child(cell(text::COL_PROGRESS, item_marks::sign(at)))
}

/// What the document says of an item that has no column of its own.
fn more_said(item: &Item) -> Vec<El> {
    let said = item.said_in_row(&desk().catalog().plan).into_iter();
    said.map(|(heading, text)| el("small").class("said").child(format!("{heading}：{text}"))).collect()
}

/// The month under which annex 2 files a task; its own time once it was put off.
fn filed_time(at: usize) -> String {
    let desk = desk();
    let (item, timing) = (desk.item(at), desk.timing(at));
    let filed = text::filed_month(item);
    let own = timing.in_words_of(item);
    if own.is_empty() || timing.moved.is_none() { filed } else { own }
}

fn task_row(at: usize) -> El {
    let item = desk().item(at);
    item_marks::row(el("tr"), at)
        .child(cell(text::COL_WHEN, move || filed_time(at)))
        .child(cell(text::COL_NO, item.serial()))
        .child(el("td").class("name").child(item_link(item)).child(more_said(item)))
        .child(cell(text::COL_UNIT, who(at)))
        .child(cell(text::COL_REMARK, item.remark.clone()))
        .child(cell(text::COL_PROGRESS, item_marks::sign(at)))
}

fn annex_2(items: Vec<usize>) -> El {
    let head = [
        text::COL_WHEN,
        text::COL_NO,
        text::COL_CONTENT,
        text::COL_UNIT,
        text::COL_REMARK,
        text::COL_PROGRESS,
    ];
    let (rows, rest) = rows(items, task_row, 6);
    let body = el("tbody").child(rows).child(rest);
    table("document monthly", Table::Monthly, head.into_iter().map(column).collect(), vec![body])
}

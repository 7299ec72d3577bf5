//! The two tables in the document's form.

use std::fmt::{self, Display, Write};

use super::marked::marked;
use super::{escape, text};
use yaodian_plan::{Basis, Item, ItemId, MeetingKind, Month, Place, Plan, Table};

/// A body of rows for each category.
pub(super) fn schedule(plan: &Plan, out: &mut String) -> fmt::Result {
    if !plan.has_table(Table::Schedule) {
        return Ok(());
    }
    let mut columns = vec![text::COL_NO, text::COL_TITLE, text::COL_WHO, text::COL_WHEN];
    let meetings: Vec<MeetingKind> = plan.meeting_columns().collect();
    columns.extend(meetings.iter().map(|meeting| plan.meeting_name(*meeting)));
    open(plan, Table::Schedule, out, &columns)?;
    for category in &plan.categories {
        let stated = category.stated.map(text::stated).unwrap_or_default();
        writeln!(
            out,
            "<tbody id=\"/categories/{}\">\n<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">{}{stated}</th></tr>",
            category.no,
            columns.len(),
            escape(&category.name),
        )?;
        for item in &plan.items {
            if let ItemId::Schedule { category: of, .. } = item.id
                && of == category.no
            {
                row(plan, item, &meetings, out)?;
            }
        }
        writeln!(out, "</tbody>")?;
    }
    writeln!(out, "</table>")?;
    notes(plan, Table::Schedule, out)?;
    writeln!(out, "</section>")
}

/// What the document says of an item that has no column of its own. Ends the cell.
fn more_said(plan: &Plan, item: &Item, out: &mut String) -> fmt::Result {
    for (heading, said) in item.said_in_row(plan) {
        write!(out, "<small class=\"said\">{}：{}</small>", escape(&heading), escape(&said))?;
    }
    write!(out, "</td>")
}

/// The notes below a table that belong to none of its rows.
fn notes(plan: &Plan, table: Table, out: &mut String) -> fmt::Result {
    for note in plan.notes_of(table) {
        writeln!(out, "<p class=\"lead\">{}</p>", escape(&note.text))?;
    }
    Ok(())
}

fn row(plan: &Plan, item: &Item, meetings: &[MeetingKind], out: &mut String) -> fmt::Result {
    write!(out, "<tr id=\"/item/{}\">", item.id)?;
    cell(out, text::COL_NO, escape(&item.serial()))?;
    write!(out, "<td class=\"name\">{}", title(plan, item))?;
    more_said(plan, item, out)?;
    cell(out, text::COL_WHO, escape(&item.responsibility.text))?;
    cell(out, text::COL_WHEN, escape(&item.time()))?;
    for meeting in meetings {
        let tick = if item.meetings.contains(meeting) { text::TICK } else { "" };
        let name = escape(plan.meeting_name(*meeting));
        write!(out, "<td class=\"tick\" data-label=\"{name}\">{tick}</td>")?;
    }
    writeln!(out, "</tr>")
}

/// A body of rows for each month.
pub(super) fn monthly(plan: &Plan, out: &mut String) -> fmt::Result {
    if !plan.has_table(Table::Monthly) {
        return Ok(());
    }
    let columns = [text::COL_WHEN, text::COL_CONTENT, text::COL_UNIT, text::COL_REMARK];
    open(plan, Table::Monthly, out, &columns)?;
    for month in Month::all() {
        let is_in = |item: &&Item| matches!(item.id, ItemId::Monthly { month: of, .. } if of == month);
        let tasks: Vec<&Item> = plan.items.iter().filter(is_in).collect();
        if tasks.is_empty() {
            continue;
        }
        writeln!(out, "<tbody>")?;
        for (at, item) in tasks.iter().enumerate() {
            write!(out, "<tr id=\"/item/{}\">", item.id)?;
            if at == 0 {
                let (rows, month) = (tasks.len(), text::month_name(month));
                write!(out, "<th scope=\"rowgroup\" rowspan=\"{rows}\">{month}</th>")?;
            }
            task(plan, item, out)?;
        }
        writeln!(out, "</tbody>")?;
    }
    writeln!(out, "</table>")?;
    if plan.items.iter().any(inferred) {
        writeln!(out, "<p class=\"lead\">{}</p>", text::INFERRED)?;
    }
    notes(plan, Table::Monthly, out)?;
    writeln!(out, "</section>")
}

fn task(plan: &Plan, item: &Item, out: &mut String) -> fmt::Result {
    let mark = if inferred(item) { text::INFERRED_MARK } else { "" };
    write!(out, "<td class=\"name\">{}. {}", escape(&item.serial()), title(plan, item))?;
    more_said(plan, item, out)?;
    cell(out, text::COL_UNIT, format_args!("{}{mark}", escape(&item.responsibility.text)))?;
    cell(out, text::COL_REMARK, escape(item.remark.as_deref().unwrap_or_default()))?;
    writeln!(out, "</tr>")
}

/// Whether it was inferred which units do it.
fn inferred(item: &Item) -> bool {
    item.responsibility.basis == Basis::Inferred
}

/// A table up to its first row.
fn open(plan: &Plan, table: Table, out: &mut String, columns: &[&str]) -> fmt::Result {
    let (class, address, usual) = match table {
        Table::Schedule => ("schedule", "categories", text::SCHEDULE),
        Table::Monthly => ("monthly", "categories/monthly", text::MONTHLY),
    };
    let titles = plan.annex_titles(table);
    let title = escape(titles.as_deref().unwrap_or(usual));
    writeln!(
        out,
        "<section class=\"card table-card\" id=\"/{address}\">\n<table class=\"document {class}\">"
    )?;
    let annex = text::annex(&plan.annexes_of(table));
    write!(out, "<caption><small>{annex}</small><h2>{title}</h2></caption>\n<thead><tr>")?;
    for column in columns {
        write!(out, "<th scope=\"col\">{}</th>", escape(column))?;
    }
    writeln!(out, "</tr></thead>")
}

fn title<'a>(plan: &'a Plan, item: &'a Item) -> impl Display + 'a {
    marked(plan, Place::Item(item.id), &item.title)
}

/// A cell that names its column where the table is shown without its head, on narrow screens.
fn cell(out: &mut String, column: &str, content: impl Display) -> fmt::Result {
    write!(out, "<td data-label=\"{column}\">{content}</td>")
}

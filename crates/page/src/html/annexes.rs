//! The two annexes as tables of the document's form.

use std::fmt::{self, Display, Write};

use super::marked::marked;
use super::{escape, text};
use yaodian_plan::{Basis, Item, ItemId, MeetingKind, Month, Place, Plan};

/// Annex 1: a body of rows for each category.
pub(super) fn schedule(plan: &Plan, out: &mut String) -> fmt::Result {
    if !plan.items.iter().any(|item| item.id.is_schedule()) {
        return Ok(());
    }
    let columns = [
        text::COL_NO,
        text::COL_TITLE,
        text::COL_WHO,
        text::COL_WHEN,
        text::COL_STANDING_COMMITTEE,
        text::COL_CHAIRPERSONS,
    ];
    open(out, "schedule", "categories", text::ANNEX_1, plan.annexes.first(), &columns)?;
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
            if let ItemId::Schedule { category: of, no } = item.id
                && of == category.no
            {
                row(plan, item, no, out)?;
            }
        }
        writeln!(out, "</tbody>")?;
    }
    writeln!(out, "</table>\n</section>")
}

fn row(plan: &Plan, item: &Item, no: u16, out: &mut String) -> fmt::Result {
    write!(out, "<tr id=\"/item/{}\"><td data-label=\"{}\">{no}</td>", item.id, text::COL_NO)?;
    write!(out, "<td class=\"name\">{}</td>", title(plan, item))?;
    cell(out, text::COL_WHO, escape(&item.responsibility.text))?;
    cell(out, text::COL_WHEN, escape(&item.time()))?;
    let meetings = [
        (MeetingKind::StandingCommittee, text::COL_STANDING_COMMITTEE),
        (MeetingKind::Chairpersons, text::COL_CHAIRPERSONS),
    ];
    for (meeting, name) in meetings {
        let tick = if item.meetings.contains(&meeting) { text::TICK } else { "" };
        write!(out, "<td class=\"tick\" data-label=\"{name}\">{tick}</td>")?;
    }
    writeln!(out, "</tr>")
}

/// Annex 2: a body of rows for each month.
pub(super) fn monthly(plan: &Plan, out: &mut String) -> fmt::Result {
    if plan.items.iter().all(|item| item.id.is_schedule()) {
        return Ok(());
    }
    let columns = [text::COL_WHEN, text::COL_CONTENT, text::COL_UNIT, text::COL_REMARK];
    open(out, "monthly", "categories/monthly", text::ANNEX_2, plan.annexes.get(1), &columns)?;
    for month in Month::all() {
        let tasks: Vec<(u16, &Item)> = plan
            .items
            .iter()
            .filter_map(|item| match item.id {
                ItemId::Monthly { month: of, no } if of == month => Some((no, item)),
                _ => None,
            })
            .collect();
        if tasks.is_empty() {
            continue;
        }
        writeln!(out, "<tbody>")?;
        for (at, (no, item)) in tasks.iter().enumerate() {
            write!(out, "<tr id=\"/item/{}\">", item.id)?;
            if at == 0 {
                let (rows, month) = (tasks.len(), text::month_name(month));
                write!(out, "<th scope=\"rowgroup\" rowspan=\"{rows}\">{month}</th>")?;
            }
            task(plan, item, *no, out)?;
        }
        writeln!(out, "</tbody>")?;
    }
    writeln!(out, "</table>")?;
    if plan.items.iter().any(inferred) {
        writeln!(out, "<p class=\"lead\">{}</p>", text::INFERRED)?;
    }
    writeln!(out, "</section>")
}

fn task(plan: &Plan, item: &Item, no: u16, out: &mut String) -> fmt::Result {
    let mark = if inferred(item) { text::INFERRED_MARK } else { "" };
    write!(out, "<td class=\"name\">{no}. {}</td>", title(plan, item))?;
    cell(out, text::COL_UNIT, format_args!("{}{mark}", escape(&item.responsibility.text)))?;
    cell(out, text::COL_REMARK, escape(item.remark.as_deref().unwrap_or_default()))?;
    writeln!(out, "</tr>")
}

/// Whether it was inferred which units do it.
fn inferred(item: &Item) -> bool {
    item.responsibility.basis == Basis::Inferred
}

/// A table up to its first row.
fn open(
    out: &mut String,
    class: &str,
    address: &str,
    annex: &str,
    title: Option<&String>,
    columns: &[&str],
) -> fmt::Result {
    let title = escape(title.map_or("", String::as_str));
    writeln!(
        out,
        "<section class=\"card table-card\" id=\"/{address}\">\n<table class=\"document {class}\">"
    )?;
    write!(out, "<caption><small>{annex}</small><h2>{title}</h2></caption>\n<thead><tr>")?;
    for column in columns {
        write!(out, "<th scope=\"col\">{column}</th>")?;
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

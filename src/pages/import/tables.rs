//! Tables by their columns: what each was read as, and a choice where it was not understood.

use leptos::prelude::*;
use yaodian_reading::Hints;
use yaodian_reading::understanding::{ColumnHint, ColumnRole, TableReading};
use yaodian_ui::{El, View, el, fragment, live};

use super::parts::folded_as;
use super::studio::studio;
use crate::browser::dom;
use crate::text;
use crate::widgets::card::{card, note};
use crate::widgets::field::option;

/// The tables that no items came from, in sight, with those that none had come from before somebody said what a column is.
pub fn not_understood() -> View {
    tables(true, |tables| {
        card(text::COLUMNS, vec![note(text::NOT_UNDERSTOOD)])
            .class("card columns")
            .child(el("p").class("lead").child(text::COLUMNS_NOTE))
            .child(tables.into_iter().map(table).collect::<Vec<_>>())
            .into_view()
    })
}

/// The others, folded.
pub fn all_columns() -> View {
    // It stays open while one column after the other is put right.
    let is_opened = studio().columns_opened;
    tables(false, move |tables| {
        let inside = move || {
            let tables = tables.iter().cloned().map(table).collect::<Vec<_>>();
            let lead = el("p").class("lead").child(text::COLUMNS_NOTE);
            fragment(vec![lead.into_view(), fragment(tables.into_iter().map(El::into_view).collect())])
        };
        folded_as(is_opened, text::COLUMNS, inside).into_view()
    })
}

fn tables(in_sight: bool, around: impl Fn(Vec<TableReading>) -> View + Send + 'static) -> View {
    let studio = studio();
    let is_said = move || {
        let is_open =
            |group: &yaodian_review::NoteGroup| group.cause == "table_not_understood" && group.open() > 0;
        studio.notes.with(|groups| groups.iter().any(is_open))
    };
    let found = Memo::new(move |_| {
        // A table that is no plan's, such as who gets copies, needs no choice.
        let is_said = is_said();
        studio.of_reading(|reading| {
            let is_wanted = |table: &&TableReading| match table.understood {
                // Who has said what one column is may go on with the next.
                true => studio.odd_tables.with_value(|odd| odd.contains(&table.table)) == in_sight,
                false => in_sight && is_said,
            };
            let tables = reading.tables.iter().filter(is_wanted).cloned().collect::<Vec<_>>();
            let odd = tables.iter().filter(|table| !table.understood).map(|table| table.table);
            studio.odd_tables.update_value(|known| {
                for table in odd {
                    if !known.contains(&table) {
                        known.push(table);
                    }
                }
            });
            tables
        })
    });
    live(move || {
        let found = found.get();
        if found.is_empty() { fragment(Vec::new()) } else { around(found) }
    })
}

fn table(table: TableReading) -> El {
    let columns: Vec<ColumnHint> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| ColumnHint {
            table: table.table,
            column: at + 1,
            role: column.role,
            meeting: column.meeting.clone(),
        })
        .collect();
    let heads = table.columns.iter().enumerate().map(|(at, column)| {
        let name = if column.heading.is_empty() { text::column_no(at + 1) } else { column.heading.clone() };
        el("th").attr("scope", "col").child(el("span").child(name.clone())).child(choice(at, name, &columns))
    });
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().map(|cell| el("td").child(cell.clone()));
        el("tr").child(cells.collect::<Vec<_>>())
    });
    let body = el("table")
        .class("columns-table")
        .child(el("caption").child(text::table_no(table.table, &table.title)))
        .child(el("thead").child(el("tr").child(heads.collect::<Vec<_>>())))
        .child(el("tbody").child(rows.collect::<Vec<_>>()));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", text::COLUMNS)
        .child(body)
}

fn choice(at: usize, name: String, columns: &[ColumnHint]) -> El {
    let now = columns.get(at).map(|column| column.role);
    let options = ColumnRole::ALL.iter().enumerate().map(|(no, role)| {
        option(no.to_string(), text::column_role(*role).to_owned()).attr("selected", now == Some(*role))
    });
    let (table, heading) = (columns.first().map_or(0, |column| column.table), name.clone());
    let choose = move |event: web_sys::Event| {
        let role =
            event_target_value(&event).parse::<usize>().ok().and_then(|no| ColumnRole::ALL.get(no).copied());
        let Some(role) = role else { return };
        let meeting = (role == ColumnRole::Meeting).then(|| heading.clone());
        // What was said of other columns stays; what was not is the reader's to find out.
        let change = move |hints: &mut Hints| {
            hints.columns.retain(|hint| (hint.table, hint.column) != (table, at + 1));
            hints.columns.push(ColumnHint { table, column: at + 1, role, meeting });
        };
        let before = now.and_then(|now| ColumnRole::ALL.iter().position(|role| *role == now));
        let back = before.map_or(String::new(), |no| no.to_string());
        studio().read_again(change, move || dom::set_value(&event, &back));
    };
    el("select")
        .attr("id", format!("column-{table}-{at}"))
        .attr("aria-label", name)
        .child(options.collect::<Vec<_>>())
        .on("change", choose)
}

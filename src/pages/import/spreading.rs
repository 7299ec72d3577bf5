//! As in a spreadsheet: what is pasted goes down the rows on screen and over their columns, and a row takes over what the
//! one above it has.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};
use yaodian_review::edit::Column;
use yaodian_review::{Change, Edit, Key};

use super::cells::{COLUMNS, change_of, shown};
use super::row::{column_of, row_of};
use super::studio::studio;
use crate::desk::desk;
use crate::text;

/// Several lines or cells that are pasted into a field: a line to a row, a cell to a column.
pub fn paste(event: &Event) {
    let (Some(column), Some(key)) = (column_of(event), row_of(event)) else { return };
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let text = text.trim_end_matches(['\r', '\n']);
    let lines: Vec<&str> = text.lines().collect();
    // The columns that the cells of a line go to; one that is not of text takes nothing.
    let first = COLUMNS.iter().position(|name| *name == column);
    let columns = first.and_then(|first| COLUMNS.get(first..)).unwrap_or_default();
    if lines.len() < 2 && !text.contains('\t') || columns.is_empty() {
        return;
    }
    event.prevent_default();
    let keys: Vec<Key> = studio().listed_keys().into_iter().skip_while(|other| *other != key).collect();
    let fits =
        lines.len() <= keys.len() && lines.iter().all(|line| line.split('\t').count() <= columns.len());
    let edits: Vec<Edit> =
        keys.into_iter().zip(lines).flat_map(|(key, line)| cells_of(key, columns, line)).collect();
    if !edits.is_empty() {
        studio().edit(Edit::Several(edits));
    }
    if !fits {
        desk().ledger.say(text::PASTE_CUT.into());
    }
}

/// What a pasted line changes in a row.
fn cells_of(key: Key, columns: &[&str], line: &str) -> Vec<Edit> {
    let (mut edits, mut lead) = (Vec::new(), None);
    for (column, cell) in columns.iter().zip(line.split('\t')) {
        let mut change = change_of(key, column, cell.trim().to_owned());
        match &mut change {
            Some(Change::Who { lead: to, .. }) if *column == "lead" => lead = Some(to.clone()),
            // Both are one change, and the one of before is about to go.
            Some(Change::Who { lead: to, .. }) => *to = lead.take().unwrap_or_else(|| to.clone()),
            _ => {}
        }
        edits.extend(change.map(|change| Edit::Row(key, change)));
    }
    edits
}

/// What it is for a row to take over a column from the one above it.
pub fn fill_down(from: Key, to: Key, column: &str) -> Option<Edit> {
    let studio = studio();
    let typed = || untrack(|| studio.of_row(from, |sheet, row| shown(sheet, row, column)));
    let fill = |column| Some(Edit::Fill { from, to, column });
    match column {
        // What is doubtful of a time is so of its copy, too.
        "time" if studio.open_of.with_untracked(|open| open.contains_key(&from)) => {
            Some(Edit::Row(to, change_of(to, column, typed())?))
        }
        "time" => fill(Column::Time),
        // Only the field that somebody stands in.
        "lead" | "joint" | "remark" => Some(Edit::Row(to, change_of(to, column, typed())?)),
        "meetings" => fill(Column::Meetings),
        "category" => fill(Column::Category),
        _ => None,
    }
}

//! Copying rows: what is pasted into a spreadsheet has a column for each of an item's parts, whichever list it comes from.
//! Tables are copied by the browser as they are.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, Element, HtmlElement, Selection};
use yaodian_plan::names::standing_name;

use crate::browser::dom;
use crate::desk::desk;

/// What may be a row of a list.
const ROWS: &str = "main li, .panel li";
const TABLE_ROWS: &str = "main tr[data-row]";

/// Puts the rows that are selected on the clipboard, if there are several; the browser copies anything else.
pub fn copy(event: &ClipboardEvent) {
    if dom::in_field(event) {
        return;
    }
    let rows = selected_rows();
    if rows.len() < 2 {
        return;
    }
    let Some(clipboard) = event.clipboard_data() else { return };
    let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    let cells = |row: &Vec<String>| row.iter().map(|cell| table_cell(cell)).collect::<String>();
    let table: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect();
    let put = [("text/plain", lines.join("\n")), ("text/html", format!("<table>{table}</table>"))];
    if put.iter().all(|(kind, text)| clipboard.set_data(kind, text).is_ok()) {
        event.prevent_default();
    }
}

/// The rows that the selection touches, each with its cells; none where it touches a table.
fn selected_rows() -> Vec<Vec<String>> {
    let (Ok(Some(selection)), Some(root)) = (window().get_selection(), document().document_element()) else {
        return Vec::new();
    };
    let touched = |element: &HtmlElement| is_touched(&selection, element);
    if selection.is_collapsed() || dom::all(&root, TABLE_ROWS).iter().any(touched) {
        return Vec::new();
    }
    dom::all(&root, ROWS).iter().filter(|row| touched(row)).filter_map(|row| cells(row)).collect()
}

fn is_touched(selection: &Selection, element: &HtmlElement) -> bool {
    let shown = element.get_client_rects().length() > 0;
    shown && selection.contains_node_with_allow_partial_containment(element, true).unwrap_or_default()
}

/// The cells of a row: of an item when, what, who, which meetings, how far; of a record when, what, why, by whom.
fn cells(row: &Element) -> Option<Vec<String>> {
    let cells = match (item_of(row), row.closest(".history-days").ok().flatten()) {
        (Some(at), None) => item_cells(at),
        (_, Some(_)) => record_cells(row),
        (None, None) => return None,
    };
    Some(cells.iter().map(|cell| one_line(cell)).collect())
}

fn item_of(row: &Element) -> Option<usize> {
    let link = row.query_selector("a[data-item]").ok().flatten()?;
    desk().catalog().position(link.get_attribute("data-item")?.parse().ok()?)
}

fn item_cells(at: usize) -> Vec<String> {
    let desk = desk();
    let item = desk.item(at);
    let (timing, standing) = untrack(|| (desk.timing(at), desk.standing(at)));
    let meetings: Vec<&str> = item.meetings.iter().map(|meeting| desk.meeting_name(*meeting)).collect();
    vec![
        timing.to_string(),
        item.title.clone(),
        item.responsibility.text.clone(),
        meetings.join("、"),
        standing_name(standing).to_owned(),
    ]
}

fn record_cells(row: &Element) -> Vec<String> {
    // The day stands above the list.
    let day = row.parent_element().and_then(|list| list.previous_element_sibling());
    let part = |class| row.query_selector(class).ok().flatten();
    let parts = [day, part(".when"), part(".what"), part(".said"), part("small")];
    parts.map(|part| part.and_then(|part| part.text_content()).unwrap_or_default()).into()
}

/// A cell ends at a tab, a row at the end of a line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spreadsheets take the cell as text: nothing in it is a formula, a day or a number that loses its zeros.
fn table_cell(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<td style=\"mso-number-format:'\\@'\">{text}</td>")
}

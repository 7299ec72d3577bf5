//! A cell of annex 2 cut into its numbered tasks.

use super::table::Cell;
use super::text;

/// One task of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Task {
    pub(super) line: u32,
    /// The number as printed; `None` for the only task of a cell without numbers.
    pub(super) serial: Option<u32>,
    pub(super) title: String,
    /// As it stands, with number and punctuation.
    pub(super) text: String,
}

/// Cuts a cell into tasks. Some lists lack the ； between two tasks, so the number that is due
/// begins a task wherever a blank precedes it; any other number only after closing punctuation.
pub(super) fn split(cell: &Cell) -> Vec<Task> {
    let mut starts: Vec<usize> = Vec::new();
    let mut due = 1;
    let mut closed = true;
    let mut previous = '\n';
    for (at, c) in cell.text.char_indices() {
        // Only after a blank or a mark can a number begin a task: `2.` in `12.` cannot.
        let apart = text::is_blank(previous) || matches!(previous, '；' | ';' | '。');
        if apart
            && !text::is_blank(c)
            && let Some((value, _)) = cell.text.get(at..).and_then(text::list_number)
            && (value == due || closed)
        {
            starts.push(at);
            due = value.saturating_add(1);
        }
        if matches!(c, '；' | ';' | '。' | '\n') {
            closed = true;
        } else if !text::is_blank(c) {
            closed = false;
        }
        previous = c;
    }
    // Text before the first number, if any, is a task too.
    let lead = cell.text.get(..starts.first().copied().unwrap_or(cell.text.len())).unwrap_or_default();
    if !text::trim(lead).is_empty() {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([cell.text.len()]);
    let slices = starts.iter().zip(ends);
    slices.filter_map(|(start, end)| task(cell, *start, cell.text.get(*start..end)?)).collect()
}

fn task(cell: &Cell, start: usize, slice: &str) -> Option<Task> {
    let text = text::trim(slice);
    let (serial, rest) = match text::list_entry(text) {
        Some((value, rest)) => (Some(value).filter(|value| *value > 0), rest),
        None => (None, text),
    };
    let title = text::unwrap_lines(text::trim_closing(rest));
    let blanks = slice.len() - slice.trim_start_matches(text::is_blank).len();
    let above = cell.text.get(..start + blanks).unwrap_or_default().matches('\n').count();
    let line = cell.line + u32::try_from(above).unwrap_or(0);
    (!title.is_empty()).then(|| Task { line, serial, title, text: text.to_owned() })
}

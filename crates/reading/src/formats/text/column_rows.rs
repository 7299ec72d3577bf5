//! Which lines of a table of spaces belong to one row.

use crate::document::SUMS;

use super::lines::Line;
use super::rows::{is_serial, is_time};
use super::width::width;

/// A line with what stands in each column.
pub(super) struct Filled<'a> {
    pub(super) line: Line<'a>,
    pub(super) cells: Vec<Option<&'a str>>,
    /// Whether it is one text over all columns.
    pub(super) band: bool,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

/// The rows: for each the lines that belong to it, by their places among the filled ones.
pub(super) fn rows(filled: &[Filled<'_>], columns: usize) -> Vec<Vec<usize>> {
    let Some(anchor) = anchor(filled, columns) else { return without_anchor(filled, columns) };
    let begins = |at: usize| filled[at].cells[anchor].is_some() && !filled[at].band;
    let head = (0..filled.len()).find(|at| begins(*at)).unwrap_or(0);
    let mut rows: Vec<Vec<usize>> = vec![(0..=head).collect()];
    let anchors: Vec<usize> = (head + 1..filled.len()).filter(|at| begins(*at)).collect();
    let first = head + 1;
    // Numbers in the middle of their rows have lines above the first of them.
    let centred = anchors.first().is_some_and(|at| (first..*at).any(|at| !filled[at].band));
    let main = main_column(filled, columns);
    let mut from = first;
    for (index, at) in anchors.iter().enumerate() {
        let next = anchors.get(index + 1).copied().unwrap_or(filled.len());
        let until = if centred && next < filled.len() { split(filled, *at, next, main) } else { next };
        let mut row = Vec::new();
        for (line, filled) in filled.iter().enumerate().take(until).skip(from) {
            if filled.band || is_sum(filled) {
                rows.extend((!row.is_empty()).then(|| std::mem::take(&mut row)));
                rows.push(vec![line]);
            } else {
                row.push(line);
            }
        }
        rows.extend((!row.is_empty()).then_some(row));
        from = until;
    }
    rows
}

/// Whether a line says how many there are, which has no number of its own.
fn is_sum(line: &Filled<'_>) -> bool {
    let first = line.cells.iter().flatten().next();
    first.is_some_and(|text| SUMS.contains(&text.replace(' ', "").as_str()))
}

/// The column whose cells begin rows: serial numbers, else times.
fn anchor(filled: &[Filled<'_>], columns: usize) -> Option<usize> {
    let kinds: [fn(&str) -> bool; 2] = [is_serial, is_time];
    kinds.into_iter().find_map(|is| {
        (0..columns).find(|column| {
            let cells = || filled.iter().filter(|line| !line.band).filter_map(|line| line.cells[*column]);
            cells().skip(1).count() >= 2 && cells().skip(1).all(is)
        })
    })
}

fn without_anchor(filled: &[Filled<'_>], columns: usize) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, line) in filled.iter().enumerate() {
        let cells = line.cells.iter().flatten().count();
        match rows.last_mut() {
            Some(open) if cells * 2 < columns && line.cells[0].is_none() => open.push(at),
            _ => rows.push(vec![at]),
        }
    }
    rows
}

/// The column with most text, and the width of its longest line.
fn main_column(filled: &[Filled<'_>], columns: usize) -> (usize, usize) {
    let widths = |column: usize| filled.iter().filter_map(move |line| line.cells[column]).map(width);
    let main = (0..columns).max_by_key(|column| widths(*column).sum::<usize>()).unwrap_or(0);
    (main, widths(main).max().unwrap_or(0))
}

/// Where the row around one number ends and that around the next begins, if numbers stand in the
/// middle of their rows: at a blank line, or after the line whose longest cell is not full.
fn split(filled: &[Filled<'_>], one: usize, next: usize, (main, full): (usize, usize)) -> usize {
    if let Some(at) = (one + 1..=next).find(|at| filled[*at].after_blank || filled[*at].band) {
        return at;
    }
    let cell = |at: usize| filled[at].cells[main].map_or(0, width);
    let end = (one..next).find(|at| cell(*at) > 0 && cell(*at) + 4 < full);
    end.map_or(next - (next - one - 1) / 2, |at| at + 1)
}

//! Bars that a table draws with colours: empty cells below months, filled in another colour than what is around them.

use crate::document::Paragraph;

use super::raw::{Raw, RawCell, RawParagraph, RawTable, text};

/// What is written into a cell that is filled.
const BAR: &str = "█";

/// A colour as it is written, unless it is that of the paper.
pub(super) fn colour(written: &str) -> Option<String> {
    let plain = written.trim().trim_start_matches('#').to_ascii_lowercase();
    let paper = ["", "auto", "none", "transparent", "white", "fff", "ffffff", "inherit", "initial", "window"];
    (!paper.contains(&plain.as_str()) && !plain.contains("url(")).then_some(plain)
}

/// Writes a bar into the cells that are filled; whether there are any. What is filled as its column's heading or its
/// row's words are shows how the table is striped, and a row with other marks says by them when.
pub(super) fn write_bars(table: &mut RawTable) -> bool {
    let headings = table.rows.iter().take(3).flat_map(|row| &row.cells);
    let mut months: Vec<Option<Option<String>>> = Vec::new();
    for cell in headings.filter(|cell| names_months(&text(&cell.content))) {
        let end = cell.column + cell.colspan;
        if months.len() < end {
            months.resize(end, None);
        }
        months[cell.column..end].fill(Some(cell.fill.clone()));
    }
    let mut any = false;
    for row in &mut table.rows {
        let below = |cell: &RawCell| months.get(cell.column).cloned().flatten();
        let marked = row.cells.iter().any(|cell| below(cell).is_some() && !cell.content.is_empty());
        if row.header || marked {
            continue;
        }
        let words = row.cells.iter().find(|cell| !cell.content.is_empty()).and_then(|cell| cell.fill.clone());
        for cell in &mut row.cells {
            if !cell.content.is_empty() || cell.fill.is_none() || cell.fill == words {
                continue;
            }
            if below(cell).is_some_and(|heading| heading != cell.fill) {
                let paragraph = Paragraph { text: BAR.to_owned(), ..Paragraph::default() };
                cell.content.push(Raw::Paragraph(RawParagraph { id: 0, paragraph }));
                any = true;
            }
        }
    }
    any
}

/// Whether a heading is a month or a quarter.
fn names_months(heading: &str) -> bool {
    let plain: String = heading.split_whitespace().collect();
    ["月", "月份", "季度"].iter().any(|end| plain.ends_with(end)) && plain.chars().count() <= 5
}

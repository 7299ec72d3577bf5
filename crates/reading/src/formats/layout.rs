//! Tables that only arrange a page.

use super::raw::{Raw, RawCell, RawRow, RawTable};

/// Puts the content of tables that are mere layout where the tables stood.
pub(super) fn unwrap_layout(found: Vec<Raw>, out: &mut Vec<Raw>) {
    for raw in found {
        match raw {
            Raw::Table(table) if is_layout(&table) => {
                for cell in table.rows.into_iter().flat_map(|row| row.cells) {
                    unwrap_layout(cell.content, out);
                }
            }
            Raw::Table(mut table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    if cell.content.iter().any(|raw| matches!(raw, Raw::Table(_))) {
                        let mut content = Vec::new();
                        unwrap_layout(std::mem::take(&mut cell.content), &mut content);
                        cell.content = content;
                    }
                }
                out.push(Raw::Table(table));
            }
            paragraph => out.push(paragraph),
        }
    }
}

/// Whether a table only arranges a page: a box around something, a page around another table, or
/// a column that holds a whole article.
fn is_layout(table: &RawTable) -> bool {
    let filled = || table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.content.is_empty());
    let cells = filled().count();
    let nested: usize = filled().map(|cell| cells_inside(&cell.content)).sum();
    if cells <= 1 || nested > cells {
        return true;
    }
    let is_header = |row: &RawRow| {
        let short = |cell: &&RawCell| (1..20).contains(&length(&cell.content));
        row.cells.iter().filter(short).count() >= 3
    };
    let whole: usize = filled().map(|cell| length(&cell.content)).sum();
    let article = |cell: &RawCell| {
        let long = length(&cell.content);
        cell.content.len() >= 5 && long >= 600 && long * 5 >= whole * 4
    };
    table.rows.len() <= 3 && cells <= 4 && !table.rows.iter().any(is_header) && filled().any(article)
}

/// How many filled cells the tables among these blocks have.
fn cells_inside(found: &[Raw]) -> usize {
    let tables = found.iter().filter_map(|raw| match raw {
        Raw::Table(table) => Some(table),
        Raw::Paragraph(_) => None,
    });
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    cells.filter(|cell| !cell.content.is_empty()).map(|cell| 1 + cells_inside(&cell.content)).sum()
}

/// How many characters the paragraphs among these blocks have.
fn length(found: &[Raw]) -> usize {
    let length = |raw: &Raw| match raw {
        Raw::Paragraph(raw) => raw.paragraph.text.chars().count(),
        Raw::Table(_) => 0,
    };
    found.iter().map(length).sum()
}

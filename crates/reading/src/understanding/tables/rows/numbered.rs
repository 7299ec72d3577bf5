//! How the rows of a table are numbered.

use super::super::super::source::{TableView, numbered_month};
use super::super::super::text::trim;
use super::super::layout::{Layout, Role};

/// Whether `二、三月` and `三、四月` both stand there.
pub(super) fn numbers_months(view: &TableView<'_>) -> bool {
    let first = |row: usize| numbered_month(trim(&view.text(row, 0)));
    let mut found: Vec<u32> = Vec::new();
    for month in (0..view.rows()).filter_map(first) {
        if !found.contains(&month) {
            found.push(month);
        }
    }
    found.iter().any(|first| found.contains(&(first + 1)))
}

/// Whether the serial numbers of any rows are digits.
pub(super) fn counts_in_digits(view: &TableView<'_>, layout: &Layout) -> bool {
    let Some(serial) = layout.at(&Role::Serial) else { return false };
    let is_digits = |text: String| !trim(&text).is_empty() && trim(&text).chars().all(|c| c.is_ascii_digit());
    (layout.first..view.rows()).any(|row| is_digits(view.text(row, serial)))
}

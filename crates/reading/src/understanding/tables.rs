//! Tables, known by their columns.
//!
//! - `vocabulary`: what headings of columns mean, as data;
//! - `header`, `layout`: where the header is, and what each column is;
//! - `content`: what a column is by what stands in it;
//! - `rows`: what each row is: an item, a heading of those below, a note;
//! - `marks`: ticks, and what else stands in columns of meetings and units;
//! - `categories`, `numbering`, `remark`: what single cells of a row mean;
//! - `schedule`, `monthly`, `matrix`, `tasks`: rows to items.

mod categories;
mod content;
mod header;
mod layout;
mod marks;
mod matrix;
mod monthly;
pub mod numbering;
pub mod remark;
mod rows;
mod schedule;
mod tasks;
mod vocabulary;

pub use categories::{Categories, name_and_count};
pub use layout::{Kind, Layout, Role};
pub use marks::{Tick, tick, unit_role};
pub use matrix::read as read_matrix;
pub use monthly::read as read_monthly;
pub use rows::{Above, EntryKind, Rows, read as read_rows};
pub use schedule::read as read_schedule;
pub use tasks::split;
pub use vocabulary::{Heading, classify};

use super::source::TableView;
use super::text::{has_any, squash};

/// Whether a table is no plan's: an imprint, a letterhead, or nothing but a frame.
pub fn is_no_plan(view: &TableView<'_>) -> bool {
    let whole: String = (0..view.rows().min(6))
        .flat_map(|row| (0..view.columns()).map(move |column| (row, column)))
        .map(|(row, column)| squash(&view.text(row, column)))
        .collect();
    let imprint =
        has_any(&whole, &["抄送", "主题词", "印发", "签发人", "打印份数", "校对：", "拟稿", "核稿"]);
    (imprint && view.rows() <= 5) || view.columns() == 1 && view.rows() <= 2 || whole.is_empty()
}

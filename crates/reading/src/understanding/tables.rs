//! Tables, known by their columns.
//!
//! - `vocabulary`: what headings of columns mean, as data;
//! - `header`, `layout`: where the header is, and what each column is;
//! - `content`: what a column is by what stands in it;
//! - `rows`: what each row is: an item, a heading of those below, a note;
//! - `marks`: ticks, and what else stands in columns of meetings and units;
//! - `categories`, `numbering`, `remark`: what single cells of a row mean;
//! - `schedule`, `monthly`, `matrix`, `activities`, `tasks`: rows to items; `own_period`: a task that says itself when it is due.

mod activities;
mod categories;
mod content;
mod header;
mod layout;
mod marks;
mod matrix;
mod monthly;
pub mod numbering;
mod own_period;
pub mod remark;
mod rows;
mod schedule;
mod tasks;
mod vocabulary;

pub use activities::{read as read_activities, tasks_of, texts as texts_of_activities};
pub use categories::{Categories, name_and_count};
pub use layout::{Kind, Layout, Role};
pub use marks::{Tick, tick, unit_role};
pub use matrix::read as read_matrix;
pub use monthly::read as read_monthly;
pub use rows::{Above, EntryKind, Rows, read as read_rows};
pub use schedule::read as read_schedule;
pub use tasks::{split, split_topics};
pub use vocabulary::{Heading, classify, is_contact};

use super::source::TableView;
use super::text::{has_any, squash};

/// Under which heading an item of a table by month says what it stood below: not 类别, which would be a category.
const KIND: &str = "栏目";

/// Whether a table is no plan's: an imprint, a letterhead, or nothing but a frame.
pub fn is_no_plan(view: &TableView<'_>) -> bool {
    let cells: Vec<String> = (0..view.rows().min(6))
        .flat_map(|row| (0..view.columns()).map(move |column| (row, column)))
        .map(|(row, column)| squash(&view.text(row, column)))
        .collect();
    // 办公室2027年1月5日印发 is of an imprint, 印发工作要点 is something to be done.
    let begins = ["抄送", "抄报", "主题词", "签发", "打印份数", "校对", "拟稿", "核稿"];
    let imprint = |cell: &String| begins.iter().any(|word| cell.starts_with(word)) || cell.ends_with("印发");
    // 姓名 | 职务 | 电话 and 项目 | 金额 list people and money, and nothing that is done at a time.
    let first: String = (0..view.columns()).map(|column| squash(&view.text(0, column))).collect();
    let lists = ["金额", "经费", "电话", "手机", "性别", "职务", "年龄", "姓名", "学历"];
    let plans = ["时间", "时限", "月份", "日期", "责任", "承办", "牵头", "内容", "任务", "议题", "事项"];
    let other = has_any(&first, &lists) && !has_any(&first, &plans);
    let small = view.columns() == 1 && view.rows() <= 2;
    (view.rows() <= 5 && cells.iter().any(imprint)) || other || small || cells.iter().all(String::is_empty)
}

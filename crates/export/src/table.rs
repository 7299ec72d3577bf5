//! Items as the rows of a table, each with its progress.

use super::csv::Cell::{self, Said, Typed};
use super::csv::Csv;
use super::facts::{Facts, facts};
use yaodian_plan::query::{Catalog, Moment};
use yaodian_progress::{Dated, ProgressBook};

/// The headings of the columns. The first column has the id of an item, as in its address.
const COLUMNS: [&str; 16] = [
    "编号",
    "来源",
    "类别",
    "序号",
    "时间",
    "事项",
    "承办部门",
    "会议",
    "会议日期",
    "进展",
    "实际日期",
    "推迟到",
    "原因或说明",
    "最近记录",
    "记录数",
    "登记人",
];

/// Items, by position, as comma-separated values with a row of headings, and the standings as of a moment.
pub fn table(catalog: &Catalog, book: &ProgressBook, items: &[usize], moment: Moment) -> String {
    let mut csv = Csv::new();
    csv.row(&COLUMNS.map(|name| Said(name.to_owned())));
    for facts in facts(catalog, book, items, moment) {
        csv.row(&row(facts));
    }
    csv.finish()
}

fn row(facts: Facts) -> [Cell; COLUMNS.len()] {
    // A day that is still ahead is none that anything happened on.
    let day = match facts.dated {
        Some(Dated::Actual(day)) => day.to_string(),
        Some(Dated::Planned(day)) => format!("{day}（预定）"),
        None => String::new(),
    };
    let days = facts.meeting_days.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
    let moved = facts.moved();
    [
        Said(facts.item.id.to_string()),
        Said(facts.origin().into()),
        Typed(facts.category.into()),
        Said(facts.no()),
        Said(facts.timing.to_string()),
        Typed(facts.item.title.clone()),
        Typed(facts.item.responsibility.text.clone()),
        Typed(facts.meetings()),
        Said(days),
        Said(facts.standing().into()),
        Said(day),
        Said(moved),
        Typed(facts.reason.into()),
        Typed(facts.note.unwrap_or_default().into()),
        Said(facts.notes.to_string()),
        Typed(facts.writer),
    ]
}

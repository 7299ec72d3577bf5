//! Items as the rows of a table, each with its progress.

use super::csv::Csv;
use yaodian_plan::columns::{MONTHLY, SCHEDULE};
use yaodian_plan::names::{meeting_name, month_name, standing_name};
use yaodian_plan::query::{AsOf, Catalog, Standing, Status};
use yaodian_plan::{Item, ItemId};
use yaodian_progress::{ProgressBook, SessionId};

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
pub fn table(catalog: &Catalog, book: &ProgressBook, items: &[usize], as_of: AsOf) -> String {
    let statuses = book.statuses(catalog);
    let mut csv = Csv::new();
    csv.row(&COLUMNS.map(str::to_owned));
    for at in items {
        if let Some(item) = catalog.plan.items.get(*at) {
            csv.row(&row(catalog, book, item, statuses.get(*at).copied().flatten(), as_of));
        }
    }
    csv.finish()
}

fn row(
    catalog: &Catalog,
    book: &ProgressBook,
    item: &Item,
    status: Option<Status>,
    as_of: AsOf,
) -> [String; COLUMNS.len()] {
    let recorded = book.item(item.id);
    let (origin, category, no) = match item.id {
        ItemId::Schedule { category, no } => {
            (SCHEDULE, catalog.plan.category(category).map_or("", |category| &category.name), no)
        }
        ItemId::Monthly { no, .. } => (MONTHLY, "", no),
    };
    let held = |meeting| book.session(SessionId::of(item, meeting)?).date();
    let meetings = item.meetings.iter().copied();
    let postponed = match status {
        Some(Status::Postponed(to)) => month_name(to),
        _ => String::new(),
    };
    let note = book.latest_note(item.id).map(|(_, text)| text.to_owned());
    let writer = recorded.latest().map(|latest| book.signature(latest.by, catalog));
    [
        item.id.to_string(),
        origin.into(),
        category.into(),
        no.to_string(),
        item.period.to_string(),
        item.title.clone(),
        item.responsibility.text.clone(),
        joined(meetings.clone().map(|meeting| meeting_name(meeting).to_owned())),
        joined(meetings.filter_map(held).map(|day| day.to_string())),
        standing_name(Standing::of(item, status, as_of)).into(),
        recorded.date().map(|day| day.to_string()).unwrap_or_default(),
        postponed,
        recorded.reason().into(),
        note.unwrap_or_default(),
        recorded.live_notes().count().to_string(),
        writer.unwrap_or_default(),
    ]
}

fn joined(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("、")
}

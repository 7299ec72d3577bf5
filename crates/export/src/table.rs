//! Items as the rows of a table, each with its progress.

use super::csv::Cell::{self, Said, Typed};
use super::csv::Csv;
use yaodian_plan::columns::{MONTHLY, SCHEDULE};
use yaodian_plan::names::{month_name, standing_name};
use yaodian_plan::query::{Catalog, Moment, Standing, Timing};
use yaodian_plan::{Item, ItemId};
use yaodian_progress::{Dated, ProgressBook, SessionId};

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
    let states = book.states(catalog, moment);
    let mut csv = Csv::new();
    csv.row(&COLUMNS.map(|name| Said(name.to_owned())));
    for at in items {
        let known = (catalog.plan.items.get(*at), states.timings.get(*at), states.standings.get(*at));
        if let (Some(item), Some(timing), Some(standing)) = known {
            csv.row(&row(catalog, book, item, *timing, *standing));
        }
    }
    csv.finish()
}

fn row(
    catalog: &Catalog,
    book: &ProgressBook,
    item: &Item,
    timing: Timing,
    standing: Standing,
) -> [Cell; COLUMNS.len()] {
    let recorded = book.item(item.id);
    let (origin, category, no) = match item.id {
        ItemId::Schedule { category, no } => {
            (SCHEDULE, catalog.plan.category(category).map_or("", |category| &category.name), no)
        }
        ItemId::Monthly { no, .. } => (MONTHLY, "", no),
    };
    let held = |meeting| book.session(SessionId::of(item, timing, meeting)?).date();
    let meetings = item.meetings.iter().copied();
    // A day that is still ahead is none that anything happened on.
    let day = match recorded.dated() {
        Some(Dated::Actual(day)) => day.to_string(),
        Some(Dated::Planned(day)) => format!("{day}（预定）"),
        None => String::new(),
    };
    let note = book.latest_note(item.id).map(|(_, text)| text.to_owned());
    let writer = recorded.latest().map(|latest| book.signature(latest.by, catalog));
    [
        Said(item.id.to_string()),
        Said(origin.into()),
        Typed(category.into()),
        Said(no.to_string()),
        Said(timing.to_string()),
        Typed(item.title.clone()),
        Typed(item.responsibility.text.clone()),
        Said(joined(meetings.clone().map(|meeting| catalog.plan.meeting_name(meeting).to_owned()))),
        Said(joined(meetings.filter_map(held).map(|day| day.to_string()))),
        Said(standing_name(standing).into()),
        Said(day),
        Said(timing.moved.map(month_name).unwrap_or_default()),
        Typed(recorded.reason().into()),
        Typed(note.unwrap_or_default()),
        Said(recorded.live_notes().count().to_string()),
        Typed(writer.unwrap_or_default()),
    ]
}

fn joined(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("、")
}

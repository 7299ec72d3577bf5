//! Calendars of the plan, with and without a meeting that has a day.

use yaodian_export::{Calendar, CalendarScope, calendar};
use yaodian_plan::ItemId;
use yaodian_plan::query::{AsOf, agenda_items, planned};
use yaodian_progress::{Field, ProgressBook, Value};

use crate::support::{PLAN, catalog, day, july, month, stamp};

/// 2023-07-15 09:00 in China.
pub const NOW: i64 = 1_689_382_800_000;
/// The name of the meeting that [`arranged`] gives a day.
pub const NAME: &str = "区十七届人大常委会第十一次会议";

pub fn made(book: &ProgressBook, scope: CalendarScope) -> Calendar {
    calendar(catalog(), book, scope, AsOf::Month(month(7)).into(), NOW)
}

pub fn whole(book: &ProgressBook) -> Calendar {
    let items: Vec<usize> = catalog().all().collect();
    made(book, CalendarScope::Items(&items))
}

pub fn uid(of: impl ToString) -> String {
    format!("nanhai-2023-{}@yaodian", of.to_string())
}

pub fn position(id: ItemId) -> usize {
    catalog().position(id).expect("an item of the plan")
}

/// A book in which the meeting in July has a day, and the first item of its agenda.
pub fn arranged() -> (ProgressBook, ItemId) {
    let mut book = ProgressBook::new(PLAN);
    book.set(Field::SessionDate(july()), Value::Date(Some(day(7, 26))), stamp(1, "ann"));
    book.set(Field::SessionName(july()), Value::Text(NAME.into()), stamp(1, "ann"));
    book.set(Field::SessionPlace(july()), Value::Text("三楼, 会议室".into()), stamp(1, "ann"));
    let agenda = agenda_items(catalog(), &planned(catalog()), july().meeting, Some(july().month));
    (book, catalog().plan.items[agenda[0]].id)
}

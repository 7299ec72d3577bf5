//! What the views read from a book.

use yaodian_plan::Month;
use yaodian_plan::UnitId;
use yaodian_plan::query::{AsOf, Moment, Status};
use yaodian_progress::{
    Author, FieldKind, HistoryFilter, ProgressBook, RecordedStatus, history, written_months,
};

use crate::support::{Edit as _, PLAN, by, catalog, day, item, july, month, recorded, stamp};

/// Noon in China on a day of 2023.
fn noon(date: chrono::NaiveDate) -> i64 {
    date.signed_duration_since(chrono::NaiveDate::default()).num_milliseconds() + 4 * 3_600_000
}

#[test]
fn a_recorded_status_overrides_the_documents_own() {
    let catalog = catalog();
    let mut book = ProgressBook::new(PLAN);
    let statuses = |book: &ProgressBook| book.states(catalog, Moment::now(AsOf::After)).statuses;
    let status = |book: &ProgressBook, id: &str| statuses(book)[catalog.position(item(id)).expect(id)];
    assert_eq!((status(&book, "m1-1"), status(&book, "s1-1")), (Some(Status::Done), None));
    book.set_status(item("m1-1"), recorded(Status::Doing), stamp(1, "a"));
    book.set_status(item("s1-1"), recorded(Status::Postponed(month(5))), stamp(1, "a"));
    book.set_status(item("s9-99"), recorded(Status::Done), stamp(1, "a"));
    assert_eq!(
        (status(&book, "m1-1"), status(&book, "s1-1")),
        (Some(Status::Doing), Some(Status::Postponed(month(5))))
    );
    book.set_status(item("m1-1"), RecordedStatus::default(), stamp(2, "a"));
    assert_eq!(status(&book, "m1-1"), Some(Status::Done), "cleared: the document speaks again");
    assert_eq!(statuses(&book).len(), catalog.plan.items.len());
    assert_eq!(book.unknown_items(catalog), [item("s9-99")]);
}

#[test]
fn the_latest_note_is_the_last_one_that_is_left() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    book.add_note(id, "早", stamp(1, "b"));
    let late = book.add_note(id, "晚", stamp(2, "a")).and_then(|change| change.field.note()).expect("added");
    assert_eq!(book.latest_note(id).map(|(_, text)| text), Some("晚"));
    book.delete_note(id, late, stamp(3, "a"));
    assert_eq!(book.latest_note(id).map(|(_, text)| text), Some("早"));
    assert_eq!((book.note_count(), book.latest_note(item("s1-2"))), (1, None));
}

#[test]
fn history_is_newest_first_and_can_be_narrowed() {
    let catalog = catalog();
    let mut book = ProgressBook::new(PLAN);
    book.set_author(by("ann"), Author { name: "安".to_owned(), unit: None }, stamp(noon(day(1, 1)), "ann"));
    // s1-1 belongs to urban, s1-2 to finance.
    book.set_status(item("s1-1"), recorded(Status::Done), stamp(noon(day(3, 31)), "ann"));
    let note = book.add_note(item("s1-2"), "一", stamp(noon(day(4, 1)), "bob")).expect("added");
    book.edit_note(item("s1-2"), note.field.note().expect("a note"), "二", stamp(noon(day(4, 2)), "ann"));
    book.set_session_date(july(), Some(day(7, 27)), stamp(noon(day(4, 3)), "bob"));

    let told = |filter: HistoryFilter| -> Vec<String> {
        let (list, count) = history(&book, catalog, &filter, usize::MAX);
        assert_eq!(list.len(), count);
        list.iter()
            .map(|entry| format!("{} {}：{}", entry.when.date(), entry.author_name, entry.description))
            .collect()
    };
    let session = "2023-04-03 未署名（设备 bob）：把7月常委会会议的日期定为2023年7月27日";
    let edited = "2023-04-02 安：修改“南海区及桂城街道2022年决算草案报告”的一条记录";
    let done = "2023-03-31 安：把“关于南海区国土空间总体规划(2021年—2035……”标为已完成";
    let named = "2023-01-01 安：把填报人设为“安”";
    let all = HistoryFilter::default;
    let cases: [(HistoryFilter, Vec<&str>); 5] = [
        (all(), vec![session, edited, done, named]),
        (HistoryFilter { kind: Some(FieldKind::Session), ..all() }, vec![session]),
        (HistoryFilter { unit: Some(UnitId("finance".to_owned())), ..all() }, vec![edited]),
        (HistoryFilter { month: Month::new(3).map(|month| (2023, month)), ..all() }, vec![done]),
        (HistoryFilter { month: Month::new(3).map(|month| (2024, month)), ..all() }, vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(told(filter), expected);
    }

    let (newest, count) = history(&book, catalog, &all(), 2);
    let newest: Vec<_> = newest.into_iter().map(|entry| entry.when.date()).collect();
    assert_eq!((newest, count), (vec![day(4, 3), day(4, 2)], 4));
    // The first text of the note was written on 1 April, too, but no register holds that write any more.
    assert_eq!(written_months(&book), [4, 3, 1].map(|number| (2023, month(number))));
}

//! How items are at a moment.

use chrono::NaiveDate;
use yaodian_plan::query::{AsOf, Moment, Standing, Status, Timing};
use yaodian_progress::{
    Dated, Field, Finished, HistoryFilter, Moved, ProgressBook, RecordedStatus, Stamp, States, Value, history,
};

use crate::support::{Edit as _, PLAN, by, catalog, day, item, july, month};

/// Noon in China on a day of 2023.
fn at(day: NaiveDate) -> Stamp {
    let days = day.signed_duration_since(NaiveDate::default());
    Stamp::first(days.num_milliseconds() + 4 * 3_600_000, by("ann"))
}

/// How the items were in a month, looked back at from July.
fn seen(book: &ProgressBook, number: u8) -> States {
    book.states(catalog(), Moment { as_of: AsOf::Month(month(number)), today: AsOf::Month(month(7)) })
}

fn position(id: &str) -> usize {
    catalog().position(item(id)).expect(id)
}

fn standing(book: &ProgressBook, id: &str, number: u8) -> Standing {
    seen(book, number).standings[position(id)]
}

fn timing(book: &ProgressBook, id: &str, number: u8) -> String {
    seen(book, number).timings[position(id)].to_string()
}

/// Records a status as the app does.
fn record(book: &mut ProgressBook, id: &str, status: Option<Status>, stamp: Stamp) {
    let writes = book.status_writes(&[item(id)], status, Some(""));
    book.set_all(writes, stamp);
}

#[test]
fn what_was_finished_in_may_is_not_done_in_january() {
    let mut book = ProgressBook::new(PLAN);
    record(&mut book, "m1-1", Some(Status::Done), at(day(7, 10)));
    record(&mut book, "s2-2", Some(Status::Done), at(day(7, 10)));
    book.set_date(item("s2-2"), Some(day(5, 25)), at(day(7, 10)));
    assert_eq!([1, 4].map(|month| standing(&book, "s2-2", month)), [Standing::NotStarted; 2]);
    assert_eq!([5, 6, 7, 9].map(|month| standing(&book, "s2-2", month)), [Standing::Done; 4]);
    assert_eq!(seen(&book, 5).finished[position("s2-2")], Some(Finished::On(day(5, 25))));
    assert_eq!(seen(&book, 4).finished[position("s2-2")], None);
    // The document itself reports this one.
    assert_eq!(standing(&book, "m1-1", 1), Standing::Done);
}

#[test]
fn without_an_actual_date_the_day_of_the_record_counts() {
    let mut book = ProgressBook::new(PLAN);
    record(&mut book, "m4-1", Some(Status::Done), at(day(5, 31)));
    record(&mut book, "m4-2", Some(Status::Doing), at(day(6, 1)));
    record(&mut book, "m4-3", Some(Status::Cancelled), at(day(6, 1)));
    assert_eq!([4, 5].map(|month| standing(&book, "m4-1", month)), [Standing::NotStarted, Standing::Done]);
    assert_eq!(seen(&book, 5).finished[position("m4-1")], Some(Finished::By(day(5, 31))));
    assert_eq!([5, 6].map(|month| standing(&book, "m4-2", month)), [Standing::Late, Standing::DoingLate]);
    assert_eq!([5, 6].map(|month| standing(&book, "m4-3", month)), [Standing::Late, Standing::Cancelled]);
    let reason = RecordedStatus { status: Some(Status::Cancelled), reason: "合并".into() };
    book.set_status(item("m4-3"), reason, at(day(6, 2)));
    let reason = |last| book.item(item("m4-3")).known(last).reason.to_owned();
    assert_eq!([Some(day(5, 31)), Some(day(6, 2)), None].map(reason), ["", "合并", "合并"]);
}

/// Whoever looks at today sees what was recorded, also by a device whose clock is ahead.
#[test]
fn today_everything_that_was_recorded_counts() {
    let mut book = ProgressBook::new(PLAN);
    record(&mut book, "m4-1", Some(Status::Done), at(day(8, 2)));
    assert_eq!([7, 8, 12].map(|month| standing(&book, "m4-1", month)), [Standing::Done; 3]);
    assert_eq!(standing(&book, "m4-1", 6), Standing::Late);
    let closed = book.states(catalog(), Moment::now(AsOf::After));
    assert_eq!(closed.standings[position("m4-1")], Standing::Done);
}

#[test]
fn a_day_ahead_is_a_plan_until_it_has_come_and_the_item_is_done() {
    let mut book = ProgressBook::new(PLAN);
    let dated = |book: &ProgressBook| book.item(item("m7-1")).dated();
    assert_eq!(dated(&book), None);
    book.set_date(item("m7-1"), Some(day(7, 27)), at(day(7, 10)));
    assert_eq!(dated(&book), Some(Dated::Planned(day(7, 27))));
    record(&mut book, "m7-1", Some(Status::Doing), at(day(7, 28)));
    assert_eq!(dated(&book), Some(Dated::Planned(day(7, 27))), "nobody said that it took place");
    let mut book = ProgressBook::new(PLAN);
    book.set_date(item("m7-1"), Some(day(7, 27)), at(day(7, 10)));
    record(&mut book, "m7-1", Some(Status::Done), at(day(7, 12)));
    assert_eq!(dated(&book), Some(Dated::Planned(day(7, 27))), "it cannot have been then");
    assert_eq!(seen(&book, 7).finished[position("m7-1")], Some(Finished::By(day(7, 12))));
    let mut book = ProgressBook::new(PLAN);
    book.set_date(item("m7-1"), Some(day(7, 27)), at(day(7, 10)));
    record(&mut book, "m7-1", Some(Status::Done), at(day(7, 28)));
    assert_eq!(dated(&book), Some(Dated::Actual(day(7, 27))));
    book.set_date(item("m7-1"), Some(day(7, 26)), at(day(7, 28)));
    assert_eq!(dated(&book), Some(Dated::Actual(day(7, 26))));
    // Said of what is done, it is the day on which it was done, whatever the clock says.
    book.set(Field::Date(item("m7-1")), Value::Date(Some(day(8, 3))), at(day(7, 29)));
    assert_eq!(dated(&book), Some(Dated::Actual(day(8, 3))));
}

#[test]
fn what_was_put_off_stays_in_its_new_month_when_it_is_begun_and_done() {
    let mut book = ProgressBook::new(PLAN);
    record(&mut book, "s4-1", Some(Status::Postponed(month(7))), at(day(6, 5)));
    assert_eq!([5, 6, 7].map(|month| timing(&book, "s4-1", month)), ["3—6月", "3—6月→7月", "3—6月→7月"]);
    assert_eq!(
        [5, 6].map(|month| standing(&book, "s4-1", month)),
        [Standing::NotStarted, Standing::Postponed]
    );
    record(&mut book, "s4-1", Some(Status::Doing), at(day(7, 3)));
    assert_eq!([6, 7].map(|month| standing(&book, "s4-1", month)), [Standing::Postponed, Standing::Doing]);
    assert_eq!([6, 7].map(|month| timing(&book, "s4-1", month)), ["3—6月→7月"; 2]);
    record(&mut book, "s4-1", Some(Status::Done), at(day(7, 9)));
    assert_eq!((standing(&book, "s4-1", 7), timing(&book, "s4-1", 7)), (Standing::Done, "3—6月→7月".into()));
    assert_eq!(standing(&book, "s4-1", 6), Standing::Postponed, "what is known of June");
}

#[test]
fn not_started_and_cleared_take_back_that_it_was_put_off() {
    for status in [None, Some(Status::NotStarted)] {
        let mut book = ProgressBook::new(PLAN);
        record(&mut book, "s4-1", Some(Status::Postponed(month(8))), at(day(6, 5)));
        record(&mut book, "s4-1", status, at(day(6, 6)));
        assert_eq!(timing(&book, "s4-1", 7), "3—6月", "{status:?}");
        record(&mut book, "s4-1", Some(Status::Doing), at(day(6, 7)));
        assert_eq!(timing(&book, "s4-1", 7), "3—6月", "{status:?}");
    }
}

/// Earlier versions of the app know nothing of the register beside the status, and leave it as it is.
#[test]
fn what_earlier_versions_record_is_understood() {
    let mut book = ProgressBook::new(PLAN);
    record(&mut book, "s4-1", Some(Status::Postponed(month(7))), at(day(6, 5)));
    record(&mut book, "s4-1", Some(Status::Doing), at(day(6, 6)));
    for (status, expected) in [
        (Some(Status::Done), "3—6月→7月"),
        (None, "3—6月"),
        (Some(Status::NotStarted), "3—6月"),
        (Some(Status::Postponed(month(9))), "3—6月→9月"),
    ] {
        let mut book = book.clone();
        let writes = RecordedStatus { status, reason: String::new() };
        book.set(Field::Status(item("s4-1")), Value::Status(writes), at(day(6, 7)));
        assert_eq!(timing(&book, "s4-1", 7), expected, "{status:?}");
    }
}

/// What is put off is written as it always was; only what follows remembers it.
#[test]
fn that_an_item_was_put_off_is_remembered_when_its_status_says_something_else() {
    let mut book = ProgressBook::new(PLAN);
    let fields =
        |book: &ProgressBook| book.registers().iter().map(|register| register.field).collect::<Vec<Field>>();
    let (status, moved) = (Field::Status(item("m4-1")), Field::Moved(item("m4-1")));
    record(&mut book, "m4-1", Some(Status::Done), at(day(5, 2)));
    assert_eq!(fields(&book), [status]);
    record(&mut book, "m4-1", Some(Status::Postponed(month(8))), at(day(5, 3)));
    assert_eq!(fields(&book), [status]);
    record(&mut book, "m4-1", Some(Status::Done), at(day(8, 4)));
    assert_eq!(fields(&book), [status, moved]);
    let remembered = Moved { to: month(8), since: day(5, 3) };
    assert_eq!(book.get(moved).map(|moved| &*moved.value), Some(&Value::Moved(Some(remembered))));
    // Told as one thing.
    let (told, count) = history(&book, catalog(), &HistoryFilter::default(), usize::MAX);
    assert_eq!((told.len(), count), (1, 1));
}

#[test]
fn an_item_without_records_is_as_the_plan_has_it() {
    let states = seen(&ProgressBook::new(PLAN), 7);
    let planned: Vec<Timing> = catalog().plan.items.iter().map(Timing::planned).collect();
    assert_eq!(states.timings, planned);
    assert_eq!(states.statuses.iter().flatten().count(), 3, "what the document reports");
}

#[test]
fn the_day_of_a_session_is_that_of_its_items_unless_they_have_one_of_their_own() {
    let mut book = ProgressBook::new(PLAN);
    let position = |id: &str| catalog().position(item(id)).expect("an item");
    let on = |book: &ProgressBook, id: &str| {
        book.states(catalog(), Moment::now(AsOf::Month(month(7)))).days[position(id)]
    };
    assert_eq!(on(&book, "s2-6"), None);
    book.set_session_date(july(), Some(day(7, 27)), at(day(7, 1)));
    assert_eq!(on(&book, "s2-6"), Some(day(7, 27)));
    assert_eq!(on(&book, "s2-11"), None);
    // Put off, it is on another agenda.
    book.set_status(
        item("s2-6"),
        RecordedStatus { status: Some(Status::Postponed(month(9))), reason: String::new() },
        at(day(7, 2)),
    );
    assert_eq!(on(&book, "s2-6"), None);
    book.set_date(item("s2-7"), Some(day(7, 20)), at(day(7, 2)));
    assert_eq!(on(&book, "s2-7"), Some(day(7, 20)));
    // A day on which something was done is none that is planned.
    book.set_date(item("s2-8"), Some(day(7, 1)), at(day(7, 2)));
    assert_eq!(on(&book, "s2-8"), Some(day(7, 27)));
}

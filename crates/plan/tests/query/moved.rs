//! An item that was put off: in the month that it was put off to, for every question.

use proptest::prelude::*;
use yaodian_plan::query::{
    AsOf, Catalog, Filter, Standing, Status, Timing, When, agenda_items, agendas, item_links, later_months,
    matrix, planned, sort_by_time, suggested_month, unit_work,
};
use yaodian_plan::{MeetingKind, Month, Period};

use crate::support::{
    any_items, any_month, any_period, id, ids, item, month, months, nanhai, small, unit_id,
};

/// The plan with 3—6月 of the chairpersons put off to July.
fn put_off() -> (Catalog, Vec<Timing>, usize) {
    let catalog = nanhai();
    let at = catalog.position(id("s4-1")).expect("an item of March to June");
    let mut timings = planned(&catalog);
    timings[at] = Timing::of(&catalog.plan.items[at], Some(Status::Postponed(month(7))));
    (catalog, timings, at)
}

#[test]
fn it_says_from_when_to_when() {
    let timing = |period, to: Option<u8>| Timing { planned: period, moved: to.map(month) }.to_string();
    assert_eq!(timing(months(3, 6), Some(7)), "3—6月→7月");
    assert_eq!(timing(months(2, 2), Some(11)), "2月→11月");
    assert_eq!(timing(Period::WholeYear, Some(11)), "全年→11月");
    assert_eq!(timing(Period::Unscheduled, Some(9)), "时间未定→9月");
    assert_eq!(timing(months(3, 6), None), "3—6月");
}

#[test]
fn it_is_in_its_new_month_only() {
    let (catalog, timings, at) = put_off();
    let row = &matrix(&catalog, &timings, &[Standing::Postponed; 82], &[true; 82]).rows[catalog.row(at)];
    let columns: Vec<usize> = (0..13).filter(|column| row.cells[*column].contains(&at)).collect();
    assert_eq!(columns, [6]);

    let passes = |when| {
        let filter = Filter { when: vec![when], ..Filter::default() };
        filter.pass(&catalog, &timings, &[], None)[at]
    };
    let through: Vec<u8> =
        Month::all().filter(|month| passes(When::Month(*month))).map(Month::number).collect();
    assert_eq!(through, [7]);

    let order = ids(&catalog, &sort_by_time(&timings, catalog.all()));
    let place = |id: &str| order.iter().position(|other| other == id).expect(id);
    assert!(place("s3-1") < place("s4-1") && place("s4-1") < place("s5-4"), "among those of July");

    let edu = unit_work(&catalog, &timings, &catalog.plan.items[at].responsibility.lead[0]);
    let before = unit_work(&catalog, &planned(&catalog), &catalog.plan.items[at].responsibility.lead[0]);
    let change: Vec<i64> = (0..12).map(|month| edu.load[month] as i64 - before.load[month] as i64).collect();
    assert_eq!(change, [0, 0, -1, -1, -1, -1, 1, 0, 0, 0, 0, 0]);
}

#[test]
fn it_goes_to_the_meeting_of_its_new_month_and_no_longer_to_that_of_the_old_one() {
    let (catalog, timings, at) = put_off();
    let on = |number| agenda_items(&catalog, &timings, MeetingKind::Chairpersons, Some(month(number)));
    assert!(on(7).contains(&at) && !on(6).contains(&at));
    let agendas = agendas(&catalog, &timings);
    let july = agendas.iter().find(|agenda| agenda.items == [at]).expect("a meeting that had none");
    assert_eq!((july.meeting, july.month), (MeetingKind::Chairpersons, Some(month(7))));
}

#[test]
fn steps_around_an_item_are_in_the_order_of_their_new_times() {
    use yaodian_plan::Link;
    let prepares = |from: &str| Link::Prepares { from: id(from), to: id("s1-3") };
    let items = vec![
        item("s1-1", &["a"], months(2, 2)),
        item("s1-2", &["a"], months(4, 4)),
        item("s1-3", &["a"], months(9, 9)),
    ];
    let catalog = small(items, vec![prepares("s1-1"), prepares("s1-2")]);
    let mut timings = planned(&catalog);
    assert_eq!(item_links(&catalog, &timings, id("s1-3")).prepared_by, ["s1-1", "s1-2"].map(id));
    timings[0].moved = Some(month(5));
    assert_eq!(item_links(&catalog, &timings, id("s1-3")).prepared_by, ["s1-2", "s1-1"].map(id));
    assert_eq!(unit_work(&catalog, &timings, &unit_id("a")).leads, [1, 0, 2]);
}

#[test]
fn it_can_be_put_off_to_months_after_its_time_that_are_not_over() {
    let check = |period, today, expected: &[u8], first: Option<u8>| {
        let choices = later_months(period, today);
        assert_eq!(choices.iter().map(|month| month.number()).collect::<Vec<_>>(), expected, "{period:?}");
        assert_eq!(suggested_month(&choices, today), first.map(month), "{period:?} {today:?}");
    };
    let july = AsOf::Month(month(7));
    check(months(2, 2), july, &[7, 8, 9, 10, 11, 12], Some(8));
    check(months(3, 6), july, &[7, 8, 9, 10, 11, 12], Some(8));
    check(months(7, 7), july, &[8, 9, 10, 11, 12], Some(8));
    check(months(8, 10), july, &[11, 12], Some(11));
    check(months(12, 12), july, &[], None);
    check(Period::Unscheduled, july, &[7, 8, 9, 10, 11, 12], Some(8));
    check(Period::WholeYear, july, &[7, 8, 9, 10, 11, 12], Some(8));
    let december = AsOf::Month(month(12));
    check(months(3, 6), december, &[12], Some(12));
    check(months(12, 12), december, &[], None);
    // Outside the year there is no month that today is.
    check(months(9, 9), AsOf::Before, &[10, 11, 12], Some(10));
    check(months(9, 9), AsOf::After, &[10, 11, 12], Some(10));
}

#[test]
fn a_time_is_written_in_one_way() {
    let time = |printed: &str, period| {
        let mut item = item("s1-1", &["a"], period);
        item.period_text = printed.into();
        item.time()
    };
    for printed in ["2-3月", "2—3月", "2–3 月", " 2 - 3月", "2～3月", "2至3月"] {
        assert_eq!(time(printed, months(2, 3)), "2—3月", "{printed}");
    }
    assert_eq!(time("7 月", months(7, 7)), "7月");
    assert_eq!(time("全年", Period::WholeYear), "全年");
    assert_eq!(time("", Period::Unscheduled), "");
    // What says more than the period is the document's.
    assert_eq!(time("适时", Period::Unscheduled), "适时");
    assert_eq!(time("三季度", months(7, 9)), "三季度");
    assert_eq!(time("7-9月，视提请情况", months(7, 9)), "7—9月，视提请情况");
    let mut open = item("s1-1", &["a"], Period::Unscheduled);
    let put_off = Timing { moved: Some(month(9)), ..Timing::planned(&open) };
    assert_eq!(put_off.in_words_of(&open), "时间未定→9月");
    open.period_text = "适时".into();
    assert_eq!(put_off.in_words_of(&open), "适时→9月");
}

proptest! {
    /// No month before its own time, none that is over, and none that could be chosen is missing.
    #[test]
    fn months_to_choose_are_ahead(period in any_period(), now in any_month()) {
        let choices = later_months(period, AsOf::Month(now));
        for month in Month::all() {
            let ahead = now <= month && period.months().is_none_or(|(_, last)| last < month);
            prop_assert_eq!(choices.contains(&month), ahead);
        }
        let first = suggested_month(&choices, AsOf::Month(now));
        prop_assert_eq!(first.is_some(), !choices.is_empty());
        prop_assert!(first.is_none_or(|first| choices.contains(&first)));
        prop_assert!(first.is_none_or(|first| first > now || choices == [now]));
    }

    /// Whatever was put off, each question sees each item in the same months.
    #[test]
    fn all_questions_agree_on_when(items in any_items(), to in prop::collection::vec(prop::option::of(any_month()), 40)) {
        let catalog = small(items, vec![]);
        let mut timings = planned(&catalog);
        for (timing, to) in timings.iter_mut().zip(to) {
            timing.moved = to;
        }
        let count = timings.len();
        let grid = matrix(&catalog, &timings, &vec![Standing::NotStarted; count], &vec![true; count]);
        for (at, timing) in timings.iter().enumerate() {
            let cells = &grid.rows[catalog.row(at)].cells;
            for month in Month::all() {
                let filter = Filter { when: vec![When::Month(month)], ..Filter::default() };
                let passes = filter.pass(&catalog, &timings, &[], None)[at];
                prop_assert_eq!(passes, timing.covers(month));
                prop_assert_eq!(cells[month.index()].contains(&at), timing.covers(month));
            }
            for meeting in catalog.plan.meeting_kinds() {
                let goes = catalog.plan.items[at].meetings.contains(&meeting);
                let there = agenda_items(&catalog, &timings, meeting, timing.due()).contains(&at);
                prop_assert_eq!(there, goes);
            }
        }
    }
}

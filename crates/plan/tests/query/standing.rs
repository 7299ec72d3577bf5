//! Where an item stands, seen from when, and the figures over many.

use chrono::NaiveDate;
use proptest::prelude::*;
use yaodian_plan::query::{AsOf, Moment, Standing, Status, Tally, Timing, planned, reported, standings};
use yaodian_plan::{Month, Period, ReportedStatus};

use crate::document::{self, Time};
use crate::support::{any_month, any_period, ids, item, month, months, nanhai, small};

/// The moments of the tables' columns: before the year, March, April, June, July, after the year.
fn moments() -> [AsOf; 6] {
    let [march, april, june, july] = [3, 4, 6, 7].map(|number| AsOf::Month(month(number)));
    [AsOf::Before, march, april, june, july, AsOf::After]
}

fn sign(standing: Standing) -> char {
    match standing {
        Standing::Done => '完',
        Standing::Doing => '进',
        Standing::DoingLate => '迟',
        Standing::Late => '逾',
        Standing::NotStarted => '未',
        Standing::Postponed => '推',
        Standing::Cancelled => '消',
        Standing::Unrecorded => '空',
    }
}

/// Compares a row of a table: one sign per moment.
fn check(period: Period, status: Option<Status>, expected: &str) {
    let item = item("s1-1", &["a"], period);
    let seen = moments().map(|as_of| sign(Standing::of(Timing::of(&item, status), status, as_of)));
    assert_eq!(String::from_iter(seen), expected, "{period:?} {status:?}");
}

#[test]
fn an_item_of_april_to_june_is_late_from_july_unless_its_end_is_recorded() {
    let period = months(4, 6);
    check(period, None, "未未未未逾空");
    check(period, Some(Status::NotStarted), "未未未未逾未");
    // Both are worth knowing: somebody is at it, and it is late.
    check(period, Some(Status::Doing), "进进进进迟进");
    check(period, Some(Status::Done), "完完完完完完");
    check(period, Some(Status::Cancelled), "消消消消消消");
}

#[test]
fn a_postponed_item_is_late_after_the_month_that_it_was_postponed_to() {
    for period in [months(4, 6), months(3, 3), Period::WholeYear, Period::Unscheduled] {
        check(period, Some(Status::Postponed(month(5))), "推推推逾逾推");
        check(period, Some(Status::Postponed(month(6))), "推推推推逾推");
        check(period, Some(Status::Postponed(month(9))), "推推推推推推");
        check(period, Some(Status::Postponed(month(12))), "推推推推推推");
    }
}

#[test]
fn what_has_no_month_is_never_late() {
    for period in [Period::WholeYear, Period::Unscheduled] {
        check(period, None, "未未未未未空");
        check(period, Some(Status::NotStarted), "未未未未未未");
        check(period, Some(Status::Doing), "进进进进进进");
        check(period, Some(Status::Done), "完完完完完完");
        check(period, Some(Status::Cancelled), "消消消消消消");
    }
}

#[test]
fn an_item_is_not_late_in_its_own_last_month() {
    check(months(3, 3), None, "未未逾逾逾空");
    check(months(6, 6), None, "未未未未逾空");
    check(months(12, 12), None, "未未未未未空");
}

#[test]
fn the_plans_year_begins_with_its_first_day_and_ends_with_its_last() {
    let check = |date: (i32, u32, u32), year: i32, expected: AsOf| {
        let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap();
        assert_eq!(AsOf::of(date, year), expected, "{date} for {year}");
    };
    let within = |number: u8| AsOf::Month(month(number));
    check((2022, 12, 31), 2023, AsOf::Before);
    check((2023, 1, 1), 2023, within(1));
    check((2023, 1, 31), 2023, within(1));
    check((2023, 2, 1), 2023, within(2));
    check((2023, 11, 30), 2023, within(11));
    check((2023, 12, 1), 2023, within(12));
    check((2023, 12, 31), 2023, within(12));
    check((2024, 1, 1), 2023, AsOf::After);
    check((2024, 2, 29), 2024, within(2));
    check((2019, 6, 15), 2023, AsOf::Before);
    check((2031, 6, 15), 2023, AsOf::After);
    check((1, 1, 1), i32::MAX, AsOf::Before);
    check((1, 1, 1), i32::MIN, AsOf::After);
}

#[test]
fn only_a_moment_within_the_year_has_a_month() {
    assert_eq!(AsOf::Month(month(8)).month(), Some(month(8)));
    assert_eq!((AsOf::Before.month(), AsOf::After.month()), (None, None));
}

#[test]
fn the_document_reports_januarys_tasks_as_done_and_nothing_else() {
    let catalog = nanhai();
    let expected: Vec<Option<Status>> =
        document::rows().iter().map(|row| (row.remark == "已完成").then_some(Status::Done)).collect();
    assert_eq!(reported(&catalog), expected);
    assert_eq!(expected.iter().flatten().count(), 3);

    let mut doing = item("m1-1", &["a"], months(1, 1));
    doing.reported = Some(ReportedStatus::Doing);
    assert_eq!(reported(&small(vec![doing], vec![])), [Some(Status::Doing)]);
}

/// Nobody has recorded anything but what the document reports.
#[test]
fn in_each_month_what_ended_before_it_is_late() {
    let catalog = nanhai();
    let statuses = reported(&catalog);
    for now in 1..=12 {
        let standings = standings(&planned(&catalog), &statuses, AsOf::Month(month(now)));
        let late: Vec<usize> = catalog.all().filter(|at| standings[*at] == Standing::Late).collect();
        let ended = document::ids(|row| {
            row.remark.is_empty() && matches!(row.time, Time::Months(_, last) if last < now)
        });
        assert_eq!(ids(&catalog, &late), ended, "in month {now}");
        let tally = Tally::of(&standings, catalog.all());
        assert_eq!(tally.count(Standing::Late), ended.len());
        assert_eq!((tally.count(Standing::Done), tally.total()), (3, 82));
        assert_eq!(tally.count(Standing::NotStarted), 79 - ended.len());
        assert_eq!(tally.count(Standing::Unrecorded), 0);
    }
}

#[test]
fn before_the_year_nothing_is_late_and_after_it_79_items_were_never_recorded() {
    let catalog = nanhai();
    let statuses = reported(&catalog);
    let count = |as_of: AsOf| {
        let tally = Tally::of(&standings(&planned(&catalog), &statuses, as_of), catalog.all());
        Standing::COUNTED.map(|standing| tally.count(standing))
    };
    assert_eq!(count(AsOf::Before), [3, 0, 0, 79, 0, 0, 0]);
    assert_eq!(count(AsOf::After), [3, 0, 0, 0, 0, 0, 79]);
}

#[test]
fn an_item_without_a_status_was_not_recorded() {
    let items = vec![item("s1-1", &["a"], months(1, 1)), item("s1-2", &["a"], months(1, 1))];
    let catalog = small(items, vec![]);
    let seen = standings(&planned(&catalog), &[Some(Status::Done)], AsOf::After);
    assert_eq!(seen, [Standing::Done, Standing::Unrecorded]);
}

/// 进行中 · 已逾期 is counted as both, and once in the sum.
#[test]
fn a_tally_counts_each_standing_and_their_sum() {
    let all = Standing::ALL;
    let mut tally = Tally::default();
    assert_eq!(tally.total(), 0);
    for (times, standing) in (1..).zip(all) {
        for _ in 0..times {
            tally.add(standing);
        }
    }
    assert_eq!(all.map(|standing| tally.count(standing)), [1, 2 + 3, 3, 4 + 3, 5, 6, 7, 8]);
    assert_eq!(tally.total(), 36);
    // Positions choose, repetition counts, and what is past the end is nobody's.
    let some = Tally::of(&all, [0, 2, 2, 7, 8, 99]);
    assert_eq!(all.map(|standing| some.count(standing)), [1, 2, 2, 2, 0, 0, 0, 1]);
    assert_eq!(some.total(), 4);
}

#[test]
fn an_item_that_was_put_off_and_begun_is_late_only_after_its_new_month() {
    let item = item("s1-1", &["a"], months(3, 6));
    let put_off = Timing { moved: Some(month(7)), ..Timing::planned(&item) };
    for status in [Status::Postponed(month(7)), Status::Doing] {
        let seen = |now| Standing::of(put_off, Some(status), AsOf::Month(month(now)));
        let (early, late) = match status {
            Status::Doing => (Standing::Doing, Standing::DoingLate),
            _ => (Standing::Postponed, Standing::Late),
        };
        assert_eq!([6, 7, 8].map(seen), [early, early, late], "{status:?}");
    }
}

/// What was recorded after the moment from which one looks does not count there; today, and for a look ahead, all of it
/// does.
#[test]
fn records_count_up_to_the_end_of_the_month_that_one_looks_back_to() {
    let within = |number: u8| AsOf::Month(month(number));
    let check = |as_of, today, expected: Option<(i32, u32, u32)>| {
        let day = expected.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(Moment { as_of, today }.last_day(2023), day, "{as_of:?} seen from {today:?}");
    };
    check(within(1), within(7), Some((2023, 1, 31)));
    check(within(2), within(7), Some((2023, 2, 28)));
    check(within(6), within(7), Some((2023, 6, 30)));
    check(within(7), within(7), None);
    check(within(9), within(7), None);
    check(within(12), AsOf::After, Some((2023, 12, 31)));
    check(AsOf::After, AsOf::After, None);
    check(AsOf::After, within(7), None);
    check(within(3), AsOf::Before, None);
    check(AsOf::Before, within(7), Some((2022, 12, 31)));
}

#[test]
fn what_is_told_of_some_months_is_judged_from_their_end_at_the_latest() {
    let within = |number: u8| AsOf::Month(month(number));
    let seen = |as_of, last| Moment { as_of, today: AsOf::After }.not_after(month(last)).as_of;
    assert_eq!(seen(within(7), 3), within(3));
    assert_eq!(seen(within(2), 3), within(2));
    assert_eq!(seen(AsOf::After, 3), within(3));
    assert_eq!(seen(AsOf::Before, 3), AsOf::Before);
    // The year as a whole is looked back at from after it.
    assert_eq!((seen(AsOf::After, 12), seen(within(7), 12)), (AsOf::After, within(7)));
}

fn any_status() -> impl Strategy<Value = Option<Status>> {
    prop_oneof![
        Just(None),
        Just(Some(Status::NotStarted)),
        Just(Some(Status::Doing)),
        Just(Some(Status::Done)),
        Just(Some(Status::Cancelled)),
        any_month().prop_map(|to| Some(Status::Postponed(to))),
    ]
}

fn is_late(standing: Standing) -> bool {
    standing.is(Standing::Late)
}

proptest! {
    #[test]
    fn outside_the_year_nothing_is_late(period in any_period(), status in any_status()) {
        let item = item("s1-1", &["a"], period);
        let seen = |as_of| Standing::of(Timing::of(&item, status), status, as_of);
        prop_assert!(!is_late(seen(AsOf::Before)));
        let closed = seen(AsOf::After);
        prop_assert!(!is_late(closed));
        prop_assert_eq!(closed == Standing::Unrecorded, status.is_none());
    }

    #[test]
    fn what_is_late_stays_late_for_the_rest_of_the_year(
        period in any_period(),
        status in any_status(),
        months in (any_month(), any_month()),
    ) {
        let item = item("s1-1", &["a"], period);
        let (early, late) = (months.0.min(months.1), months.0.max(months.1));
        let seen = |now: Month| Standing::of(Timing::of(&item, status), status, AsOf::Month(now));
        prop_assert!(!is_late(seen(early)) || is_late(seen(late)));
        // Within the year, time changes nothing but that.
        prop_assert!(is_late(seen(late)) || seen(late) == seen(early));
        prop_assert_eq!(seen(late).is(Standing::Doing), seen(early).is(Standing::Doing));
        prop_assert_ne!(seen(early), Standing::Unrecorded);
    }
}

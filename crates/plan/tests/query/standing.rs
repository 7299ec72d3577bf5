//! Where an item stands, seen from when, and the figures over many.

use chrono::NaiveDate;
use proptest::prelude::*;
use yaodian_plan::query::{AsOf, Standing, Status, Tally, default_postponement, reported, standings};
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
    let seen = moments().map(|as_of| sign(Standing::of(&item, status, as_of)));
    assert_eq!(String::from_iter(seen), expected, "{period:?} {status:?}");
}

#[test]
fn an_item_of_april_to_june_is_late_from_july_unless_its_end_is_recorded() {
    let period = months(4, 6);
    check(period, None, "未未未未逾空");
    check(period, Some(Status::NotStarted), "未未未未逾未");
    check(period, Some(Status::Doing), "进进进进逾进");
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
        let standings = standings(&catalog, &statuses, AsOf::Month(month(now)));
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
        let tally = Tally::of(&standings(&catalog, &statuses, as_of), catalog.all());
        Standing::ALL.map(|standing| tally.count(standing))
    };
    assert_eq!(count(AsOf::Before), [3, 0, 0, 79, 0, 0, 0]);
    assert_eq!(count(AsOf::After), [3, 0, 0, 0, 0, 0, 79]);
}

#[test]
fn an_item_without_a_status_was_not_recorded() {
    let items = vec![item("s1-1", &["a"], months(1, 1)), item("s1-2", &["a"], months(1, 1))];
    let catalog = small(items, vec![]);
    let seen = standings(&catalog, &[Some(Status::Done)], AsOf::After);
    assert_eq!(seen, [Standing::Done, Standing::Unrecorded]);
}

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
    assert_eq!(all.map(|standing| tally.count(standing)), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(tally.total(), 28);
    // Positions choose, repetition counts, and what is past the end is nobody's.
    let some = Tally::of(&all, [0, 2, 2, 6, 7, 99]);
    assert_eq!(all.map(|standing| some.count(standing)), [1, 0, 2, 0, 0, 0, 1]);
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

proptest! {
    #[test]
    fn outside_the_year_nothing_is_late(period in any_period(), status in any_status()) {
        let item = item("s1-1", &["a"], period);
        prop_assert_ne!(Standing::of(&item, status, AsOf::Before), Standing::Late);
        let closed = Standing::of(&item, status, AsOf::After);
        prop_assert_ne!(closed, Standing::Late);
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
        let seen = |now| Standing::of(&item, status, AsOf::Month(now));
        prop_assert!(seen(early) != Standing::Late || seen(late) == Standing::Late);
        // Within the year, time changes nothing but that.
        prop_assert!(seen(late) == Standing::Late || seen(late) == seen(early));
        prop_assert_ne!(seen(early), Standing::Unrecorded);
    }
}

#[test]
fn an_item_is_postponed_to_the_month_after_its_time_unless_somebody_says_another() {
    for (period, to) in [
        (months(3, 3), month(4)),
        (months(4, 6), month(7)),
        (months(11, 12), Month::DECEMBER),
        (Period::WholeYear, Month::DECEMBER),
        (Period::Unscheduled, Month::DECEMBER),
    ] {
        assert_eq!(default_postponement(&item("s1-1", &["a"], period)), to, "{period:?}");
    }
}

//! Items in order of time, and the agendas of meetings.

use proptest::prelude::*;
use yaodian_plan::query::{agendas, planned, sort_by_time};
use yaodian_plan::sort::sort_by_rank;
use yaodian_plan::{MeetingKind, Period};

use crate::document::{self, Time};
use crate::support::{any_items, ids, item, month, months, nanhai, small, words};

/// All items of each month, those of several months among them.
const MONTHS: [(u8, &str); 12] = [
    (1, "m1-1 m1-2 m1-3"),
    (2, "s9-1 s9-2 s9-4 m2-1 m2-2 m2-3 m2-4 m2-5"),
    (3, "s1-1 s2-1 s4-1 s7-1 s8-1 s9-1 s9-4 m3-1 m3-2 m3-3"),
    (4, "s4-1 s8-1 s9-4 s9-5 m3-3 m4-1 m4-2 m4-3 m4-4"),
    (5, "s2-2 s2-3 s4-1 s8-1 m3-3 m5-1"),
    (6, "s2-4 s2-5 s4-1 m6-1 m6-2"),
    (7, "s2-6 s2-7 s2-8 s3-1 s5-3 s5-4 s5-5 s7-2 s8-2 m7-1 m7-2 m7-3 m7-4 m7-5"),
    (8, "s2-9 s4-2 s5-4 s5-5 m8-1"),
    (9, "s1-2 s3-2 s3-3 s4-2 s6-1 m9-1 m9-2 m9-3"),
    (10, "s2-10 s4-2 s7-3 m10-1 m10-2 m10-3"),
    (11, "s2-11 s2-12 m11-1 m11-2 m11-3 m11-4 m11-5"),
    (12, "s2-13 s2-14 s2-15 s2-16 s7-4 s8-3 m12-1 m12-2 m12-3 m12-4"),
];

#[test]
fn a_month_has_every_item_whose_time_touches_it() {
    let catalog = nanhai();
    for (number, expected) in MONTHS {
        let due = catalog.all().filter(|at| catalog.plan.items[*at].period.covers(month(number)));
        let due: Vec<usize> = due.collect();
        assert_eq!(ids(&catalog, &due), words(expected), "month {number}");
        assert_eq!(document::ids(|row| row.is_in(number)), words(expected), "month {number}");
    }
}

/// An item of several months is in each of them and still one item.
#[test]
fn months_add_up_to_the_plan_when_each_item_counts_once() {
    let catalog = nanhai();
    let in_months: usize = MONTHS.iter().map(|(_, ids)| words(ids).len()).sum();
    // Items of several months: s4-1 of four; s4-2, s8-1, s9-4, m3-3 of three; s5-4, s5-5, s9-1 of two.
    let again = 3 + 4 * 2 + 3;
    // Items without a month: s1-3, s5-1, s5-2, s9-3, s9-6.
    assert_eq!(in_months - again + 5, 82);
    assert_eq!(sort_by_time(&planned(&catalog), catalog.all()).len(), 82);
}

#[test]
fn the_year_is_listed_by_first_month_then_by_last_then_as_in_the_document() {
    let catalog = nanhai();
    let order = ids(&catalog, &sort_by_time(&planned(&catalog), catalog.all()));
    let expected = words(
        "m1-1 m1-2 m1-3 \
         s9-2 m2-1 m2-2 m2-3 m2-4 m2-5 s9-1 s9-4 \
         s1-1 s2-1 s7-1 m3-1 m3-2 s8-1 m3-3 s4-1 \
         s9-5 m4-1 m4-2 m4-3 m4-4 \
         s2-2 s2-3 m5-1 \
         s2-4 s2-5 m6-1 m6-2 \
         s2-6 s2-7 s2-8 s3-1 s5-3 s7-2 s8-2 m7-1 m7-2 m7-3 m7-4 m7-5 s5-4 s5-5 \
         s2-9 m8-1 s4-2 \
         s1-2 s3-2 s3-3 s6-1 m9-1 m9-2 m9-3 \
         s2-10 s7-3 m10-1 m10-2 m10-3 \
         s2-11 s2-12 m11-1 m11-2 m11-3 m11-4 m11-5 \
         s2-13 s2-14 s2-15 s2-16 s7-4 s8-3 m12-1 m12-2 m12-3 m12-4 \
         s5-1 s5-2 \
         s1-3 s9-3 s9-6",
    );
    assert_eq!(order, expected);
}

#[test]
fn positions_that_the_plan_does_not_have_come_last() {
    let catalog = small(vec![item("s1-1", &["a"], Period::Unscheduled)], vec![]);
    assert_eq!(sort_by_time(&planned(&catalog), [7, 0]), [0, 7]);
}

#[test]
fn equal_ranks_stay_in_the_documents_order() {
    let rank = |at: usize| [2, 1, 2, 0, 1, 2][at];
    assert_eq!(sort_by_rank(vec![0, 1, 2, 3, 4, 5], &rank), [3, 1, 4, 0, 2, 5]);
    assert_eq!(sort_by_rank(vec![5, 4, 3, 2, 1, 0], &rank), [3, 1, 4, 0, 2, 5]);
    assert!(sort_by_rank(vec![], &rank).is_empty());
    assert_eq!(sort_by_rank(vec![2, 1, 0], &|_| 0), [0, 1, 2]);
}

/// The document's table, month by month: what its columns 常委会会议 and 主任会议 tick.
#[test]
fn every_meeting_of_the_year_has_its_agenda() {
    let catalog = nanhai();
    let agendas: Vec<(Option<u8>, MeetingKind, Vec<String>)> = agendas(&catalog, &planned(&catalog))
        .into_iter()
        .map(|agenda| {
            let month = agenda.month.map(|month| month.number());
            (month, agenda.meeting, ids(&catalog, &agenda.items))
        })
        .collect();
    let standing = |month: u8, items: &str| (Some(month), MeetingKind::StandingCommittee, words(items));
    let chairpersons = |month: u8, items: &str| (Some(month), MeetingKind::Chairpersons, words(items));
    let expected = [
        standing(3, "s1-1 s2-1 s7-1 s9-1"),
        chairpersons(3, "s9-1"),
        chairpersons(4, "s9-4"),
        standing(5, "s2-2 s2-3"),
        chairpersons(6, "s2-4 s2-5 s4-1"),
        standing(7, "s2-6 s2-7 s2-8 s3-1 s7-2"),
        chairpersons(8, "s2-9 s5-5"),
        standing(9, "s1-2 s3-2 s3-3 s6-1"),
        chairpersons(10, "s2-10 s4-2 s7-3"),
        standing(11, "s2-11 s2-12"),
        standing(12, "s2-13 s2-14 s2-15 s2-16 s7-4"),
        (None, MeetingKind::StandingCommittee, words("s1-3")),
        (None, MeetingKind::Chairpersons, words("s9-3")),
    ];
    assert_eq!(agendas, expected);
    for (month, meeting, items) in agendas {
        let ticked = document::ids(|row| {
            let last = match row.time {
                Time::Months(_, last) => Some(last),
                Time::Year | Time::Empty => None,
            };
            let ticked = match meeting {
                MeetingKind::StandingCommittee => row.standing_committee,
                MeetingKind::Chairpersons => row.chairpersons,
                MeetingKind::Other(_) => false,
            };
            ticked && last == month
        });
        assert_eq!(items, ticked, "{month:?} {meeting:?}");
    }
}

#[test]
fn an_item_of_the_whole_year_goes_to_a_meeting_without_a_month() {
    let mut yearly = item("s1-1", &["a"], Period::WholeYear);
    yearly.meetings = vec![MeetingKind::Chairpersons];
    let mut open = item("s1-2", &["a"], Period::Unscheduled);
    open.meetings = vec![MeetingKind::Chairpersons];
    let catalog = small(vec![yearly, open, item("s1-3", &["a"], months(1, 2))], vec![]);
    let agendas = agendas(&catalog, &planned(&catalog));
    let [agenda] = &agendas[..] else { panic!("{agendas:?}") };
    assert_eq!(
        (agenda.month, agenda.meeting, &agenda.items[..]),
        (None, MeetingKind::Chairpersons, &[0, 1][..])
    );
}

proptest! {
    #[test]
    fn order_of_time_loses_nothing_and_never_goes_back(items in any_items()) {
        let catalog = small(items, vec![]);
        let order = sort_by_time(&planned(&catalog), catalog.all());
        let mut positions = order.clone();
        positions.sort_unstable();
        prop_assert!(positions.into_iter().eq(catalog.all()));
        let key = |at: usize| match catalog.plan.items[at].period {
            Period::Months { .. } | Period::Several(_) => {
                let (first, last) = catalog.plan.items[at].period.months().unwrap();
                (0, first.number(), last.number(), at)
            }
            Period::WholeYear => (1, 0, 0, at),
            Period::Unscheduled => (2, 0, 0, at),
        };
        prop_assert!(order.is_sorted_by_key(|at| key(*at)));
        let backwards = sort_by_time(&planned(&catalog), catalog.all().rev());
        prop_assert_eq!(backwards, order);
    }

    #[test]
    fn every_tick_is_on_one_agenda(items in any_items()) {
        let catalog = small(items, vec![]);
        let agendas = agendas(&catalog, &planned(&catalog));
        for (at, item) in catalog.plan.items.iter().enumerate() {
            for meeting in [MeetingKind::StandingCommittee, MeetingKind::Chairpersons] {
                let on: Vec<_> = agendas
                    .iter()
                    .filter(|agenda| agenda.meeting == meeting && agenda.items.contains(&at))
                    .map(|agenda| agenda.month)
                    .collect();
                let last = item.period.months().map(|(_, last)| last);
                prop_assert_eq!(on, Vec::from_iter(item.meetings.contains(&meeting).then_some(last)));
            }
        }
        for agenda in &agendas {
            prop_assert!(!agenda.items.is_empty() && agenda.items.is_sorted());
        }
        let place = |at: usize| {
            let month = agendas[at].month.map_or(13, |month| month.number());
            (month, agendas[at].meeting)
        };
        prop_assert!((1..agendas.len()).all(|at| place(at - 1) < place(at)));
    }
}

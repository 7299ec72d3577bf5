//! The runs of items on a page: by unit, by category, by meeting, of a month.

use yaodian_plan::MeetingKind;
use yaodian_plan::query::{Catalog, Group, Standing, planned};

use super::super::{Run, by_group, by_meeting, by_unit, of_month};
use super::{in_july, month, nanhai};
use crate::route::Sort;

fn names(catalog: &Catalog, items: &[usize]) -> String {
    let names: Vec<String> = items.iter().map(|at| catalog.plan.items[*at].id.to_string()).collect();
    names.join(" ")
}

fn group(runs: &[Run<Group>], key: Group) -> &[usize] {
    &runs.iter().find(|run| run.key == key).expect("a group").items
}

#[test]
fn each_unit_has_its_items_in_order_of_time_and_the_shared_ones_come_last() {
    let catalog = nanhai();
    let runs = by_unit(&catalog, &planned(&catalog));
    assert!(runs.iter().map(|run| run.key).eq(0..=6));
    let counts: Vec<usize> = runs.iter().map(|run| run.items.len()).collect();
    assert_eq!(counts, [12, 20, 10, 12, 9, 17, 2]);
    let office = "s9-2 m2-1 s9-1 s9-4 m3-1 m4-1 s2-5 m11-5 s2-15 s2-16 s7-4 s5-1";
    assert_eq!(names(&catalog, &runs[0].items), office);
    assert_eq!(names(&catalog, &runs[6].items), "m7-5 s9-3");
}

#[test]
fn a_table_can_be_sorted_by_each_of_its_columns() {
    let catalog = nanhai();
    let states = in_july(&catalog);
    let check = |sort: Sort, category: u8, expected: &str| {
        let runs = by_group(&catalog, sort, &states.timings, &states.standings);
        let items = group(&runs, Group::Category(category));
        assert_eq!(names(&catalog, items), expected, "category {category} by {sort:?}");
    };
    check(Sort::Document, 9, "s9-1 s9-2 s9-3 s9-4 s9-5 s9-6");
    check(Sort::Time, 9, "s9-2 s9-1 s9-4 s9-5 s9-3 s9-6");
    check(Sort::Unit, 9, "s9-1 s9-2 s9-4 s9-5 s9-6 s9-3");
    check(Sort::Standing, 9, "s9-1 s9-2 s9-4 s9-5 s9-3 s9-6");
    check(Sort::Time, 5, "s5-3 s5-4 s5-5 s5-1 s5-2");
    check(Sort::Unit, 5, "s5-1 s5-3 s5-5 s5-4 s5-2");
    check(Sort::Standing, 7, "s7-1 s7-2 s7-3 s7-4");
}

/// Done, late, not started: the order in which the figures list them.
#[test]
fn sorted_by_progress_what_is_done_comes_before_what_is_late() {
    let catalog = nanhai();
    let runs = by_group(&catalog, Sort::Standing, &[], &in_july(&catalog).standings);
    let monthly = names(&catalog, group(&runs, Group::Monthly));
    assert!(monthly.starts_with("m1-1 m1-2 m1-3 m2-1 m2-2"), "{monthly}");
    let mut standings = in_july(&catalog).standings;
    let last = catalog.position("m12-4".parse().expect("an id")).expect("the last task");
    standings[last] = Standing::Done;
    let runs = by_group(&catalog, Sort::Standing, &[], &standings);
    let monthly = names(&catalog, group(&runs, Group::Monthly));
    assert!(monthly.starts_with("m1-1 m1-2 m1-3 m12-4 m2-1"), "{monthly}");
}

#[test]
fn tables_are_the_categories_in_the_documents_order_and_then_annex_2() {
    let catalog = nanhai();
    for sort in [Sort::Document, Sort::Time, Sort::Unit, Sort::Standing] {
        let runs = by_group(&catalog, sort, &planned(&catalog), &in_july(&catalog).standings);
        let keys = (1..=9).map(Group::Category).chain([Group::Monthly]);
        assert!(runs.iter().map(|run| run.key).eq(keys));
        let counts: Vec<usize> = runs.iter().map(|run| run.items.len()).collect();
        assert_eq!(counts, [3, 16, 3, 2, 5, 1, 4, 3, 6, 39]);
    }
}

/// An empty category is still one of the document's headings; without tasks there is no annex 2.
#[test]
fn an_empty_category_stays_and_an_empty_annex_2_does_not() {
    let mut plan = nanhai().plan;
    plan.items.retain(|item| Group::of(item.id) == Group::Category(2));
    let runs = by_group(&Catalog::new(plan), Sort::Document, &[], &[]);
    let counts: Vec<usize> = runs.iter().map(|run| run.items.len()).collect();
    assert_eq!(counts, [0, 16, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn an_item_that_goes_to_both_meetings_is_in_both_groups() {
    let catalog = nanhai();
    let runs = by_meeting(&catalog, &planned(&catalog));
    let counts: Vec<(Option<MeetingKind>, usize)> =
        runs.iter().map(|run| (run.key, run.items.len())).collect();
    let (standing, chairpersons) = (Some(MeetingKind::StandingCommittee), Some(MeetingKind::Chairpersons));
    assert_eq!(counts, [(standing, 23), (chairpersons, 11), (None, 49)]);
    assert!(names(&catalog, &runs[0].items).starts_with("s9-1 s1-1 s2-1 s7-1 s2-2"));
    assert!(names(&catalog, &runs[1].items).starts_with("s9-1 s9-4 s4-1 s2-4"));

    let mut plan = catalog.plan;
    plan.items.retain(|item| !item.id.is_schedule());
    let catalog = Catalog::new(plan);
    let runs = by_meeting(&catalog, &planned(&catalog));
    assert_eq!(runs.iter().map(|run| run.key).collect::<Vec<_>>(), [None], "empty groups are left out");
}

#[test]
fn a_month_has_an_item_in_the_group_of_its_first_meeting_only() {
    let catalog = nanhai();
    let check = |number: u8, expected: [&str; 3]| {
        let runs = of_month(&catalog, &planned(&catalog), month(number), &[]);
        let of = |key: Option<MeetingKind>| {
            let items = runs.iter().find(|run| run.key == key).map(|run| run.items.as_slice());
            names(&catalog, items.unwrap_or_default())
        };
        let keys = [Some(MeetingKind::StandingCommittee), Some(MeetingKind::Chairpersons), None];
        assert_eq!(keys.map(of), expected, "month {number}");
        assert!(runs.iter().all(|run| !run.items.is_empty()), "month {number}");
    };
    check(1, ["", "", "m1-1 m1-2 m1-3"]);
    check(3, ["s9-1 s1-1 s2-1 s7-1", "s9-4 s4-1", "m3-1 m3-2 s8-1 m3-3"]);
    check(10, ["", "s4-2 s2-10 s7-3", "m10-1 m10-2 m10-3"]);
}

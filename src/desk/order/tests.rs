//! What stands on a page is what 上一项/下一项 walk through, in the same order.

use proptest::prelude::*;
use yaodian_plan::query::{AsOf, Catalog, Group, Moment, Standing, Status, planned};
use yaodian_plan::{ItemId, MeetingKind, Month, Plan, UnitId};
use yaodian_progress::{AuthorId, Field, ProgressBook, SessionId, Stamp, States, Value};

use super::{Run, by_group, by_meeting, by_unit, listed, of_month};
use crate::route::{By, Calendar, Page, Sort};

fn nanhai() -> Catalog {
    let json = include_str!("../../../plans/nanhai-2023/plan.json");
    Catalog::new(Plan::from_json(json).expect("the bundled plan"))
}

fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

/// How the items of the plan are in July.
fn in_july(catalog: &Catalog) -> States {
    empty().states(catalog, Moment::now(AsOf::Month(month(7))))
}

fn empty() -> ProgressBook {
    ProgressBook::new("nanhai-2023")
}

fn names(catalog: &Catalog, items: &[usize]) -> String {
    let names: Vec<String> = items.iter().map(|at| catalog.plan.items[*at].id.to_string()).collect();
    names.join(" ")
}

fn group(runs: &[Run<Group>], key: Group) -> &[usize] {
    &runs.iter().find(|run| run.key == key).expect("a group").items
}

/// All that a page lists without a filter.
fn all(page: &Page) -> Vec<String> {
    let catalog = nanhai();
    let pass = vec![true; catalog.plan.items.len()];
    let listed = listed(page, &catalog, &pass, &in_july(&catalog), &[], &empty());
    listed.iter().map(ItemId::to_string).collect()
}

/// Compares all that a page lists.
fn check(page: Page, expected: &str) {
    assert_eq!(all(&page).join(" "), expected, "{page:?}");
}

/// Compares how the list of a long page begins and ends, and how long it is.
fn check_ends(page: Page, first: &str, last: &str, count: usize) {
    let ids = all(&page);
    let text = ids.join(" ");
    assert!(text.starts_with(first), "{page:?} begins with {first}: {text}");
    assert!(text.ends_with(last), "{page:?} ends with {last}: {text}");
    assert_eq!(ids.len(), count, "{page:?}");
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

#[test]
fn the_year_and_the_agenda_go_through_all_items_in_order_of_time() {
    for page in [Page::Overview, Page::Calendar(Calendar::Year), Page::Calendar(Calendar::List)] {
        check_ends(page, "m1-1 m1-2 m1-3 s9-2 m2-1", "m12-4 s5-1 s5-2 s1-3 s9-3 s9-6", 82);
    }
}

/// The card below a month holds what has no month, 全年 first.
#[test]
fn a_month_goes_from_meeting_to_meeting_and_then_to_what_has_no_month() {
    let page = |number| Page::Calendar(Calendar::Month(month(number)));
    check(page(1), "m1-1 m1-2 m1-3 s5-1 s5-2 s1-3 s9-3 s9-6");
    check(page(3), "s9-1 s1-1 s2-1 s7-1 s9-4 s4-1 m3-1 m3-2 s8-1 m3-3 s5-1 s5-2 s1-3 s9-3 s9-6");
    check(page(10), "s4-2 s2-10 s7-3 m10-1 m10-2 m10-3 s5-1 s5-2 s1-3 s9-3 s9-6");
}

#[test]
fn a_timeline_goes_from_group_to_group() {
    let page = |by| Page::Calendar(Calendar::Timeline(by));
    check_ends(page(By::Unit), "s9-2 m2-1 s9-1 s9-4 m3-1", "m7-5 s9-3", 82);
    check_ends(page(By::Category), "s1-1 s1-2 s1-3 s2-1 s2-2", "m12-3 m12-4", 82);
    // s9-1 is in both groups, and listed where it stands first.
    check_ends(
        page(By::Meeting),
        "s9-1 s1-1 s2-1 s7-1 s2-2",
        "s8-3 m12-1 m12-2 m12-3 m12-4 s5-1 s5-2 s9-6",
        82,
    );
}

#[test]
fn the_units_come_one_after_the_other_and_one_unit_leads_before_it_joins_and_shares() {
    check_ends(Page::Units(None), "s9-2 m2-1 s9-1 s9-4 m3-1", "m7-5 s9-3", 82);
    let unit = |id: &str| Page::Units(Some(UnitId(id.into())));
    check(
        unit("law"),
        "m4-2 s2-3 m6-1 m7-1 s2-9 s2-10 m10-1 m11-1 s2-14 \
         s9-4 m7-5 s5-5 s4-2 s2-13 s7-4 s5-1 s5-2 s9-3 s9-6",
    );
    check_ends(unit("office"), "s9-2 m2-1 s9-1", "s7-4 s5-1 s4-1 s9-6 m7-5 s5-5 s4-2 s2-13 s5-2 s9-3", 20);
}

#[test]
fn the_tables_are_listed_as_they_are_sorted() {
    let page = |group, sort| Page::Categories(group, sort);
    check_ends(page(None, Sort::Document), "s1-1 s1-2 s1-3 s2-1", "m12-3 m12-4", 82);
    check(page(Some(Group::Category(4)), Sort::Document), "s4-1 s4-2");
    check(page(Some(Group::Category(9)), Sort::Unit), "s9-1 s9-2 s9-4 s9-5 s9-6 s9-3");
    check_ends(page(Some(Group::Monthly), Sort::Document), "m1-1 m1-2", "m12-3 m12-4", 39);
    check(page(Some(Group::Category(99)), Sort::Document), "");
}

#[test]
fn meetings_go_from_agenda_to_agenda() {
    check(
        Page::Sessions,
        // What is held apart from a meeting comes behind its agenda.
        "s1-1 s2-1 s9-1 s7-1 s9-4 s2-2 s2-3 s2-4 s2-5 s4-1 s2-6 s2-7 s2-8 s3-1 s7-2 s2-9 s5-5 \
         s1-2 s3-2 s3-3 s6-1 s2-10 s4-2 s7-3 s2-11 s2-12 s2-13 s2-14 s2-15 s2-16 s7-4 s1-3 s9-3",
    );
}

/// The card of items without a point stands above the points.
#[test]
fn the_coverage_begins_with_what_no_point_asks_for() {
    let first = "s9-1 m2-1 m2-4 m4-4 m6-2 m7-2 s9-4 m4-1 m10-1 s2-3 s2-9 s2-12 m4-2 m7-1 s2-14 m11-1";
    check_ends(Page::Coverage, first, "s9-3 m3-1 s9-2 m1-3", 82);
}

/// Below a point its items stand phrase by phrase; what no point asks for is not on the page.
#[test]
fn the_points_go_from_point_to_point() {
    let first = "s9-4 m4-1 m10-1 s2-3 m4-2 s2-9 m7-1 s2-12 s2-14 m11-1";
    for at in [None, Some(7)] {
        check_ends(Page::Points(at), first, "s9-3 m3-1 s9-2 m1-3", 76);
    }
}

#[test]
fn search_results_stay_in_the_searchs_order() {
    let catalog = nanhai();
    let mut pass = vec![true; 82];
    pass[5] = false;
    let page = Page::Search("监督".into());
    let listed = listed(&page, &catalog, &pass, &in_july(&catalog), &[40, 5, 3, 40, 81], &empty());
    assert_eq!(listed, [40, 3, 81].map(|at| catalog.plan.items[at].id));
}

#[test]
fn a_meetings_own_page_has_its_agenda_and_a_month_begins_with_its_days() {
    let july = SessionId { meeting: MeetingKind::StandingCommittee, month: month(7) };
    let agenda = all(&Page::Session(july));
    assert!(agenda.len() > 1);
    let catalog = nanhai();
    let pass = vec![true; catalog.plan.items.len()];
    let mut book = empty();
    let day = chrono::NaiveDate::from_ymd_opt(2023, 7, 26);
    let by = AuthorId::new("ann").expect("an author");
    book.set(Field::SessionDate(july), Value::Date(day), Stamp::first(1, by));
    let page = Page::Calendar(Calendar::Month(month(7)));
    let listed = listed(&page, &catalog, &pass, &in_july(&catalog), &[], &book);
    let listed: Vec<String> = listed.iter().map(ItemId::to_string).collect();
    assert!(listed.starts_with(&agenda), "{listed:?}");
    let (mut after, mut before) = (listed, all(&page));
    after.sort();
    before.sort();
    assert_eq!(after, before, "the same items in another order");
}

/// 3—6月 put off to July is walked through among the items of July, wherever months are listed.
#[test]
fn what_was_put_off_is_listed_in_its_new_month() {
    let catalog = nanhai();
    let pass = vec![true; catalog.plan.items.len()];
    let mut book = empty();
    let moved = "s4-1".parse().expect("an id");
    let stamp = Stamp::first(1, AuthorId::new("ann").expect("an author"));
    let writes = book.status_writes(&[moved], Some(Status::Postponed(month(7))), None);
    book.set_all(writes, stamp);
    let states = book.states(&catalog, Moment::now(AsOf::Month(month(7))));
    let listed = |page: Page| listed(&page, &catalog, &pass, &states, &[], &book);
    let of_month = |number| listed(Page::Calendar(Calendar::Month(month(number))));
    assert!(of_month(7).contains(&moved));
    assert!([3, 4, 5, 6].iter().all(|number| !of_month(*number).contains(&moved)));
    let chairpersons = |number| {
        listed(Page::Session(SessionId { meeting: MeetingKind::Chairpersons, month: month(number) }))
    };
    assert_eq!(chairpersons(7), [moved]);
    assert!(!chairpersons(6).contains(&moved));
    let before = |page: Page, one: &str| {
        let list = listed(page);
        let place = |id: ItemId| list.iter().position(|other| *other == id).expect("listed");
        place(one.parse().expect("an id")) < place(moved)
    };
    for page in [Page::Overview, Page::Calendar(Calendar::List), Page::Sessions] {
        assert!(before(page.clone(), "s2-5"), "{page:?}");
    }
    let by_time = Page::Categories(None, Sort::Time);
    assert!(!before(by_time.clone(), "s4-2") && before(by_time, "s3-1"));
    assert!(before(Page::Calendar(Calendar::Timeline(By::Meeting)), "s2-5"));
}

#[test]
fn an_items_own_page_goes_through_the_document() {
    let item: ItemId = "s2-16".parse().expect("an id");
    for page in [Page::Item(item), Page::Unknown("/nowhere".into())] {
        check_ends(page, "s1-1 s1-2 s1-3 s2-1", "m12-3 m12-4", 82);
    }
}

fn any_page() -> impl Strategy<Value = Page> {
    let by = prop_oneof![Just(By::Unit), Just(By::Category), Just(By::Meeting)];
    let sort = prop_oneof![Just(Sort::Document), Just(Sort::Time), Just(Sort::Unit), Just(Sort::Standing)];
    let group = prop_oneof![(1u8..=9).prop_map(Group::Category), Just(Group::Monthly)];
    let unit = prop::sample::select(vec!["office", "finance", "urban", "edu", "law", "deputy"]);
    prop_oneof![
        Just(Page::Overview),
        by.prop_map(|by| Page::Calendar(Calendar::Timeline(by))),
        (1u8..=12).prop_map(|number| Page::Calendar(Calendar::Month(month(number)))),
        prop::option::of(unit).prop_map(|unit| Page::Units(unit.map(|id| UnitId(id.into())))),
        (prop::option::of(group), sort).prop_map(|(group, sort)| Page::Categories(group, sort)),
        Just(Page::Sessions),
        Just(Page::Points(None)),
        Just(Page::Coverage),
    ]
}

/// A filter takes items out of a list and changes nothing else.
#[test]
fn a_filtered_list_is_the_whole_list_without_what_does_not_pass() {
    let catalog = nanhai();
    let states = in_july(&catalog);
    let everything = vec![true; 82];
    proptest!(|(page in any_page(), pass in prop::collection::vec(any::<bool>(), 82))| {
        let whole = listed(&page, &catalog, &everything, &states, &[], &empty());
        let mut once = whole.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), whole.len(), "each item once");
        let passes = |id: &ItemId| catalog.position(*id).is_some_and(|at| pass[at]);
        let expected: Vec<ItemId> = whole.into_iter().filter(passes).collect();
        prop_assert_eq!(listed(&page, &catalog, &pass, &states, &[], &empty()), expected);
    });
}

//! What each page lists.

use proptest::prelude::*;
use yaodian_plan::query::{AsOf, Group, Moment, Status};
use yaodian_plan::{ItemId, MeetingKind, UnitId};
use yaodian_progress::{AuthorId, Field, SessionId, Stamp, Value};

use super::super::listed;
use super::{empty, in_july, month, nanhai};
use crate::route::{By, Calendar, Page, Sort};

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

//! The catalog's look-ups, and a unit's page: what it leads, joins, and shares with all.

use proptest::prelude::*;
use yaodian_plan::query::{Catalog, Group, Role, UnitWork, planned, role, sort_by_time, unit_work};
use yaodian_plan::{Collective, MeetingKind, Month, Period};

use crate::document::{self, Row, Time, UNITS};
use crate::support::{any_items, id, ids, item, month, months, nanhai, small, unit_id, words};

/// Rows of the document in order of time.
fn timed(wanted: impl Fn(&Row) -> bool) -> Vec<String> {
    let mut rows: Vec<Row> = document::rows().into_iter().filter(wanted).collect();
    // A stable sort: what is equal stays in the document's order.
    rows.sort_by_key(|row| match row.time {
        Time::Months(first, last) => (first, last),
        Time::Year => (13, 0),
        Time::Empty => (14, 0),
    });
    rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn every_item_is_found_by_its_id() {
    let catalog = nanhai();
    for (at, row) in document::rows().iter().enumerate() {
        assert_eq!(catalog.position(id(&row.id)), Some(at), "{}", row.id);
    }
    assert_eq!(catalog.all(), 0..82);
    for missing in ["s1-4", "s10-1", "m8-2", "m3-99"] {
        assert_eq!(catalog.position(id(missing)), None, "{missing}");
    }
}

#[test]
fn every_unit_is_found_by_its_id_and_leads_its_row() {
    let catalog = nanhai();
    for (at, (_, unit)) in UNITS.iter().enumerate() {
        assert_eq!(catalog.unit_position(&unit_id(unit)), Some(at));
    }
    assert_eq!(catalog.unit_position(&unit_id("nobody")), None);
    for (at, row) in document::rows().iter().enumerate() {
        let lead = row.lead().map_or(6, |lead| UNITS.iter().position(|(_, id)| *id == lead).unwrap());
        assert_eq!(catalog.row(at), lead, "{}", row.id);
    }
    assert_eq!(catalog.row(82), 6, "what is not there is led by nobody");
}

#[test]
fn items_are_filed_under_their_category_or_under_annex_2() {
    let catalog = nanhai();
    let counts: Vec<usize> = (1..=9)
        .map(Group::Category)
        .chain([Group::Monthly])
        .map(|group| catalog.plan.items.iter().filter(|item| Group::of(item.id) == group).count())
        .collect();
    // The numbers that the headings of annex 1 state, and the tasks of annex 2.
    assert_eq!(counts, [3, 16, 3, 2, 5, 1, 4, 3, 6, 39]);
    assert_eq!(Group::of(id("s9-6")), Group::Category(9));
    assert_eq!(Group::of(id("m9-3")), Group::Monthly);
}

#[test]
fn a_units_page_has_what_the_document_gives_it() {
    let catalog = nanhai();
    let mut leads = Vec::new();
    for (_, unit) in UNITS {
        let page = unit_work(&catalog, &planned(&catalog), &unit_id(unit));
        leads.push(page.leads.len());
        assert_eq!(ids(&catalog, &page.leads), timed(|row| row.lead() == Some(unit)), "{unit} leads");
        let joins = timed(|row| row.named().iter().skip(1).any(|other| *other == unit));
        assert_eq!(ids(&catalog, &page.joins), joins, "{unit} joins");
        let shares = timed(|row| row.is_collective() && !row.named().contains(&unit));
        assert_eq!(ids(&catalog, &page.shares), shares, "{unit} shares");
        for number in 1..=12 {
            let due = document::ids(|row| row.named().contains(&unit) && row.is_in(number));
            assert_eq!(page.load[usize::from(number) - 1], due.len(), "{unit} in month {number}");
        }
    }
    assert_eq!(leads, [12, 20, 10, 12, 9, 17]);
    let nobody = document::ids(|row| row.lead().is_none());
    assert_eq!(nobody, ["s9-3", "m7-5"]);
    assert_eq!(leads.iter().sum::<usize>() + nobody.len(), 82);
}

#[test]
fn joint_units_are_those_that_the_document_names_after_the_first() {
    let catalog = nanhai();
    let joins = |unit: &str| ids(&catalog, &unit_work(&catalog, &planned(&catalog), &unit_id(unit)).joins);
    assert_eq!(joins("office"), words("s4-1 s9-6"));
    assert_eq!(joins("edu"), words("s4-1"));
    assert_eq!(joins("deputy"), words("s2-5 s2-15 s2-16"));
    for unit in ["finance", "urban", "law"] {
        assert_eq!(joins(unit), words(""), "{unit}");
    }
}

#[test]
fn what_a_unit_brings_is_listed_per_kind_of_meeting() {
    let catalog = nanhai();
    let check = |unit: &str, standing_committee: &str, chairpersons: &str| {
        let for_meetings = unit_work(&catalog, &planned(&catalog), &unit_id(unit)).for_meetings;
        let of = |meeting: MeetingKind| {
            let items =
                for_meetings.iter().find(|(kind, _)| *kind == meeting).map(|(_, items)| items.clone());
            ids(&catalog, &items.unwrap_or_default())
        };
        assert_eq!(of(MeetingKind::StandingCommittee), words(standing_committee), "{unit}");
        assert_eq!(of(MeetingKind::Chairpersons), words(chairpersons), "{unit}");
        assert!(for_meetings.iter().all(|(_, items)| !items.is_empty()), "{unit}: no empty list");
    };
    check("office", "s9-1 s2-15 s2-16 s7-4", "s9-1 s9-4 s4-1 s2-5");
    check("finance", "s7-1 s2-6 s2-7 s2-8 s3-1 s1-2 s3-2 s3-3 s1-3", "s4-1 s5-5 s7-3");
    check("urban", "s1-1 s2-1 s7-2 s6-1", "");
    check("edu", "s2-2 s2-11", "s4-1 s4-2");
    check("law", "s2-3 s2-14", "s2-9 s2-10");
    check("deputy", "s2-12 s2-13 s2-15 s2-16", "s2-4 s2-5");
}

#[test]
fn a_role_is_the_closest_one() {
    let catalog = nanhai();
    let check = |unit: &str, item: &str, expected: Option<Role>| {
        let at = catalog.position(id(item)).unwrap();
        assert_eq!(role(&catalog, &unit_id(unit), at), expected, "{unit} in {item}");
    };
    check("deputy", "s9-6", Some(Role::Lead));
    check("office", "s9-6", Some(Role::Joint));
    check("law", "s9-6", Some(Role::Shared));
    check("law", "s9-3", Some(Role::Shared));
    check("office", "s2-15", Some(Role::Lead));
    check("law", "s2-15", None);
    check("law", "s2-14", Some(Role::Lead));
    assert_eq!(role(&catalog, &unit_id("law"), 82), None);
}

/// The matrix has one row for an item; a page is for everybody who leads.
#[test]
fn an_item_with_two_leads_has_the_row_of_the_first_and_is_on_the_pages_of_both() {
    let mut both = item("m1-1", &["b"], months(1, 1));
    both.responsibility.lead.push(unit_id("a"));
    let catalog = small(vec![both], vec![]);
    assert_eq!(catalog.row(0), 1);
    for unit in ["a", "b"] {
        assert_eq!(unit_work(&catalog, &planned(&catalog), &unit_id(unit)).leads, [0], "{unit}");
    }
}

#[test]
fn the_busiest_months_are_all_of_those_with_most_items() {
    let check = |load: [(u8, usize); 3], expected: (&[u8], usize)| {
        let mut page = UnitWork::default();
        for (number, count) in load {
            page.load[month(number).index()] = count;
        }
        let months = expected.0.iter().copied().map(month).collect();
        assert_eq!(page.busiest(), (months, expected.1), "{load:?}");
    };
    check([(3, 2), (7, 4), (12, 4)], (&[7, 12], 4));
    check([(1, 1), (2, 1), (3, 1)], (&[1, 2, 3], 1));
    check([(1, 0), (6, 0), (12, 1)], (&[12], 1));
    check([(1, 0), (2, 0), (3, 0)], (&[], 0));
    let finance = unit_work(&nanhai(), &planned(&nanhai()), &unit_id("finance"));
    assert_eq!(finance.busiest(), (vec![month(7)], 6));
}

#[test]
fn an_item_of_the_whole_year_weighs_on_no_month() {
    let mut yearly = item("s1-1", &["a"], Period::WholeYear);
    yearly.meetings = vec![MeetingKind::StandingCommittee];
    let mut all = item("s1-2", &[], months(1, 12));
    all.responsibility.collective = Some(Collective::All);
    all.meetings = vec![MeetingKind::Chairpersons];
    let catalog = small(vec![yearly, all], vec![]);
    let page = unit_work(&catalog, &planned(&catalog), &unit_id("a"));
    assert_eq!((&page.leads[..], &page.shares[..]), (&[0][..], &[1][..]));
    assert_eq!(page.load, [0; 12], "nor does what it only shares");
    assert_eq!(
        page.for_meetings,
        [(MeetingKind::StandingCommittee, vec![0])],
        "nor is it the one to bring that"
    );
}

fn check_page(catalog: &Catalog, unit: &str) -> Result<(), TestCaseError> {
    let page = unit_work(catalog, &planned(catalog), &unit_id(unit));
    let all = [&page.leads[..], &page.joins, &page.shares];
    for (list, expected) in all.iter().zip([Role::Lead, Role::Joint, Role::Shared]) {
        let own = catalog.all().filter(|at| role(catalog, &unit_id(unit), *at) == Some(expected));
        prop_assert_eq!(list, &sort_by_time(&planned(catalog), own));
    }
    let named = [all[0], all[1]].concat();
    for month in Month::all() {
        let due = named.iter().filter(|at| catalog.plan.items[**at].period.covers(month)).count();
        prop_assert_eq!(page.load[month.index()], due);
    }
    Ok(())
}

proptest! {
    #[test]
    fn an_item_is_on_a_page_once_or_not_at_all(items in any_items()) {
        let catalog = small(items, vec![]);
        for unit in ["a", "b", "c"] {
            check_page(&catalog, unit)?;
        }
        for (at, item) in catalog.plan.items.iter().enumerate() {
            let who = &item.responsibility;
            let leading = ["a", "b", "c"]
                .iter()
                .filter(|unit| role(&catalog, &unit_id(unit), at) == Some(Role::Lead))
                .count();
            prop_assert_eq!(leading, who.lead.len());
            let stranger = role(&catalog, &unit_id("nobody"), at);
            prop_assert_eq!(stranger, who.collective.map(|_| Role::Shared));
        }
    }
}

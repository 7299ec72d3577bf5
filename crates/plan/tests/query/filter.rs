//! Filters: each facet alone, facets together, and together with a text.

use proptest::prelude::*;
use yaodian_plan::MeetingKind;
use yaodian_plan::query::{AsOf, Catalog, Filter, Group, Standing, When, planned, reported, standings};
use yaodian_plan::search::{PinyinTable, SearchIndex};

use crate::document::{self, Row, Time};
use crate::support::{any_items, any_month, ids, month, nanhai, small, unit_id, words};

fn passing(catalog: &Catalog, filter: &Filter) -> Vec<String> {
    let standings = standings(&planned(catalog), &reported(catalog), AsOf::Month(month(7)));
    let text = filter.text.trim();
    let found =
        (!text.is_empty()).then(|| SearchIndex::new(&catalog.plan, &no_pinyin()).matching_items(text));
    let pass = filter.pass(catalog, &planned(catalog), &standings, found.as_ref());
    ids(catalog, &catalog.all().filter(|at| pass[*at]).collect::<Vec<_>>())
}

/// By characters alone one needs no readings.
fn no_pinyin() -> PinyinTable {
    PinyinTable::parse("").expect("an empty table")
}

/// Compares what passes, as of July, with what the document has.
fn check(filter: &Filter, wanted: impl Fn(&Row) -> bool) {
    assert_eq!(passing(&nanhai(), filter), document::ids(wanted), "{filter:?}");
}

#[test]
fn an_empty_filter_restricts_nothing() {
    let filter = Filter::default();
    assert!(filter.is_empty());
    check(&filter, |_| true);
    let blank = Filter { text: "  \u{3000}".into(), ..Filter::default() };
    assert!(blank.is_empty());
    check(&blank, |_| true);
}

#[test]
fn any_choice_makes_a_filter() {
    let empty = Filter::default;
    for filter in [
        Filter { when: vec![When::WholeYear], ..empty() },
        Filter { leads: vec![unit_id("law")], ..empty() },
        Filter { units: vec![unit_id("law")], ..empty() },
        Filter { shared: true, ..empty() },
        Filter { groups: vec![Group::Monthly], ..empty() },
        Filter { meetings: vec![MeetingKind::Chairpersons], ..empty() },
        Filter { standings: vec![Standing::Done], ..empty() },
        Filter { text: "监督".into(), ..empty() },
    ] {
        assert!(!filter.is_empty(), "{filter:?}");
        let passing = passing(&nanhai(), &filter);
        assert!(!passing.is_empty() && passing.len() < 82, "{filter:?} lets some through and not all");
    }
}

#[test]
fn times() {
    let when = |when: &[When]| Filter { when: when.to_vec(), ..Filter::default() };
    for number in 1..=12 {
        check(&when(&[When::Month(month(number))]), |row| row.is_in(number));
    }
    check(&when(&[When::WholeYear]), |row| row.time == Time::Year);
    check(&when(&[When::Unscheduled]), |row| row.time == Time::Empty);
    check(&when(&[When::Month(month(3)), When::Month(month(8)), When::Unscheduled]), |row| {
        row.is_in(3) || row.is_in(8) || row.time == Time::Empty
    });
}

#[test]
fn units_that_lead_and_units_that_take_part() {
    let leads = |units: &[&str]| Filter {
        leads: units.iter().map(|unit| unit_id(unit)).collect(),
        ..Filter::default()
    };
    let units = |units: &[&str]| Filter {
        units: units.iter().map(|unit| unit_id(unit)).collect(),
        ..Filter::default()
    };
    check(&leads(&["edu"]), |row| row.lead() == Some("edu"));
    check(&leads(&["edu", "law"]), |row| matches!(row.lead(), Some("edu" | "law")));
    check(&units(&["office"]), |row| row.named().contains(&"office"));
    check(&units(&["office", "edu"]), |row| row.named().iter().any(|unit| ["office", "edu"].contains(unit)));
    // s4-1 is the one item that the office and 教科文卫工委 join and 财经工委 leads.
    let all = Filter { leads: vec![unit_id("finance")], ..units(&["office"]) };
    assert_eq!(passing(&nanhai(), &all), ["s4-1"]);
    assert_eq!(passing(&nanhai(), &leads(&["nobody"])), words(""));
    assert_eq!(passing(&nanhai(), &units(&["nobody"])), words(""));
}

#[test]
fn items_that_no_single_unit_leads() {
    let shared = Filter { shared: true, ..Filter::default() };
    check(&shared, |row| row.lead().is_none());
    assert_eq!(passing(&nanhai(), &shared), ["s9-3", "m7-5"]);
    let led = Filter { leads: vec![unit_id("office")], ..shared };
    assert_eq!(passing(&nanhai(), &led), words(""), "nobody leads what nobody leads");
}

#[test]
fn categories_and_annex_2() {
    let groups = |groups: &[Group]| Filter { groups: groups.to_vec(), ..Filter::default() };
    for category in 1..=9 {
        check(&groups(&[Group::Category(category)]), |row| row.id.starts_with(&format!("s{category}-")));
    }
    check(&groups(&[Group::Monthly]), |row| row.id.starts_with('m'));
    check(&groups(&[Group::Monthly, Group::Category(6)]), |row| row.id.starts_with('m') || row.id == "s6-1");
    check(&groups(&[Group::Category(99)]), |_| false);
}

#[test]
fn meetings() {
    let meetings = |meetings: &[MeetingKind]| Filter { meetings: meetings.to_vec(), ..Filter::default() };
    check(&meetings(&[MeetingKind::StandingCommittee]), |row| row.standing_committee);
    check(&meetings(&[MeetingKind::Chairpersons]), |row| row.chairpersons);
    check(&meetings(&[MeetingKind::StandingCommittee, MeetingKind::Chairpersons]), |row| {
        row.standing_committee || row.chairpersons
    });
}

#[test]
fn standings_as_of_july() {
    let filter = |standings: &[Standing]| Filter { standings: standings.to_vec(), ..Filter::default() };
    let late = |row: &Row| row.remark.is_empty() && matches!(row.time, Time::Months(_, last) if last < 7);
    check(&filter(&[Standing::Done]), |row| row.remark == "已完成");
    check(&filter(&[Standing::Late]), late);
    check(&filter(&[Standing::NotStarted]), |row| row.remark.is_empty() && !late(row));
    check(&filter(&[Standing::Done, Standing::Late]), |row| row.remark == "已完成" || late(row));
    check(&filter(&[Standing::Unrecorded, Standing::Postponed]), |_| false);
}

#[test]
fn a_text_is_looked_for_as_the_search_does() {
    let text = |text: &str| Filter { text: text.into(), ..Filter::default() };
    check(&text("民生实事"), |row| row.text.contains("民生实事"));
    check(&text("  人大信息系统 "), |row| row.id == "m3-3");
    check(&text("没有这样的事"), |_| false);
    let with = Filter { meetings: vec![MeetingKind::Chairpersons], ..text("民生实事") };
    check(&with, |row| row.text.contains("民生实事") && row.chairpersons);
}

#[test]
fn facets_narrow_each_other() {
    let filter = Filter {
        when: vec![When::Month(month(7)), When::Month(month(9))],
        leads: vec![unit_id("finance")],
        groups: vec![Group::Category(2), Group::Category(3)],
        meetings: vec![MeetingKind::StandingCommittee],
        standings: vec![Standing::NotStarted],
        ..Filter::default()
    };
    assert_eq!(passing(&nanhai(), &filter), words("s2-6 s2-7 s2-8 s3-1 s3-2 s3-3"));
    let none = Filter { when: vec![When::Month(month(1))], ..filter };
    assert_eq!(passing(&nanhai(), &none), words(""));
}

#[test]
fn without_a_standing_no_standing_passes() {
    let catalog = nanhai();
    let filter = Filter { standings: Standing::ALL.to_vec(), ..Filter::default() };
    assert!(filter.pass(&catalog, &planned(&catalog), &[], None).iter().all(|passes| !passes));
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let when = prop_oneof![
        4 => any_month().prop_map(When::Month),
        1 => Just(When::WholeYear),
        1 => Just(When::Unscheduled),
    ];
    let unit = || prop::sample::select(vec!["a", "b", "c", "nobody"]).prop_map(unit_id);
    let group = prop_oneof![(1u8..=3).prop_map(Group::Category), Just(Group::Monthly)];
    let meeting = prop_oneof![Just(MeetingKind::StandingCommittee), Just(MeetingKind::Chairpersons)];
    let standing = prop::sample::select(Standing::COUNTED.to_vec());
    (
        prop::collection::vec(when, 0..4),
        prop::collection::vec(unit(), 0..3),
        prop::collection::vec(unit(), 0..3),
        prop::bool::weighted(0.2),
        prop::collection::vec(group, 0..3),
        prop::collection::vec(meeting, 0..3),
        prop::collection::vec(standing, 0..4),
    )
        .prop_map(|(when, leads, units, shared, groups, meetings, standings)| Filter {
            when,
            leads,
            units,
            shared,
            groups,
            meetings,
            standings,
            text: String::new(),
        })
}

/// The filters that have one facet each of the given one.
fn facets(filter: &Filter) -> Vec<Filter> {
    let Filter { when, leads, units, shared, groups, meetings, standings, text } = filter.clone();
    let empty = Filter::default;
    vec![
        Filter { when, ..empty() },
        Filter { leads, ..empty() },
        Filter { units, ..empty() },
        Filter { shared, ..empty() },
        Filter { groups, ..empty() },
        Filter { meetings, ..empty() },
        Filter { standings, ..empty() },
        Filter { text, ..empty() },
    ]
}

proptest! {
    #[test]
    fn a_filter_is_the_intersection_of_its_facets(items in any_items(), filter in any_filter()) {
        let catalog = small(items, vec![]);
        let standings = standings(&planned(&catalog), &[], AsOf::Month(month(7)));
        let pass = |filter: &Filter| filter.pass(&catalog, &planned(&catalog), &standings, None);
        let each: Vec<Vec<bool>> = facets(&filter).iter().map(pass).collect();
        let all: Vec<bool> = catalog.all().map(|at| each.iter().all(|facet| facet[at])).collect();
        prop_assert_eq!(pass(&filter), all);
    }

    #[test]
    fn a_facet_is_the_union_of_its_choices(items in any_items(), when in prop::collection::vec(any_month(), 1..5)) {
        let catalog = small(items, vec![]);
        let standings = standings(&planned(&catalog), &[], AsOf::Before);
        let months = |months: &[yaodian_plan::Month]| {
            let when = months.iter().copied().map(When::Month).collect();
            Filter { when, ..Filter::default() }.pass(&catalog, &planned(&catalog), &standings, None)
        };
        let each: Vec<Vec<bool>> = when.iter().map(|month| months(&[*month])).collect();
        let any: Vec<bool> = catalog.all().map(|at| each.iter().any(|choice| choice[at])).collect();
        prop_assert_eq!(months(&when), any);
    }
}

#[test]
fn a_text_narrows_what_the_facets_let_through() {
    let catalog = nanhai();
    let index = SearchIndex::new(&catalog.plan, &no_pinyin());
    let standings = standings(&planned(&catalog), &reported(&catalog), AsOf::Month(month(7)));
    proptest!(|(
        filter in any_filter(),
        text in prop::sample::select(vec!["民生", "7月", "s2", "财经", "选联", "没有"]),
    )| {
        let found = index.matching_items(text);
        let facets = filter.pass(&catalog, &planned(&catalog), &standings, None);
        let both = filter.pass(&catalog, &planned(&catalog), &standings, Some(&found));
        for at in catalog.all() {
            prop_assert_eq!(both[at], facets[at] && found.contains(at));
        }
    });
}

//! Addresses survive being written and read, and a link that is no address says so.

use proptest::prelude::*;
use yaodian_plan::query::{Filter, Group, Standing, When};
use yaodian_plan::{ItemId, MeetingKind, Month, UnitId};
use yaodian_progress::{FieldKind, HistoryFilter, SessionId};

use super::{By, Calendar, Page, Route, Sort};

fn month() -> impl Strategy<Value = Month> {
    (1u8..=12).prop_map(|number| Month::new(number).unwrap())
}

fn item() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        (1u8..=99, 1u16..=999).prop_map(|(category, no)| ItemId::Schedule { category, no }),
        (month(), 1u16..=999).prop_map(|(month, no)| ItemId::Monthly { month, no }),
    ]
}

fn unit() -> impl Strategy<Value = UnitId> {
    "[a-z][a-z0-9-]{0,8}".prop_map(UnitId)
}

fn group() -> impl Strategy<Value = Group> {
    prop_oneof![(1u8..=99).prop_map(Group::Category), Just(Group::Monthly)]
}

fn session() -> impl Strategy<Value = SessionId> {
    (meeting(), month()).prop_map(|(meeting, month)| SessionId { meeting, month })
}

fn meeting() -> impl Strategy<Value = MeetingKind> {
    prop_oneof![
        Just(MeetingKind::StandingCommittee),
        Just(MeetingKind::Chairpersons),
        (1u8..).prop_map(MeetingKind::Other),
    ]
}

fn page() -> impl Strategy<Value = Page> {
    let by = prop_oneof![Just(By::Unit), Just(By::Category), Just(By::Meeting)];
    let sort = prop_oneof![Just(Sort::Document), Just(Sort::Time), Just(Sort::Unit), Just(Sort::Standing),];
    prop_oneof![
        Just(Page::Overview),
        Just(Page::Calendar(Calendar::Year)),
        by.prop_map(|by| Page::Calendar(Calendar::Timeline(by))),
        month().prop_map(|month| Page::Calendar(Calendar::Month(month))),
        Just(Page::Calendar(Calendar::List)),
        Just(Page::Calendar(Calendar::ThisMonth)),
        proptest::option::of(unit()).prop_map(Page::Units),
        (proptest::option::of(group()), sort).prop_map(|(group, sort)| Page::Categories(group, sort)),
        Just(Page::Sessions),
        session().prop_map(Page::Session),
        proptest::option::of(1u16..=999).prop_map(Page::Points),
        Just(Page::Coverage),
        Just(Page::History),
        (month(), month()).prop_map(|(one, other)| Page::Bulletin(one.min(other), one.max(other))),
        Just(Page::Data),
        "[a-z0-9-]{0,8}".prop_map(Page::Import),
        Just(Page::Library),
        "\\PC{0,12}".prop_map(Page::Search),
        "[a-z]{0,8}".prop_map(Page::Guide),
        item().prop_map(Page::Item),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    let when = prop_oneof![month().prop_map(When::Month), Just(When::WholeYear), Just(When::Unscheduled)];
    let meeting = meeting();
    let few = 0..3usize;
    (
        proptest::collection::vec(when, few.clone()),
        proptest::collection::vec(unit(), few.clone()),
        proptest::collection::vec(unit(), few.clone()),
        any::<bool>(),
        proptest::collection::vec(group(), few.clone()),
        proptest::collection::vec(meeting, few.clone()),
        proptest::collection::vec(proptest::sample::select(Standing::COUNTED.to_vec()), few),
        "\\PC{0,12}",
    )
        .prop_map(|(when, leads, units, shared, groups, meetings, standings, text)| Filter {
            when,
            leads,
            units,
            shared,
            groups,
            meetings,
            standings,
            text,
        })
}

fn history() -> impl Strategy<Value = HistoryFilter> {
    let kinds =
        vec![FieldKind::Status, FieldKind::Date, FieldKind::Note, FieldKind::Session, FieldKind::Author];
    (
        proptest::option::of(unit()),
        proptest::option::of((1970i32..=2100, month())),
        proptest::option::of(proptest::sample::select(kinds)),
    )
        .prop_map(|(unit, month, kind)| HistoryFilter { unit, month, kind })
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        page in page(),
        filter in filter(),
        as_of in proptest::option::of(month()),
        item in proptest::option::of(item()),
        history in history(),
    ) {
        let route = Route { page, filter, as_of, item, history };
        prop_assert_eq!(Route::parse(&route.format()), route);
    }

    #[test]
    fn any_text_is_some_address(text in "\\PC{0,40}") {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.format()), route);
    }
}

#[test]
fn links_that_lead_nowhere_say_so() {
    for link in [
        "#/nowhere",
        "#/calendar/month/13",
        "#/calendar/month/07",
        "#/calendar/2023-07-01/x",
        "#/item/x9",
        "#/progress/bulletin",
        "#/progress/bulletin/13",
        "#/progress/bulletin/9-7",
        "#/progress/bulletin/7-7",
        "#/progress?written=2023",
        "#/progress?kind=all",
        "#/points/0",
        "#/meetings/7",
        "#/meetings/standing-13",
        "#/meetings/standing-07",
        "#/meetings/standing_committee-7",
        "#/?by=unit",
        "#/calendar?progress=perhaps",
        "#/calendar?item",
        "#/units/law/more/parts",
    ] {
        let route = Route::parse(link);
        assert!(matches!(route.page, Page::Unknown(_)), "{link} became {route:?}");
    }
}

#[test]
fn the_empty_address_is_the_overview() {
    for link in ["", "#", "#/", "/"] {
        assert_eq!(Route::parse(link), Route::default(), "{link:?}");
    }
}

#[test]
fn a_meeting_is_named_by_its_kind_and_month() {
    let july = SessionId { meeting: MeetingKind::StandingCommittee, month: Month::new(7).unwrap() };
    assert_eq!(Route::parse("#/meetings/standing-7"), Route::to(Page::Session(july)));
    let route = Route::parse("#/meetings/chairpersons-12");
    assert_eq!(route.format(), "#/meetings/chairpersons-12");
}

#[test]
fn chinese_text_may_come_encoded_or_not() {
    let written = Route::to(Page::Search("未成年人".into())).format();
    assert!(written.is_ascii(), "{written}");
    assert_eq!(Route::parse("#/search?q=未成年人"), Route::parse(&written));
}

/// Whatever writes an address through [`Route::format`] names the plan of its page; text that looks like one does not.
#[test]
fn addresses_are_written_in_one_place() {
    fn look(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                look(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                let lines = code.lines().filter(|line| line.contains(concat!('"', "#/")));
                found.extend(lines.map(|line| format!("{}: {}", path.display(), line.trim())));
            }
        }
    }
    let mut found = Vec::new();
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    look(&src, &mut found);
    found.retain(|line| !line.contains("src/route/tests.rs"));
    assert_eq!(found, Vec::<String>::new());
}

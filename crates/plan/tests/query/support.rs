//! Plans to ask, and answers in a form that can be read.

use proptest::prelude::*;
use yaodian_plan::query::Catalog;
use yaodian_plan::{
    Basis, Category, Collective, FORMAT, Item, ItemId, Link, MeetingKind, Month, Period, Plan,
    Responsibility, Section, SourceSpan, Unit, UnitId, WorkPoint,
};

/// The bundled plan.
pub fn nanhai() -> Catalog {
    let json = include_str!("../../../../plans/nanhai-2023/plan.json");
    Catalog::new(Plan::from_json(json).expect("the bundled plan"))
}

/// A plan with these items and links, three units, two categories and three points.
pub fn small(items: Vec<Item>, links: Vec<Link>) -> Catalog {
    let unit = |id: &str| Unit { id: unit_id(id), name: id.to_uppercase(), aliases: Vec::new() };
    let point = |no: u16| WorkPoint {
        no,
        printed: String::new(),
        heading: format!("第{no}点"),
        apart: false,
        text: String::new(),
        line: 1,
    };
    let category = |no: u8| Category { no, name: format!("第{no}类"), stated: None };
    Catalog::new(Plan {
        format: FORMAT,
        id: "small-2023".into(),
        title: String::new(),
        issuer: String::new(),
        year: 2023,
        preamble: Vec::new(),
        sections: vec![Section {
            no: 1,
            printed: None,
            title: String::new(),
            text: vec![],
            subsections: vec![],
            points: [1, 2, 3].map(point).into(),
        }],
        annexes: Vec::new(),
        units: ["a", "b", "c"].map(unit).into(),
        categories: [1, 2].map(category).into(),
        items,
        links,
        notes: vec![],
        meetings: vec![],
        corrections: Vec::new(),
        amendments: Vec::new(),
    })
}

/// An item that the first of these units leads and the others join.
pub fn item(id: &str, units: &[&str], period: Period) -> Item {
    let mut units = units.iter().map(|unit| unit_id(unit));
    Item {
        id: self::id(id),
        title: id.into(),
        responsibility: Responsibility {
            text: String::new(),
            lead: units.next().into_iter().collect(),
            joint: units.collect(),
            collective: None,
            basis: Basis::Stated,
        },
        period,
        period_text: String::new(),
        meetings: Vec::new(),
        condition: None,
        remark: None,
        reported: None,
        serial: None,
        sessions: vec![],
        extras: vec![],
        source: SourceSpan { line: 1, text: String::new() },
    }
}

pub fn id(text: &str) -> ItemId {
    text.parse().expect("an item id")
}

pub fn unit_id(id: &str) -> UnitId {
    UnitId(id.into())
}

pub fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

pub fn months(first: u8, last: u8) -> Period {
    Period::Months { first: month(first), last: month(last) }
}

/// The ids at these positions.
pub fn ids(catalog: &Catalog, positions: &[usize]) -> Vec<String> {
    positions.iter().map(|at| catalog.plan.items[*at].id.to_string()).collect()
}

/// Ids, separated by spaces.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

pub fn any_month() -> impl Strategy<Value = Month> {
    (1u8..=12).prop_map(month)
}

pub fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        6 => (1u8..=12, 1u8..=12).prop_map(|(a, b)| months(a.min(b), a.max(b))),
        1 => Just(Period::WholeYear),
        1 => Just(Period::Unscheduled),
    ]
}

/// Items of both annexes with any period, units that lead and join, collective and meetings.
pub fn any_items() -> impl Strategy<Value = Vec<Item>> {
    let units = prop::sample::subsequence(vec!["a", "b", "c"], 0..=3).prop_shuffle();
    let meetings =
        prop::sample::subsequence(vec![MeetingKind::StandingCommittee, MeetingKind::Chairpersons], 0..=2);
    let collective = prop::option::of(prop_oneof![Just(Collective::All), Just(Collective::Concerned)]);
    let one = (any::<bool>(), 1u8..=2, any_period(), (units, 0usize..=3), meetings, collective);
    prop::collection::vec(one, 0..40).prop_map(|items| {
        let numbered = (1..).zip(items);
        let make = |(no, (schedule, group, period, (units, leads), meetings, collective)): (u16, _)| {
            let letter = if schedule { 's' } else { 'm' };
            let units: Vec<&str> = units;
            let (lead, joint) = units.split_at(units.len().min(leads));
            let mut item = item(&format!("{letter}{group}-{no}"), &[], period);
            item.responsibility.lead = lead.iter().map(|unit| unit_id(unit)).collect();
            item.responsibility.joint = joint.iter().map(|unit| unit_id(unit)).collect();
            item.meetings = meetings;
            item.responsibility.collective = collective;
            item
        };
        numbered.map(make).collect()
    })
}

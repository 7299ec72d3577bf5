//! A small plan without a fault, which the tests then break.

use yaodian_plan::{
    Basis, Category, Collective, Correction, FORMAT, Item, ItemId, Link, MeetingKind, Month, Period, Place,
    Plan, Responsibility, Section, SourceSpan, Unit, UnitId, WorkPoint,
};

/// Three units, two categories, four items, every kind of link, and a misprint in each place.
pub fn plan() -> Plan {
    let mut both = item("s2-1", "听取关于民生实项目的报告", "office", months(3, 5));
    both.responsibility.joint = vec![UnitId("law".into())];
    both.meetings = vec![MeetingKind::StandingCommittee, MeetingKind::Chairpersons];
    let mut brand = item("s2-2", "创建品牌", "office", Period::Unscheduled);
    brand.responsibility.lead.clear();
    brand.responsibility.collective = Some(Collective::All);
    Plan {
        format: FORMAT,
        id: "test-2023".into(),
        title: "某区人大常委会 2023 年工作要点".into(),
        issuer: "某区人大常委会".into(),
        year: 2023,
        preamble: vec!["总体要求。".into()],
        sections: vec![
            section(1, vec![point(1, "加强监督", "听取审议决算报告，落实民生实项目监督。")]),
            section(2, vec![point(2, "依法任免", ""), point(3, "做好代表工作", "培训代表。")]),
        ],
        annexes: vec!["安排表".into(), "重点工作计划".into()],
        units: vec![
            unit("office", "办公室", &[]),
            unit("law", "法制工委", &["法工委"]),
            unit("none", "选联", &[]),
        ],
        categories: vec![category(1, "讨论决定重大事项"), category(2, "其他")],
        items: vec![
            item("s1-1", "决算报告", "law", months(9, 9)),
            both,
            brand,
            item("m9-1", "初审决算报告", "law", months(8, 9)),
        ],
        links: vec![
            basis(1, "s1-1", "听取审议决算报告"),
            basis(3, "s2-1", "代表工作"),
            Link::Prepares { from: id("m9-1"), to: id("s1-1") },
            Link::Same { a: id("m9-1"), b: id("s1-1") },
        ],
        notes: vec![],
        meetings: vec![],
        corrections: vec![
            correction(Place::Item(id("s2-1")), "民生实项目", "民生实事项目"),
            correction(Place::Point(1), "民生实项目", "民生实事项目"),
        ],
        amendments: vec![],
    }
}

pub fn id(text: &str) -> ItemId {
    text.parse().expect("an item id")
}

pub fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

pub fn months(first: u8, last: u8) -> Period {
    Period::Months { first: month(first), last: month(last) }
}

pub fn basis(point: u16, item: &str, phrase: &str) -> Link {
    Link::Basis { point, item: id(item), phrase: phrase.into() }
}

pub fn category(no: u8, name: &str) -> Category {
    Category { no, name: name.into(), stated: Some(99) }
}

pub fn unit(id: &str, name: &str, aliases: &[&str]) -> Unit {
    let aliases = aliases.iter().map(|&alias| alias.into()).collect();
    Unit { id: UnitId(id.into()), name: name.into(), aliases }
}

pub fn item(id: &str, title: &str, lead: &str, period: Period) -> Item {
    Item {
        id: self::id(id),
        title: title.into(),
        responsibility: Responsibility {
            text: lead.into(),
            lead: vec![UnitId(lead.into())],
            joint: vec![],
            collective: None,
            basis: Basis::Stated,
        },
        period,
        period_text: String::new(),
        meetings: vec![],
        condition: None,
        remark: None,
        reported: None,
        serial: None,
        sessions: vec![],
        extras: vec![],
        source: SourceSpan { line: 1, text: title.into() },
    }
}

fn section(no: u8, points: Vec<WorkPoint>) -> Section {
    Section { no, printed: None, title: format!("第{no}部分"), text: vec![], subsections: vec![], points }
}

pub fn point(no: u16, heading: &str, text: &str) -> WorkPoint {
    WorkPoint {
        no,
        printed: String::new(),
        heading: heading.into(),
        apart: false,
        text: text.into(),
        line: no.into(),
    }
}

fn correction(place: Place, printed: &str, meant: &str) -> Correction {
    Correction { place, printed: printed.into(), meant: meant.into(), reason: "漏印“事”字。".into() }
}

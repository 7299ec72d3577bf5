//! One mutation of a sound plan per row, and where the check must find it.

use yaodian_plan::{
    AnnexNote, Extra, FORMAT, Fault, ItemId, Link, MeetingKind, NamedMeeting, Period, Place, Plan,
    SessionNumber, Subsection, UnitId, check,
};

use crate::builder::{basis, category, id, item, month, months, plan, point, unit};

/// A way to break a plan, the path that has to be named, and a part of the message.
type Row = (fn(&mut Plan), &'static str, &'static str);

/// Each row's mutation causes its fault and no other.
fn each_is_the_only_fault(rows: &[Row]) {
    for (mutate, path, message) in rows {
        let mut plan = plan();
        mutate(&mut plan);
        let faults = check(&plan);
        match faults.as_slice() {
            [fault] if fault.path == *path && fault.message.contains(message) => {}
            _ => panic!("expected {path}：…{message}…, found {faults:#?}"),
        }
    }
}

fn kinds(names: &[&str]) -> Vec<NamedMeeting> {
    let ids = MeetingKind::DEFAULT.into_iter().chain((1..).map(MeetingKind::Other));
    ids.zip(names).map(|(id, name)| NamedMeeting { id, name: (*name).into() }).collect()
}

fn session(no: u16) -> SessionNumber {
    SessionNumber { meeting: MeetingKind::StandingCommittee, no }
}

fn several(months: &[u8]) -> Period {
    Period::of(months.iter().map(|number| month(*number)))
}

pub fn long() -> String {
    "要".repeat(20_001)
}

#[test]
fn a_sound_plan_has_no_fault() {
    assert_eq!(check(&plan()), []);
}

#[test]
fn what_is_shown_or_allowed_is_no_fault() {
    let mut plan = plan();
    plan.categories[0].stated = None;
    plan.items[3].period = Period::WholeYear;
    plan.units[1].aliases.push("法制工委".into());
    plan.preamble.clear();
    plan.issuer = "要".repeat(20_000);
    plan.corrections[0].meant.clear();
    plan.links.push(basis(1, "s1-1", "加强监督"));
    plan.sections[0].title.clear();
    plan.items[2].responsibility.collective = None;
    plan.items[0].period = several(&[5, 9]);
    plan.meetings = kinds(&["常委会会议", "主任会议", "党组会议"]);
    plan.items[1].meetings.push(MeetingKind::Other(1));
    plan.items[1].sessions = vec![session(23)];
    assert_eq!(check(&plan), []);
    plan.items[3].period = Period::Unscheduled;
    assert_eq!(check(&plan), [], "a task of a month's table whose time is open");
}

#[test]
fn head() {
    each_is_the_only_fault(&[
        (|p| p.format = FORMAT + 1, "format", "格式版本"),
        (|p| p.id = String::new(), "id", "标识"),
        (|p| p.id = "a".repeat(41), "id", "标识"),
        (|p| p.id = "Nanhai".into(), "id", "“Nanhai”"),
        (|p| p.id = "南海".into(), "id", "标识"),
        (|p| p.id = "../x".into(), "id", "标识"),
        (|p| p.title = " \u{3000}".into(), "title", "不能为空"),
        (|p| p.title = long(), "title", "20000"),
        (|p| p.issuer = long(), "issuer", "20000"),
        (|p| p.year = 1948, "year", "1948"),
        (|p| p.year = 3000, "year", "3000"),
    ]);
}

#[test]
fn body() {
    each_is_the_only_fault(&[
        (|p| p.preamble.push(long()), "preamble[1]", "20000"),
        (|p| p.sections[0].no = 0, "sections[0].no", "从 1 开始"),
        (|p| p.sections[1].no = 1, "sections[1].no", "1 之后不能是 1"),
        (|p| p.sections[1].title.clear(), "sections[1].title", "不能为空"),
        (|p| p.sections[1].points[0].no = 1, "sections[1].points[0].no", "1 之后不能是 1"),
        (|p| p.sections[1].points.push(point(3, "又一点", "")), "sections[1].points[2].no", "3 之后不能是 3"),
        (|p| p.sections[1].points[0].heading.clear(), "sections[1].points[0].heading", "不能为空"),
        (|p| p.sections[1].points[0].text = long(), "sections[1].points[0].text", "20000"),
        (|p| p.annexes[1] = long(), "annexes[1]", "20000"),
        (|p| p.notes = vec![AnnexNote { annex: 1, text: long() }], "notes[0].text", "20000"),
        (|p| p.sections[0].text.push(long()), "sections[0].text[0]", "20000"),
        (
            |p| {
                p.sections[0].subsections = vec![Subsection { number: long(), title: "甲".into(), first: 1 }]
            },
            "sections[0].subsections[0].number",
            "20000",
        ),
        (|p| p.sections[0].points[0].printed = long(), "sections[0].points[0].printed", "20000"),
    ]);
}

#[test]
fn units_and_categories() {
    each_is_the_only_fault(&[
        (|p| p.units.push(unit("law", "财经工委", &[])), "units[3].id", "“law”重复"),
        (|p| p.units[2].id = UnitId("选联".into()), "units[2].id", "标识"),
        (|p| p.units[2].name = "办公室".into(), "units[2].name", "“办公室”重复"),
        (|p| p.units[2].name = "法工委".into(), "units[2].name", "“法工委”重复"),
        (|p| p.units[2].name.clear(), "units[2].name", "不能为空"),
        (|p| p.units[2].aliases.push("法工委".into()), "units[2].aliases[0]", "另一工委"),
        (|p| p.units[2].aliases.push(" ".into()), "units[2].aliases[0]", "不能为空"),
        (|p| p.categories.push(category(2, "专题调研")), "categories[2].no", "1 至 3，不能重复，实为 2"),
        (|p| p.categories.push(category(4, "专题调研")), "categories[2].no", "1 至 3，不能重复，实为 4"),
        (|p| p.categories[1].name.clear(), "categories[1].name", "不能为空"),
    ]);
}

#[test]
fn items() {
    each_is_the_only_fault(&[
        (|p| p.items.push(item("s1-1", "又一项", "law", months(1, 1))), "items[4].id", "事项 s1-1 重复"),
        (|p| p.items.push(item("s3-1", "又一项", "law", months(1, 1))), "items[4].id", "类别 3 不存在"),
        (|p| p.items[2].id = ItemId::Schedule { category: 2, no: 0 }, "items[2].id", "从 1 开始"),
        (|p| p.items[2].title = "\n".into(), "items[2].title", "不能为空"),
        (|p| p.items[2].title = long(), "items[2].title", "20000"),
        (|p| p.items[2].period_text = long(), "items[2].period_text", "20000"),
        (|p| p.items[2].condition = Some(long()), "items[2].condition", "20000"),
        (|p| p.items[2].remark = Some(long()), "items[2].remark", "20000"),
        (|p| p.items[2].serial = Some(long()), "items[2].serial", "20000"),
        (
            |p| p.items[2].extras = vec![Extra { heading: "责任领导".into(), text: long() }],
            "items[2].extras[0].text",
            "20000",
        ),
        (|p| p.items[2].source.text = long(), "items[2].source.text", "20000"),
    ]);
}

#[test]
fn periods_and_meetings() {
    each_is_the_only_fault(&[
        (|p| p.items[0].period = months(6, 3), "items[0].period", "6 月晚于结束月份 3 月"),
        (|p| p.items[3].period = months(9, 8), "items[3].period", "9 月晚于"),
        (|p| p.items[3].period = months(10, 11), "items[3].period", "应包含 9 月"),
        (|p| p.items[3].period = several(&[7, 10]), "items[3].period", "应包含 9 月"),
        (|p| p.items[1].meetings.reverse(), "items[1].meetings", "常委会会议应在主任会议之前"),
        (|p| p.items[0].meetings = vec![MeetingKind::Chairpersons; 2], "items[0].meetings", "不能重复"),
        (|p| p.items[0].meetings = vec![MeetingKind::Other(1)], "items[0].meetings", "meeting-1 不在计划"),
        (|p| p.meetings = kinds(&["常委会会议", "主任会议", ""]), "meetings[2].name", "不能为空"),
        (|p| p.meetings = kinds(&["常委会会议"; 4]).into_iter().rev().collect(), "meetings", "其他会议在后"),
        (|p| p.items[0].sessions = vec![session(3)], "items[0].sessions", "属于本事项提交的会议"),
        (|p| p.items[1].sessions = vec![session(0)], "items[1].sessions", "从 1 开始"),
    ]);
}

#[test]
fn responsibilities() {
    each_is_the_only_fault(&[
        (
            |p| p.items[0].responsibility.lead.push(UnitId("nobody".into())),
            "items[0].responsibility.lead[1]",
            "“nobody”不存在",
        ),
        (
            |p| p.items[1].responsibility.joint.push(UnitId("nobody".into())),
            "items[1].responsibility.joint[1]",
            "“nobody”不存在",
        ),
        (
            |p| p.items[1].responsibility.joint.push(UnitId("office".into())),
            "items[1].responsibility.joint[1]",
            "“office”重复",
        ),
        (|p| p.items[2].responsibility.text = long(), "items[2].responsibility.text", "20000"),
    ]);
}

#[test]
fn links() {
    each_is_the_only_fault(&[
        (|p| p.links.push(basis(9, "s1-1", "决算")), "links[4].point", "要点 9 不存在"),
        (|p| p.links.push(basis(1, "s1-9", "决算")), "links[4].item", "事项 s1-9 不存在"),
        (|p| p.links.push(basis(1, "s1-1", "预算")), "links[4].phrase", "没有“预算”"),
        (|p| p.links.push(basis(1, "s1-1", "监督听取")), "links[4].phrase", "没有“监督听取”"),
        (|p| p.links.push(basis(1, "s1-1", "")), "links[4].phrase", "不能为空"),
        (|p| p.links.push(p.links[0].clone()), "links[4]", "脉络重复"),
        (
            |p| p.links.push(Link::Prepares { from: id("m1-1"), to: id("s1-1") }),
            "links[4].from",
            "m1-1 不存在",
        ),
        (|p| p.links.push(Link::Prepares { from: id("s1-1"), to: id("m1-1") }), "links[4].to", "m1-1 不存在"),
        (|p| p.links.push(Link::Prepares { from: id("s1-1"), to: id("s1-1") }), "links[4]", "自身"),
        (|p| p.links.push(Link::Same { a: id("m1-1"), b: id("s1-1") }), "links[4].a", "m1-1 不存在"),
        (|p| p.links.push(Link::Same { a: id("s1-1"), b: id("m1-1") }), "links[4].b", "m1-1 不存在"),
        (|p| p.links.push(Link::Same { a: id("s1-1"), b: id("s1-1") }), "links[4]", "自身"),
        (|p| p.links.push(Link::Same { a: id("s1-1"), b: id("m9-1") }), "links[4]", "脉络重复"),
    ]);
}

#[test]
fn corrections() {
    each_is_the_only_fault(&[
        (|p| p.corrections[0].place = Place::Item(id("s1-9")), "corrections[0].place", "事项 s1-9 不存在"),
        (|p| p.corrections[0].place = Place::Point(9), "corrections[0].place", "要点 9 不存在"),
        (|p| p.corrections[0].place = Place::Item(id("s1-1")), "corrections[0].printed", "没有“民生实项目”"),
        (|p| p.corrections[1].place = Place::Point(2), "corrections[1].printed", "没有“民生实项目”"),
        (|p| p.corrections[1].printed.clear(), "corrections[1].printed", "不能为空"),
        (|p| p.corrections[1].meant = "民生实项目".into(), "corrections[1].meant", "相同"),
        (|p| p.corrections[1].meant = long(), "corrections[1].meant", "20000"),
        (|p| p.corrections[1].reason.clear(), "corrections[1].reason", "不能为空"),
        (|p| p.corrections.push(p.corrections[0].clone()), "corrections[2]", "更正重复"),
    ]);
}

#[test]
fn too_long_lists() {
    each_is_the_only_fault(&[
        (|p| p.preamble = vec![String::new(); 20_001], "preamble", "20000"),
        (|p| p.links = vec![p.links[0].clone(); 20_001], "links", "20000"),
        (|p| p.corrections = vec![p.corrections[0].clone(); 20_001], "corrections", "20000"),
    ]);
    let mut plan = plan();
    plan.items = vec![plan.items[0].clone(); 20_001];
    assert_eq!(check(&plan)[0].path, "items");
}

#[test]
fn all_faults_come_in_the_order_of_the_fields() {
    let mut plan = plan();
    plan.corrections[1].reason.clear();
    plan.items[3].title.clear();
    plan.id = "a b".into();
    plan.items[0].title.clear();
    let paths: Vec<String> = check(&plan).into_iter().map(|fault| fault.path).collect();
    assert_eq!(paths, ["id", "items[0].title", "items[3].title", "corrections[1].reason"]);
}

#[test]
fn a_message_clips_what_it_quotes() {
    let mut plan = plan();
    plan.links.push(basis(1, "s1-1", &"预".repeat(31)));
    let message = format!("要点 1 中没有“{}…”", "预".repeat(30));
    let fault = Fault { path: "links[4].phrase".into(), message };
    let faults = check(&plan);
    assert_eq!(faults, [fault]);
    assert!(faults[0].to_string().starts_with("links[4].phrase：要点 1 "));
}

//! The real document: everything that is known about it.

use std::collections::HashSet;

use yaodian_plan::{Basis, Collective, ItemId, MeetingKind, Month, Period, Plan, ReportedStatus};
use yaodian_reading::{Cause, Severity, import};

use crate::support::{NANHAI, dense, ids, item, nanhai, read, said};

#[test]
fn head() {
    let plan = nanhai();
    assert_eq!(plan.title, "佛山市南海区人大常委会 2023 年工作要点");
    assert_eq!(plan.issuer, "佛山市南海区人大常委会");
    assert_eq!(plan.year, 2023);
    assert_eq!(plan.preamble.len(), 1);
    assert!(plan.preamble[0].starts_with("2023 年是全面贯彻") && plan.preamble[0].ends_with("再上新台阶。"));
    assert_eq!(
        plan.annexes,
        ["南海区人大常委会 2023 年主要工作安排表", "南海区人大常委会各工委（室） 2023 年重点工作计划"]
    );
}

#[test]
fn body() {
    let plan = nanhai();
    let points: Vec<usize> = plan.sections.iter().map(|section| section.points.len()).collect();
    assert_eq!(points, [3, 7, 2, 4, 4]);
    assert_eq!(plan.sections[1].title, "寓支持于监督之中，推动党委决策部署有效落实");
    assert!(plan.points().map(|point| point.no).eq(1..21));
    assert_eq!(plan.point(1).unwrap().heading, "坚持把党的领导贯穿于人大工作各方面全过程");
    assert!(plan.point(2).unwrap().text.contains("坚决做到“两个维护”的思想自觉"));
    assert!(plan.point(7).unwrap().text.contains("监督，听取审议国民经济"));
    assert!(
        plan.point(10).unwrap().text.contains("民生实项目") && plan.point(10).unwrap().text.contains(" and ")
    );
    let whole: String = plan.points().map(|point| format!("{}{}", point.heading, point.text)).collect();
    assert!(!whole.contains('*') && !whole.contains('\n'));
}

#[test]
fn units() {
    let plan = nanhai();
    let units: Vec<String> =
        plan.units.iter().map(|u| format!("{}={}{:?}", u.id, u.name, u.aliases)).collect();
    assert_eq!(
        units,
        [
            "office=办公室[]",
            "finance=财经工委[]",
            "urban=城建环资工委[]",
            "edu=教科文卫工委[]",
            "law=法制工委[]",
            "deputy=选联工委[\"选联\"]",
        ]
    );
}

#[test]
fn categories_and_months() {
    let plan = nanhai();
    let categories: Vec<String> =
        plan.categories.iter().map(|c| format!("{}{}", c.name, c.stated.unwrap())).collect();
    assert_eq!(
        categories,
        [
            "讨论决定重大事项3",
            "听取和审议/听取专项工作报告16",
            "计划和预算监督3",
            "专题调研2",
            "跟踪监督工作5",
            "专题询问1",
            "视察活动4",
            "代表活动3",
            "其他6"
        ]
    );
    let count = |of: &dyn Fn(ItemId) -> bool| plan.items.iter().filter(|item| of(item.id)).count();
    for category in &plan.categories {
        let of = |id| matches!(id, ItemId::Schedule { category: no, .. } if no == category.no);
        assert_eq!(count(&of), usize::from(category.stated.unwrap()), "{}", category.name);
    }
    let months: Vec<usize> = Month::all()
        .map(|m| count(&|id| matches!(id, ItemId::Monthly { month, .. } if month == m)))
        .collect();
    assert_eq!(months, [3, 5, 3, 4, 1, 2, 5, 1, 3, 3, 5, 4]);
    assert_eq!(count(&ItemId::is_schedule), 43);
    assert_eq!(plan.items.len(), 82);
    let mut sorted: Vec<ItemId> = plan.items.iter().map(|item| item.id).collect();
    sorted.sort();
    assert_eq!(
        ids(&plan),
        sorted.iter().map(ItemId::to_string).collect::<Vec<_>>(),
        "in the document's order"
    );
}

/// Every pairing that was inferred has been reviewed by hand; this is what the review found.
#[test]
fn inferred_pairings() {
    let plan = nanhai();
    let inferred: Vec<String> = plan
        .items
        .iter()
        .filter(|item| item.responsibility.basis == Basis::Inferred)
        .map(|item| format!("{} {}", item.id, item.responsibility.lead[0]))
        .collect();
    assert_eq!(
        inferred.join(", "),
        "m1-1 finance, m1-2 finance, m1-3 deputy, \
         m2-1 office, m2-2 urban, m2-3 edu, m2-4 deputy, m2-5 deputy, \
         m9-1 finance, m9-2 finance, m9-3 edu, \
         m12-1 finance, m12-2 finance, m12-3 edu, m12-4 deputy"
    );
    let july = &item(&plan, "m7-5").responsibility;
    assert_eq!((july.collective, july.basis), (Some(Collective::Concerned), Basis::Stated));
    assert!(july.lead.is_empty() && july.text == "有关工委");
}

#[test]
fn single_items() {
    let plan = nanhai();
    let months =
        |first, last| Period::Months { first: Month::new(first).unwrap(), last: Month::new(last).unwrap() };
    let january = ["m1-1", "m1-2", "m1-3"].map(|id| item(&plan, id));
    assert!(
        january
            .iter()
            .all(|i| i.remark.as_deref() == Some("已完成") && i.reported == Some(ReportedStatus::Done))
    );
    assert_eq!(plan.items.iter().filter(|item| item.remark.is_some()).count(), 3);

    let adjusted = item(&plan, "s1-3");
    assert_eq!(adjusted.condition.as_deref(), Some("根据政府提请"));
    assert!(adjusted.title.ends_with("调整报告 (根据政府提请)"));
    assert_eq!((adjusted.period, adjusted.period_text.as_str()), (Period::Unscheduled, ""));
    assert_eq!(plan.items.iter().filter(|item| item.condition.is_some()).count(), 1);

    assert_eq!(item(&plan, "s9-1").meetings, [MeetingKind::StandingCommittee, MeetingKind::Chairpersons]);
    assert_eq!(item(&plan, "s9-3").responsibility.collective, Some(Collective::All));
    assert_eq!(item(&plan, "s5-1").period, Period::WholeYear);

    let system = item(&plan, "m3-3");
    assert_eq!(system.title, "完善人大信息系统, 组织代表培训(3-5月)");
    assert_eq!((system.period, system.period_text.as_str()), (months(3, 5), "3-5月"));
    assert_eq!(item(&plan, "m2-2").period, months(2, 2), "years in a title are no due date");
    assert_eq!(item(&plan, "m10-1").title, "召开立法联系点工作现场会");
    assert_eq!(item(&plan, "m10-2").source.text, "2. 视察工业用地红线规划实施管理情况；");
    assert_eq!(item(&plan, "s7-4").title, "开展民生实项目专题视察", "misprints stay");
    assert_eq!(item(&plan, "s2-1").source.line, 77);
}

#[test]
fn text_is_the_documents() {
    let plan = nanhai();
    let lines: Vec<&str> = NANHAI.lines().collect();
    for item in &plan.items {
        let line = lines[item.source.line as usize - 1];
        assert!(line.contains(&item.title), "{}", item.id);
        assert!(line.contains(&item.source.text), "{}", item.id);
        assert!(
            !item.title.ends_with(['；', ';', '。']) && !item.title.starts_with(|c: char| c.is_whitespace())
        );
        if item.id.is_schedule() {
            assert_eq!(line, item.source.text, "{}", item.id);
            assert!(line.contains(&item.responsibility.text) && line.contains(&item.period_text));
        }
    }
    for point in plan.points() {
        let from: String = lines[point.line as usize - 1..].concat();
        let printed = dense(&from.replace("**", ""));
        let read = dense(&format!("{}.{}。{}", point.no, point.heading, point.text));
        assert!(printed.starts_with(&read), "point {}", point.no);
    }
}

/// Nothing is lost and nothing is read twice: the parts together are the document.
#[test]
fn every_line_is_somebodys() {
    let plan = nanhai();
    let rows: Vec<u32> = (1..)
        .zip(NANHAI.lines())
        .filter(|(_, l)| l.contains('\t') && !l.contains("备注") && !l.contains("序号"))
        .map(|(no, _)| no)
        .collect();
    let (schedule, monthly): (Vec<u32>, Vec<u32>) = rows.iter().partition(|line| **line < 128);
    let of_schedule: Vec<u32> =
        plan.items.iter().filter(|i| i.id.is_schedule()).map(|i| i.source.line).collect();
    assert_eq!(of_schedule, schedule, "one item per row of annex 1");
    for no in monthly {
        let cell = NANHAI.lines().nth(no as usize - 1).unwrap().split('\t').nth(1).unwrap();
        let tasks = plan.items.iter().filter(|i| i.source.line == no).map(|i| dense(&i.source.text));
        assert_eq!(tasks.collect::<String>(), dense(cell), "the tasks of line {no} make up its cell");
    }
    let mut body = plan.title.clone() + &plan.preamble.concat();
    for section in &plan.sections {
        body += section.title.as_str();
        for point in &section.points {
            body += &format!("{}.{}。{}", point.no, point.heading, point.text);
        }
    }
    let printed: String = NANHAI
        .lines()
        .take(64)
        .map(|line| {
            line.trim_start_matches(['一', '二', '三', '四', '五']).trim_start_matches('、').replace("**", "")
        })
        .collect();
    assert_eq!(dense(&body), dense(&printed), "the body, section numbers aside");
}

#[test]
fn diagnostics() {
    let (_, diagnostics) = read(NANHAI);
    let found: Vec<(String, Vec<u32>)> = diagnostics
        .iter()
        .map(|d| (d.cause.code(), d.found.iter().map(|found| found.line).collect()))
        .collect();
    let found: Vec<(&str, &[u32])> =
        found.iter().map(|(cause, lines)| (cause.as_str(), lines.as_slice())).collect();
    assert_eq!(
        found,
        [
            ("joined_tables", &[0; 7][..]),
            ("rejoined_lines", &[0; 4]),
            ("blank_time", &[76, 121, 126]),
            ("category_opened", &[77]),
            ("category_named_late", &[82]),
            ("alias", &[93]),
            ("inferred", &[133, 134, 145, 148]),
            ("remark_shared", &[133]),
            ("period_in_title", &[137]),
        ],
        "{}",
        said(&diagnostics)
    );
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note));
    assert_eq!(diagnostics[4].found[0].text, "听取和审议/听取专项工作报告");
}

#[test]
fn json_loses_nothing() {
    let plan = nanhai();
    assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
    assert_eq!(serde_json::from_str::<Plan>(&serde_json::to_string(&plan).unwrap()).unwrap(), plan);
}

#[test]
fn made_up_id_is_stable_and_said() {
    let (draft, diagnostics) = import(NANHAI);
    let plan = draft.plan;
    assert_eq!(plan.id, "plan-2023-f32816aa");
    assert!(diagnostics.iter().any(|d| d.cause == Cause::MadeUpId && d.found[0].note == plan.id));
    let distinct: HashSet<String> = ids(&plan).into_iter().collect();
    assert_eq!(distinct.len(), 82);
}

//! The real document with one thing wrong: the right thing is said, and the rest is still read.

use yaodian_plan::{ItemId, Period, Plan};
use yaodian_reading::{Diagnostic, Hints, Problem, Severity, import_as};

use crate::support::{NANHAI, document, item, read, said};

/// Changes the document and expects this among what is said, and this many items.
fn check(from: &str, to: &str, items: usize, expected: impl Fn(&Problem) -> bool) -> (Plan, Vec<Diagnostic>) {
    assert!(NANHAI.contains(from), "{from}");
    let (plan, diagnostics) = read(&NANHAI.replacen(from, to, 1));
    let severe = diagnostics.iter().find(|d| expected(&d.problem));
    let severe = severe.unwrap_or_else(|| panic!("not said: {}", said(&diagnostics)));
    assert_eq!(severe.severity, severe.problem.severity());
    assert_eq!(plan.items.len(), items, "{}", said(&diagnostics));
    (plan, diagnostics)
}

#[test]
fn wrong_count() {
    let (_, diagnostics) = check("视察活动 (4项)", "视察活动 (5项)", 82, |problem| {
        *problem == Problem::Count { category: "视察活动".to_owned(), stated: 5, found: 4 }
    });
    let warning = diagnostics.iter().find(|d| d.severity == Severity::Warning).unwrap();
    assert_eq!(warning.to_string(), "第112行（请核对）：类别“视察活动”标明 5 项，实有 4 项，按实有项读取");
}

#[test]
fn missing_category() {
    let (plan, _) = check("视察活动 (4项)\t", "\t", 82, |problem| {
        matches!(problem, Problem::CategoryUnnamed { no: 7, .. })
    });
    assert_eq!(plan.categories.len(), 9);
    assert_eq!(plan.categories[6].name, "第7类");
    assert_eq!(item(&plan, "s7-4").source.line, 115);
}

#[test]
fn unknown_unit() {
    let (plan, _) = check("\t法制工委\t8月", "\t信息化工委\t8月", 82, |problem| {
        *problem == Problem::UnknownUnit { name: "信息化工委".to_owned(), id: "u1".to_owned() }
    });
    assert_eq!(plan.units.last().unwrap().name, "信息化工委");
    assert_eq!(item(&plan, "s2-9").responsibility.lead[0].0, "u1");
    check("\t法制工委\t8月", "\t区政府\t8月", 82, |problem| {
        matches!(problem, Problem::OddUnit { .. })
    });
    check("\t法制工委\t8月", "\t\t8月", 82, |problem| *problem == Problem::NoUnit);
}

#[test]
fn bad_period() {
    let (plan, _) = check("\t法制工委\t8月", "\t法制工委\t8用", 82, |problem| {
        *problem == Problem::UnknownPeriod { text: "8用".to_owned() }
    });
    assert_eq!(item(&plan, "s2-9").period, Period::Unscheduled);
    let (plan, _) = check("8 月\t", "某月\t", 82, |problem| matches!(problem, Problem::NoMonth { .. }));
    assert_eq!(item(&plan, "m12-5").title, "开展南海历史文化资源保护、传承和发展专题调研");
}

#[test]
fn numbers() {
    check("\t2\t南海区及桂城街道2022", "\t1\t南海区及桂城街道2022", 82, |problem| {
        matches!(problem, Problem::CategoryOpened { no: 2 })
    });
    check("\t5\t听取区政府", "\t4\t听取区政府", 82, |problem| {
        *problem == Problem::Duplicate { found: 4, used: ItemId::Schedule { category: 2, no: 5 } }
    });
    let (plan, _) = check("6. 强化规范性", "8. 强化规范性", 82, |problem| {
        matches!(problem, Problem::NumberGap { what: "要点", expected: 6, found: 8, used: 8 })
    });
    assert_eq!(plan.points().count(), 20);
    check("四、做深", "三、做深", 82, |problem| {
        matches!(problem, Problem::NumberGap { what: "部分", expected: 4, found: 3, used: 4 })
    });
}

#[test]
fn missing_parts() {
    check("佛山市南海区人大常委会 2023 年工作要点", "", 82, |problem| {
        matches!(problem, Problem::NoTitle { .. })
    });
    check(" 2023 年工作要点", "工作要点", 82, |problem| {
        *problem == Problem::YearElsewhere { year: 2023 }
    });
    check("附件 1\n", "", 82, |problem| matches!(problem, Problem::NoAnnexTitle { .. }));
    let body: String = NANHAI.lines().take(64).map(|line| format!("{line}\n")).collect();
    let (plan, diagnostics) = read(&body);
    assert_eq!((plan.points().count(), plan.items.len()), (20, 0));
    let problems: Vec<&Problem> = diagnostics.iter().map(|d| &d.problem).collect();
    assert_eq!(problems, [&Problem::NoSchedule, &Problem::NoMonthly]);
    let (plan, diagnostics) = read("");
    assert_eq!((plan.year, plan.items.len()), (0, 0));
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    assert_eq!(errors, 4, "{}", said(&diagnostics));
}

/// Without the line that begins annex 2, its header does.
#[test]
fn missing_annex_mark() {
    let (plan, diagnostics) = read(&NANHAI.replace("附件 2\n", ""));
    assert_eq!(plan.items.len(), 82, "{}", said(&diagnostics));
    assert_eq!(
        plan.annexes[1], "南海区人大常委会各工委（室）2023 年重点工作计划",
        "from the list of annexes"
    );
    assert!(diagnostics.iter().any(|d| matches!(d.problem, Problem::NoAnnexTitle { .. })));
}

/// In the middle of a sentence, a line that begins with a number does not begin a point.
#[test]
fn numbers_within_a_sentence() {
    let (plan, _) = check("听\n\n取审议国民经济", "按照第\n\n12. 条，听取审议国民经济", 82, |_| true);
    assert_eq!(plan.points().count(), 20);
    assert!(plan.point(7).unwrap().text.contains("监督，按照第12. 条，听取"));
}

#[test]
fn hints() {
    let hints = Hints { id: Some("nanhai-2024".to_owned()), year: Some(2024) };
    let (plan, diagnostics) = import_as(NANHAI, &hints);
    assert_eq!((plan.id.as_str(), plan.year), ("nanhai-2024", 2024));
    let differs = Problem::YearDiffers { printed: 2023, used: 2024 };
    assert!(diagnostics.iter().any(|d| d.problem == differs));
}

/// Points that are numbered （一） are read too, unless arabic numbers are the points.
#[test]
fn other_numbering() {
    let source = "某区人大常委会2023年工作要点\n（2023年1月5日主任会议通过）\n前言。\n一、监督\n（一）预算。审查预算。\n（二）环保。视察环保。\n";
    let (plan, _) = read(source);
    assert_eq!(plan.preamble, ["（2023年1月5日主任会议通过）", "前言。"]);
    assert!(plan.points().map(|point| (point.no, point.heading.as_str())).eq([(1, "预算"), (2, "环保")]));
}

/// Many documents count their points anew in every section.
#[test]
fn numbers_that_restart() {
    let source = "某区人大常委会2023年工作要点\n一、监督\n1. 甲。\n2. 乙。\n二、代表\n1. 丙。\n2. 丁。\n";
    let (plan, diagnostics) = read(source);
    assert!(plan.points().map(|point| (point.no, point.heading.as_str())).eq([
        (1, "甲"),
        (2, "乙"),
        (3, "丙"),
        (4, "丁")
    ]));
    assert!(diagnostics.iter().any(|d| d.problem == Problem::NumberRestarts { found: 2, used: 4 }));
    assert!(diagnostics.iter().all(|d| d.severity != Severity::Warning || d.problem == Problem::NoMonthly));
}

/// What a message says is in it: expected, found, done.
#[test]
fn messages_are_whole_sentences() {
    let source = document("A(3项)\t2\t甲\t区政府\t某时\t?\t\t多", "某月\t1.甲；1.乙\t\t未完成");
    let (_, diagnostics) = read(&source);
    assert!(diagnostics.len() >= 8, "{}", said(&diagnostics));
    for diagnostic in &diagnostics {
        let message = diagnostic.to_string();
        assert!(message.starts_with('第') && message.contains('，'), "{message}");
    }
}

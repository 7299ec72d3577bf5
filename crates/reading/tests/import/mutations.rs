//! The real document with one thing wrong: the right thing is said, and the rest is still read.

use yaodian_plan::{Period, Plan};
use yaodian_reading::{Cause, Diagnostic, Hints, Severity, import_as};

use crate::support::{NANHAI, document, item, read, said};

/// Changes the document and expects this among what is said, with these words, and this many items.
fn check(from: &str, to: &str, items: usize, cause: Cause, words: &str) -> (Plan, Vec<Diagnostic>) {
    assert!(NANHAI.contains(from), "{from}");
    let (plan, diagnostics) = read(&NANHAI.replacen(from, to, 1));
    let found = diagnostics.iter().find(|d| d.cause == cause && d.to_string().contains(words));
    assert!(found.is_some(), "{cause:?} “{words}” is not said: {}", said(&diagnostics));
    assert_eq!(plan.items.len(), items, "{}", said(&diagnostics));
    (plan, diagnostics)
}

#[test]
fn wrong_count() {
    let (_, diagnostics) =
        check("视察活动 (4项)", "视察活动 (5项)", 82, Cause::Count, "标明 5 项，实有 4 项");
    let warning = diagnostics.iter().find(|d| d.severity == Severity::Warning).unwrap();
    assert_eq!(
        warning.to_string(),
        "（请核对）类别标明的项数与实有项数不同：第112行“视察活动”标明 5 项，实有 4 项。按实有的项读入；请核对是否缺行。"
    );
}

#[test]
fn missing_category() {
    let (plan, _) = check("视察活动 (4项)\t", "\t", 82, Cause::CategoryUnnamed, "第7类");
    assert_eq!(plan.categories.len(), 9);
    assert_eq!(plan.categories[6].name, "第7类");
    assert_eq!(item(&plan, "s7-4").source.line, 115);
}

#[test]
fn unknown_unit() {
    let (plan, diagnostics) = read(&NANHAI.replacen("\t法制工委\t8月", "\t信息化工委\t8月", 1));
    assert_eq!(plan.units.last().unwrap().name, "信息化工委");
    assert_eq!(item(&plan, "s2-9").responsibility.lead[0].0, "u1");
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note), "a name like others is no doubt");
    check("\t法制工委\t8月", "\t张明远\t8月", 82, Cause::OddUnit, "第87行“张明远”");
    check("\t法制工委\t8月", "\t\t8月", 82, Cause::BlankUnit, "第87行");
}

#[test]
fn bad_period() {
    let (plan, _) = check("\t法制工委\t8月", "\t法制工委\t8用", 82, Cause::UnknownPeriod, "第87行“8用”");
    assert_eq!(item(&plan, "s2-9").period, Period::Unscheduled);
    let (plan, _) = check("8 月\t", "某月\t", 82, Cause::NoMonth, "第144行“某月”");
    assert_eq!(item(&plan, "m12-5").title, "开展南海历史文化资源保护、传承和发展专题调研");
    assert_eq!(yaodian_plan::check(&plan), [], "a plan all the same");
}

#[test]
fn numbers() {
    check("\t2\t南海区及桂城街道2022", "\t1\t南海区及桂城街道2022", 82, Cause::CategoryOpened, "第75行");
    check("\t5\t听取区政府", "\t4\t听取区政府", 82, Cause::Duplicate, "第83行“4”编号为 s2-5");
    let (plan, _) = check("6. 强化规范性", "8. 强化规范性", 82, Cause::NumberGap, "应为 6，记为 8");
    assert_eq!(plan.points().count(), 20);
    check("四、做深", "三、做深", 82, Cause::NumberGap, "应为第 4 部分");
}

#[test]
fn a_row_that_stands_twice_takes_no_number_from_those_after_it() {
    let (whole, _) = read(NANHAI);
    let row = NANHAI.lines().find(|line| line.starts_with("\t5\t听取区政府")).unwrap();
    let (plan, diagnostics) =
        check(row, &format!("{row}\n{row}"), 83, Cause::Duplicate, "第84行“5”编号为 s2-17");
    let doubled = diagnostics.iter().find(|found| found.cause == Cause::Duplicate).unwrap();
    assert_eq!(doubled.found.len(), 1);
    assert!(diagnostics.iter().all(|found| found.cause != Cause::SerialGap));
    for item in &whole.items {
        assert_eq!(plan.items.iter().find(|other| other.id == item.id).unwrap().title, item.title);
    }
    // It stands where it is printed.
    let order: Vec<_> = plan.items.iter().map(|item| item.id.to_string()).collect();
    let at = order.iter().position(|id| id == "s2-17").unwrap();
    assert_eq!(order[at - 1..=at + 1], ["s2-5", "s2-17", "s2-6"]);
}

#[test]
fn a_row_without_its_number_takes_none_from_those_after_it() {
    let (plan, diagnostics) =
        check("\t5\t听取区政府", "\t\t听取区政府", 82, Cause::NoSerial, "第83行编号为 s2-5");
    assert!(plan.items.iter().any(|item| item.id.to_string() == "s2-6"));
    assert!(diagnostics.iter().all(|found| !matches!(found.cause, Cause::SerialGap | Cause::Duplicate)));
    // A row more, without a number.
    let row = NANHAI.lines().find(|line| line.starts_with("\t5\t听取区政府")).unwrap();
    let more = row.replace("\t5\t听取", "\t\t再次听取");
    check(row, &format!("{more}\n{row}"), 83, Cause::NoSerial, "第83行编号为 s2-17");
}

#[test]
fn missing_parts() {
    check("佛山市南海区人大常委会 2023 年工作要点", "", 82, Cause::NoTitle, "");
    check(" 2023 年工作要点", "工作要点", 82, Cause::YearElsewhere, "“2023年”");
    let (plan, _) = read(&NANHAI.replacen("附件 1\n", "", 1));
    assert_eq!(plan.annexes[0], "南海区人大常委会 2023 年主要工作安排表");
    let body: String = NANHAI.lines().take(64).map(|line| format!("{line}\n")).collect();
    let (plan, diagnostics) = read(&body);
    assert_eq!((plan.points().count(), plan.items.len()), (20, 0));
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note), "{}", said(&diagnostics));
    let (plan, diagnostics) = read("");
    assert_eq!((plan.year, plan.items.len()), (0, 0));
    let errors: Vec<Cause> =
        diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.cause).collect();
    assert_eq!(errors, [Cause::NoTitle, Cause::NoYear, Cause::NothingRead], "{}", said(&diagnostics));
}

/// Without the line that begins annex 2, its title and its table do.
#[test]
fn missing_annex_mark() {
    let (plan, diagnostics) = read(&NANHAI.replace("附件 2\n", ""));
    assert_eq!(plan.items.len(), 82, "{}", said(&diagnostics));
    assert_eq!(plan.annexes[1], "南海区人大常委会各工委（室） 2023 年重点工作计划");
}

/// In the middle of a sentence, a line that begins with a number does not begin a point.
#[test]
fn numbers_within_a_sentence() {
    let (plan, _) = read(&NANHAI.replace("听\n\n取审议国民经济", "按照第\n\n12. 条，听取审议国民经济"));
    assert_eq!(plan.points().count(), 20);
    assert!(plan.point(7).unwrap().text.contains("监督，按照第12. 条，听取"));
}

#[test]
fn hints() {
    let hints = Hints { id: Some("nanhai-2024".to_owned()), year: Some(2024), ..Hints::default() };
    let (draft, diagnostics) = import_as(NANHAI, &hints);
    assert_eq!((draft.plan.id.as_str(), draft.plan.year), ("nanhai-2024", 2024));
    let differs = diagnostics.iter().find(|d| d.cause == Cause::YearDiffers).expect("said");
    assert!(differs.to_string().contains("“2023年”按 2024 年"));
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
    let points = plan.points().map(|point| (point.no, point.printed.as_str(), point.heading.as_str()));
    assert!(points.eq([(1, "", "甲"), (2, "", "乙"), (3, "1.", "丙"), (4, "2.", "丁")]));
    let restarts: Vec<_> = diagnostics.iter().filter(|d| d.cause == Cause::NumberRestarts).collect();
    assert_eq!((restarts.len(), restarts[0].found.len()), (1, 1), "said once");
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note));
}

/// What a message says is in it: where, what was found, what was done.
#[test]
fn messages_are_whole_sentences() {
    let source = document("A(3项)\t2\t甲\t张三\t某时\t?\t\t多", "某月\t1.甲；1.乙\t\t未完成");
    let (_, diagnostics) = read(&source);
    assert!(diagnostics.len() >= 8, "{}", said(&diagnostics));
    for diagnostic in &diagnostics {
        let message = diagnostic.to_string();
        assert!(message.starts_with('（') && message.ends_with('。'), "{message}");
        assert!(message.contains('第') && message.contains('行'), "{message}");
    }
}

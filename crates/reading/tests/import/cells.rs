//! What single cells mean: a table of inputs and outcomes, each run through a whole import.

use yaodian_plan::{Collective, MeetingKind, Period, Plan};
use yaodian_reading::{Diagnostic, Severity};

use crate::support::{document, ids, item, read, said};

/// The worst thing that was said about the document, if anything.
fn worst(diagnostics: &[Diagnostic]) -> Option<Severity> {
    diagnostics.iter().map(|d| d.severity).max()
}

fn period(plan: &Plan, id: &str) -> String {
    match item(plan, id).period {
        Period::Months { first, last } if first == last => first.to_string(),
        Period::Months { first, last } => format!("{first}-{last}"),
        several @ Period::Several(_) => several.to_string(),
        Period::WholeYear => "year".to_owned(),
        Period::Unscheduled => "none".to_owned(),
    }
}

#[test]
fn periods() {
    const OK: Option<Severity> = None;
    const NOTE: Option<Severity> = Some(Severity::Note);
    const WARN: Option<Severity> = Some(Severity::Warning);
    let check = |text: &str, expected: &str, severity: Option<Severity>| {
        let (plan, diagnostics) =
            read(&document(&format!("会\t1\t事\t办公室\t{text}\t\t"), "1月\t事\t办公室\t"));
        assert_eq!(period(&plan, "s1-1"), expected, "{text}");
        assert_eq!(worst(&diagnostics), severity, "{text}: {}", said(&diagnostics));
        assert_eq!(item(&plan, "s1-1").period_text, text.trim());
    };
    for (text, expected, severity) in [
        ("3月", "3", OK),
        ("3 月", "3", OK),
        ("\u{3000}3\u{a0}月 ", "3", OK),
        ("３月", "3", OK),
        ("三月", "3", OK),
        ("十月", "10", OK),
        ("十二月", "12", OK),
        ("3月份", "3", OK),
        ("3-6月", "3-6", OK),
        ("3—6月", "3-6", OK),
        ("3——6月", "3-6", OK),
        ("3–6 月", "3-6", OK),
        ("3～6月", "3-6", OK),
        ("3至6月", "3-6", OK),
        ("三至六月", "3-6", OK),
        ("3月-6月", "3-6", OK),
        ("3月至6月", "3-6", OK),
        ("3月份到6月份", "3-6", OK),
        ("2023年3月", "3", OK),
        ("3、4月", "3-4", OK),
        ("3月、4月和5月", "3-5", OK),
        ("4月、10月", "4月、10月", NOTE),
        ("全年", "year", OK),
        ("上半年", "1-6", OK),
        ("下半年", "7-12", OK),
        ("第三季度", "7-9", OK),
        ("三季度", "7-9", OK),
        ("一季度", "1-3", OK),
        ("第4季度", "10-12", OK),
        ("二至三季度", "4-9", OK),
        ("12月底前", "12", OK),
        ("12月底", "12", OK),
        ("6月底前完成", "6", OK),
        ("12 月底之前", "12", OK),
        ("7月上旬", "7", OK),
        ("6月前", "6", NOTE),
        ("3月15日", "3", NOTE),
        ("年底前", "12", OK),
        ("年底", "12", OK),
        ("适时", "none", OK),
        ("待定", "none", OK),
        ("", "none", OK),
        ("每月", "year", NOTE),
        ("每季度", "year", NOTE),
        ("13月", "none", WARN),
        ("0月", "none", WARN),
        ("6-3月", "none", WARN),
        ("第五季度", "none", WARN),
        ("3-6", "none", WARN),
        ("2024年1月", "none", WARN),
        ("春节前后", "1-2", NOTE),
        ("99999999999999999999月", "none", WARN),
    ] {
        check(text, expected, severity);
    }
}

#[test]
fn responsibilities() {
    let check = |cell: &str, expected: &str| {
        // The second row makes every unit known by its full name.
        let known = "\n\t2\t别\t办公室、财经工委、教科文卫工委、选联工委\t1月\t\t";
        let (plan, diagnostics) =
            read(&document(&format!("会\t1\t事\t{cell}\t1月\t\t{known}"), "1月\t事\t办公室\t"));
        let who = &item(&plan, "s1-1").responsibility;
        let names =
            |ids: &[yaodian_plan::UnitId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let collective = match who.collective {
            Some(Collective::All) => " all",
            Some(Collective::Concerned) => " concerned",
            None => "",
        };
        let read = format!("{}+{}{collective}", names(&who.lead), names(&who.joint));
        assert_eq!(read, expected, "{cell}\n{}", said(&diagnostics));
        assert_eq!(who.text, cell.trim());
    };
    for (cell, expected) in [
        ("财经工委", "finance+"),
        ("财经工委、教科文卫工委及办公室", "finance+edu,office"),
        ("选联及有关工委", "deputy+ concerned"),
        ("办公室及各工委", "office+ all"),
        ("各工委(室)", "+ all"),
        ("各工委（室）", "+ all"),
        ("有关工委（室）", "+ concerned"),
        ("办公室及选联工委", "office+deputy"),
        ("办公室和选联", "office+deputy"),
        ("办公室，选联工委", "office+deputy"),
        ("办公室 选联工委", "office+deputy"),
        ("选联工委、办公室及有关工委", "deputy+office concerned"),
        ("教科文 卫工委、 办公室", "edu+office"),
        ("选联 工委 办公室", "deputy+office"),
        ("选联及有关 工委", "deputy+ concerned"),
        ("财经工委（牵头）、办公室（配合）", "finance+office"),
        ("由财经工委牵头，办公室配合", "finance+office"),
        ("财经工委、财经工委", "finance+"),
        ("区人大常委会财经工委", "finance+"),
        ("财政经济委员会", "finance+"),
        ("监察司法工委", "supervision+"),
        ("社建工委", "society+"),
        ("农村农业工委", "rural+"),
        ("民宗侨外工委", "affairs+"),
        ("预算工委", "budget+"),
        ("信息化工作委员会", "u1+"),
        ("区政府", "u1+"),
    ] {
        check(cell, expected);
    }
}

#[test]
fn meetings() {
    let check = |standing: &str, chair: &str, expected: &[MeetingKind], clean: bool| {
        let (plan, diagnostics) =
            read(&document(&format!("会\t1\t事\t办公室\t1月\t{standing}\t{chair}"), "1月\t事\t办公室\t"));
        assert_eq!(item(&plan, "s1-1").meetings, expected, "{standing}/{chair}");
        assert_eq!(worst(&diagnostics), (!clean).then_some(Severity::Note), "{}", said(&diagnostics));
    };
    use MeetingKind::{Chairpersons, StandingCommittee};
    for mark in ["✓", "√", "✔", "是", "●", " ✓ "] {
        check(mark, "", &[StandingCommittee], true);
        check("", mark, &[Chairpersons], true);
        check(mark, mark, &[StandingCommittee, Chairpersons], true);
    }
    check("", "", &[], true);
    check("否", "/", &[], true);
    check("第十次", "", &[StandingCommittee], true);
    check("", "书面", &[Chairpersons], false);
}

#[test]
fn rows() {
    let check = |rows: &str, expected: &[&str], severity: Option<Severity>| {
        let (plan, diagnostics) = read(&document(rows, "1月\t事\t办公室\t"));
        let titles: Vec<String> = plan
            .items
            .iter()
            .filter(|item| item.id.is_schedule())
            .map(|item| format!("{} {}", item.id, item.title))
            .collect();
        assert_eq!(titles, expected, "{rows}\n{}", said(&diagnostics));
        assert_eq!(worst(&diagnostics), severity, "{rows}\n{}", said(&diagnostics));
    };
    let (note, warn) = (Some(Severity::Note), Some(Severity::Warning));
    check("A(2项)\t1\t甲\t办公室\t1月\t\t\n\t2\t乙。\t办公室\t1月\t\t", &["s1-1 甲", "s1-2 乙"], None);
    // A category cell that is missing, or displaced, or repeated on every row.
    check(
        "A\t1\t甲\t办公室\t1月\t\t\n\t1\t乙\t办公室\t1月\t\t\nB\t2\t丙\t办公室\t\t\t",
        &["s1-1 甲", "s2-1 乙", "s2-2 丙"],
        note,
    );
    check(
        "A\t1\t甲\t办公室\t1月\t\t\nA\t2\t乙\t办公室\t1月\t\t\nB\t1\t丙\t办公室\t\t\t",
        &["s1-1 甲", "s1-2 乙", "s2-1 丙"],
        note,
    );
    check("A\t1\t甲\t办公室\t1月\t\t\nB\t3\t乙\t办公室\t1月\t\t", &["s1-1 甲", "s2-3 乙"], warn);
    check("\t1\t甲\t办公室\t1月\t\t", &["s1-1 甲"], warn);
    // The leading tab of an empty category cell got lost.
    check("A\t1\t甲\t办公室\t1月\t\t\n2\t乙\t办公室\t1月\t\t", &["s1-1 甲", "s1-2 乙"], note);
    check(
        "A\t2\t甲\t办公室\t1月\t\t\n\t1\t乙\t办公室\t1月\t\t\nB\t1\t丙\t办公室\t1月\t\t",
        &["s1-2 甲", "s2-1 乙", "s3-1 丙"],
        warn,
    );
    // Serial numbers: twice, missing, out of order, in another writing.
    check(
        "A\t1\t甲\t办公室\t1月\t\t\n\t2\t乙\t办公室\t1月\t\t\n\t2\t丙\t办公室\t1月\t\t",
        &["s1-1 甲", "s1-2 乙", "s1-3 丙"],
        warn,
    );
    check("A\t1\t甲\t办公室\t1月\t\t\n\t\t乙\t办公室\t1月\t\t", &["s1-1 甲", "s1-2 乙"], warn);
    check("A\t1\t甲\t办公室\t1月\t\t\n\t4\t乙\t办公室\t1月\t\t", &["s1-1 甲", "s1-4 乙"], warn);
    check(
        "A\t１．\t甲\t办公室\t1月\t\t\n\t（2）\t乙\t办公室\t1月\t\t\n\t三\t丙\t办公室\t1月\t\t",
        &["s1-1 甲", "s1-2 乙", "s1-3 丙"],
        None,
    );
    // A row that a page broke in the middle of its title.
    check("A\t1\t甲乙\n丙丁\t办公室\t1月\t\t\n\t2\t戊\t办公室\t1月\t\t", &["s1-1 甲乙丙丁", "s1-2 戊"], note);
    // Nothing to do, and cells too many.
    check("A\t1\t甲\t办公室\t1月\t\t\n\t2\t\t办公室\t1月\t\t\n\t\t\t\t\t\t", &["s1-1 甲"], warn);
    check("A\t1\t甲\t办公室\t1月\t\t\t又及", &["s1-1 甲"], warn);
    check("A\t1\t甲\t\t1月\t\t", &["s1-1 甲"], warn);
}

#[test]
fn tasks() {
    let check = |row: &str, expected: &[&str]| {
        let (plan, diagnostics) = read(&document("A\t1\t甲\t办公室\t1月\t\t", row));
        let tasks: Vec<String> = plan
            .items
            .iter()
            .filter(|item| !item.id.is_schedule())
            .map(|item| {
                format!(
                    "{} {} {} {}",
                    item.id,
                    item.title,
                    item.responsibility.text,
                    period(&plan, &item.id.to_string())
                )
            })
            .collect();
        assert_eq!(tasks, expected, "{row}\n{}", said(&diagnostics));
    };
    check("5月\t开展调研。\t财经工委\t", &["m5-1 开展调研 财经工委 5"]);
    check(
        "5月\t1. 甲； 2. 乙 3. 丙\t办公室 财经工委 选联工委\t",
        &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5", "m5-3 丙 选联工委 5"],
    );
    check("5月\t1、甲；2、乙。\t办公室、财经工委\t", &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5"]);
    check("5月\t（1）甲;（2）乙\t办公室\t", &["m5-1 甲 办公室 5", "m5-2 乙 办公室 5"]);
    check("5月\t① 甲；② 乙\t办公室，财经工委\t", &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5"]);
    check(
        "5月\t1. 投入2.5亿；2. 1至7月决算(3-5年)\t办公室 财经工委\t",
        &["m5-1 投入2.5亿 办公室 5", "m5-2 1至7月决算(3-5年) 财经工委 5"],
    );
    check("5月\t1. 甲；1. 乙\t办公室 财经工委\t", &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5"]);
    check(
        "5月\t1. 甲(5-6月)；2. 乙（2021-2035年）\t办公室 财经工委\t",
        &["m5-1 甲(5-6月) 办公室 5-6", "m5-2 乙（2021-2035年） 财经工委 5"],
    );
    check("5月\t甲\t办公室 财经工委\t", &["m5-1 甲 办公室、财经工委 5"]);
    check(
        "5月\t1. 甲；2. 乙预算\t办公室 选联工委 财经工委\t",
        &["m5-1 甲 办公室、选联工委 5", "m5-2 乙预算 财经工委 5"],
    );
    check("5-6月\t甲\t办公室\t", &["m5-1 甲 办公室 5-6"]);
    check("全年\t甲\t办公室\t\n12月\t1. 乙\t办公室\t", &["m12-1 乙 办公室 12", "m12-2 甲 办公室 year"]);
    // A span that does not begin in the row's month is what the task is about.
    check("8月\t预算执行情况(1-7月)\t财经工委\t", &["m8-1 预算执行情况(1-7月) 财经工委 8"]);
    check("7月\t预算执行情况（1至7月）\t财经工委\t", &["m7-1 预算执行情况（1至7月） 财经工委 7"]);
    // One cell over several lines, as a spreadsheet's text has it, and a month over two pages.
    check(
        "5月\t1. 甲；\n2. 乙；\n3. 丙。\t办公室\n财经工委\n选联工委\t已完成",
        &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5", "m5-3 丙 选联工委 5"],
    );
    check("5月\t1. 甲；\t办公室\t\n\t2. 乙\t财经工委\t", &["m5-1 甲 办公室 5", "m5-2 乙 财经工委 5"]);
    check(
        "5月\t\"1. \"\"甲\"\"；\n2. 乙\"\t\"办公室\n财经工委\"\t",
        &["m5-1 \"甲\" 办公室 5", "m5-2 乙 财经工委 5"],
    );
}

#[test]
fn lines_within_a_cell() {
    let (plan, _) =
        read(&document("A\t1\t甲\t办公室\t1月\t\t", "5月\t1. 甲；\n\n2. 乙；\n3. 丙\n丁。\t办公室\t"));
    assert_eq!(ids(&plan), ["s1-1", "m5-1", "m5-2", "m5-3"]);
    let lines: Vec<u32> = plan.items.iter().skip(1).map(|item| item.source.line).collect();
    assert_eq!(lines, [11, 13, 14]);
    assert_eq!(item(&plan, "m5-3").title, "丙丁");
}

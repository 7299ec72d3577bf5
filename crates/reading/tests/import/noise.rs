//! Whatever the text, the importer answers, and what it answers is a plan.

use std::collections::HashSet;

use proptest::prelude::*;
use yaodian_plan::Plan;

use crate::support::{NANHAI, read};

/// What must hold for the import of any text.
fn check(source: &str) {
    let (plan, diagnostics) = read(source);
    let again: Plan =
        serde_json::from_str(&serde_json::to_string(&plan).unwrap()).expect("a plan that can be read again");
    assert_eq!(again, plan);
    // Every end of a line that an editor knows begins another one.
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let lines = u32::try_from(source.split(ends).count()).expect("few lines").max(1);
    let known = |found: &yaodian_reading::Found| found.line <= lines;
    assert!(diagnostics.iter().all(|d| !d.found.is_empty() && d.found.iter().all(known)));
    assert!(plan.items.iter().all(|item| (1..=lines).contains(&item.source.line) && !item.title.is_empty()));
    let ids: HashSet<_> = plan.items.iter().map(|item| item.id).collect();
    assert_eq!(ids.len(), plan.items.len(), "ids are unique");
    for item in &plan.items {
        let who = &item.responsibility;
        assert!(who.lead.iter().chain(&who.joint).all(|unit| plan.unit(unit).is_some()));
    }
    let points: Vec<u16> = plan.points().map(|point| point.no).collect();
    assert!(points.is_sorted_by(|a, b| a < b), "numbers of points are unique and in order");
    let _: usize = diagnostics.iter().map(|d| d.to_string().len()).sum();
}

/// Texts out of what documents are made of, so that every reader is reached.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n",
        "\n",
        "\t",
        "\t",
        "|",
        " ",
        "\u{3000}",
        "\u{a0}",
        "\r\n",
        "附件",
        "附件 1\n",
        "附件：1. ",
        "一、",
        "十二、",
        "1",
        "2",
        "3",
        "１",
        "999999",
        "65535",
        "65536",
        "1.",
        "2. ",
        "（1）",
        "①",
        "②",
        "(",
        "（",
        ")",
        "）",
        "3-5月",
        "13月",
        "全年",
        "月",
        "年",
        "2023 年",
        "〇",
        "十",
        "工作要点",
        "人大常委会",
        "办公室",
        "财经工委",
        "各工委(室)",
        "及",
        "、",
        "。",
        "；",
        "**",
        "✓",
        "类别\t序号\t项目名称\t组织实施部门\t时间\t常委会会议\t主任会议\n",
        "|序号|项目名称|部门|时间|\n",
        "时间\t内容\t承办部门\t备注\n",
        "已完成",
        "(3项)",
        "é",
        "\u{1f600}",
        "\u{feff}",
        "-",
        "第",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

/// The real document with lines taken away, doubled and exchanged.
fn shuffled() -> impl Strategy<Value = String> {
    let change = (0..3u8, any::<prop::sample::Index>(), any::<prop::sample::Index>());
    prop::collection::vec(change, 1..40).prop_map(|changes| {
        let mut lines: Vec<&str> = NANHAI.lines().collect();
        for (kind, one, other) in changes {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            match kind {
                0 if lines.len() > 1 => drop(lines.remove(one)),
                1 => lines.insert(other, lines[one]),
                _ => lines.swap(one, other),
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn any_pieces(source in pieces()) {
        check(&source);
    }

    #[test]
    fn any_order_of_lines(source in shuffled()) {
        check(&source);
    }

    /// Cutting the document anywhere leaves a document.
    #[test]
    fn any_cut(at in any::<prop::sample::Index>()) {
        let cut = at.index(NANHAI.chars().count());
        check(&NANHAI.chars().take(cut).collect::<String>());
        check(&NANHAI.chars().skip(cut).collect::<String>());
    }
}

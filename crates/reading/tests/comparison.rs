//! A corrected document over a plan in use.

use yaodian_plan::edits::Edits;
use yaodian_plan::{Part, Plan};
use yaodian_reading::comparison::By;
use yaodian_reading::{Comparison, compare, import};

const NANHAI: &str = include_str!("../../../plans/nanhai-2023/source.txt");
const EDITS: &str = include_str!("../../../plans/nanhai-2023/edits.json");

fn plan(text: &str) -> Plan {
    import(text).0.plan
}

/// What changes when the document does.
fn after(changes: &[(&str, &str)]) -> Comparison {
    let mut text = NANHAI.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let comparison = compare(&plan(NANHAI), &plan(&text));
    // Every item is somewhere, once.
    let before = plan(NANHAI).items.len();
    let new = plan(&text).items.len();
    assert_eq!(comparison.pairs.len() + comparison.gone.len(), before);
    assert_eq!(comparison.pairs.len() + comparison.new.len(), new);
    comparison
}

fn ids(found: impl IntoIterator<Item = yaodian_plan::ItemId>) -> Vec<String> {
    found.into_iter().map(|id| id.to_string()).collect()
}

fn changed(comparison: &Comparison) -> Vec<(String, Part, String, String)> {
    let changes =
        comparison.pairs.iter().flat_map(|pair| pair.changes.iter().map(move |change| (pair, change)));
    changes
        .map(|(pair, it)| (pair.before.to_string(), it.part, it.before.clone(), it.after.clone()))
        .collect()
}

#[test]
fn the_same_document_changes_nothing() {
    assert!(after(&[]).is_same());
    assert!(after(&[("未成年人检察工作报告", "未成年人 检察工作报告")]).is_same());
}

#[test]
fn a_month_and_a_unit() {
    let comparison = after(&[("\t法制工委\t8月", "\t财经工委\t9月")]);
    let (period, units) = (Part::Period, Part::Units);
    assert_eq!(
        changed(&comparison),
        [
            ("s2-9".into(), period, "8月".into(), "9月".into()),
            ("s2-9".into(), units, "法制工委".into(), "财经工委".into())
        ]
    );
    assert!(comparison.moved().next().is_none());
}

#[test]
fn a_row_that_is_new_moves_those_below_it() {
    let row = NANHAI.lines().find(|line| line.contains("听取区法院关于诉前调解工作情况的报告")).unwrap();
    let (no, _) = row.trim_start().split_once('\t').unwrap();
    let inserted = format!("\t{no}\t听取区政府关于消防安全工作情况的报告\t财经工委\t8月\t√\t\n{row}");
    let comparison = after(&[(row, &inserted)]);
    assert_eq!(ids(comparison.new.clone()).len(), 1, "{comparison:?}");
    assert!(comparison.gone.is_empty());
    assert!(changed(&comparison).is_empty(), "{:?}", changed(&comparison));
}

#[test]
fn a_title_that_is_reworded_is_recognised() {
    let comparison =
        after(&[("听取区法院关于诉前调解工作情况的报告", "听取和审议区法院关于诉前调解工作的报告")]);
    let pair = comparison.changed().next().unwrap();
    assert_eq!((pair.before.to_string().as_str(), pair.by), ("s2-9", By::Wording));
    assert!(comparison.new.is_empty() && comparison.gone.is_empty());
}

#[test]
fn a_title_that_is_spelt_out_is_recognised_by_its_unit_and_time_under_any_number() {
    const HEAD: &str =
        "白河县人大常委会2027年工作要点\n附件1\n工作安排表\n类别\t序号\t项目\t承办部门\t时间\n";
    let of = |rows: &str| plan(&format!("{HEAD}{rows}"));
    let short = "报告\t1\t关于环境状况的报告\t城建工委\t4月\n";
    for (long, same) in [
        ("报告\t2\t关于2026年度环境状况和环保目标完成情况的报告\t城建工委\t4月\n", true),
        ("报告\t2\t关于2026年度环境状况和环保目标完成情况的报告\t城建工委\t9月\n", false),
        ("报告\t2\t关于2026年度环境状况和环保目标完成情况的报告\t财经工委\t4月\n", false),
        ("报告\t2\t关于2026年度教育状况和校园安全保障情况的报告\t城建工委\t4月\n", false),
    ] {
        let new = "报告\t1\t听取法治政府建设进展\t司法工委\t3月\n";
        for (before, after) in
            [(of(short), of(&format!("{new}{long}"))), (of(&format!("{new}{long}")), of(short))]
        {
            let comparison = compare(&before, &after);
            let found = comparison.pairs.iter().any(|pair| pair.by == By::Wording);
            assert_eq!(found, same, "{long}");
        }
    }
}

/// A plan of rows with one title: the month and the unit of each.
fn twins(rows: &[(&str, &str)]) -> Plan {
    let mut text =
        "白河县人大常委会2027年工作要点\n附件1\n工作安排表\n类别\t序号\t项目\t承办部门\t时间\n".to_owned();
    for (no, (month, unit)) in (1..).zip(rows) {
        text.push_str(&format!("报告\t{no}\t听取国有资产管理情况的报告\t{unit}\t{month}\n"));
    }
    plan(&text)
}

#[test]
fn of_items_with_one_title_those_that_are_equal_are_the_same_whatever_their_number() {
    let two = [("2月", "财经工委"), ("8月", "财经工委")];
    // Before, after; which became which, and whether somebody has to look.
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [(&'a str, &'a str)], &'a [(&'a str, &'a str, bool)]);
    let cases: [Case; 7] = [
        // The one that is left moves up to the number of the one that is gone.
        (&two, &two[1..], &[("s1-2", "s1-1", false)]),
        (&two[1..], &two, &[("s1-1", "s1-2", false)]),
        (&two, &[two[1], two[0]], &[("s1-1", "s1-2", false), ("s1-2", "s1-1", false)]),
        // The time says more than the number.
        (&two, &[("8月", "法制工委")], &[("s1-2", "s1-1", false)]),
        // Another time: it may be either, or something new.
        (&two, &[("3月", "财经工委")], &[("s1-1", "s1-1", true)]),
        (
            &two,
            &[("8月", "财经工委"), ("11月", "财经工委")],
            &[("s1-1", "s1-2", true), ("s1-2", "s1-1", false)],
        ),
        // One of two that nothing tells apart is gone.
        (&[two[0], two[0]], &two[..1], &[("s1-1", "s1-1", true)]),
    ];
    for (before, after, expected) in cases {
        let comparison = compare(&twins(before), &twins(after));
        let pairs = comparison.pairs.iter();
        let found: Vec<_> =
            pairs.map(|it| (it.before.to_string(), it.after.to_string(), it.by.is_doubtful())).collect();
        let found: Vec<_> =
            found.iter().map(|(was, is, doubt)| (was.as_str(), is.as_str(), *doubt)).collect();
        assert_eq!(found, expected, "{before:?} {after:?}");
    }
}

#[test]
fn another_title_in_the_same_place_is_marked() {
    let comparison = after(&[("\t开展城市更新推进情况专题询问", "\t就学位供给问题询问")]);
    let pair = comparison.changed().find(|pair| pair.before.to_string() == "s6-1").unwrap();
    assert_eq!(pair.by, By::Place);
}

#[test]
fn a_row_that_is_gone() {
    let row = NANHAI.lines().find(|line| line.contains("听取区法院关于诉前调解工作情况的报告")).unwrap();
    let comparison = after(&[(&format!("{row}\n"), "")]);
    assert_eq!(ids(comparison.gone.clone()), ["s2-9"]);
    assert!(comparison.new.is_empty());
}

#[test]
fn an_item_that_moves_keeps_its_links() {
    let mut before = plan(NANHAI);
    let edits: Edits = serde_json::from_str(EDITS).unwrap();
    assert_eq!(edits.apply(&mut before), Vec::<String>::new());
    let all = before.links.len();
    // The first two rows of a category change places.
    let titles =
        ["听取和审议区检察院关于未成年人检察工作报告", "听取和审议区政府关于青少年心理健康教育工作报告"];
    let swapped = NANHAI.replace(titles[0], "甲").replace(titles[1], titles[0]).replace('甲', titles[1]);
    let new = plan(&swapped);
    let comparison = compare(&before, &new);
    let moved: Vec<(String, String)> =
        comparison.moved().map(|pair| (pair.before.to_string(), pair.after.to_string())).collect();
    assert_eq!(moved, [("s2-2".to_owned(), "s2-3".to_owned()), ("s2-3".to_owned(), "s2-2".to_owned())]);
    let (kept, lost) = comparison.links(&before.links, &new);
    assert_eq!((kept.len(), lost.len()), (all, 0));
}

#[test]
fn links_to_what_is_gone_are_said() {
    let mut before = plan(NANHAI);
    let edits: Edits = serde_json::from_str(EDITS).unwrap();
    assert_eq!(edits.apply(&mut before), Vec::<String>::new());
    let row = NANHAI.lines().find(|line| line.contains("听取区法院关于诉前调解工作情况的报告")).unwrap();
    let new = plan(&NANHAI.replacen(&format!("{row}\n"), "", 1));
    let (kept, lost) = compare(&before, &new).links(&before.links, &new);
    assert_eq!(lost.len(), 2, "{lost:?}");
    assert_eq!(kept.len() + lost.len(), before.links.len());
}

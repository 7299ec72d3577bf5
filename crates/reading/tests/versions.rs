//! One version of a plan after the other: which item keeps which identity, and under which number it is printed.

use yaodian_plan::{ItemId, Part, Plan, check};
use yaodian_reading::comparison::{Said, compare, revise};
use yaodian_reading::import;

const MARCH: Said = Said { on: "2026-03-01", by: "张三" };

fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}

/// A plan of rows: the title, the unit and the month of each.
fn plan(rows: &[&str]) -> Plan {
    let mut text =
        "白河县人大常委会2027年工作要点\n附件1\n工作安排表\n类别\t序号\t项目\t承办部门\t时间\n".to_owned();
    for (no, row) in (1..).zip(rows) {
        text.push_str(&format!("报告\t{no}\t{row}\n"));
    }
    import(&text).0.plan
}

/// The first version, with all others put in its place one after the other.
fn versions(versions: &[&[&str]]) -> Plan {
    let (first, later) = versions.split_first().unwrap();
    later.iter().fold(plan(first), |before, rows| {
        let mut revised = revise(&before, &plan(rows), &[]);
        revised.amend(&before, MARCH);
        assert_eq!(check(&revised.plan), []);
        revised.plan
    })
}

/// The items: id, printed number, title.
fn items(plan: &Plan) -> Vec<(String, String, &str)> {
    plan.items.iter().map(|item| (item.id.to_string(), item.serial(), &*item.title)).collect()
}

fn expected<'a>(rows: &[(&str, &str, &'a str)]) -> Vec<(String, String, &'a str)> {
    rows.iter().map(|(id, no, title)| ((*id).to_owned(), (*no).to_owned(), *title)).collect()
}

const A: &str = "听取法治政府建设进展情况的报告\t法制工委\t3月";
const B: &str = "听取国有资产管理情况的报告\t财经工委\t2月";
const B_LATER: &str = "听取国有资产管理情况的报告\t财经工委\t8月";
const C: &str = "听取环境状况的报告\t城建工委\t4月";
const A_TITLE: &str = "听取法治政府建设进展情况的报告";
const B_TITLE: &str = "听取国有资产管理情况的报告";
const C_TITLE: &str = "听取环境状况的报告";

#[test]
fn the_number_is_the_one_that_the_document_in_use_prints() {
    let two = versions(&[&[A, B, C], &[A, C]]);
    assert_eq!(items(&two), expected(&[("s1-1", "1", A_TITLE), ("s1-3", "2", C_TITLE)]));
    let three = versions(&[&[A, C], &[A, B, C]]);
    let rows = [("s1-1", "1", A_TITLE), ("s1-3", "2", B_TITLE), ("s1-2", "3", C_TITLE)];
    assert_eq!(items(&three), expected(&rows));
    // What had another number for a time has its own again, and nothing more to say about it.
    let back = versions(&[&[A, C], &[A, B, C], &[A, C]]);
    assert!(back.items.iter().all(|item| item.serial.is_none()), "{:?}", items(&back));
}

#[test]
fn an_item_that_comes_back_is_the_one_that_was_taken_out() {
    let back = versions(&[&[A, B, C], &[A, C], &[A, B, C]]);
    assert_eq!(items(&back), items(&plan(&[A, B, C])));
    // Also where it was another one for a time.
    let again = versions(&[&[A, B], &[A], &[A, B], &[A], &[A, B]]);
    assert_eq!(items(&again), items(&plan(&[A, B])));
}

#[test]
fn another_time_or_unit_makes_it_another_item() {
    for other in [B_LATER, "听取国有资产管理情况的报告\t法制工委\t2月"] {
        let other = versions(&[&[A, B, C], &[A, C], &[A, other, C]]);
        assert_eq!(items(&other)[1], ("s1-4".into(), "2".into(), B_TITLE));
    }
    // Nor does one that is there all the time become it.
    let twins = versions(&[&[A, B, B_LATER], &[A, B_LATER], &[A, B_LATER, B]]);
    let rows = [("s1-1", "1", A_TITLE), ("s1-3", "2", B_TITLE), ("s1-2", "3", B_TITLE)];
    assert_eq!(items(&twins), expected(&rows));
}

#[test]
fn what_is_kept_of_an_item_that_is_taken_out_says_whose_it_was_and_when() {
    let plan = versions(&[&[A, B, C], &[A, C]]);
    let kept: Vec<_> = plan.amendments.iter().filter(|one| one.part == Part::Item).collect();
    assert_eq!(kept[0].before, format!("{B_TITLE}（财经工委，2月）"));
    assert_eq!(plan.former_item(id("s1-2")), Some(&*kept[0].before));
    assert_eq!(plan.former_item(id("s1-3")), None);
    assert_eq!(plan.former_item(id("s1-9")), None);
}

/// The items of the first plan that another one has, by their positions; with the position there.
fn pairs(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let (before, after) = (plan(before), plan(after));
    let at = |plan: &Plan, id: ItemId| plan.items.iter().position(|item| item.id == id).unwrap();
    let pairs = compare(&before, &after).pairs;
    pairs.iter().map(|pair| (at(&before, pair.before), at(&after, pair.after))).collect()
}

#[test]
fn titles_that_share_only_what_most_titles_say_are_of_other_matters() {
    let first = "听取和审议县人民政府关于环境状况和环境保护目标完成情况的报告\t城建工委\t4月";
    let other = "听取和审议县人民政府关于义务教育优质均衡发展情况的报告\t教工委\t5月";
    let more = [
        "听取和审议县人民政府关于法治政府建设情况的报告\t法工委\t3月",
        "听取和审议县人民政府关于国有资产管理情况的报告\t财经工委\t9月",
    ];
    assert_eq!(pairs(&[first, more[0], more[1]], &[other, more[0], more[1]]), [(1, 1), (2, 2)]);
    assert_eq!(pairs(&[more[0], first], &[more[0], other]), [(0, 0)]);
    // Of short titles in a plan of three, too.
    assert_eq!(pairs(&[A, B, C], &[A, B, "听取教育工作情况的报告\t教工委\t5月"]), [(0, 0), (1, 1)]);
    assert_eq!(pairs(&[C], &["听取教育工作情况的报告\t教工委\t5月"]), []);

    // One that was reworded is the same matter, whenever it is and wherever it stands.
    for reworded in [
        "听取和审议县人民政府关于环境状况和环境保护目标完成情况的专项报告\t城建工委\t6月",
        "听取和审议县政府关于2026年度环境状况和环境保护目标完成情况的报告\t环资工委\t4月",
        "听取环境状况和环境保护目标完成情况报告\t城建工委\t4月",
        "听取和审议县人民政府关于环境保护目标完成情况的报告\t城建工委\t4月",
    ] {
        assert_eq!(pairs(&[first, more[0], more[1]], &[more[0], more[1], reworded]).len(), 3, "{reworded}");
    }
}

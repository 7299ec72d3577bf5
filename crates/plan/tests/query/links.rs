//! 脉络: what is tied to an item, what a point asks for, and what nothing asks for.

use std::collections::BTreeSet;

use yaodian_plan::query::{coverage, item_links, planned, point_phrases};
use yaodian_plan::{Link, Period};

use crate::document;
use crate::support::{id, ids, item, months, nanhai, small, words};

/// Compares everything that is tied to an item of the bundled plan: the points, then ids of what
/// prepares it, of the same matter, and of what it prepares.
fn check(item: &str, points: &[(u16, &str)], before: &str, same: &str, after: &str) {
    let links = item_links(&nanhai(), &planned(&nanhai()), id(item));
    let basis: Vec<(u16, &str)> = links.basis.iter().map(|(no, phrase)| (*no, phrase.as_str())).collect();
    assert_eq!(basis, points, "{item}: basis");
    let texts =
        |ids: &[yaodian_plan::ItemId]| -> Vec<String> { ids.iter().map(ToString::to_string).collect() };
    assert_eq!(texts(&links.prepared_by), words(before), "{item}: before");
    assert_eq!(texts(&links.same), words(same), "{item}: same");
    assert_eq!(texts(&links.prepares), words(after), "{item}: after");
    let nothing = [before, same, after].concat().is_empty() && points.is_empty();
    assert_eq!(links.is_empty(), nothing, "{item}");
}

#[test]
fn a_chain_leads_from_the_point_over_preparations_to_the_item() {
    let minors = (5, "听取审议区检察院关于未成年人检察工作");
    check("s2-3", &[minors], "m4-2", "", "");
    check("m4-2", &[minors], "", "", "s2-3");

    let programme = (3, "研究制定南海区人大常委会发展全过程人民民主行动方案");
    check("s9-4", &[programme], "", "m4-1", "");
    check("m4-1", &[programme], "", "s9-4", "");

    check("s2-4", &[(16, "常委会工作机构抓好办理进度监督")], "", "", "s2-13");
    check("s2-13", &[(16, "常委会工作机构抓好办理进度监督")], "s2-4", "", "");
}

#[test]
fn an_item_may_rest_on_several_points() {
    check(
        "s9-6",
        &[
            (13, "持续推进联络站“三化”建设"),
            (15, "提高“社区议事会”规范化制度化水平并加以推广"),
            (20, "深化“一镇一品牌，一站一特色”创建"),
        ],
        "",
        "m2-5",
        "",
    );
    check(
        "m2-2",
        &[
            (8, "听取审议国土空间总体规划（2021-2035年）工作情况报告"),
            (11, "就南海区国土空间总体规划（2021-2035年）作出有关决议"),
        ],
        "",
        "",
        "s1-1",
    );
}

/// The links are kept in the order of ids: June's report, December's visit, July's check.
#[test]
fn what_prepares_an_item_is_in_order_of_time_and_the_nearest_last() {
    check("s2-15", &[(10, "听取审议年度民生实项目办理情况")], "s2-5 m7-5 s7-4", "", "");

    let prepares = |from: &str, to: &str| Link::Prepares { from: id(from), to: id(to) };
    let items = vec![
        item("s1-1", &["a"], months(6, 6)),
        item("s1-2", &["a"], months(9, 9)),
        item("s1-3", &["a"], months(7, 8)),
        item("m7-1", &["a"], months(7, 7)),
    ];
    let links = vec![
        prepares("s1-1", "s1-2"),
        prepares("s1-1", "s1-3"),
        prepares("s1-1", "m7-1"),
        prepares("s1-3", "s1-2"),
        prepares("m7-1", "s1-2"),
    ];
    let catalog = small(items, links);
    let links = |item| item_links(&catalog, &planned(&catalog), id(item));
    assert_eq!(links("s1-2").prepared_by, ["s1-1", "m7-1", "s1-3"].map(id));
    assert_eq!(links("s1-1").prepares, ["m7-1", "s1-3", "s1-2"].map(id));
}

#[test]
fn an_item_that_no_point_asks_for_may_still_have_its_twin() {
    check("m2-1", &[], "", "s9-1", "");
    check("s9-1", &[], "", "m2-1", "");
    for alone in ["m2-4", "m4-4", "m6-2", "m7-2"] {
        check(alone, &[], "", "", "");
    }
    // An id that the plan does not have.
    check("s1-9", &[], "", "", "");
}

#[test]
fn a_phrase_of_a_point_has_every_item_that_implements_it() {
    let catalog = nanhai();
    let check = |no: u16, expected: &[(&str, &str)]| {
        let phrases: Vec<(String, Vec<String>)> = point_phrases(&catalog, no)
            .into_iter()
            .map(|found| (found.phrase, found.items.iter().map(ToString::to_string).collect()))
            .collect();
        let expected: Vec<(String, Vec<String>)> =
            expected.iter().map(|(phrase, items)| ((*phrase).to_owned(), words(items))).collect();
        assert_eq!(phrases, expected, "point {no}");
    };
    check(3, &[("研究制定南海区人大常委会发展全过程人民民主行动方案", "s9-4 m4-1")]);
    check(
        5,
        &[
            ("听取审议区检察院关于未成年人检察工作", "s2-3 m4-2"),
            ("区法院关于诉前调解工作情况报告", "s2-9 m7-1"),
            ("开展区政府工作部门主要负责人述职评议工作", "s2-12"),
        ],
    );
    check(
        16,
        &[
            ("常委会工作机构抓好办理进度监督", "s2-4 s2-13 s5-2"),
            ("通过培训不断提升代表提出议案建议的业务能力", "s8-1 m3-3"),
        ],
    );
    check(12, &[]);
    check(21, &[]);
}

#[test]
fn a_phrase_belongs_to_its_point() {
    let basis =
        |point, item: &str, phrase: &str| Link::Basis { point, item: id(item), phrase: phrase.into() };
    let items = vec![item("s1-1", &["a"], months(1, 1)), item("s1-2", &["a"], months(1, 1))];
    let links = vec![
        basis(1, "s1-1", "同样的话"),
        basis(2, "s1-2", "同样的话"),
        basis(1, "s1-2", "别的话"),
        basis(1, "s1-2", "同样的话"),
    ];
    let catalog = small(items, links);
    let first = point_phrases(&catalog, 1);
    assert_eq!(first.len(), 2);
    assert_eq!((first[0].phrase.as_str(), &first[0].items), ("同样的话", &vec![id("s1-1"), id("s1-2")]));
    assert_eq!((first[1].phrase.as_str(), &first[1].items), ("别的话", &vec![id("s1-2")]));
    assert_eq!(point_phrases(&catalog, 2).len(), 1);
    // An item counts once for a point, however many of its phrases ask for it.
    assert_eq!(coverage(&catalog).points, [(1, vec![0, 1]), (2, vec![1]), (3, vec![])]);
}

#[test]
fn six_items_have_no_point_and_five_points_have_no_item() {
    let catalog = nanhai();
    let coverage = coverage(&catalog);
    assert_eq!(ids(&catalog, &coverage.without_point), words("s9-1 m2-1 m2-4 m4-4 m6-2 m7-2"));
    assert!(coverage.points.iter().map(|(no, _)| *no).eq(1..=20), "every point is listed, in order");
    let empty: Vec<u16> =
        coverage.points.iter().filter(|(_, items)| items.is_empty()).map(|(no, _)| *no).collect();
    assert_eq!(empty, [1, 2, 12, 17, 18]);
}

/// Points and items are two sides of the same links.
#[test]
fn coverage_and_pledges_and_chains_agree() {
    let catalog = nanhai();
    let coverage = coverage(&catalog);
    let mut covered = BTreeSet::new();
    for (no, items) in &coverage.points {
        let listed: BTreeSet<String> = ids(&catalog, items).into_iter().collect();
        assert_eq!(listed.len(), items.len(), "point {no}: each item once");
        let pledged = point_phrases(&catalog, *no).into_iter().flat_map(|pledge| pledge.items);
        assert_eq!(pledged.map(|id| id.to_string()).collect::<BTreeSet<_>>(), listed, "point {no}");
        let chained = document::ids(|row| {
            item_links(&catalog, &planned(&catalog), id(&row.id)).basis.iter().any(|(of, _)| of == no)
        });
        assert_eq!(chained.into_iter().collect::<BTreeSet<_>>(), listed, "point {no}");
        covered.extend(listed);
    }
    assert_eq!(covered.len() + coverage.without_point.len(), 82);
}

#[test]
fn a_link_to_what_the_plan_does_not_have_covers_nothing() {
    let items = vec![item("s1-1", &["a"], Period::WholeYear)];
    let basis = |point, item: &str| Link::Basis { point, item: id(item), phrase: "话".into() };
    let coverage = coverage(&small(items, vec![basis(1, "s9-9"), basis(9, "s1-1")]));
    assert_eq!(coverage.points, [(1, vec![]), (2, vec![]), (3, vec![])]);
    assert!(coverage.without_point.is_empty(), "some point asks for it, if not one of the plan's");
}

#[test]
fn a_same_link_is_seen_from_both_of_its_ends() {
    let items = vec![item("s1-1", &["a"], months(1, 1)), item("m1-1", &["a"], months(1, 1))];
    let catalog = small(items, vec![Link::Same { a: id("m1-1"), b: id("s1-1") }]);
    assert_eq!(item_links(&catalog, &planned(&catalog), id("s1-1")).same, [id("m1-1")]);
    assert_eq!(item_links(&catalog, &planned(&catalog), id("m1-1")).same, [id("s1-1")]);
}

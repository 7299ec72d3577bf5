//! Queries over the real document.

use yaodian_plan::Plan;
use yaodian_plan::search::{Field, Hit, SearchIndex, Target};

use crate::fixture::nanhai;

/// How a target is written in the tables below.
fn name(plan: &Plan, target: &Target) -> String {
    match target {
        Target::Item(position) => plan.items[*position].id.to_string(),
        Target::Point(no) => format!("p{no}"),
        Target::Unit(id) => id.to_string(),
        Target::Category(no) => format!("c{no}"),
    }
}

/// The parts of a hit's text that are to be highlighted, with `|` between them.
fn highlighted(plan: &Plan, hit: &Hit) -> String {
    let text = match (&hit.target, hit.field) {
        (Target::Item(position), field) => {
            let item = &plan.items[*position];
            match field {
                Field::Title => item.title.clone(),
                Field::Units => item.responsibility.text.clone(),
                Field::Time => item.period_text.clone(),
                Field::Id => item.id.to_string(),
                Field::Category => {
                    let yaodian_plan::ItemId::Schedule { category, .. } = item.id else {
                        return String::new();
                    };
                    plan.category(category).map_or_else(String::new, |category| category.name.clone())
                }
                _ => String::new(),
            }
        }
        (Target::Point(no), Field::PointHeading) => plan.point(*no).unwrap().heading.clone(),
        (Target::Point(no), _) => plan.point(*no).unwrap().text.clone(),
        (Target::Unit(id), _) => plan.unit(id).unwrap().name.clone(),
        (Target::Category(no), _) => plan.category(*no).unwrap().name.clone(),
    };
    hit.ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>().join("|")
}

fn found(plan: &Plan, index: &SearchIndex, query: &str) -> Vec<String> {
    index.search(query).iter().map(|hit| name(plan, &hit.target)).collect()
}

#[test]
fn the_first_hit_and_its_highlight() {
    let (plan, index) = nanhai();
    let mut wrong = Vec::new();
    for (query, first, field, text) in [
        ("未成年人", "m4-2", Field::Title, "未成年人"),
        ("wcnr", "m4-2", Field::Title, "未成年人"),
        ("WCNR", "m4-2", Field::Title, "未成年人"),
        ("ＷｃＮＲ", "m4-2", Field::Title, "未成年人"),
        ("weichengnian", "m4-2", Field::Title, "未成年"),
        ("wèichéngnián", "m4-2", Field::Title, "未成年"),
        ("wei'cheng'nian", "m4-2", Field::Title, "未成年"),
        ("wei’cheng’n", "m4-2", Field::Title, "未成年"),
        ("weichengn", "m4-2", Field::Title, "未成年"),
        ("weicn", "m4-2", Field::Title, "未成年"),
        ("wcnian", "m4-2", Field::Title, "未成年"),
        ("未cn", "m4-2", Field::Title, "未成年"),
        ("weichengnianrenjianchagongzuo", "m4-2", Field::Title, "未成年人检察工作"),
        // zh, ch and sh count as initials too, and so does their first letter.
        ("zdwz", "m11-2", Field::Title, "重点问责"),
        ("zhdwz", "m11-2", Field::Title, "重点问责"),
        ("zhongdianwenze", "m11-2", Field::Title, "重点问责"),
        // Polyphones.
        ("yinhang", "", Field::Title, ""),
        ("zhongxingye", "", Field::Title, ""),
        ("kuaiji", "", Field::Title, ""),
        ("zhuoli", "p19", Field::PointText, "着力"),
        ("biaoshuai", "p1", Field::PointText, "表率"),
        ("zhongdianhangye", "p7", Field::PointText, "重点行业"),
        ("susongqiantiaojie", "", Field::Title, ""),
        ("suqiantiaojie", "m7-1", Field::Title, "诉前调解"),
        ("lvse", "p8", Field::PointText, "绿色"),
        ("lüse", "p8", Field::PointText, "绿色"),
        // Punctuation, inside and outside of the match.
        ("sanhuajianshe", "s9-6", Field::Title, "三化”建设"),
        ("“三化”建设", "s9-6", Field::Title, "“三化”建设"),
        ("\"三化\"建设", "s9-6", Field::Title, "“三化”建设"),
        ("专精特新", "s7-1", Field::Title, "专精特新"),
        ("一工委（室）一品牌", "p19", Field::PointHeading, "一工委(室)一品牌"),
        ("yigongweishiyipinpai", "p19", Field::PointHeading, "一工委(室)一品牌"),
        ("(室)一品牌", "p19", Field::PointHeading, "(室)一品牌"),
        // Spaces that the document puts around numbers do not count.
        ("2023年财政预算草案", "m1-1", Field::Title, "2023 年财政预算草案"),
        ("2023nczysca", "m1-1", Field::Title, "2023 年财政预算草案"),
        ("1114", "", Field::Title, ""),
        // Units, categories and ids are found by name.
        ("财经工委", "finance", Field::Name, "财经工委"),
        ("cjgw", "finance", Field::Name, "财经工委"),
        ("专题询问", "c6", Field::Name, "专题询问"),
        ("s2-16", "s2-16", Field::Id, "s2-16"),
        ("m7-5", "m7-5", Field::Id, "m7-5"),
        // Several terms.
        ("财经工委 7月 债券", "s5-3", Field::Title, "债券"),
        ("zhaiquan\u{3000}cjgw", "s5-3", Field::Title, "债券"),
        ("调研 养老", "p10", Field::PointText, "养老|养老|调研"),
        // A title that starts with it comes before a title that has it somewhere.
        ("开展代表", "s5-2", Field::Title, "开展代表"),
        ("民生实事", "s5-1", Field::Title, "民生实事"),
    ] {
        let hits = index.search(query);
        let Some(hit) = hits.first() else {
            if !first.is_empty() {
                wrong.push(format!("{query}: nothing found"));
            }
            continue;
        };
        let actual = (name(&plan, &hit.target), hit.field, highlighted(&plan, hit));
        if (actual.0.as_str(), actual.1, actual.2.as_str()) != (first, field, text) {
            wrong.push(format!("{query}: {actual:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_query_finds_and_what_not() {
    let (plan, index) = nanhai();
    for (query, found_somewhere, not_found) in [
        ("zhongxing", "", "p7 s2-1"),
        ("6月", "s2-4 m6-1 s4-1", "s3-1"),
        ("4月", "s4-1 s8-1 m4-1 s9-4", "s2-4"),
        ("1月", "m1-1 m1-3", "s2-11 s2-12 m11-1"),
        ("全年", "s5-1 s5-2", "s5-3"),
        ("qn", "s5-1 s5-2", ""),
        ("主任会议", "s2-4 s4-1", "s1-1 m1-1"),
        ("常委会会议", "s1-1", "s2-4"),
        ("财经 审计", "s2-6 s3-2 m9-1", "s2-7"),
        ("法制工委", "law s2-3 s2-14 m10-1", "s2-1"),
        ("选联", "deputies s2-13 s2-4", "s2-1"),
        ("跟踪监督工作", "c5 s5-1 s5-5", "s4-1"),
        // A syllable boundary that is typed has to be there.
        ("xian", "s2-1", ""),
        ("xi'an", "", "s2-1 p2"),
        // A match does not start or go on in the middle of a syllable.
        ("eicheng", "", "s2-3"),
        ("weichenian", "", "s2-3"),
        // Sentences end matches.
        ("有效落实", "", "p1"),
        ("s2", "s2-1 s2-16", "s1-2 m2-1"),
        ("s", "s2-1", ""),
        ("qqqq", "", "s2-1"),
    ] {
        let found = found(&plan, &index, query);
        for id in found_somewhere.split_whitespace() {
            assert!(found.iter().any(|other| other == id), "{query} does not find {id} but {found:?}");
        }
        for id in not_found.split_whitespace() {
            assert!(found.iter().all(|other| other != id), "{query} finds {id}");
        }
    }
}

#[test]
fn better_matches_come_first() {
    let (plan, index) = nanhai();
    for (query, order) in [
        ("养老服务", "m6-1 s2-10 p10"),
        ("cjgw", "finance s1-2"),
        ("视察", "c7 m10-2 s7-2 s7-4 p9"),
        ("种业", "s7-3 p8"),
        ("规范性文件", "p6 m11-1 s2-14"),
    ] {
        let found = found(&plan, &index, query);
        let places: Vec<_> =
            order.split_whitespace().map(|id| found.iter().position(|other| other == id)).collect();
        assert!(places.iter().all(Option::is_some), "{query}: {order} not all in {found:?}");
        assert!(places.is_sorted(), "{query}: {order} is not the order of {found:?}");
    }
}

#[test]
fn an_empty_query_filters_nothing_and_finds_nothing() {
    let (plan, index) = nanhai();
    for query in ["", " ", "\u{3000}\t", "'", "\u{200b}"] {
        assert!(index.query(query).is_empty());
        assert_eq!(index.search(query), []);
        assert_eq!(index.matching_items(query).len(), plan.items.len());
        assert!(index.matching_items(query).is_all());
    }
}

#[test]
fn the_fixture_is_the_whole_document() {
    let (plan, _) = nanhai();
    assert_eq!((plan.items.len(), plan.points().count(), plan.sections.len()), (82, 20, 5));
}

//! What holds for any query, any titles and any readings.

use std::collections::BTreeSet;

use proptest::prelude::*;
use yaodian_plan::search::{Field, Hit, Pinyin, PinyinTable, SearchIndex, Target};
use yaodian_plan::*;

/// Readings for the characters that the tests use, with polyphones and overlapping phrases.
const TABLE: &str =
    "xing行\nye业\nzhi执\nzhong重中\ndian点\nwei未\ncheng成\nnian年\nren人\nxi西\nan安案\nxian先
e额\nlve略\nchang长\nshi是事\nyue月\n行hang 行业 银行\n行xing 执行\n长zhang 院长\n";

const HAN: &str = "行业执重中点未成年人西安案先额略长是事月";

fn table() -> PinyinTable {
    PinyinTable::parse(TABLE).unwrap()
}

/// A plan with these titles; every third item is in the schedule and has a unit, a time, meetings.
fn plan(titles: &[String]) -> Plan {
    let unit = Unit { id: UnitId("law".into()), name: "法制工委".into(), aliases: vec!["法制".into()] };
    let item = |(no, title): (u16, &String)| {
        let month = Month::new(u8::try_from(no % 12).unwrap() + 1).unwrap();
        let schedule = no % 3 == 0;
        let id = if schedule { ItemId::Schedule { category: 1, no } } else { ItemId::Monthly { month, no } };
        Item {
            id,
            title: title.clone(),
            responsibility: Responsibility {
                text: if schedule { "法制及有关工委".into() } else { String::new() },
                lead: if schedule { vec![unit.id.clone()] } else { vec![] },
                joint: vec![],
                collective: None,
                basis: Basis::Stated,
            },
            period: Period::month(month),
            period_text: format!("{month} 月"),
            meetings: if schedule { vec![MeetingKind::Chairpersons] } else { vec![] },
            condition: schedule.then(|| "根据政府提请".into()),
            remark: None,
            reported: None,
            serial: None,
            sessions: vec![],
            extras: vec![],
            source: SourceSpan { line: 1, text: title.clone() },
        }
    };
    let points = titles.iter().zip(1..).map(|(title, no)| WorkPoint {
        no,
        printed: String::new(),
        heading: title.clone(),
        apart: false,
        text: title.repeat(2),
        line: 1,
    });
    Plan {
        format: FORMAT,
        id: "any".into(),
        title: String::new(),
        issuer: String::new(),
        year: 2023,
        preamble: vec![],
        sections: vec![Section {
            no: 1,
            printed: None,
            title: String::new(),
            text: vec![],
            subsections: vec![],
            points: points.collect(),
        }],
        annexes: vec![],
        units: vec![unit.clone()],
        categories: vec![Category { no: 1, name: "重点".into(), stated: None }],
        items: (1..).zip(titles).map(item).collect(),
        links: vec![],
        notes: vec![],
        meetings: vec![],
        corrections: vec![],
        amendments: vec![],
    }
}

/// The text that a hit's ranges refer to.
fn text(plan: &Plan, hit: &Hit) -> String {
    match (&hit.target, hit.field) {
        (Target::Item(position), field) => {
            let item = &plan.items[*position];
            match field {
                Field::Title => item.title.clone(),
                Field::Units => item.responsibility.text.clone(),
                Field::Time => item.period_text.clone(),
                Field::Category => plan.categories[0].name.clone(),
                Field::Condition => item.condition.clone().unwrap_or_default(),
                Field::Id => item.id.to_string(),
                field => {
                    assert_eq!(hit.ranges, [], "{field:?}");
                    String::new()
                }
            }
        }
        (Target::Point(no), Field::PointHeading) => plan.point(*no).unwrap().heading.clone(),
        (Target::Point(no), _) => plan.point(*no).unwrap().text.clone(),
        (Target::Unit(id), _) => plan.unit(id).unwrap().name.clone(),
        (Target::Category(no), _) => plan.category(*no).unwrap().name.clone(),
    }
}

fn regex(pattern: String) -> impl Strategy<Value = String> {
    prop::string::string_regex(&pattern).unwrap()
}

/// One to `longest` characters that the table knows.
fn han(longest: usize) -> impl Strategy<Value = String> {
    regex(format!("[{HAN}]{{1,{longest}}}"))
}

fn titles() -> impl Strategy<Value = Vec<String>> {
    let title = prop_oneof![han(12), regex(format!("[{HAN}a-e0-9“（）、。 Ａé]{{0,12}}")), any::<String>()];
    prop::collection::vec(title, 1..9)
}

fn query() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z']{0,8}",
        "[xianzhoge' ]{0,80}",
        regex(format!("[{HAN}a-z0-9“Ｘ ]{{0,5}}")),
        any::<String>()
    ]
}

proptest! {
    #[test]
    fn any_query_over_any_titles_is_safe(titles in titles(), query in query()) {
        let plan = plan(&titles);
        let index = SearchIndex::new(&plan, &table());
        let hits = index.search(&query);
        prop_assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
        for hit in &hits {
            let text = text(&plan, hit);
            let mut end = 0;
            for range in &hit.ranges {
                prop_assert!(range.start < range.end && (range.start > end || end == 0));
                prop_assert!(text.get(range.clone()).is_some(), "{:?} in {:?}", range, text);
                end = range.end;
            }
        }
        let found: BTreeSet<usize> = hits.iter().filter_map(|hit| match hit.target {
            Target::Item(position) => Some(position),
            _ => None,
        }).collect();
        let filtered: BTreeSet<usize> = index.matching_items(&query).iter().collect();
        if index.query(&query).is_empty() {
            prop_assert_eq!(filtered.len(), plan.items.len());
        } else {
            prop_assert_eq!(filtered, found);
        }
    }

    #[test]
    fn every_way_to_type_a_part_of_a_title_finds_it(
        titles in prop::collection::vec(han(20), 1..6),
        which in any::<prop::sample::Index>(),
        ends in any::<(prop::sample::Index, prop::sample::Index)>(),
        lengths in prop::collection::vec(0usize..3, 20),
        apostrophes in any::<bool>(),
    ) {
        let position = which.index(titles.len());
        let title = &titles[position];
        let chars = title.chars().count();
        let (a, b) = (ends.0.index(chars), ends.1.index(chars));
        let (start, end) = (a.min(b), a.max(b) + 1);
        let table = table();
        let readings: Vec<&str> = table.readings(title)[start..end].iter().flatten().copied().collect();
        prop_assert_eq!(readings.len(), end - start);
        let mixed: Vec<&str> = readings.iter().zip(&lengths).map(|(reading, length)| match length {
            0 => &reading[..1],
            1 if reading[1..].starts_with('h') => &reading[..2],
            _ => reading,
        }).collect();
        let separator = if apostrophes { "'" } else { "" };
        let full = readings.join(separator);
        let cut = &full[..full.len() - readings.last().map_or(0, |last| last.len() - 1)];
        let initials: Vec<&str> = readings.iter().map(|reading| &reading[..1]).collect();
        let part: String = title.chars().skip(start).take(end - start).collect();
        let index = SearchIndex::new(&plan(&titles), &table);
        for query in [&*full, cut, &full.to_uppercase(), &mixed.join(separator), &initials.join(separator), &part] {
            prop_assert!(index.matching_items(query).contains(position), "{query} for {part}");
            let targets = index.search(query).into_iter().map(|hit| hit.target);
            prop_assert!(targets.into_iter().any(|target| target == Target::Item(position)), "{query} for {part}");
        }
    }

    #[test]
    fn any_text_is_a_table_or_none(text in any::<String>()) {
        if let Ok(table) = PinyinTable::parse(&text) {
            prop_assert_eq!(PinyinTable::parse(&table.to_text()).map(|table| table.to_text()), Ok(table.to_text()));
        }
    }
}

/// Titles as they come out of PDFs and web pages, and queries that were copied from there.
#[test]
fn what_looks_the_same_is_found_the_same() {
    let usual = ["银行业的人", "西安7月先行", "中国人大"];
    let odd = ["银\u{ad}⾏业的⼈", "⻄安\u{200b}7⽉先\u{2060}⾏", "中国\u{feff}⼈\u{ad}⼤"];
    let table = PinyinTable::parse("yin银\nxing行\n行hang 行业 银行\nye业\nde的\nren人\nxi西\nan安\nyue月\nxian先\nzhong中\nguo国\nda大\n").unwrap();
    let queries = [
        "人大",
        "⼈⼤",
        "人\u{ad}大",
        "\u{200b}⼈\u{2060}⼤",
        "renda",
        "rd",
        "7月",
        "7⽉",
        "７\u{200c}月",
        "yinhangye",
        "西安",
        "⻄安",
        "xian xing",
        "zgrd",
    ];
    let [plain, copied] = [usual, odd].map(|titles| plan(&titles.map(str::to_owned)));
    let [plain, copied] = [&plain, &copied].map(|plan| SearchIndex::new(plan, &table));
    for query in queries {
        let expected: Vec<usize> = plain.matching_items(query).iter().collect();
        assert!(!expected.is_empty(), "{query:?}");
        assert_eq!(copied.matching_items(query).iter().collect::<Vec<_>>(), expected, "{query:?}");
        let targets =
            |index: &SearchIndex| index.search(query).into_iter().map(|hit| hit.target).collect::<Vec<_>>();
        assert_eq!(targets(&copied), targets(&plain), "{query:?}");
    }
}

#[test]
fn a_highlight_is_the_longest_reading_of_the_query() {
    let titles = ["重点案", "先", "西安", "中额", "战略", "事。业"].map(str::to_owned);
    let index = SearchIndex::new(&plan(&titles), &table());
    for (query, position, parts) in [
        ("zda", 0, "重点案"),
        ("xian", 1, "先"),
        ("xian", 2, "西安"),
        ("xi'an", 2, "西安"),
        ("xi'an", 1, ""),
        ("zhonge", 3, "中额"),
        ("zhe", 3, "中额"),
        ("lue", 4, "略"),
        ("lve", 4, "略"),
        ("lüe", 4, "略"),
        ("shiye", 5, ""),
    ] {
        let hits = index.search(query).into_iter();
        let in_title = hits.filter(|hit| hit.target == Target::Item(position) && hit.field == Field::Title);
        let found: Vec<&str> =
            in_title.flat_map(|hit| hit.ranges).map(|range| &titles[position][range]).collect();
        assert_eq!(found.join("|"), parts, "{query}");
    }
}

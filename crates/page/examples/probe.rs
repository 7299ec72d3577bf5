//! How fast searching is: `cargo run --release -p yaodian-page --example probe -- SOURCE [ITEMS]`.
//! Every line of the source is a title, repeated until there are enough items.

use std::time::Instant;

use yaodian_plan::search::SearchIndex;
use yaodian_plan::*;

fn main() {
    let mut args = std::env::args().skip(1);
    let source = args.next().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let count = args.next().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let titles: Vec<String> = source
        .split(['\n', '\t', '；', '。'])
        .map(|text| text.chars().take(40).collect::<String>())
        .filter(|text| text.len() > 30)
        .collect();
    let Some(plan) = plan(&titles, count) else { return };
    let table = yaodian_page::pinyin::table_for(&plan);
    let start = Instant::now();
    let index = SearchIndex::new(&plan, &table);
    println!("{count} items: index {:?}", start.elapsed());
    for query in ["w", "wcnr", "weichengnian", "未成年人", "财经工委 7月", "zzzz", "jianshe gongwei"]
    {
        let best = |run: &dyn Fn() -> usize| {
            (0..20)
                .map(|_| {
                    let start = Instant::now();
                    (run(), start.elapsed())
                })
                .min_by_key(|&(_, time)| time)
        };
        let filter = best(&|| index.matching_items(query).len());
        let search = best(&|| index.search(query).len());
        println!("{query}: filter {filter:?}, search {search:?}");
    }
}

fn plan(titles: &[String], count: u16) -> Option<Plan> {
    let unit = |(id, name): (&str, &str)| Unit { id: UnitId(id.into()), name: name.into(), aliases: vec![] };
    let units: Vec<Unit> = [("finance", "财经工委"), ("law", "法制工委")].map(unit).to_vec();
    let mut items = Vec::new();
    for (no, title) in (1..=count).zip(titles.iter().cycle()) {
        let month = Month::new((no % 12) as u8 + 1)?;
        let unit = &units[usize::from(no) % units.len()];
        items.push(Item {
            id: ItemId::Monthly { month, no },
            title: title.clone(),
            responsibility: Responsibility {
                text: unit.name.clone(),
                lead: vec![unit.id.clone()],
                joint: vec![],
                collective: None,
                basis: Basis::Stated,
            },
            period: Period::month(month),
            period_text: format!("{month}月"),
            meetings: vec![MeetingKind::Chairpersons],
            condition: None,
            remark: None,
            reported: None,
            serial: None,
            sessions: vec![],
            extras: vec![],
            source: SourceSpan { line: 1, text: String::new() },
        });
    }
    Some(Plan {
        format: FORMAT,
        id: "probe".into(),
        title: String::new(),
        issuer: String::new(),
        year: 2023,
        preamble: vec![],
        sections: vec![],
        annexes: vec![],
        units,
        categories: vec![],
        items,
        links: vec![],
        notes: vec![],
        meetings: vec![],
        corrections: vec![],
        amendments: vec![],
    })
}

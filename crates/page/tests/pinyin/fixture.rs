//! A plan read crudely out of the source document: enough of it to search, no more.

use yaodian_plan::search::SearchIndex;
use yaodian_plan::*;

const SOURCE: &str = include_str!("../../../../plans/nanhai-2023/source.txt");

const UNITS: [(&str, &str, &str); 6] = [
    ("office", "办公室", "办公室"),
    ("law", "法制工委", "法制"),
    ("finance", "财经工委", "财经"),
    ("environment", "城建环资工委", "城建"),
    ("culture", "教科文卫工委", "教科文卫"),
    ("deputies", "选联工委", "选联"),
];

const CATEGORIES: [&str; 9] = [
    "讨论决定重大事项",
    "听取和审议/听取专项工作报告",
    "计划和预算监督",
    "专题调研",
    "跟踪监督工作",
    "专题询问",
    "视察活动",
    "代表活动",
    "其他",
];

/// The document as a plan.
pub fn plan() -> Plan {
    let (body, annexes) = SOURCE.split_once("附件 1\n").unwrap();
    let (schedule, monthly) = annexes.split_once("附件 2\n").unwrap();
    let mut items = schedule_items(schedule);
    items.extend(monthly_items(monthly));
    let unit = |(id, name, alias): (&str, &str, &str)| Unit {
        id: UnitId(id.into()),
        name: name.into(),
        aliases: if name == alias { vec![] } else { vec![alias.into()] },
    };
    let category = |(no, name): (u8, &str)| Category { no, name: name.into(), stated: None };
    Plan {
        format: FORMAT,
        id: "nanhai-2023".into(),
        title: "佛山市南海区人大常委会 2023 年工作要点".into(),
        issuer: "佛山市南海区人大常委会".into(),
        year: 2023,
        preamble: body.lines().filter(|line| line.starts_with("2023 年")).map(str::to_owned).collect(),
        sections: sections(body),
        annexes: vec!["南海区人大常委会 2023 年主要工作安排表".into()],
        units: UNITS.map(unit).to_vec(),
        categories: (1..).zip(CATEGORIES).map(category).collect(),
        items,
        links: vec![],
        notes: vec![],
        meetings: vec![],
        corrections: vec![],
        amendments: vec![],
    }
}

/// The plan and its index.
pub fn nanhai() -> (Plan, SearchIndex) {
    let plan = plan();
    let index = SearchIndex::new(&plan, &yaodian_page::pinyin::table_for(&plan));
    (plan, index)
}

fn sections(body: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (line, text) in (1..).zip(body.lines().take_while(|line| !line.starts_with("附件："))) {
        let numbered = text.split_once(". ").and_then(|(no, rest)| Some((no.parse().ok()?, rest)));
        if let Some((_, title)) = text.split_once('、').filter(|(no, _)| "一二三四五".contains(no)) {
            sections.push(Section {
                no: sections.len() as u8 + 1,
                printed: None,
                title: title.into(),
                text: vec![],
                subsections: vec![],
                points: vec![],
            });
        } else if let Some(section) = sections.last_mut() {
            if let Some((no, rest)) = numbered {
                let rest = rest.replace("**", "");
                let (heading, text) = rest.split_once('。').unwrap_or((&rest, ""));
                section.points.push(WorkPoint {
                    no,
                    printed: String::new(),
                    heading: heading.into(),
                    apart: false,
                    text: text.into(),
                    line,
                });
            } else if let Some(point) = section.points.last_mut() {
                point.text.push_str(text);
            }
        }
    }
    sections
}

fn schedule_items(text: &str) -> Vec<Item> {
    let (mut category, mut last) = (0, 0);
    let rows = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter_map(|cells| Some((cells.get(1)?.parse::<u16>().ok()?, cells)))
        .map(|(no, cells)| {
            category += u8::from(no <= last || last == 0);
            last = no;
            let id = ItemId::Schedule { category, no };
            let mut item = item(id, cells[2], cells[3], cells[4]);
            if !cells.get(5).is_none_or(|cell| cell.is_empty()) {
                item.meetings.push(MeetingKind::StandingCommittee);
            }
            if !cells.get(6).is_none_or(|cell| cell.is_empty()) {
                item.meetings.push(MeetingKind::Chairpersons);
            }
            item
        })
        .collect()
}

fn monthly_items(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for cells in text.lines().map(|line| line.split('\t').collect::<Vec<_>>()) {
        let [time, tasks, units, ..] = cells[..] else { continue };
        let Some(month) = time.split('月').next().and_then(|no| no.trim().parse().ok()) else { continue };
        let month = Month::new(month).unwrap();
        let mut rest = tasks.strip_prefix("1. ").unwrap_or(tasks);
        for no in 1.. {
            let (title, others) = rest.split_once(&format!(" {}. ", no + 1)).unwrap_or((rest, ""));
            let title = title.trim().trim_end_matches(['；', ';', '。']);
            items.push(item(ItemId::Monthly { month, no }, title, units, time));
            rest = others;
            if rest.is_empty() {
                break;
            }
        }
    }
    items
}

fn item(id: ItemId, title: &str, units: &str, time: &str) -> Item {
    let months: Vec<Month> = time
        .trim_end_matches('月')
        .split('-')
        .filter_map(|no| no.trim().parse().ok().and_then(Month::new))
        .collect();
    let period = match (months.first(), months.last()) {
        (Some(&first), Some(&last)) => Period::Months { first, last },
        _ if time == "全年" => Period::WholeYear,
        _ => Period::Unscheduled,
    };
    let named = UNITS.iter().filter(|(.., alias)| units.contains(alias));
    Item {
        id,
        title: title.into(),
        responsibility: Responsibility {
            text: units.into(),
            lead: named.map(|(id, ..)| UnitId((*id).into())).collect(),
            joint: vec![],
            collective: None,
            basis: Basis::Stated,
        },
        period,
        period_text: time.into(),
        meetings: vec![],
        condition: None,
        remark: None,
        reported: None,
        serial: None,
        sessions: vec![],
        extras: vec![],
        source: SourceSpan { line: 1, text: String::new() },
    }
}

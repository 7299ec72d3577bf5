//! The document of Nanhai's plan of 2023, read crudely.
//!
//! What the tests expect of the bundled plan comes from here or is typed out in the tests. Neither
//! the importer nor a query has a part in it.

const SOURCE: &str = include_str!("../../../../plans/nanhai-2023/source.txt");

/// Names in the document and ids in the plan, in the order in which the plan lists its units.
pub const UNITS: [(&str, &str); 6] = [
    ("办公室", "office"),
    ("财经工委", "finance"),
    ("城建环资工委", "urban"),
    ("教科文卫工委", "edu"),
    ("法制工委", "law"),
    ("选联", "deputy"),
];

/// Who does which task where the document does not pair them: the month has more tasks than units.
const UNEVEN: [(u8, &[&str]); 4] = [
    (1, &["财经工委", "财经工委", "选联工委"]),
    (2, &["办公室", "城建环资工委", "教科文卫工委", "选联工委", "选联工委"]),
    (9, &["财经工委", "财经工委", "教科文卫工委"]),
    (12, &["财经工委", "财经工委", "教科文卫工委", "选联工委"]),
];

/// A time as the document has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// First and last month.
    Months(u8, u8),
    /// 全年.
    Year,
    /// An empty cell.
    Empty,
}

/// A row of annex 1 or a task of annex 2.
#[derive(Clone, Debug)]
pub struct Row {
    /// As the plan writes ids.
    pub id: String,
    /// The name, or the task with its number.
    pub text: String,
    /// Who does it, as printed.
    pub who: String,
    /// When.
    pub time: Time,
    /// Ticked for 常委会会议.
    pub standing_committee: bool,
    /// Ticked for 主任会议.
    pub chairpersons: bool,
    /// 备注.
    pub remark: String,
}

impl Row {
    /// Whether it falls in a month.
    pub fn is_in(&self, month: u8) -> bool {
        matches!(self.time, Time::Months(first, last) if (first..=last).contains(&month))
    }

    /// The units that it names, in its order: the first leads.
    pub fn named(&self) -> Vec<&'static str> {
        let mut places: Vec<(usize, &str)> =
            UNITS.iter().filter_map(|(name, id)| Some((self.who.find(name)?, *id))).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, id)| id).collect()
    }

    /// Who leads, if a unit is named.
    pub fn lead(&self) -> Option<&'static str> {
        self.named().first().copied()
    }

    /// Whether it names 各工委 or 有关工委.
    pub fn is_collective(&self) -> bool {
        self.who.contains("各工委") || self.who.contains("有关工委")
    }
}

/// All rows of annex 1, then all tasks of annex 2.
pub fn rows() -> Vec<Row> {
    let (_, annexes) = SOURCE.split_once("\n附件 1\n").expect("annex 1");
    let (first, second) = annexes.split_once("\n附件 2\n").expect("annex 2");
    let mut rows = Vec::new();
    let mut category = 0;
    for line in first.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, no, name, who, time, standing_committee, chairpersons] = cells[..] else { continue };
        let Ok(no) = no.parse::<u8>() else { continue };
        category += u8::from(no == 1);
        rows.push(Row {
            id: format!("s{category}-{no}"),
            text: name.to_owned(),
            who: who.to_owned(),
            time: schedule_time(time),
            standing_committee: !standing_committee.is_empty(),
            chairpersons: !chairpersons.is_empty(),
            remark: String::new(),
        });
    }
    for line in second.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [time, tasks, units, remark] = cells[..] else { continue };
        let Some(month) = months(time).map(|(month, _)| month) else { continue };
        let tasks = tasks_of(tasks);
        let units: Vec<&str> = match UNEVEN.iter().find(|(uneven, _)| *uneven == month) {
            Some((_, units)) => units.to_vec(),
            None => units.split(' ').collect(),
        };
        assert_eq!(tasks.len(), units.len(), "month {month}");
        for ((task, who), no) in tasks.into_iter().zip(units).zip(1..) {
            // Only 组织代表培训(3-5月) has a time of its own.
            let own = task.split_once('(').and_then(|(_, rest)| months(rest.split_once(')')?.0));
            let (first, last) = own.unwrap_or((month, month));
            rows.push(Row {
                id: format!("m{month}-{no}"),
                text: task.to_owned(),
                who: who.to_owned(),
                time: Time::Months(first, last),
                standing_committee: false,
                chairpersons: false,
                remark: remark.to_owned(),
            });
        }
    }
    rows
}

/// Ids of the rows that are wanted, in the document's order.
pub fn ids(wanted: impl Fn(&Row) -> bool) -> Vec<String> {
    rows().into_iter().filter(wanted).map(|row| row.id).collect()
}

fn schedule_time(cell: &str) -> Time {
    match cell {
        "" => Time::Empty,
        "全年" => Time::Year,
        cell => months(cell).map(|(first, last)| Time::Months(first, last)).expect(cell),
    }
}

/// `3月`, `12 月`, `3-6月`.
fn months(text: &str) -> Option<(u8, u8)> {
    let text = text.strip_suffix('月')?.trim();
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some((first.parse().ok()?, last.parse().ok()?))
}

/// Cuts a cell before `1. `, `2. ` and so on.
fn tasks_of(cell: &str) -> Vec<&str> {
    let mut tasks = Vec::new();
    let mut rest = cell;
    for no in 2.. {
        let Some(at) = rest.find(&format!(" {no}. ")) else { break };
        tasks.push(&rest[..at]);
        rest = &rest[at..];
    }
    tasks.push(rest);
    tasks
}

#[test]
fn the_crude_reading_is_the_whole_document() {
    let rows = rows();
    let count = |letter: char| rows.iter().filter(|row| row.id.starts_with(letter)).count();
    assert_eq!((count('s'), count('m')), (43, 39));
    assert!(rows.iter().all(|row| row.lead().is_some() || row.is_collective()));
    assert!(rows.iter().filter(|row| row.remark == "已完成").all(|row| row.id.starts_with("m1-")));
}

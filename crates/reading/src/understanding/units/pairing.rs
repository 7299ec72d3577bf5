//! Which of a month's units does which of its tasks, where annex 2 only lists both.

/// Words in a task's title that speak for a unit.
const HINTS: [(&str, &[&str]); 10] = [
    ("office", &["工作要点", "机关", "部署会", "制度建设"]),
    ("finance", &["财政", "预算", "决算", "经济", "审计", "债务", "国有资产", "营商"]),
    ("budget", &["预算", "决算", "审计"]),
    ("urban", &["规划", "环境", "城", "交通", "土地", "住房", "湖库"]),
    ("edu", &["教", "科", "文", "卫", "食品", "医", "文化", "宗教", "侨"]),
    ("law", &["法", "检察", "备案", "立法", "司法"]),
    ("supervision", &["监察", "检察", "审判", "公安", "司法"]),
    ("society", &["社会建设", "养老", "社保", "就业", "民政"]),
    ("rural", &["农", "乡村", "种业"]),
    ("deputy", &["代表", "人代会", "社区议事会", "选举", "联络站", "建议"]),
];

/// How strongly a title speaks for a unit: a whole word weighs more than a single character.
pub fn affinity(title: &str, unit: &str) -> usize {
    let unit = unit.split('-').next().unwrap_or(unit);
    let words = HINTS.iter().find(|(id, _)| *id == unit).map_or(&[][..], |(_, words)| words);
    words.iter().filter(|word| title.contains(**word)).map(|word| word.chars().count()).sum()
}

/// Pairs tasks with units, both in order: `result[task]` is the range of units that do it.
///
/// Tasks are listed in the order of the units, so each unit gets a run of tasks or, where there
/// are more units than tasks, each task a run of units. `score(task, unit)` chooses among runs.
pub fn pair(tasks: usize, units: usize, score: impl Fn(usize, usize) -> usize) -> Vec<Vec<usize>> {
    let mut pairs = vec![Vec::new(); tasks];
    if tasks == 0 || units == 0 {
        return pairs;
    }
    let by_task = tasks >= units;
    let (long, short) = if by_task { (tasks, units) } else { (units, tasks) };
    let chosen = runs(long, short, |at, run| if by_task { score(at, run) } else { score(run, at) });
    for (at, run) in chosen.into_iter().enumerate() {
        let (task, unit) = if by_task { (at, run) } else { (run, at) };
        if let Some(pair) = pairs.get_mut(task) {
            pair.push(unit);
        }
    }
    pairs
}

/// The largest table of scores to fill; no month of a real plan comes near it.
const LARGEST: usize = 1 << 16;

/// The best way to cut `long` things into `short` runs, none of them empty; the run of each thing.
fn runs(long: usize, short: usize, score: impl Fn(usize, usize) -> usize) -> Vec<usize> {
    if long.saturating_mul(short) > LARGEST {
        return (0..long).map(|at| at.saturating_mul(short) / long).collect();
    }
    // best[at][run]: the best score when thing `at` is in `run`, and whether it is its first thing.
    let mut best: Vec<Vec<Option<(usize, bool)>>> = Vec::with_capacity(long);
    for at in 0..long {
        let row = (0..short).map(|run| {
            let before = |run: Option<usize>| match best.last() {
                None => (run.is_none()).then_some(0),
                Some(row) => row.get(run?).copied().flatten().map(|(score, _)| score),
            };
            let first = before(run.checked_sub(1));
            let further = before(Some(run)).filter(|_| at > 0);
            let (so_far, is_first) = match (first, further) {
                (Some(first), Some(further)) if first >= further => (first, true),
                (_, Some(further)) => (further, false),
                (first, None) => (first?, true),
            };
            Some((so_far + score(at, run), is_first))
        });
        let row = row.collect();
        best.push(row);
    }
    let mut run = short.saturating_sub(1);
    let mut chosen = Vec::with_capacity(long);
    for row in best.iter().rev() {
        chosen.push(run);
        if matches!(row.get(run), Some(Some((_, true)))) {
            run = run.saturating_sub(1);
        }
    }
    chosen.reverse();
    chosen
}

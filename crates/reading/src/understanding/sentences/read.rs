//! All paragraphs: headings say when and where, numbered paragraphs what.

use std::collections::HashMap;

use super::super::actions::{begins_with_action, is_agenda, supervises};
use super::super::numbers;
use super::super::remarks::Spot;
use super::super::source::Para;
use super::super::text::{has_any, is_longer_than, squash, trim, without_brackets};
use super::super::time;
use super::blocks::{Block, blocks};
use super::brackets::take_last_bracket;
use super::entry;
use super::fields::Fields;
use super::heading::begins_with_time;
use super::lasting::acts_again;
use super::pieces::clauses;
use super::signals::Signals;
use super::strip::strip;
use super::task::Task;
use super::wording::{ends_as_report, is_law};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Extra, Period};

/// An item that sentences suggest.
pub struct Candidate {
    /// What the headings above it are called.
    pub category: String,
    pub title: String,
    pub signals: Signals,
    /// The time and the meeting of a heading above.
    pub above: Option<(Period, String)>,
    pub meeting: Option<String>,
    /// The unit whose list it stands in.
    pub unit: Option<String>,
    /// The units that stand below the list that it is in.
    pub of_list: Option<String>,
    /// The number that is printed before it.
    pub number: Option<u32>,
    pub extras: Vec<Extra>,
    pub remark: Option<String>,
    pub text: String,
    pub spot: Spot,
    /// Whether it is not certain which of what is said belongs to it.
    pub unsure: bool,
    /// Whether its title still names a month that something may be due in: 听取某报告，12月某事进展.
    pub unread_month: bool,
    /// Whether a bracket behind it says when.
    pub dated_in_bracket: bool,
}

/// What became of the paragraphs.
#[derive(Default)]
pub struct Kept {
    pub candidates: Vec<Candidate>,
    /// Whether any of them says when, who or for which meeting.
    pub speaks: bool,
}

/// Reads paragraphs.
pub async fn read(paras: &[&Para], title: &str, year: i32, pace: &Pace) -> Kept {
    let blocks = blocks(paras, title, year, pace).await;
    let total = blocks.len();
    let mut read: Vec<(Block<'_>, entry::Entry)> = Vec::new();
    for (at, block) in blocks.into_iter().enumerate() {
        pace.tick(Stage::Understand, at, total).await;
        // 听取和审议… is something to be done, whatever else is said of it.
        let listed = block.context.speaks() || (block.entry && is_report(&block.text));
        let pause = || pace.tick(Stage::Understand, at, total);
        let entry = entry::read(&block.text, listed, block.entry, year, pause).await;
        read.push((block, entry));
    }
    let of_lists = units_of_lists(&read);
    let mut kept = Kept::default();
    // Where most entries below a heading say when or who, the others are of the same list.
    let mut groups: HashMap<&str, (usize, usize)> = HashMap::new();
    for (block, entry) in &read {
        let (all, speak) = groups.entry(block.context.top()).or_default();
        *all += 1;
        *speak += usize::from(entry.whole);
    }
    for ((block, entry), of_list) in read.iter().zip(&of_lists) {
        let (all, speak) = groups.get(block.context.top()).copied().unwrap_or_default();
        let listed = block.context.speaks() || speak * 2 >= all.max(1);
        let named = block.entry || block.context.names_a_kind();
        let supervised = || named && entry.tasks.first().is_some_and(|task| supervises(&task.title));
        // 代表小组：第一小组5月活动，第二小组6月活动 says when of parts that are read as one.
        let unread = block.entry && !entry.speaks && entry.names_unread_month();
        let counts = entry.speaks
            || supervised()
            || block.context.speaks()
            || unread
            || (block.entry && (listed || is_of_list(block)));
        let dated = dated_deed(block, entry, year);
        let stray = !block.entry
            && !block.context.speaks()
            && !doing(entry)
            && !is_dated_name(block, entry)
            && dated.is_none()
            && (entry.said.is_empty() || all > 1);
        if !counts || stray || block.context.headings().any(is_frame) {
            continue;
        }
        kept.speaks = true;
        // The heading itself is what is to be done where all below it says when or who: 每月一次，由办公室承办.
        // So is the name of an entry that says nothing else: 主任会议。每月召开一次主任会议.
        if (all == 1 || block.entry || dated.is_some()) && entry.tasks.is_empty() && !entry.said.is_empty() {
            let own = || block.text.split(['。', '\n']).next().unwrap_or_default();
            let title = match dated {
                Some(deed) => deed,
                None if block.entry => deed(own(), year),
                None => block.context.deepest().to_owned(),
            };
            let task =
                Task { title, signals: entry.said.clone(), text: block.text.clone(), ..Task::default() };
            kept.candidates.extend((!task.title.is_empty()).then(|| candidate(block, &task, false, year)));
        }
        let several = entry.tasks.len() > 1;
        // 准备阶段 is how the year is divided, and nothing that is done.
        let stage = |task: &&Task| task.title.ends_with("阶段");
        for task in entry.tasks.iter().filter(|task| !stage(task)) {
            let candidate = candidate(block, task, several, year);
            let unread_month = candidate.unread_month || unread;
            kept.candidates.push(Candidate { of_list: of_list.clone(), unread_month, ..candidate });
        }
    }
    kept
}

/// The units that a line below each list names for all of the list: `责任单位：甲` below the last entry of every month. One
/// such list alone may as well say so of its last entry only.
fn units_of_lists(read: &[(Block<'_>, entry::Entry)]) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = vec![None; read.len()];
    let own = |entry: &entry::Entry| {
        entry.tasks.iter().any(|task| !task.signals.units.is_empty() || !task.signals.joint.is_empty())
    };
    let mut lists = 0;
    let mut start = 0;
    for list in read.chunk_by(|(one, _), (other, _)| one.context.is_same(&other.context)) {
        let range = start..start + list.len();
        start = range.end;
        let Some(((last, entry), before)) = list.split_last().filter(|(_, before)| !before.is_empty()) else {
            continue;
        };
        let mut fields = Fields::default();
        let below = last.text.lines().skip(1).all(|line| fields.take(line)) && !fields.lead.is_empty();
        if !below || !list.iter().all(|(block, _)| block.entry) {
            continue;
        }
        // Elsewhere each entry has a line of its own.
        if before.iter().any(|(block, _)| block.text.contains('\n')) {
            return vec![None; read.len()];
        }
        if before.iter().any(|(_, entry)| own(entry)) || entry.tasks.len() != 1 {
            continue;
        }
        lists += 1;
        let units = fields.lead.join("、");
        found.splice(range.start..range.end - 1, vec![Some(units); before.len()]);
    }
    if lists > 1 { found } else { vec![None; read.len()] }
}

/// What is to be done where an entry says little more than when and who: 开展调研 of 9月开展调研，由甲负责.
fn deed(own: &str, year: i32) -> String {
    let bare = take_last_bracket(own, &mut Signals::default(), year);
    let signs = clauses(&bare).into_iter().map(|clause| strip(clause, year));
    let left =
        signs.filter(|found| !found.times.is_empty() && found.mention.is_none()).map(|found| found.left);
    let deed = left
        .map(|left| trim(&left).to_owned())
        .find(|left| begins_with_action(left) && is_longer_than(left, 3));
    deed.unwrap_or_else(|| own.to_owned())
}

/// Whether an entry is one sentence that says whose work is looked into.
fn is_report(text: &str) -> bool {
    !text.trim_end_matches('。').contains(['。', '\n']) && supervises(text)
}

/// Whether a text says what is striven for.
fn begins_with_aim(text: &str) -> bool {
    let aims = [
        "加强", "强化", "坚持", "提高", "提升", "增强", "完善", "深化", "深入", "注重", "突出", "推动",
        "积极", "认真",
    ];
    aims.iter().any(|word| text.starts_with(word))
}

/// Whether an entry names one of what the headings above it list: a report below 听取专项工作报告, a law below 审议项目,
/// a matter below 专题调研.
fn is_of_list(block: &Block<'_>) -> bool {
    let line = block.text.lines().next().unwrap_or_default();
    let name = without_brackets(line.trim_end_matches(['。', '；', ';', '、']));
    let name = trim(&name);
    if name.contains(['。', '；', '：']) || is_longer_than(name, 80) {
        return false;
    }
    let report = name.starts_with("关于") && ends_as_report(name);
    let law = is_law(name);
    let heads = |words: &[&str]| block.context.headings().any(|heading| has_any(heading, words));
    if block.context.names_a_kind() && !begins_with_aim(name) {
        return true;
    }
    (report && heads(&["听取", "审议", "报告", "议题", "监督"]))
        || (law && heads(&["项目", "法规", "条例", "立法", "审议", "制定", "修改", "废止"]))
}

/// Whether a line is a name with its time in a bracket behind it, or beside it in a column: 履职能力培训班（4月，代表工委）.
fn is_dated_name(block: &Block<'_>, entry: &entry::Entry) -> bool {
    let line = block.text.trim_end_matches(['。', '；', ';']);
    let columns = trim(line).contains(['\u{3000}', '\t']) || trim(line).contains("  ");
    let is_name = (columns || line.ends_with(['）', ')']))
        && !is_longer_than(line, 60)
        && !without_brackets(line).contains(['。', '，', '\n']);
    // 一次专题培训：4月中旬，代表委承办.
    let headed = line.split_once(['：', ':']).map(|(name, _)| trim(name));
    let is_name = is_name || matches!(entry.tasks.as_slice(), [task] if headed == Some(task.title.as_str()));
    let who = |task: &Task| {
        !task.signals.units.is_empty()
            && is_law(trim(line.split(['\u{3000}', ' ']).next().unwrap_or_default()))
    };
    is_name && matches!(entry.tasks.as_slice(), [task] if !task.signals.times.is_empty() || who(task))
}

/// What is done, where a line says when and that in few words: 开展执法检查 of 8月开展执法检查.
fn dated_deed(block: &Block<'_>, entry: &entry::Entry, year: i32) -> Option<String> {
    let own = trim(block.text.trim_end_matches('。'));
    let is_brief = entry.tasks.is_empty()
        && !entry.said.times.is_empty()
        && !own.contains(['。', '；', '\n'])
        && !is_longer_than(own, 20)
        && begins_with_time(own, year);
    is_brief.then(|| deed(own, year)).filter(|deed| deed != own)
}

/// Whether what a paragraph without a number names is to be done, and not whom it is for or what follows it.
fn doing(entry: &entry::Entry) -> bool {
    let address = entry.tasks.iter().any(|task| task.text.ends_with(['：', ':']));
    let done =
        |title: &str| begins_with_action(title) || is_agenda(title) || supervises(title) || acts_again(title);
    !address && entry.tasks.iter().any(|task| done(&task.title))
}

fn candidate(block: &Block<'_>, task: &Task, several: bool, year: i32) -> Candidate {
    let mut signals = task.signals.clone();
    let carried = block.carried.as_ref().filter(|_| signals.times.is_empty());
    signals.times.extend(carried.map(|time| (time::read(time, year), time.clone())));
    let others = task.others.iter().chain(&task.signals.others);
    let extras = others.map(|(heading, text)| Extra { heading: heading.clone(), text: text.clone() });
    Candidate {
        category: block.context.category(),
        title: task.title.clone(),
        signals,
        above: block.context.time().cloned(),
        meeting: block.context.meeting().cloned(),
        unit: block.context.unit().cloned(),
        of_list: None,
        number: block.number.filter(|_| !several),
        extras: extras.collect(),
        remark: task.remark.clone(),
        text: task.text.clone(),
        spot: block.para.spot.clone(),
        unsure: task.carried || carried.is_some() || task.signals.times.len() > 1,
        unread_month: clauses(&task.title).into_iter().any(begins_with_month),
        dated_in_bracket: task.dated_in_bracket,
    }
}

fn begins_with_month(clause: &str) -> bool {
    numbers::number(trim(clause)).is_some_and(|(_, rest)| rest.starts_with('月'))
}

/// Parts that say why and how, and nothing that is to be done.
fn is_frame(heading: &str) -> bool {
    let plain = squash(heading);
    has_any(
        &plain,
        &[
            "指导思想",
            "总体要求",
            "总体思路",
            "基本原则",
            "组织领导",
            "工作要求",
            "保障措施",
            "有关要求",
            "总体目标",
            "工作目标",
            "工作原则",
            "几点要求",
            "几点意见",
        ],
    )
}

//! Lists that stand in one paragraph behind what heads them.

use super::super::actions::begins_with_action;
use super::super::numbers::{self, list_entry};
use super::super::outline::{Level, label};
use super::super::source::Para;
use super::super::tables::split_topics;
use super::super::text::brackets;
use super::super::text::{is_longer_than, trim};
use super::super::time::{self, month_heading};
use super::agenda;
use super::meeting_heading::meeting_of;
use super::pieces::parts;
use super::signals::Signals;
use super::split::dated;
use super::stage;
use super::strip::strip;
use super::who::are_units;
use super::wording::{counts, is_kind, plain_end};

/// A task of a list that stands in one paragraph.
pub(super) struct Listed {
    pub(super) number: Option<u32>,
    /// Whether it is an entry of its own, with a number or with its own time.
    pub(super) is_entry: bool,
    pub(super) text: String,
}

/// What stands before a colon and what it heads: 1月：召开会议；走访代表, 2月份第三十九次常委会会议：审议甲；听取乙.
pub(super) fn heading_and_tasks(text: &str, year: i32) -> Option<(&str, Vec<Listed>)> {
    let bare = label(text).map_or(text, |label| label.rest);
    let listed = |list| {
        agenda::entries(list).into_iter().map(|text| Listed { number: None, is_entry: false, text }).collect()
    };
    // 第三十七次会议：2月28日。议题：甲；乙.
    if let Some((heading, list)) = agenda::named_below(bare)
        && agenda::head(bare, year).is_some()
    {
        return (!trim(list).is_empty()).then(|| (heading, listed(list)));
    }
    if let Some(found) = counted(bare, year) {
        return Some(found);
    }
    if let Some(found) = due_parts(bare, year) {
        return Some(found);
    }
    if let Some((heading, list)) = before_numbers(bare, year) {
        return Some((heading, by_number(list)));
    }
    if let Some((heading, tasks)) = stage::with_tasks(bare) {
        let one = || vec![Listed { number: None, is_entry: true, text: tasks.to_owned() }];
        return Some((heading, if list_entry(tasks).is_some() { by_number(tasks) } else { one() }));
    }
    let (heading, rest) = bare.split_once(['：', ':'])?;
    // 视察（一季度：某事；二季度：某事） has its colon in a bracket.
    if trim(rest).is_empty() || heading.matches(['（', '(']).count() > heading.matches(['）', ')']).count()
    {
        return None;
    }
    // 专题调研：某事（5月）、某事（8月）.
    let things = dated(bare.trim_end_matches(['。', '；', ';']), year);
    if things.len() > 1 && is_kind(heading) && !things.iter().any(|thing| thing.contains(['：', ':'])) {
        let listed = |thing: &str| Listed { number: None, is_entry: true, text: thing.to_owned() };
        return Some((heading, things.into_iter().map(listed).collect()));
    }
    if month_heading(heading, year).is_some() {
        return Some((heading, by_number(rest)));
    }
    // With a month or a number; 主任会议：… may be the name of something.
    let dated = !heading.contains(['。', '；'])
        && heading.contains(['月', '第', '季'])
        && !begins_with_action(heading)
        && meeting_of(heading).is_some();
    dated.then(|| (heading, listed(rest)))
}

/// A time and what is due then, with no more than a blank between them: 3月12日 义务植树.
pub(super) fn dated_line(text: &str, year: i32) -> Option<(&str, &str)> {
    let (time, task) = trim(text).split_once([' ', '\u{3000}', '\t'])?;
    let dated = label(text).is_none() && month_heading(time, year).is_some();
    let task = trim(task).trim_start_matches(['—', '－', '-']);
    Some((time, trim(task))).filter(|(_, task)| dated && is_longer_than(task, 1))
}

/// The task of such a line, with the units behind a blank at its end as a field of its own: 听取某报告 财经工委.
pub(super) fn with_units(task: &str) -> String {
    let found = task.rsplit_once([' ', '\u{3000}', '\t']);
    match found.filter(|(task, units)| are_units(units) && is_longer_than(trim(task), 1)) {
        Some((task, units)) => format!("{}\n责任单位：{units}", trim(task)),
        None => task.to_owned(),
    }
}

/// A kind of task and parts of which each begins with when it is due: 专题调研：3月，某事；5月，某事, 视察（一季度：某事；二季度：某事）.
fn due_parts(text: &str, year: i32) -> Option<(&str, Vec<Listed>)> {
    let text = text.trim_end_matches(['。', '；', ';']);
    let (heading, list) = match brackets(text).as_slice() {
        [(range, inner)] if range.end == text.len() => (text.get(..range.start)?, *inner),
        _ => text.split_once(['：', ':'])?,
    };
    let entries = parts(list);
    let due = |entry: &&str| {
        let (time, task) = entry.split_once(['，', ',', '：', ':'])?;
        month_heading(time, year).filter(|_| is_longer_than(trim(task), 1))
    };
    let listed =
        |entry: &&str| Listed { number: None, is_entry: true, text: entry.replacen(['：', ':'], "，", 1) };
    (entries.len() > 1 && is_kind(heading) && entries.iter().all(|entry| due(entry).is_some()))
        .then(|| (heading, entries.iter().map(listed).collect()))
}

/// Whether a paragraph says how many of a kind stand below it, or ends with a colon: （二）听取专项工作报告。全年安排3项：, 书面审议
/// 报告2项：.
pub(super) fn leads_to_list(para: &Para, next: Option<&Para>, year: i32) -> bool {
    let Some(next) = next.filter(|_| !is_longer_than(&para.text, 120)) else { return false };
    let found = label(&para.text);
    let above = found.as_ref().map(|label| label.level);
    let colon = |text: &str| text.trim_end().ends_with(['：', ':']);
    let below = match label(&next.text) {
        Some(below) => above.is_none_or(|above| below.level > above),
        None => found.is_some() && colon(&next.text),
    };
    let words = plain_end(found.map_or(para.text.as_str(), |label| label.rest));
    let last = words.rsplit('。').next().unwrap_or_default();
    let counted = counts(last) && (above.is_some() || colon(&para.text));
    let parted = above.is_some_and(|above| above <= Level::Sub) && words.contains('。') && colon(&para.text);
    below && (counted || parted) && time::find(last, year).is_empty()
}

/// The tasks of a list, by their numbers if they have some.
fn by_number(list: &str) -> Vec<Listed> {
    // 一是甲；二是乙.
    let worded = || -> Option<Vec<Listed>> {
        let listed = |(part, due): (&str, u32)| {
            let (_, rest) =
                number(part).filter(|(value, _)| *value == due && !part.starts_with(['（', '(']))?;
            Some(Listed { number: Some(due), is_entry: true, text: rest.to_owned() })
        };
        parts(list).into_iter().zip(1..).map(listed).collect()
    };
    if let Some(found) = worded().filter(|found| found.len() > 1 && list.contains("二是")) {
        return found;
    }
    let tasks = split_topics(list).list.into_iter();
    tasks
        .map(|task| Listed { number: task.serial, is_entry: task.serial.is_some(), text: task.title })
        .collect()
}

/// A session or a time and the numbered list behind it, with no more than a blank between them: 第三十一次会议 2月26日
/// 1.听取甲报告 2.审议乙.
fn before_numbers(text: &str, year: i32) -> Option<(&str, &str)> {
    let mut ends = text.match_indices([' ', '\u{3000}', '）', ')']).take(6).map(|(at, mark)| at + mark.len());
    let first = |end: &usize| text.get(*end..).and_then(list_entry).is_some_and(|(value, _)| value == 1);
    let (heading, list) = text.split_at_checked(ends.find(first)?)?;
    let mut said = Signals::default();
    let plain = heading.replace(['（', '('], "，").replace(['）', ')'], "");
    let is_one = !is_longer_than(heading, 40)
        && !heading.contains('。')
        && (month_heading(heading, year).is_some() || (said.take(&plain, year) && !said.meetings.is_empty()));
    is_one.then_some((trim(heading), list))
}

/// What a paragraph lists by numbers behind its heading, if each says when: 开展执法检查2项：①甲（5月）；②乙（7月）, 开展视察。
/// 一是3月视察甲；二是9月视察乙.
fn counted(text: &str, year: i32) -> Option<(&str, Vec<Listed>)> {
    let first = |(at, mark): &(usize, &str)| {
        text.get(at + mark.len()..).and_then(number).is_some_and(|(value, _)| value == 1)
    };
    let (end, _) = text.match_indices(['：', ':', '。']).find(first)?;
    let (heading, list) = text.split_at_checked(end)?;
    if heading.contains('。') || is_longer_than(heading, 40) {
        return None;
    }
    let mut entries: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, mark) in list.match_indices(['：', ':', '。', '；', ';']) {
        let behind = at + mark.len();
        let due = entries.len() as u32 + 1;
        let Some((_, rest)) = list.get(behind..).and_then(number).filter(|(value, _)| *value == due) else {
            continue;
        };
        if let Some(open) = entries.last_mut() {
            *open = list.get(start..behind)?;
        }
        start = list.len() - rest.len();
        entries.push(rest);
    }
    let says_when = |entry: &&str| {
        let entry = entry.trim_end_matches(['；', ';', '。']);
        let last = brackets(entry).pop().filter(|(range, _)| range.end == entry.len());
        let bare = strip(entry, year);
        // 任免干部。1、3月份表决一批；2、9月份表决二批 are steps of one task.
        !bare.times.is_empty() && is_longer_than(trim(&bare.left), 4)
            || last.is_some_and(|(_, inner)| {
                let mut said = Signals::default();
                said.take_bracket(inner, year) && !said.times.is_empty()
            })
    };
    (entries.len() > 1 && entries.iter().all(says_when)).then(|| {
        let listed = |entry: &str| entry.trim_end_matches(['；', ';']).to_owned();
        (
            heading,
            entries
                .iter()
                .zip(1..)
                .map(|(text, no)| Listed { number: Some(no), is_entry: true, text: listed(text) })
                .collect(),
        )
    })
}

/// The number of an entry within a paragraph, and what follows it: ①, （1）, 一是, 第一次：.
fn number(text: &str) -> Option<(u32, &str)> {
    let text = trim(text);
    let inner = label(text).filter(|label| matches!(label.level, Level::Inner | Level::Point));
    let time = || {
        let (value, rest) = numbers::number(text.strip_prefix('第')?)?;
        Some((value, rest.strip_prefix('次')?.strip_prefix(['：', ':'])?))
    };
    inner.map(|label| (label.value, label.rest)).or_else(time)
}

//! Sentences of an entry to what is to be done.

use super::super::actions::{begins_with_action, is_agenda, supervises};
use super::super::numbers::list_entry;
use super::super::text::{brackets, compact, is_longer_than, squash, trim, trim_closing, without_brackets};
use super::super::time::{self, Reading};
use super::fillers::is_filler;
use super::lasting::{lasting, lasting_action};
use super::meeting;
use super::pieces::{clauses, dated, sentences, tasks};
use super::signals::{Signals, Stripped, strip, take_times};
use super::who::{begins_as_unit, by_whom, names_units, says_who};
use yaodian_plan::Period;

/// Something that is to be done, as a text says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Task {
    pub(super) title: String,
    pub(super) signals: Signals,
    /// Fields that have no place, and text that says more.
    pub(super) others: Vec<(String, String)>,
    pub(super) remark: Option<String>,
    /// As it stands.
    pub(super) text: String,
    /// Whether its time is that of the task before it in the same sentence.
    pub(super) carried: bool,
    /// Whether a bracket behind it says when or who: then it is to be done, whatever it is called.
    pub(super) bracketed: bool,
}

/// Reads sentence by sentence.
pub(super) struct Reader {
    pub(super) tasks: Vec<Task>,
    /// Sentences that say more about the task before them.
    pub(super) rest: Vec<String>,
    /// What sentences of their own say about the entry: 由财经委负责.
    pub(super) later: Signals,
    /// What a sentence says in passing about how long it takes: 全年不少于20场.
    pub(super) passing: Signals,
    /// Whether a line of its own says when: then a time among other words is part of what is to be done.
    dated: bool,
    /// Whether a heading may say when, so that 每周 is part of what is to be done.
    listed: bool,
    year: i32,
}

impl Reader {
    pub(super) fn new(year: i32, dated: bool, listed: bool) -> Reader {
        Reader {
            tasks: Vec::new(),
            rest: Vec::new(),
            later: Signals::default(),
            passing: Signals::default(),
            dated,
            listed,
            year,
        }
    }

    pub(super) fn sentence(&mut self, sentence: &str, first: bool) {
        let mut signals = Signals::default();
        if !first && signals.take(sentence.trim_start_matches("报告"), self.year) {
            self.later.extend(signals);
            return;
        }
        if !first {
            let found = clauses(sentence).into_iter().find_map(|clause| lasting(clause, self.year));
            self.passing.times.extend(found);
        }
        if !first && explains(sentence) {
            self.rest.push(sentence.to_owned());
            return;
        }
        let mut carry: Option<Signals> = None;
        let year = self.year;
        for part in tasks(sentence, year) {
            let part = list_entry(&part).map_or(part.as_str(), |(_, rest)| rest);
            let Some(mut task) = self.part(part) else { continue };
            // 6月份听取甲报告；听取乙报告: the time is for both.
            if let Some(carry) = &carry
                && task.signals.times.is_empty()
            {
                task.signals.times.clone_from(&carry.times);
                if task.signals.meetings.is_empty() {
                    task.signals.meetings.clone_from(&carry.meetings);
                }
                task.carried = !carry.times.is_empty();
            }
            if !task.signals.times.is_empty() && !task.carried {
                carry = Some(Signals {
                    times: task.signals.times.clone(),
                    meetings: task.signals.meetings.clone(),
                    ..Signals::default()
                });
            }
            self.tasks.push(task);
        }
    }

    /// A part of a sentence: what is to be done in it, and its signs.
    fn part(&mut self, part: &str) -> Option<Task> {
        let mut signals = Signals::default();
        let bare = take_last_bracket(part, &mut signals, self.year);
        let bracketed = !signals.is_empty();
        let mut words: Vec<String> = Vec::new();
        let mut units: Vec<&str> = Vec::new();
        let clauses = clauses(&bare);
        let tail = tail(&clauses, self.year);
        for (at, clause) in clauses.into_iter().enumerate() {
            if at >= tail {
                match whole_time(clause, self.year) {
                    Some(reading) => signals.times.push((reading, clause.to_owned())),
                    None => units.push(clause),
                }
                continue;
            }
            if says_who(clause) && (!words.is_empty() || clause.starts_with('由')) {
                units.push(clause);
                continue;
            }
            if let Some(words_of) = self.clause(clause, &words, &mut signals) {
                words.push(words_of);
            }
        }
        if !units.is_empty() {
            signals.units.push(units.join("，"));
        }
        // A meeting alone is what is to be done: 召开常委会会议（双月下旬）.
        if words.is_empty() && signals.meetings.len() == 1 && signals.units.is_empty() && units.is_empty() {
            let held = |clause: &&str| meeting::find(clause).is_some_and(|mention| mention.held);
            if let Some(clause) = self::clauses(&bare).into_iter().find(held) {
                signals.meetings.clear();
                let left = without_brackets(&take_times(clause, self.year, &mut Vec::new()));
                words.push(compact_start(&left));
            }
        }
        let title = words.join("，");
        let title = trim_closing(&title).trim_start_matches(['，', ',', '、', '：', ':']).to_owned();
        if title.is_empty() {
            self.later.extend(signals);
            return None;
        }
        Some(Task { title, signals, text: part.to_owned(), bracketed, ..Task::default() })
    }

    /// What a clause says is to be done; its signs are taken out.
    fn clause(&self, clause: &str, before: &[String], signals: &mut Signals) -> Option<String> {
        let first = before.is_empty();
        if let Some((word, rest)) = lasting_action(clause).filter(|_| first && !self.dated && !self.listed) {
            signals.times.push((time::read(word, self.year), word.to_owned()));
            return Some(rest.to_owned());
        }
        let Stripped { left, times, mention } = strip(clause, self.year);
        // 召开常委会会议 with nothing more is what is to be done itself.
        if mention.as_ref().is_some_and(|mention| mention.held) && is_filler(&left) && !first {
            return Some(clause.to_owned());
        }
        if self.dated && !times.is_empty() && mention.is_none() && !is_filler(&left) {
            return Some(clause.to_owned());
        }
        let taken = !times.is_empty() || mention.is_some();
        signals.times.extend(times);
        signals.meetings.extend(mention.map(|mention| mention.name));
        let left = left.replace("（）", "").replace("()", "");
        let mut left = trim(&left).trim_start_matches(['，', '、', '：', ':']).to_owned();
        if taken {
            left = left.trim_start_matches('的').trim_start_matches("举行").to_owned();
        }
        if taken && let Some(names) = by_whom(&left) {
            signals.units.push(names.to_owned());
            return None;
        }
        // 全年完成 behind what is done.
        if !first && !taken && time::is_lasting(&left) {
            signals.times.push((time::read(&left, self.year), left));
            return None;
        }
        // 6月向常委会会议报告: all of it is a sign.
        let completes = before.first().is_some_and(|words| is_occasion(words)) && supervises(&left);
        if taken
            && (is_filler(&left) && !completes && !(first && is_agenda(&left) && is_longer_than(&left, 6)))
        {
            return None;
        }
        Some(compact_start(&left)).filter(|left| !left.is_empty())
    }
}

/// Where a list's entry ends with a time and units that only commas keep apart: 代表述职，11月，代表工委.
fn tail(clauses: &[&str], year: i32) -> usize {
    let is_time = |clause: &&str| whole_time(clause, year).is_some();
    let sign = |clause: &&str| {
        is_time(clause) || (names_units(clause) && (!begins_with_action(clause) || begins_as_unit(clause)))
    };
    let signs = clauses.iter().rev().take_while(|clause| sign(clause)).count();
    let start = (clauses.len() - signs).max(1);
    let own = clauses.get(start..).unwrap_or_default();
    if own.iter().any(is_time) && own.iter().any(|clause| !is_time(clause)) { start } else { clauses.len() }
}

/// The time that a clause is and nothing else.
fn whole_time(clause: &str, year: i32) -> Option<Reading> {
    let plain = squash(clause);
    if is_longer_than(&plain, 16) || meeting::named(&plain).is_some() {
        return None;
    }
    let reading = time::read(&plain, year);
    let dated = reading.period.months().is_some()
        || (reading.period == Period::WholeYear && (plain.starts_with('每') || plain.starts_with("全年")));
    (dated && !reading.doubts.contains(&time::Doubt::Partial)).then_some(reading)
}

/// Whether words say upon what something is done, and not yet what: 结合听取某报告.
fn is_occasion(words: &str) -> bool {
    ["结合", "围绕", "针对", "根据"].iter().any(|start| words.starts_with(start))
}

fn compact_start(text: &str) -> String {
    trim(text).trim_start_matches("，").to_owned()
}

/// Takes a bracket at the end that holds signs and nothing else.
pub(super) fn take_last_bracket(text: &str, signals: &mut Signals, year: i32) -> String {
    let bare = text.trim_end_matches(['。', '；', ';', ' ', '\u{3000}', '\n']);
    let Some((range, inner)) = brackets(bare).pop().filter(|(range, _)| range.end == bare.len()) else {
        return text.to_owned();
    };
    // Behind a part of several sentences it is about its own part.
    let before = bare.get(..range.start).unwrap_or_default();
    let several =
        sentences(before).len() > 1 && !before.trim_end().ends_with('。') && brackets(before).len() > 1;
    if several
        || dated(bare.rsplit('\n').next().unwrap_or(bare), year).len() > 1
        || !signals.take_bracket(inner, year)
    {
        return text.to_owned();
    }
    before.to_owned()
}

/// Whether a sentence says more about what the one before it named.
fn explains(sentence: &str) -> bool {
    let plain = squash(sentence);
    let starts = [
        "重点",
        "主要",
        "报告",
        "该报告",
        "内容",
        "听取和审议的重点",
        "检查的重点",
        "检查重点",
        "检查内容",
        "审议重点",
        "通过",
        "目的",
        "方式",
        "形式",
        "会前",
        "会后",
        "届时",
        "其中",
        "具体",
        "同时",
        "围绕上述",
        "执法检查报告",
        "调研报告",
        "专题询问",
        "视察内容",
        "结合",
    ];
    starts.iter().any(|word| plain.starts_with(word)) || compact(&plain).contains("的重点是")
}

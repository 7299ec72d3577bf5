//! A numbered paragraph to items.

use super::super::actions::{begins_with_action, is_agenda};
use super::super::numbers::list_entry;
use super::super::text::{brackets, compact, is_longer_than, squash, trim, trim_closing};
use super::super::time;
use super::fields::Fields;
use super::fillers::is_filler;
use super::meeting;
use super::pieces::{clauses, parts, sentences};
use super::signals::{Signals, take_times, without};
use super::who::says_who;

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
    bracketed: bool,
}

/// What a numbered paragraph and those that follow it say.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) tasks: Vec<Task>,
    /// Whether it says when, who or where at all.
    pub(super) speaks: bool,
    /// Whether it says so of itself as a whole, as entries of a list do.
    pub(super) whole: bool,
}

/// Reads an entry: its text with paragraphs as lines, without its number. `listed`: a heading above says that what
/// is listed below it is to be done, so that a part needs no sign of its own.
pub(super) fn read(text: &str, listed: bool, year: i32) -> Entry {
    let mut fields = Fields::default();
    let mut prose: Vec<&str> = Vec::new();
    for line in text.lines().map(trim) {
        if line.is_empty() || fields.take(line) {
            continue;
        }
        // Behind what is to be done: …。时间：4月；承办单位：甲.
        let head = fields.take_tail(line);
        prose.push(head);
    }
    let mut whole = prose.join("\n");
    if let Some(title) = fields.title.take() {
        whole = if whole.is_empty() { title } else { format!("{whole}\n{title}") };
    }
    // A last bracket of signs is about all of the entry.
    let mut about = Signals::default();
    whole = take_last_bracket(&whole, &mut about, year);
    about.units.append(&mut fields.lead);
    about.joint.append(&mut fields.joint);
    about.times.extend(fields.times.into_iter().map(|text| (super::super::time::read(&text, year), text)));
    about.meetings.append(&mut fields.meetings);

    let mut reader = Reader { tasks: Vec::new(), rest: Vec::new(), later: Signals::default(), year };
    for (at, sentence) in sentences(&whole).into_iter().enumerate() {
        reader.sentence(sentence, at == 0);
    }
    let Reader { mut tasks, rest, later, .. } = reader;
    let own = tasks.iter().any(|task| !task.signals.is_empty());
    let single = !about.is_empty() || !later.is_empty() || fields.others.iter().len() > 0;
    let speaks = own || single;
    let whole = single || (own && tasks.len() == 1 && rest.is_empty());
    if single || (!own && !listed) {
        // What is said at the end is about the entry as a whole: it is one task, named by its first sentence.
        let mut tasks = tasks.into_iter();
        let Some(mut first) = tasks.next() else { return Entry { tasks: Vec::new(), speaks, whole: false } };
        let mut more: Vec<String> = Vec::new();
        for task in tasks {
            more.push(task.text);
            first.signals.extend(task.signals);
        }
        more.extend(rest);
        first.signals.extend(about);
        first.signals.extend(later);
        first.others = fields.others;
        first.others.extend((!more.is_empty()).then(|| ("说明".to_owned(), more.join("。"))));
        first.remark = fields.remark;
        first.text = compact_lines(text);
        return Entry { tasks: vec![first], speaks, whole };
    }
    if own && !listed {
        // Prose: only what says when, who or where is an item, and what it says it of in the same sentence.
        tasks.retain(|task| {
            let doing = task.bracketed || is_agenda(&task.title) || begins_with_action(&task.title);
            !task.signals.is_empty() && doing
        });
    } else if listed
        && tasks.len() > 1
        && tasks.iter().skip(1).all(|task| !is_agenda(&task.title) && task.signals.is_empty())
    {
        let more: Vec<String> = tasks.drain(1..).map(|task| task.text).collect();
        if let Some(first) = tasks.first_mut() {
            first.others.push(("说明".to_owned(), more.join("。")));
        }
    }
    if let Some(first) = tasks.first_mut()
        && !rest.is_empty()
    {
        first.others.push(("说明".to_owned(), rest.join("。")));
    }
    Entry { tasks, speaks, whole }
}

fn compact_lines(text: &str) -> String {
    text.lines().map(trim).collect::<Vec<_>>().join("\n")
}

/// Takes a bracket at the end that holds signs and nothing else.
fn take_last_bracket(text: &str, signals: &mut Signals, year: i32) -> String {
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

struct Reader {
    tasks: Vec<Task>,
    /// Sentences that say more about the task before them.
    rest: Vec<String>,
    /// What sentences of their own say about the entry: 由财经委负责.
    later: Signals,
    year: i32,
}

impl Reader {
    fn sentence(&mut self, sentence: &str, first: bool) {
        let mut signals = Signals::default();
        if !first && signals.take(sentence.trim_start_matches("报告"), self.year) {
            self.later.extend(signals);
            return;
        }
        if !first && explains(sentence) {
            self.rest.push(sentence.to_owned());
            return;
        }
        let mut carry: Option<Signals> = None;
        let year = self.year;
        for part in parts(sentence).into_iter().flat_map(reports).flat_map(|part| dated(part, year)) {
            let part = list_entry(part).map_or(part, |(_, rest)| rest);
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
        for clause in clauses(&bare) {
            if says_who(clause) && (!words.is_empty() || clause.starts_with('由')) {
                units.push(clause);
                continue;
            }
            if let Some(words_of) = self.clause(clause, words.is_empty(), &mut signals) {
                words.push(words_of);
            }
        }
        if !units.is_empty() {
            signals.units.push(units.join("，"));
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
    fn clause(&self, clause: &str, first: bool, signals: &mut Signals) -> Option<String> {
        let mut times = Vec::new();
        let mention = meeting::find(clause);
        let mut left = clause.to_owned();
        if let Some(mention) = &mention {
            let rest = without(clause, &mention.range);
            let mut own = Vec::new();
            let bare = take_times(&rest, self.year, &mut own);
            // 召开常委会会议 with nothing more is what is to be done itself.
            if mention.held && is_filler(&bare) && !first {
                return Some(clause.to_owned());
            }
            signals.meetings.push(mention.name.clone());
            left = rest;
        }
        left = take_times(&left, self.year, &mut times);
        let taken = !times.is_empty() || mention.is_some();
        signals.times.extend(times);
        let left = left.replace("（）", "").replace("()", "");
        let mut left = trim(&left).trim_start_matches(['，', '、', '：', ':']).to_owned();
        if taken {
            left = left.trim_start_matches('的').trim_start_matches("举行").to_owned();
        }
        // 6月向常委会会议报告: all of it is a sign.
        if taken && (is_filler(&left) && !(first && is_agenda(&left) && is_longer_than(&left, 6))) {
            return None;
        }
        Some(compact_start(&left)).filter(|left| !left.is_empty())
    }
}

fn compact_start(text: &str) -> String {
    trim(text).trim_start_matches("，").to_owned()
}

/// Reports that a comma keeps apart: 关于甲的报告，关于乙的报告.
fn reports(part: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = part;
    let joints = ["报告，关于", "报告、关于", "报告，听取", "报告，审议", "报告,关于"];
    while let Some(at) = joints.iter().filter_map(|joint| rest.find(joint)).min() {
        let (head, tail) = rest.split_at(at + "报告".len());
        found.push(head);
        rest = tail.trim_start_matches(['，', '、', ',']);
    }
    found.push(rest);
    found
}

/// Things in a row of which each has its time behind it: 托育服务法（6月），医疗保障法（4月）. What the first one's
/// colon ends is about all of them.
fn dated(part: &str, year: i32) -> Vec<&str> {
    let is_time = |inner: &str| {
        let reading = time::read(inner, year);
        reading.period.months().is_some() && !reading.doubts.contains(&time::Doubt::Partial)
    };
    let ends: Vec<usize> = brackets(part)
        .into_iter()
        .filter(|(range, inner)| {
            let after = part.get(range.end..).unwrap_or_default();
            is_time(inner) && (after.is_empty() || after.starts_with(['，', '、', ',']))
        })
        .map(|(range, _)| range.end)
        .collect();
    if ends.len() < 2 || ends.last() != Some(&part.len()) {
        return vec![part];
    }
    let colon = part.match_indices(['：', ':']).next().map(|(at, colon)| at + colon.len());
    let begin = colon.filter(|at| part.get(..*at).is_some_and(|head| brackets(head).is_empty())).unwrap_or(0);
    let mut found = Vec::new();
    let mut start = begin;
    for end in ends {
        found.push(trim(part.get(start..end).unwrap_or_default()).trim_start_matches(['，', '、', ',']));
        start = end;
    }
    found
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

//! Sentences of an entry to what is to be done.

use super::super::actions::{begins_with_action, is_agenda, supervises};
use super::super::numbers::{entry_number, is_count};
use super::super::text::{is_longer_than, trim, trim_closing, without_brackets};
use super::super::time;
use super::agenda;
use super::brackets::{behind_time_and_name, take_brackets, take_frame, take_last_bracket};
use super::fillers::is_filler;
use super::lasting::{how_often, lasting, lasting_action};
use super::meeting;
use super::pieces::clauses;
use super::signals::Signals;
use super::split::{headed_list, tasks};
use super::steps::{carry_name, short_task, steps};
use super::strip::{Stripped, held_meeting, strip};
use super::subject::{at_start, behind_dash, is_leader, names_role, take_leader};
use super::task::Task;
use super::who::{as_units, by_whom, says_who};
use super::wording::{
    compact_start, explains, is_occasion, tail, whole_time, without_loose_marks, without_order,
    without_parts_of_year, without_subject,
};

/// Reads sentence by sentence.
pub(super) struct Reader {
    pub(super) tasks: Vec<Task>,
    /// Sentences that say more about the task before them.
    pub(super) rest: Vec<String>,
    /// What sentences of their own say about the entry: 由财经委负责.
    pub(super) later: Signals,
    /// What sentences say in passing, for what is said nowhere else: 全年不少于20场, 重点是某事，由甲负责.
    pub(super) passing: Signals,
    /// Whether a line of its own says when: then a time among other words is part of what is to be done.
    dated: bool,
    /// Whether a heading may say when, so that 每周 is part of what is to be done.
    listed: bool,
    /// Whether what is read is an entry of its own, and no text below a heading.
    numbered: bool,
    /// The number of the part that was read last, of those that have one.
    counted: u32,
    year: i32,
}

impl Reader {
    pub(super) fn new(year: i32, dated: bool, listed: bool, numbered: bool) -> Reader {
        Reader {
            tasks: Vec::new(),
            rest: Vec::new(),
            later: Signals::default(),
            passing: Signals::default(),
            dated,
            listed,
            numbered,
            counted: 0,
            year,
        }
    }

    pub(super) fn sentence(&mut self, sentence: &str, first: bool) {
        let sentence = without_order(sentence);
        let mut signals = Signals::default();
        // An entry begins with what is to be done.
        let taken = !(first && self.numbered) && signals.take(without_subject(sentence), self.year);
        // Below a heading it may say when that is done: 每月一次，由办公室承办. A meeting may be all that is to be done, and
        // 召开交办会 looks like the name of a unit.
        let below = || {
            let done = clauses(sentence).into_iter().any(begins_with_action);
            !done && signals.meetings.is_empty() && !signals.times.is_empty()
        };
        // 8月开展执法检查 in a line of its own.
        let alone = (taken && first && signals.meetings.is_empty()).then(|| short_task(sentence, self.year));
        if let Some(task) = alone.flatten().filter(|task| is_longer_than(&task.title, 4)) {
            self.tasks.push(task);
            return;
        }
        if taken && (!first || below()) {
            self.later.extend(signals);
            return;
        }
        if !first {
            let found = clauses(sentence).into_iter().find_map(|clause| lasting(clause, self.year));
            self.passing.times.extend(found);
        }
        if !first && explains(sentence) {
            for clause in clauses(sentence) {
                self.passing.take_in_passing(without_subject(clause), self.year);
            }
            self.rest.push(sentence.to_owned());
            return;
        }
        if let Some((said, list)) = agenda::head(sentence, self.year).filter(|(_, list)| !list.is_empty()) {
            for entry in agenda::entries(list) {
                let Some(mut task) = self.part(&entry) else { continue };
                task.signals.complete(&said);
                self.tasks.push(task);
            }
            return;
        }
        let mut carry: Option<Signals> = None;
        let mut bracketed = false;
        let year = self.year;
        let (head, sentence) = headed_list(sentence);
        let parts = tasks(sentence, year);
        let several = parts.len() > 1;
        let begin = self.tasks.len();
        for part in parts {
            let numbered = entry_number(&part, self.counted + 1);
            self.counted = numbered.map_or(self.counted, |(number, _)| number);
            let part = numbered.map_or(part.as_str(), |(_, rest)| rest);
            // 3月召开交办会；6月开展视察: among others it is something that is done.
            let short = several.then(|| short_task(part, year)).flatten();
            let mut found = short.map(|task| vec![task]).or_else(|| steps(part, year)).unwrap_or_default();
            let Some(mut task) = found.pop().or_else(|| self.part(part)) else { continue };
            self.tasks.append(&mut found);
            carry.iter().for_each(|before| task.carry(before));
            task.beside = bracketed && task.signals.is_empty();
            bracketed |= task.bracketed;
            // 修订某规则（3月），开展某建设: the time in a bracket is that of what stands before it.
            if !task.signals.times.is_empty() && !task.carried && !task.dated_in_bracket {
                carry = Some(Signals {
                    times: task.signals.times.clone(),
                    meetings: task.signals.meetings.clone(),
                    ..Signals::default()
                });
            }
            task.explain(head);
            self.tasks.push(task);
        }
        carry_name(self.tasks.get_mut(begin..).unwrap_or_default());
    }

    /// A part of a sentence: what is to be done in it, and its signs.
    fn part(&mut self, part: &str) -> Option<Task> {
        let mut signals = Signals::default();
        let taken = take_frame(part, &mut signals, self.year);
        let framed = behind_time_and_name(part, self.year).unwrap_or(taken);
        let framed = take_leader(framed, &mut signals.leaders);
        let (head, behind) = behind_dash(framed).map_or((framed, None), |(head, names)| (head, Some(names)));
        signals.units.extend(behind.map(str::to_owned));
        let bare = take_last_bracket(head, &mut signals, self.year);
        let bare = take_brackets(&bare, &mut signals, self.year);
        let (bracketed, dated_in_bracket) = (!signals.is_empty(), !signals.times.is_empty());
        let mut words: Vec<String> = Vec::new();
        let mut units: Vec<&str> = Vec::new();
        let clauses = clauses(&bare);
        let tail = tail(&clauses, self.year);
        // What is due when, where there are several times: 6月一审，8月二审.
        let mut steps: Vec<&str> = Vec::new();
        let more = clauses.len() > 1;
        for (at, clause) in clauses.into_iter().enumerate() {
            let before = signals.times.len();
            // 每季度，组织代表监督.
            if at == 0 && more && !self.listed && time::is_lasting(clause) {
                signals.times.push((time::read(clause, self.year), clause.to_owned()));
                continue;
            }
            if at >= tail {
                match whole_time(clause, self.year) {
                    Some(reading) => signals.times.push((reading, clause.to_owned())),
                    None => units.push(clause),
                }
                continue;
            }
            if is_leader(clause) {
                signals.leaders.push(clause.trim_start_matches('由').to_owned());
                continue;
            }
            // 经济委员会牵头组织，办公室配合.
            let by = by_whom(clause).filter(|_| !words.is_empty());
            if names_role(clause) || by.is_some() {
                units.push(by.unwrap_or(clause));
                continue;
            }
            // 财经委于7月对某事进行调研.
            let subject = at_start(clause).filter(|_| words.is_empty() && signals.units.is_empty());
            let clause = subject.map_or(clause, |(_, rest)| rest);
            signals.units.extend(subject.map(|(names, _)| names.to_owned()));
            if says_who(clause) && (!words.is_empty() || clause.starts_with('由')) {
                units.push(as_units(clause));
                continue;
            }
            match self.clause(clause, &words, &mut signals) {
                Some(words_of) => words.push(words_of),
                None if signals.times.len() > before && whole_time(clause, self.year).is_none() => {
                    steps.push(clause);
                }
                None => {}
            }
        }
        if !units.is_empty() {
            signals.units.push(units.join("，"));
        }
        // A meeting alone is what is to be done: 召开常委会会议（双月下旬）, 召开主任会议，每月1次.
        let says_how = |words: &String| is_count(words) || (is_filler(words) && !begins_with_action(words));
        let alone = words.iter().all(says_how);
        let only = alone && signals.meetings.len() == 1 && signals.units.is_empty() && units.is_empty();
        if let Some(held) = only.then(|| held_meeting(&bare, self.year)).flatten() {
            signals.meetings.clear();
            words = vec![if words.is_empty() { held } else { trim(&bare).to_owned() }];
        }
        let title = words.join("，");
        let title = trim_closing(&title).trim_start_matches(['，', ',', '、', '：', ':']);
        // 完成年鉴编纂——6月底.
        let title = title.trim_end_matches(['—', '-']).to_owned();
        if title.is_empty() {
            self.later.extend(signals);
            return None;
        }
        if signals.times.is_empty() && !self.listed {
            signals.times.extend(how_often(&bare, self.year));
        }
        let text = part.to_owned();
        // 主任会议12次 is done, though no verb says so.
        let bracketed = bracketed || meeting::is_counted(&title);
        let mut task = Task { title, signals, text, bracketed, dated_in_bracket, ..Task::default() };
        if !steps.is_empty() && task.signals.times.len() > 1 {
            task.explain(&steps.join("，"));
        }
        Some(task)
    }

    /// What a clause says is to be done; its signs are taken out.
    fn clause(&self, clause: &str, before: &[String], signals: &mut Signals) -> Option<String> {
        let first = before.is_empty();
        // 自4月开始，每月开展一次: the months are said.
        let begun =
            signals.times.last().is_some_and(|(_, text)| text.ends_with("开始") || text.ends_with('起'));
        if let Some(found) = lasting_action(clause).filter(|_| first && !begun && !self.dated && !self.listed)
        {
            signals.times.push((time::read(found.word, self.year), found.printed.to_owned()));
            return Some(found.rest.to_owned());
        }
        let Stripped { left, times, mention } = strip(clause, self.year);
        // 召开常委会会议 with nothing more is what is to be done itself, and so is 召开常委会会议8次左右.
        // 主任会议原则上每月召开一次.
        if mention.as_ref().is_some_and(|mention| mention.range.start == 0)
            && let Some((reading, often)) = lasting(&left, self.year)
        {
            signals.times.push((reading, often));
            return Some(clause.to_owned());
        }
        let held = mention.as_ref().is_some_and(|mention| mention.held);
        // 围绕某事召开常委会会议.
        if let Some(mention) =
            mention.as_ref().filter(|mention| mention.held && mention.range.end == clause.len())
            && let Some(before) = clause.get(..mention.range.start)
            && begins_with_action(before)
            && times.is_empty()
        {
            signals.meetings.push(mention.name.clone());
            return Some(clause.to_owned());
        }
        let after = mention.as_ref().and_then(|mention| clause.get(mention.range.end..)).unwrap_or_default();
        if held && (is_filler(&left) && !first || is_count(&left) || is_count(after))
            || (first && meeting::is_counted(clause))
        {
            return Some(clause.to_owned());
        }
        if self.dated && !times.is_empty() && mention.is_none() && !is_filler(&left) {
            return Some(clause.to_owned());
        }
        let taken = !times.is_empty() || mention.is_some();
        let mention_taken = mention.is_some() && times.is_empty();
        signals.times.extend(times);
        signals.meetings.extend(mention.map(|mention| mention.name));
        let left = without_loose_marks(left);
        let mut left = trim(&left).trim_start_matches(['，', '、', '：', ':']).to_owned();
        // 每季度向主任会议报告某事.
        if mention_taken && let Some(found) = lasting_action(&left).filter(|_| first && !self.dated) {
            signals.times.push((time::read(found.word, self.year), found.printed.to_owned()));
            left = found.rest.to_owned();
        }
        if taken {
            left = left.trim_start_matches('的').trim_start_matches("举行").to_owned();
            left = without_parts_of_year(&left).to_owned();
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
        let bare = without_brackets(&left);
        let completes = before.first().is_some_and(|words| is_occasion(words)) && supervises(&left);
        if taken
            && (is_filler(if held { &bare } else { &left })
                && !completes
                && !(first && is_agenda(&left) && is_longer_than(&left, 6)))
        {
            return None;
        }
        Some(compact_start(&left)).filter(|left| !left.is_empty())
    }
}

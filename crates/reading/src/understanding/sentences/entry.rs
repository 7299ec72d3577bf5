//! A numbered paragraph to items.

use super::super::actions::{begins_with_action, is_agenda, supervises};
use super::super::text::{has_any, is_longer_than, trim, trim_closing, without_brackets};
use super::super::time::names_month;
use super::brackets::take_last_bracket;
use super::fields::Fields;
use super::lasting::{acts_again, lasting_action};
use super::meeting;
use super::pieces::{clauses, parts, sentences};
use super::reader::Reader;
use super::signals::Signals;
use super::steps::carry_heading;
use super::task::Task;
use super::wording::is_law;
use yaodian_pace::Pause;

/// What a numbered paragraph and those that follow it say.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) tasks: Vec<Task>,
    /// Whether it says when, who or where at all.
    pub(super) speaks: bool,
    /// Whether it says so of itself as a whole, as entries of a list do.
    pub(super) whole: bool,
    /// What it says, where it does not say of what.
    pub(super) said: Signals,
}

impl Entry {
    /// Whether its only task names a month, which is not read as when that is due.
    pub(super) fn names_unread_month(&self) -> bool {
        let [task] = self.tasks.as_slice() else { return false };
        task.others.is_empty() && names_month(&task.title) && !is_longer_than(&task.title, 60)
    }
}

/// Reads an entry: its text with paragraphs as lines, without its number. `listed`: a heading above says that what
/// is listed below it is to be done, so that a part needs no sign of its own. `numbered`: then what it says when, who
/// or where of is to be done, whatever words it uses. `pause` is awaited after each sentence: a paragraph may be a book.
pub(super) async fn read(
    text: &str,
    listed: bool,
    numbered: bool,
    year: i32,
    pause: impl Fn() -> Pause,
) -> Entry {
    let mut fields = Fields::default();
    let mut prose: Vec<&str> = Vec::new();
    // What wide blanks keep apart behind it: 某报告　4月　城环委.
    let mut columns = Signals::default();
    for (at, line) in text.lines().map(trim).enumerate() {
        if line.is_empty() || (!(at == 0 && names_itself(line)) && fields.take(line)) {
            continue;
        }
        // Behind what is to be done: …。时间：4月；承办单位：甲.
        let head = fields.take_tail(line);
        prose.push(take_columns(head, &mut columns, year));
    }
    let mut whole = prose.join("\n");
    if let Some((name, title)) = fields.title.take() {
        if whole.is_empty() {
            whole = title;
        } else {
            // 工作措施：… below what is to be done says how.
            fields.others.push((name, title));
        }
    }
    // A last bracket of signs is about all of the entry.
    let mut about = columns;
    let in_columns = about.times.len();
    whole = take_last_bracket(&whole, &mut about, year);
    let dated_in_bracket = about.times.len() > in_columns;
    let dated = !fields.times.is_empty();
    fields.take_contacts();
    about.units.append(&mut fields.lead);
    about.joint.append(&mut fields.joint);
    for clause in fields.times.iter().flat_map(|text| clauses(text)) {
        about.meetings.extend(meeting::meeting_at(clause));
    }
    let times = fields.times.into_iter();
    about.times.extend(times.map(|text| (meeting::time_of(&text, year, false), text)));
    about.meetings.append(&mut fields.meetings);

    let in_row = parts(&whole).len();
    let mut reader = Reader::new(year, dated, listed, numbered);
    for (at, sentence) in sentences(&whole).into_iter().enumerate() {
        pause().await;
        reader.sentence(sentence, at == 0);
    }
    let Reader { mut tasks, rest, later, passing, .. } = reader;
    let own = tasks.iter().any(|task| !task.signals.is_empty());
    let single = !about.is_empty() || !later.is_empty() || fields.others.iter().len() > 0;
    let speaks = own || single;
    let whole = single || (own && tasks.len() == 1 && rest.is_empty());
    if single && fields.others.is_empty() && fields.remark.is_none() && lists_reports(&tasks) {
        return Entry { tasks: reports(tasks, about, later, rest), speaks, whole, ..Entry::default() };
    }
    // 4月听取甲报告；5月检查乙法（丙工委、丁工委）: who does it is said once.
    let each = |task: &Task| !task.signals.times.is_empty() && !task.carried && is_agenda(&task.title);
    let dated_each = about.times.is_empty() && later.times.is_empty() && tasks.iter().all(each);
    // 听取甲报告；听取乙报告（丙工委，5月）: what the bracket says is said of both.
    let bare = |task: &Task| {
        task.signals.is_empty() && supervises(&task.title) && !task.title.ends_with(['）', ')'])
    };
    let named_once = about.times.len() < 2 && in_row == tasks.len() && tasks.iter().all(bare);
    let apart = dated_each || (rest.is_empty() && named_once);
    if single && tasks.len() > 1 && fields.others.is_empty() && fields.remark.is_none() && apart {
        for task in &mut tasks {
            task.signals.complete(&later);
            task.signals.complete(&about);
            task.carried = true;
        }
        if let Some(first) = tasks.first_mut() {
            first.explain(&rest.join("。"));
        }
        return Entry { tasks, speaks, whole, ..Entry::default() };
    }
    let steps = numbered && !listed && steps_of_first(&tasks);
    if single || steps || (!own && !listed) {
        // What is said at the end is about the entry as a whole: it is one task, named by its first sentence.
        // 紧扣绿色发展。听取某报告: what leads to it names nothing that is done.
        let mut tasks = tasks;
        let leads = |task: &Task| {
            task.signals.is_empty() && !is_agenda(&task.title) && !begins_with_action(&task.title)
        };
        if let [first, second, ..] = tasks.as_slice()
            && leads(first)
            && supervises(&second.title)
            && !numbered
        {
            tasks.remove(0);
        }
        let mut tasks = tasks.into_iter();
        let Some(mut first) = tasks.next() else {
            about.extend(later);
            return Entry { speaks, said: about, ..Entry::default() };
        };
        let mut more: Vec<String> = Vec::new();
        for task in tasks {
            more.push(task.text);
            first.signals.extend(task.signals);
        }
        more.extend(rest);
        first.signals.extend(about);
        first.signals.extend(later);
        first.signals.complete_in_passing(passing);
        first.others.extend(fields.others);
        first.explain(&more.join("。"));
        first.remark = fields.remark;
        first.text = compact_lines(text);
        first.dated_in_bracket |= dated_in_bracket;
        return Entry { tasks: vec![first], speaks, whole, ..Entry::default() };
    }
    carry_heading(&mut tasks);
    if own && !listed {
        // Prose: only what says when, who or where is an item, and what it says it of in the same sentence.
        let only = numbered && tasks.len() == 1;
        tasks.retain(|task| {
            let doing = only
                || task.bracketed
                || is_agenda(&task.title)
                || clauses(&task.title).into_iter().any(begins_with_action)
                || acts_again(&task.title)
                || is_due(&task.text, year)
                || (numbered && begins_with_time(&task.text, year));
            (!task.signals.is_empty() || task.beside) && doing
        });
    } else if listed
        && tasks.len() > 1
        && tasks.iter().skip(1).all(|task| !is_agenda(&task.title) && task.signals.is_empty())
    {
        let more: Vec<String> = tasks.drain(1..).map(|task| task.text).collect();
        if let Some(first) = tasks.first_mut() {
            first.explain(&more.join("。"));
        }
    }
    if let Some(first) = tasks.first_mut() {
        first.explain(&rest.join("。"));
    }
    Entry { tasks, speaks, whole, ..Entry::default() }
}

/// Takes what ends a line behind wide blanks or long dashes, if it says when or who; the line without it.
fn take_columns<'a>(line: &'a str, columns: &mut Signals, year: i32) -> &'a str {
    let mut line = line;
    let blank = |line: &str| line.rfind(['\u{3000}', '\t']).or_else(|| line.rfind("  "));
    while let Some(at) = blank(line).or_else(|| line.rfind("——")) {
        let (head, tail) = line.split_at(at);
        if trim(head).is_empty() || !columns.take(trim(tail).trim_start_matches('—'), year) {
            break;
        }
        line = trim(head);
    }
    line
}

/// Whether an entry begins with its own name and a colon, which may look like that of a field: 代表建议督办：2月交办.
fn names_itself(line: &str) -> bool {
    let mut fields = Fields::default();
    let name = line.split(['：', ':']).next().unwrap_or_default();
    // 建议办理：3月交办 has a name, too.
    let named = is_longer_than(name, 5) || ["办理", "督办"].iter().any(|end| name.ends_with(end));
    named && fields.take(line) && (fields.title.is_some() || !fields.says())
}

/// Whether a part of a sentence begins with what it is due by, or with a day that comes again and again. Then it is
/// something that is done, whatever verb it has: 3月底前确定项目, 每月15日为代表接待日.
fn is_due(part: &str, year: i32) -> bool {
    let times = super::super::time::find(part, year);
    let deadline = times.first().filter(|time| time.range.start == 0);
    deadline.and_then(|time| part.get(time.months.clone())).is_some_and(|months| months.ends_with('前'))
        || lasting_action(part).is_some_and(|found| found.dated)
}

/// Whether a part of a sentence begins with when it is due: 7—9月，联合审计局督办.
fn begins_with_time(part: &str, year: i32) -> bool {
    super::super::time::find(part, year).first().is_some_and(|time| time.range.start == 0)
}

/// Whether the first sentence names the matter, and the others are its steps: 开展某法执法检查。3月制定方案，6月形成报告.
fn steps_of_first(tasks: &[Task]) -> bool {
    let Some((first, steps)) = tasks.split_first().filter(|(_, steps)| !steps.is_empty()) else {
        return false;
    };
    let names = |title: &str| has_any(title, &["关于", "《", "对", "就"]);
    let report = ["报告", "汇报"].iter().any(|end| first.title.ends_with(end));
    // 某条例。由公安局起草，8月提请审议.
    let law = is_law(trim_closing(&without_brackets(&first.title)));
    let matter = (supervises(&first.title) || report) && names(&first.title) || law;
    let short = |task: &Task| !is_longer_than(&task.title, 6);
    let step = |task: &Task| !names(&task.title) && !task.signals.times.is_empty();
    first.signals.is_empty()
        && (is_agenda(&first.title) || report || law)
        && (matter && steps.iter().all(step) || steps.iter().all(short) || only_said(first, steps))
}

/// Whether sentences behind one that says whose work is looked into name nothing that is done themselves: 听取某报告。
/// 会同甲办理，10月完成.
fn only_said(first: &Task, steps: &[Task]) -> bool {
    let helps = |title: &str| ["会同", "配合", "协助"].iter().any(|word| title.starts_with(word));
    let names =
        |task: &Task| (is_agenda(&task.title) || begins_with_action(&task.title)) && !helps(&task.title);
    supervises(&first.title) && !steps.iter().any(names)
}

/// Whether a heading is followed by sentences of which each says what is looked into, and when: 加强经济工作监督。
/// 3月，听取甲报告；7月，听取乙报告. A heading may also name a kind of task, where what follows says what about: 听取专项
/// 工作报告。3月听取关于甲的报告.
fn lists_reports(tasks: &[Task]) -> bool {
    let Some((heading, below)) = tasks.split_first() else { return false };
    let dated: Vec<&Task> = below.iter().filter(|task| !task.signals.times.is_empty()).collect();
    let says_about = |title: &str| title.contains("关于");
    let is_kind = !says_about(&heading.title) && dated.iter().all(|task| says_about(&task.title));
    // 办好代表建议。3月召开交办会；6月开展视察.
    let all = dated.len() > 1
        && dated.len() == below.len()
        && below
            .iter()
            .all(|task| !task.carried && (is_agenda(&task.title) || task.title.starts_with("提请")));
    heading.signals.is_empty()
        && (is_kind || !is_agenda(&heading.title) || (all && heading.title.starts_with("围绕")))
        && !dated.is_empty()
        && (all || dated.iter().all(|task| supervises(&task.title)))
}

/// The sentences below a heading as tasks, each with what is said of all of them.
fn reports(tasks: Vec<Task>, about: Signals, later: Signals, rest: Vec<String>) -> Vec<Task> {
    let mut found: Vec<Task> = Vec::new();
    let mut more = rest;
    for mut task in tasks.into_iter().skip(1) {
        if task.signals.is_empty() && !supervises(&task.title) {
            more.push(task.text);
            continue;
        }
        for said in [&later, &about] {
            task.signals.complete(said);
        }
        found.push(task);
    }
    if let Some(first) = found.first_mut() {
        first.explain(&more.join("。"));
    }
    found
}

fn compact_lines(text: &str) -> String {
    text.lines().map(trim).collect::<Vec<_>>().join("\n")
}

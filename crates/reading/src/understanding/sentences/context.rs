//! What headings say about what stands below them.

use super::super::outline::{Level, label, plain, undecorated};
use super::super::source::Para;
use super::super::tables::Above;
use super::super::text::{brackets, trim, without_brackets};
use super::super::units::names::heads_a_list;
use super::agenda;
use super::heading::{depth, depth_of, time_of};
use super::meeting;
use super::meeting_heading::{held_in, meeting_of};
use super::signals::Signals;
use super::stage::bracket_last;
use super::subject::all_committees;
use super::who::{are_units, says_who};
use super::wording::{counts, is_kind, plain_end};
use yaodian_plan::Period;

/// What holds for the paragraphs below the headings that were read last.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Headings with their depth, the highest first.
    open: Vec<Heading>,
    /// The meeting whose topics the whole text lists: 主任会议2026年议题安排.
    of_title: Option<String>,
}

#[derive(Clone, Debug)]
struct Heading {
    depth: u8,
    /// Whether a number is printed before it.
    numbered: bool,
    /// Its words without its number.
    words: String,
    time: Option<(Period, String)>,
    /// Whether its bracket says the time, so that its words say more.
    dated_in_bracket: bool,
    /// Whether it says that a list follows: 全年安排3项.
    lists: bool,
    meeting: Option<String>,
    unit: Option<String>,
}

impl Heading {
    /// Whether it is about a kind of meeting, and not one session of it.
    fn names_meetings(&self) -> bool {
        self.meeting.as_ref().is_some_and(|name| !name.contains('第')) && self.time.is_none()
    }
}

impl Context {
    /// What the title of a text says about all of it.
    pub(super) fn below_title(title: &str) -> Context {
        Context { of_title: meeting::in_title(title), ..Context::default() }
    }

    /// Takes a heading; whatever was as deep or deeper ends.
    pub(super) fn enter(&mut self, para: &Para, next: Option<&Para>, year: i32) {
        let mut depth = depth(para, next);
        // 第四十一次会议 stands below 常委会会议（8次）, and 主任会议（每月1次） beside that, though no number says so.
        let kind = |heading: &&mut Heading| !heading.numbered && heading.names_meetings();
        if label(&para.text).is_none()
            && let Some(name) = meeting_of(&plain(undecorated(&para.text)))
            && let Some(above) = self.open.iter_mut().find(kind)
        {
            match name.contains('第') {
                true => above.depth = above.depth.min(depth.saturating_sub(1)),
                false => depth = above.depth,
            }
        }
        self.open_at(depth, para, year);
    }

    /// A heading of its own paragraph only, below all others.
    pub(super) fn with(&self, para: &Para, year: i32) -> Context {
        let mut context = self.clone();
        context.open_at(u8::MAX, para, year);
        context
    }

    /// Whether it is below the same headings.
    pub(super) fn is_same(&self, other: &Context) -> bool {
        let is_same =
            |(one, other): (&Heading, &Heading)| one.depth == other.depth && one.words == other.words;
        self.open.len() == other.open.len() && self.open.iter().zip(&other.open).all(is_same)
    }

    /// Ends the headings that are no higher than an entry with this number: （三） is not below （二）.
    pub(super) fn close(&mut self, level: Level) {
        let depth = depth_of(level);
        self.open.retain(|heading| heading.depth < depth);
    }

    /// What held above the heading that was read last.
    pub(super) fn above(&self) -> Context {
        let above = self.open.len().saturating_sub(1);
        Context { open: self.open.iter().take(above).cloned().collect(), of_title: self.of_title.clone() }
    }

    fn open_at(&mut self, depth: u8, para: &Para, year: i32) {
        let bare = || plain(undecorated(&para.text));
        let words = label(&para.text).map_or_else(bare, |label| plain(label.rest));
        // （二）听取专项工作报告。全年安排3项： is called by its first sentence, and leads to a list by its last.
        let lists = counts(plain_end(&words).rsplit('。').next().unwrap_or_default())
            || (words.contains('。') && words.ends_with(['：', ':']));
        let words = bracket_last(plain_end(&words));
        self.open.retain(|heading| heading.depth < depth);
        let headed = format!("{words}：");
        let time = time_of(&headed, year);
        let said = agenda::head(&headed, year).and_then(|(said, _)| said.meetings.into_iter().next());
        let (words, last) = match words.split_once('。').filter(|_| lists && said.is_none()) {
            Some((name, rest)) => (name.to_owned(), rest.rsplit('。').next().unwrap_or(rest).to_owned()),
            None => (words.clone(), words),
        };
        let meeting =
            said.or_else(|| meeting_of(&last)).or_else(|| held_in(&last)).map(|name| match self.meeting() {
                // 第二十五次会议 below 常委会会议.
                Some(above) if name.starts_with('第') && name.ends_with("次会议") => {
                    name.trim_end_matches("会议").to_owned() + above.rsplit('次').next().unwrap_or(above)
                }
                _ => name,
            });
        let bare = without_brackets(&words);
        let Behind { words, unit: in_charge, time: due } = said_behind(words, year);
        let unit = heads_a_list(&bare).then_some(bare).or(in_charge);
        let numbered = label(&para.text).is_some();
        let dated_in_bracket = time.is_none() && due.is_some();
        self.open.push(Heading {
            depth,
            numbered,
            words,
            time: time.or(due),
            dated_in_bracket,
            lists,
            meeting,
            unit,
        });
    }

    pub(super) fn time(&self) -> Option<&(Period, String)> {
        self.open.iter().rev().find_map(|heading| heading.time.as_ref())
    }

    pub(super) fn meeting(&self) -> Option<&String> {
        self.open.iter().rev().find_map(|heading| heading.meeting.as_ref()).or(self.of_title.as_ref())
    }

    /// The unit whose list it is.
    pub(super) fn unit(&self) -> Option<&String> {
        self.open.iter().rev().find_map(|heading| heading.unit.as_ref())
    }

    /// Whether a heading gives what stands below it a time or a meeting.
    pub(super) fn speaks(&self) -> bool {
        self.open.iter().any(|heading| heading.time.is_some() || heading.meeting.is_some())
    }

    /// What items are listed under: the headings that are more than a time, the deepest last.
    pub(super) fn category(&self) -> String {
        let named = self.open.iter().filter(|heading| {
            (heading.time.is_none() || heading.dated_in_bracket || heading.meeting.is_some())
                && !agenda::is_name(&heading.words)
        });
        let words: Vec<&str> = named.map(|heading| heading.words.as_str()).collect();
        let Some((last, above)) = words.split_last() else { return String::new() };
        // How many there are is said of the deepest.
        let above = above.iter().map(|words| without_count(words));
        above.chain([*last]).collect::<Vec<_>>().join("／")
    }

    /// The words of the headings, the highest first.
    pub(super) fn headings(&self) -> impl Iterator<Item = &str> {
        self.open.iter().map(|heading| heading.words.as_str())
    }

    /// The heading right above.
    pub(super) fn deepest(&self) -> &str {
        self.open.last().map_or("", |heading| heading.words.as_str())
    }

    /// Whether the heading right above is a kind of task and no aim: 专题询问, 听取专项工作报告（4项）.
    pub(super) fn names_a_kind(&self) -> bool {
        is_kind(self.deepest()) || self.open.last().is_some_and(|heading| heading.lists)
    }

    /// The heading that the others stand under.
    pub(super) fn top(&self) -> &str {
        self.open.first().map_or("", |heading| heading.words.as_str())
    }
}

/// A heading without the bracket behind it, and what that says of all below it.
struct Behind {
    words: String,
    unit: Option<String>,
    time: Option<(Period, String)>,
}

/// Takes the bracket behind a heading that says who does what stands below it, or when: 代表工作（代表委负责）, 预算监督（财经委
/// 3—5月）. What else the bracket names stays: 牵头领导：张三.
fn said_behind(words: String, year: i32) -> Behind {
    let found = brackets(&words).pop().filter(|(range, _)| range.end == words.len());
    let said = found.and_then(|(range, inner)| {
        let head = words.get(..range.start)?;
        let mut said = Signals::default();
        if !said.take(inner, year) || !said.meetings.is_empty() || said.times.len() > 1 {
            return None;
        }
        let unit = said.whole_units();
        let named = unit.as_deref().is_none_or(|units| {
            inner.contains(['：', ':']) || says_who(inner) || units.split(['、', '，']).any(all_committees)
        });
        if !named || !said.units.iter().chain(&said.joint).all(|units| are_units(units)) {
            return None;
        }
        let time = said.times.pop().map(|(reading, text)| (reading.period, text));
        // 民主评议（适时） says no month, and （某领导） nothing of these.
        if time.as_ref().is_some_and(|(period, _)| *period == Period::Unscheduled)
            || (unit.is_none() && time.is_none())
        {
            return None;
        }
        let others = said.others.into_iter().map(|(name, value)| format!("{name}：{value}"));
        let kept: Vec<String> = others.chain(said.leaders).collect();
        let kept = if kept.is_empty() { String::new() } else { format!("（{}）", kept.join("，")) };
        Some((format!("{}{kept}", trim(head)), unit, time))
    });
    match said {
        Some((words, unit, time)) => Behind { words, unit, time },
        None => Behind { words, unit: None, time: None },
    }
}

/// A heading without how many stand below it: 常委会会议议题 of 常委会会议议题（12项）.
fn without_count(words: &str) -> &str {
    let counted = brackets(words).pop().filter(|(range, inner)| {
        let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百共".contains(c);
        let unit = inner.trim_start_matches(digits);
        range.end == words.len() && unit.len() < inner.len() && matches!(unit, "项" | "件" | "个" | "次")
    });
    counted.and_then(|(range, _)| words.get(..range.start)).unwrap_or(words)
}

/// What the headings right above a table say about its rows.
pub fn of_headings(headings: &[&Para], year: i32) -> Above {
    let mut context = Context::default();
    for heading in headings {
        context.enter(heading, None, year);
    }
    let name = context.open.last().map(|heading| heading.words.clone()).unwrap_or_default();
    Above {
        name,
        time: context.time().cloned(),
        meeting: context.meeting().cloned(),
        unit: context.unit().cloned(),
    }
}

//! Time, units and meetings in clauses, and in the brackets behind a title.

use super::super::text::{has_any, is_longer_than, squash, trim};
use super::super::time::{self, Doubt, Reading};
use super::fields::Fields;
use super::fillers::is_filler;
use super::meeting;
use super::pieces::clauses;
use super::strip::{strip, take_times};
use super::subject::is_leader;
use super::who::{by_whom, names_units};
use yaodian_plan::Period;

/// What stands between a time, a unit and a meeting.
const SEPARATORS: [char; 10] = ['、', '，', ',', '；', ';', '/', '／', '：', ' ', '\u{3000}'];

/// What times begin with, beside digits.
const TIMES: &str = "一二三四五六七八九十全每上下第本年常长季";

/// What clauses say beside what is to be done.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    pub times: Vec<(Reading, String)>,
    pub units: Vec<String>,
    pub joint: Vec<String>,
    pub meetings: Vec<String>,
    /// The persons who lead it: 王芳副主任带队.
    pub leaders: Vec<String>,
    /// Fields that have no place, with their names: 提请机关：县政府.
    pub others: Vec<(String, String)>,
}

impl Signals {
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
            && self.units.is_empty()
            && self.joint.is_empty()
            && self.meetings.is_empty()
            && self.leaders.is_empty()
    }

    /// All units as one text that says who leads and who joins.
    pub(super) fn whole_units(&self) -> Option<String> {
        let lead = self.units.join("，");
        match (self.units.is_empty(), self.joint.is_empty()) {
            (true, true) => None,
            (_, true) => Some(lead),
            (true, false) => Some(format!("{}配合", self.joint.join("、"))),
            (false, false) => Some(format!("{lead}牵头，{}配合", self.joint.join("、"))),
        }
    }

    pub fn extend(&mut self, other: Signals) {
        self.times.extend(other.times);
        self.units.extend(other.units);
        self.joint.extend(other.joint);
        self.meetings.extend(other.meetings);
        self.leaders.extend(other.leaders);
        self.others.extend(other.others);
    }

    /// Takes what is said of all for what this one does not say itself.
    pub(super) fn complete(&mut self, all: &Signals) {
        if self.units.is_empty() && self.joint.is_empty() {
            self.units.clone_from(&all.units);
            self.joint.clone_from(&all.joint);
        }
        if self.times.is_empty() {
            self.times.clone_from(&all.times);
        }
        if self.meetings.is_empty() {
            self.meetings.clone_from(&all.meetings);
        }
    }

    /// Takes what is said in passing, for what is not said elsewhere.
    pub(super) fn complete_in_passing(&mut self, passing: Signals) {
        if self.units.is_empty() && self.joint.is_empty() {
            self.units = passing.units;
        }
        // A meeting is at its own time.
        if self.times.is_empty() {
            self.times = passing.times;
            self.meetings.extend(passing.meetings);
        }
    }

    /// Takes a clause of a sentence that explains something, if it says by whom, or when for which meeting.
    pub(super) fn take_in_passing(&mut self, clause: &str, year: i32) {
        let mut found = Signals::default();
        if !found.take_clause(clause, year) {
            return;
        }
        if self.times.is_empty() && !found.times.is_empty() && !found.meetings.is_empty() {
            self.times = found.times;
            self.meetings = found.meetings;
        }
        if self.units.is_empty() {
            self.units = found.units;
        }
    }

    /// Takes a text that says nothing else; whether it did.
    pub(super) fn take(&mut self, text: &str, year: i32) -> bool {
        let mut found = Signals::default();
        let mut fields = Fields::default();
        if fields.take(text) {
            found.units.append(&mut fields.lead);
            found.joint.append(&mut fields.joint);
            for text in fields.times {
                found.meetings.extend(meeting::meeting_at(&text));
                found.times.push((meeting::time_of(&text, year, false), text));
            }
            found.meetings.append(&mut fields.meetings);
            if found.is_empty() || fields.title.is_some() {
                return false;
            }
            found.others = fields.others;
            self.extend(found);
            return true;
        }
        // 甲、乙牵头，丙配合 is one text about units, though it has a comma.
        let mut names: Vec<&str> = Vec::new();
        for clause in clauses(text).into_iter().flat_map(super::pieces::parts) {
            let mut fields = Fields::default();
            if clause.contains(['：', ':']) && fields.take(clause) && !fields.says() && fields.title.is_none()
            {
                found.others.append(&mut fields.others);
            } else if let Some(name) = meeting::by_body(clause) {
                found.meetings.push(name);
            } else if names_units(clause) && !is_leader(clause) {
                names.push(clause);
            } else if !found.take_clause(clause, year) {
                return false;
            }
        }
        if !names.is_empty() {
            found.units.push(names.join("，"));
        }
        let any = !found.is_empty();
        self.extend(found);
        any
    }

    fn take_clause(&mut self, clause: &str, year: i32) -> bool {
        if is_leader(clause) {
            self.leaders.push(trim(clause).trim_start_matches('由').to_owned());
            return true;
        }
        let stripped = strip(clause, year);
        if let Some(mention) = stripped.mention {
            let left = stripped.left.trim_start_matches("报告").trim_start_matches("该");
            let units = names_units(left.trim_matches(SEPARATORS));
            let says = is_filler(left) || units;
            if says {
                self.times.extend(stripped.times);
                self.meetings.push(mention.name);
                self.units.extend(units.then(|| left.trim_matches(SEPARATORS).to_owned()));
            }
            return says || self.take_apart(clause, year);
        }
        if let Some(name) = meeting::by_body(clause) {
            self.meetings.push(name);
            return true;
        }
        let plain = squash(clause);
        let reading = time::read(&plain, year);
        // 持续推进 alone says when; 持续推进三化建设 says what.
        let lasts = reading.period == Period::WholeYear && time::is_lasting(&plain);
        let dated = reading.period.months().is_some() || lasts;
        // 每学期两次 is as plain as 每学期.
        let plainly = !reading.doubts.contains(&Doubt::Partial) || (lasts && plain.starts_with('每'));
        // 适时 is a time that is open.
        let open = is_open(&reading, &plain);
        if open {
            let reading = Reading { period: Period::Unscheduled, doubts: Vec::new() };
            self.times.push((reading, trim(clause).to_owned()));
            return true;
        }
        if dated && !is_longer_than(&plain, 20) && plainly {
            // 8月常委会.
            self.meetings.extend(meeting::meeting_at(&plain));
            self.times.push((reading, trim(clause).to_owned()));
            self.meetings.extend(meeting::meeting_at(clause));
            return true;
        }
        if !stripped.times.is_empty() && is_filler(&stripped.left) {
            self.times.extend(stripped.times);
            return true;
        }
        // 全年由甲组织开展.
        let all_year = ["全年", "常年"].iter().find_map(|word| Some((*word, clause.strip_prefix(*word)?)));
        if let Some((word, names)) = all_year.and_then(|(word, rest)| Some((word, by_whom(rest)?))) {
            self.units.push(names.to_owned());
            self.times.push((time::read(word, year), word.to_owned()));
            return true;
        }
        if let Some(names) = by_whom(&stripped.left) {
            self.units.push(names.to_owned());
            self.times.extend(stripped.times);
            return true;
        }
        self.take_apart(clause, year)
    }

    /// Takes a clause that begins or ends with a time, whatever stands between that and what else it says, or nothing:
    /// 3月、农村工委, 社会工委5月, 6-7月 财经工委. Of several cuts the one with the longest time counts: 10月 ends with 0月, too.
    fn take_apart(&mut self, clause: &str, year: i32) -> bool {
        if is_longer_than(clause, 40)
            || clause.contains(['（', '('])
            || !has_any(clause, &["月", "季", "年", "期", "周"])
        {
            return false;
        }
        let cuts = || clause.char_indices().filter(|(at, _)| *at > 0).map(|(at, _)| clause.split_at(at));
        let behind = cuts().rev();
        let sides = cuts().map(|(rest, time)| (time, rest));
        for (time, rest) in behind.chain(sides) {
            let (time, rest) = (time.trim_matches(SEPARATORS), rest.trim_matches(SEPARATORS));
            let mut found = Signals::default();
            // 每季度, 第三季度, 10月: only what begins as a time does is read as one.
            let begins = time.starts_with(|c: char| c.is_ascii_digit() || TIMES.contains(c));
            if !begins || !is_plain_time(time, year) {
                continue;
            }
            if names_units(rest) {
                found.units.push(rest.to_owned());
            } else if !found.take_clause(rest, year) || !found.times.is_empty() {
                return false;
            }
            found.meetings.extend(meeting::meeting_at(time));
            found.times.push((time::read(time, year), trim(time).to_owned()));
            self.extend(found);
            return true;
        }
        false
    }

    /// Takes what stands in a bracket behind what is to be done. There a clause may also say what is due first:
    /// `6月底前出台相关政策`.
    pub(super) fn take_bracket(&mut self, inner: &str, year: i32) -> bool {
        let mut found = Signals::default();
        if found.take(inner, year) {
            self.extend(found);
            return true;
        }
        let mut names: Vec<&str> = Vec::new();
        for clause in clauses(inner).into_iter().flat_map(super::pieces::parts) {
            if names_units(clause) && !is_leader(clause) {
                names.push(clause);
            } else if !found.take_clause(clause, year) {
                let mut times = Vec::new();
                take_times(clause, year, &mut times);
                if times.is_empty() || is_longer_than(clause, 24) {
                    return false;
                }
                let text = clause.to_owned();
                found.times.extend(times.into_iter().map(|(reading, _)| (reading, text.clone())));
            }
        }
        if names.is_empty() {
            return false;
        }
        found.units.push(names.join("，"));
        self.extend(found);
        true
    }
}

/// Whether a text is a time and nothing else.
fn is_plain_time(text: &str, year: i32) -> bool {
    let reading = time::read(text, year);
    let lasts = reading.period == Period::WholeYear && time::is_lasting(&squash(text));
    (reading.period.months().is_some() || lasts)
        && !reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::Partial | Doubt::Unknown))
}

/// Whether a text says that the time is open, and nothing else: 适时, 不定期开展.
fn is_open(reading: &Reading, plain: &str) -> bool {
    const WORDS: [&str; 10] =
        ["适时", "不定期", "视情", "择机", "择期", "待定", "另定", "另行", "根据需要", "随时"];
    // 时间按市人大要求确定 says that it is open, too.
    if let Some(rest) = plain.strip_prefix("时间") {
        let ends = ["待定", "另定", "另行通知", "确定", "安排", "通知"];
        return !is_longer_than(plain, 20)
            && reading.period == Period::Unscheduled
            && ends.iter().any(|end| rest.ends_with(end));
    }
    let about = WORDS.iter().find_map(|word| plain.strip_prefix(word));
    reading.period == Period::Unscheduled
        && reading.doubts.is_empty()
        && about
            .is_some_and(|rest| !is_longer_than(rest, 2) || is_filler(rest.trim_start_matches(['况', '地'])))
}

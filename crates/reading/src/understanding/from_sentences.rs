//! What sentences suggest becomes items.

use std::collections::{HashMap, HashSet};

use super::making::{Found, Making, together};
use super::meetings::{Goes, is_bare};
use super::outline::{self, Annex, Regions};
use super::remarks::Cause;
use super::sentences::{self, Candidate};
use super::source::Para;
use super::tables::Categories;
use super::tables::numbering::{Group, Serial};
use super::tables::split_topics;
use super::text::{squash, without_brackets};
use super::units::Learner;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::sort::sort_by;
use yaodian_plan::{Basis, Extra, Period};

/// Candidates of one part of the document.
pub struct FromText {
    candidates: Vec<Candidate>,
    /// What they are listed under where no heading says it.
    name: String,
    /// The annex, by its position among all.
    pub annex: Option<usize>,
}

/// Reads the body, if no table lists the items, and every annex that is a text. Where tables stand in the body, its
/// sections without one list items as well, unless a table has them: `listed` are the titles of its rows.
pub async fn read(regions: &Regions<'_>, listed: &HashSet<String>, year: i32, pace: &Pace) -> Vec<FromText> {
    let tables_list = !listed.is_empty();
    let beside = if tables_list { beside_tables(regions) } else { Vec::new() };
    let body = if beside.is_empty() { &regions.body } else { &beside };
    let mut texts: Vec<(&[&Para], &String, Option<usize>)> = vec![(body, &regions.title, None)];
    let is_text = |annex: &&Annex<'_>| annex.tables.is_empty() && !annex.paras.is_empty();
    for (at, annex) in regions.annexes.iter().enumerate().filter(|(_, annex)| is_text(annex)) {
        let name = if annex.title.is_empty() { &regions.title } else { &annex.title };
        texts.push((&annex.paras, name, Some(at)));
    }
    let mut found = Vec::new();
    for (paras, name, annex) in texts {
        let mut kept = sentences::read(paras, name, year, pace).await;
        if annex.is_none() {
            kept.candidates.retain(|candidate| !listed.contains(&squash(&candidate.title)));
            // Annexed tables list what the points are about; a list with its own times stands beside them.
            if tables_list && beside.is_empty() {
                kept.candidates.retain(|candidate| candidate.dated_in_bracket);
                leave_out_listed(&mut kept.candidates, listed);
            }
        }
        if kept.speaks && !kept.candidates.is_empty() {
            found.push(FromText { candidates: kept.candidates, name: name.clone(), annex });
        }
    }
    found
}

/// Leaves out what a table lists in other words: 听取审议关于某事的报告 beside 听取某事报告.
fn leave_out_listed(candidates: &mut Vec<Candidate>, listed: &HashSet<String>) {
    if candidates.is_empty() {
        return;
    }
    let matter = |title: &str| {
        let plain = squash(&without_brackets(title));
        let plain = MATTERLESS.iter().fold(plain, |left, word| left.replace(word, ""));
        plain.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    // A month's cell may hold several.
    let tasks = |title: &String| split_topics(title).list.into_iter().map(|task| matter(&task.title));
    let known: HashSet<String> = listed.iter().flat_map(tasks).collect();
    candidates.retain(|candidate| !known.contains(&matter(&candidate.title)));
}

/// What is said of the matter of a title, and not what it is.
const MATTERLESS: &[&str] = &[
    "听取和审议",
    "听取审议",
    "听取",
    "审议",
    "开展",
    "组织",
    "进行",
    "实施",
    "贯彻",
    "执法",
    "检查",
    "视察",
    "调研",
    "专项",
    "工作",
    "情况",
    "报告",
    "汇报",
    "关于",
    "政府",
    "的",
    "对",
];

/// The sections of the body without a table, where other sections have one; none if the tables are annexes.
fn beside_tables<'a>(regions: &Regions<'a>) -> Vec<&'a Para> {
    let annexed = regions.annexes.iter().any(|annex| annex.marked);
    if annexed || regions.headings.values().all(Vec::is_empty) {
        return Vec::new();
    }
    let is_part =
        |para: &Para| outline::label(&para.text).is_some_and(|label| label.level == outline::Level::Part);
    let headings: HashSet<*const Para> =
        regions.headings.values().flatten().map(|heading| std::ptr::from_ref(*heading)).collect();
    let has_table =
        |section: &[&Para]| section.iter().any(|para| headings.contains(&std::ptr::from_ref(*para)));
    let sections = regions.body.chunk_by(|_, next| !is_part(next));
    sections
        .filter(|section| section.first().is_some_and(|para| is_part(para)) && !has_table(section))
        .flat_map(|section| section.iter().copied())
        .collect()
}

impl FromText {
    /// Learns the names of units.
    pub async fn learn(&self, learner: &mut Learner, pace: &Pace) {
        for (at, candidate) in self.candidates.iter().enumerate() {
            pace.tick(Stage::Names, at, self.candidates.len()).await;
            let heading = candidate.unit.iter().filter(|_| candidate.signals.units.is_empty());
            for text in candidate.signals.units.iter().chain(&candidate.signals.joint).chain(heading) {
                learner.learn(text, &candidate.spot);
            }
        }
    }

    /// Makes the items.
    pub async fn make(self, categories: &mut Categories, making: &mut Making<'_>, pace: &Pace) {
        categories.begin_table();
        let mut groups: HashMap<String, Group> = HashMap::new();
        let total = self.candidates.len();
        for (at, candidate) in self.candidates.into_iter().enumerate() {
            pace.tick(Stage::Items, at, total).await;
            let group = match group_of_month(&candidate) {
                Some(group) => group,
                None => {
                    // 全年 is no month and heads a list of its own.
                    let above = candidate.above.as_ref().map(|(_, printed)| printed);
                    let name = match &candidate.category {
                        none if none.is_empty() => above.unwrap_or(&self.name).clone(),
                        category => category.clone(),
                    };
                    let (spot, out) = (&candidate.spot, &mut *making.out);
                    *groups.entry(name.clone()).or_insert_with(|| {
                        let listed = !candidate.category.is_empty();
                        if listed {
                            categories.list(&name, spot, out)
                        } else {
                            categories.whole_table(&name, spot, out)
                        }
                    })
                }
            };
            item(candidate, group, categories, making);
        }
    }
}

/// Lists by month are numbered as tables by month are.
fn group_of_month(candidate: &Candidate) -> Option<Group> {
    let (above, _) = candidate.above.as_ref().filter(|_| candidate.category.is_empty())?;
    // Below a quarter the month that an entry names itself is its month.
    let own = candidate.signals.times.iter().map(|(reading, _)| reading.period);
    let within = own.fold(Period::Unscheduled, together);
    let (first, _) = within.months().filter(|(first, _)| above.covers(*first)).or(above.months())?;
    Some(Group::Month(first))
}

fn item(candidate: Candidate, group: Group, categories: &mut Categories, making: &mut Making<'_>) {
    let Candidate { signals, spot, .. } = candidate;
    let mut period = Period::Unscheduled;
    let mut texts: Vec<String> = Vec::new();
    // What was said in passing stands last.
    let mut times = signals.times;
    let first = |period: Period| period.months().map(|(first, _)| first);
    sort_by(&mut times, &|(one, _), (other, _)| first(one.period) < first(other.period));
    let dated = times.iter().any(|(reading, _)| reading.period.months().is_some());
    for (reading, text) in &times {
        // 全年召开6次会议，分别在2月、4月…: the months say it.
        if texts.contains(text) || (dated && matches!(text.as_str(), "全年" | "年内")) {
            continue;
        }
        making.doubts(reading, text, &spot);
        period = together(period, reading.period);
        texts.push(text.clone());
    }
    if texts.len() > 1 {
        making.out.say(Cause::TwoTimes, &spot, &texts.join("、"), &format!("记为{period}"));
    }
    let mut text = texts.join("、");
    // A task of a list by month may say more of its time than the heading does.
    let above = candidate.above.as_ref().map(|(above, _)| *above);
    let elsewhere = matches!(group, Group::Month(_))
        && period.months().is_some_and(|(first, _)| above.is_some_and(|above| !above.covers(first)));
    if (period == Period::Unscheduled && texts.is_empty()) || elsewhere {
        if elsewhere {
            making.out.say(Cause::PeriodNotInRow, &spot, &text, "");
        }
        if let Some((above, printed)) = candidate.above {
            (period, text) = (above, printed);
        }
    }
    let mut units = signals.units.join("，");
    if let Some(unit) = candidate.unit.filter(|_| units.is_empty() && signals.joint.is_empty()) {
        making.out.say(Cause::UnitFromHeading, &spot, &unit, "");
        units = unit;
    }
    if let Some(unit) = candidate.of_list.filter(|_| units.is_empty() && signals.joint.is_empty()) {
        making.out.say(Cause::UnitFromLast, &spot, &unit, "");
        units = unit;
    }
    let mut who = making.units.read(&units, Basis::Stated);
    for joint in &signals.joint {
        making.units.join(&mut who, joint);
    }
    let mut goes = Goes::default();
    let above = candidate.meeting.as_deref().unwrap_or_default();
    for meeting in
        signals.meetings.iter().chain(candidate.meeting.iter().filter(|_| signals.meetings.is_empty()))
    {
        // 第四十五次会议 below 常委会会议.
        let number = squash(meeting);
        let whole = match is_bare(&number) && !above.is_empty() && !above.contains('第') {
            true => format!("{}{above}", number.trim_end_matches("会议")),
            false => meeting.clone(),
        };
        making.meetings.named(&mut goes, &whole, &spot, making.out);
    }
    let leaders: Vec<Extra> =
        signals.leaders.iter().map(|text| Extra { heading: "领导".to_owned(), text: text.clone() }).collect();
    let next = making.numbering.next(group);
    let serial = candidate.number.filter(|no| *no != u32::from(next)).map(|no| no.to_string());
    let bare =
        period == Period::Unscheduled && text.is_empty() && who.text.is_empty() && goes.meetings.is_empty();
    let found = Found {
        serial,
        title: candidate.title.clone(),
        who,
        period,
        period_text: text,
        goes,
        remark: candidate.remark,
        reported: None,
        extras: candidate.extras.into_iter().chain(leaders).collect(),
        line: spot.line,
        spot: spot.clone(),
        text: candidate.text,
    };
    let Some(id) = making.add(group, Serial::None, found) else { return };
    if matches!(group, Group::Category(_)) {
        categories.count();
    }
    making.out.say_of(id, Cause::FromSentences, &spot, &candidate.title, "");
    if bare {
        making.out.say_of(id, Cause::SentenceBare, &spot, &candidate.title, "");
    }
    let doubt = match (candidate.unread_month, candidate.unsure && texts.len() == 1) {
        (true, _) => "文字里还有月份，记为",
        (false, true) => "时间随同一句，记为",
        (false, false) => return,
    };
    making.out.say_of(id, Cause::SentenceUnsure, &spot, &candidate.title, &format!("{doubt}{period}"));
}

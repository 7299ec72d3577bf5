//! Time, units and meetings in clauses, and in the brackets behind a title.

use super::super::actions::begins_with_action;
use super::super::tables::{Layout, Role};
use super::super::text::{brackets, has_any, is_longer_than, squash, trim};
use super::super::time::{self, Doubt, Reading};
use super::super::units::is_name;
use super::fields::Fields;
use super::meeting;
use super::pieces::clauses;
use yaodian_plan::Period;

/// What clauses say beside what is to be done.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    pub times: Vec<(Reading, String)>,
    pub units: Vec<String>,
    pub joint: Vec<String>,
    pub meetings: Vec<String>,
}

impl Signals {
    pub fn is_empty(&self) -> bool {
        self.times.is_empty() && self.units.is_empty() && self.joint.is_empty() && self.meetings.is_empty()
    }

    pub fn extend(&mut self, other: Signals) {
        self.times.extend(other.times);
        self.units.extend(other.units);
        self.joint.extend(other.joint);
        self.meetings.extend(other.meetings);
    }

    /// Takes a text that says nothing else; whether it did.
    pub(super) fn take(&mut self, text: &str, year: i32) -> bool {
        let mut found = Signals::default();
        let mut fields = Fields::default();
        if fields.take(text) {
            found.units.append(&mut fields.lead);
            found.joint.append(&mut fields.joint);
            for text in fields.times {
                found.times.push((time::read(&text, year), text));
            }
            found.meetings.append(&mut fields.meetings);
            if found.is_empty() || !fields.others.is_empty() || fields.title.is_some() {
                return false;
            }
            self.extend(found);
            return true;
        }
        // 甲、乙牵头，丙配合 is one text about units, though it has a comma.
        let mut names: Vec<&str> = Vec::new();
        for clause in clauses(text).into_iter().flat_map(super::pieces::parts) {
            if names_units(clause) {
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
        if let Some(mention) = meeting::find(clause) {
            let rest = without(clause, &mention.range);
            let rest = rest.trim_start_matches("报告").trim_start_matches("该");
            let mut times = Vec::new();
            let left = take_times(rest, year, &mut times);
            if is_filler(&left) {
                self.times.extend(times);
                self.meetings.push(mention.name);
                return true;
            }
            return false;
        }
        let plain = squash(clause);
        let reading = time::read(&plain, year);
        // 持续推进 alone says when; 持续推进三化建设 says what.
        let lasts = reading.period == Period::WholeYear && time::is_lasting(&plain);
        let dated = reading.period.months().is_some() || lasts;
        if dated && !is_longer_than(&plain, 20) && !reading.doubts.contains(&Doubt::Partial) {
            self.times.push((reading, trim(clause).to_owned()));
            return true;
        }
        let mut times = Vec::new();
        let left = take_times(clause, year, &mut times);
        if !times.is_empty() && is_filler(&left) {
            self.times.extend(times);
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
            if names_units(clause) {
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

/// Takes due times out of a clause; what is left.
pub(super) fn take_times(clause: &str, year: i32, times: &mut Vec<(Reading, String)>) -> String {
    let mut left = String::new();
    let mut from = 0;
    for found in time::find(clause, year) {
        left.push_str(clause.get(from..found.range.start).unwrap_or_default());
        times.push((found.reading, clause.get(found.months.clone()).unwrap_or_default().to_owned()));
        from = found.range.end;
    }
    left.push_str(clause.get(from..).unwrap_or_default());
    left
}

pub(super) fn without(text: &str, range: &std::ops::Range<usize>) -> String {
    let mut rest = text.get(..range.start).unwrap_or_default().to_owned();
    rest.push_str(text.get(range.end..).unwrap_or_default());
    rest
}

/// Words that stand around a time or a meeting and say nothing of their own.
const FILLERS: &[&str] = &[
    "报告",
    "该",
    "拟",
    "安排",
    "计划",
    "举行",
    "召开",
    "听取和审议",
    "听取审议",
    "听取",
    "审议",
    "审查和批准",
    "审查批准",
    "审查",
    "审定",
    "表决",
    "完成",
    "前",
    "底",
    "提交",
    "提请",
    "组织",
    "开展",
    "进行",
    "实施",
    "向",
    "在",
    "于",
    "的",
    "上",
    "并",
    "和",
    "份",
    "期间",
    "次",
    "省",
    "市",
    "区",
    "县",
    "人大",
    "常委会",
    "会议",
    "检查",
    "调研",
    "视察",
    "执法",
    "情况",
    "结果",
    "工作",
    "后",
    "左右",
    "旬",
    "中",
    "初",
    "末",
    "讨论",
    "研究",
    "汇报",
    "作",
    "将",
    "预计",
    "力争",
    "启动",
    "结束",
    "形成",
    "上报",
    "集中",
    "分别",
    "，",
    "、",
    "：",
    "（",
    "）",
    "至",
    "内",
    "年",
    "每",
    "专题",
    "询问",
    "通过",
    "议程",
    "印发",
    "交办",
    "反馈",
    "书面",
    "组",
    "时间",
    "落实",
    "推进",
    "持续",
    "全部",
    "基本",
];

/// Whether a text says nothing beside the time or the meeting that was taken out of it.
pub(super) fn is_filler(text: &str) -> bool {
    let mut left = squash(text);
    while !left.is_empty() {
        let longest = FILLERS.iter().filter(|word| left.starts_with(**word)).map(|word| word.len()).max();
        match longest {
            Some(len) => left = left.split_off(len),
            None => return false,
        }
    }
    true
}

/// What a title says beside what is to be done.
#[derive(Clone, Debug, Default)]
pub struct OfTitle {
    /// The title without it, where it said something.
    pub title: Option<String>,
    pub units: Option<String>,
    pub time: Option<(Reading, String)>,
}

/// Reads the last bracket of a title, as far as the table has no column for what stands there.
pub fn of_title(title: &str, layout: &Layout, year: i32) -> OfTitle {
    let wants_units = layout.at(&Role::Lead).is_none()
        && layout.at(&Role::Joint).is_none()
        && !layout.columns.iter().any(|column| matches!(column.role, Role::Unit(_)));
    let Some((range, inner)) = brackets(title).pop().filter(|(range, _)| range.end == title.len()) else {
        return OfTitle::default();
    };
    let mut signals = Signals::default();
    if !wants_units || !signals.take(inner, year) || signals.units.is_empty() || !signals.meetings.is_empty()
    {
        return OfTitle::default();
    }
    let wants_time = layout.at(&Role::Time).is_none();
    if !signals.times.is_empty() && !wants_time {
        return OfTitle::default();
    }
    OfTitle {
        units: Some(signals.units.join("，")),
        time: signals.times.into_iter().next(),
        title: title.get(..range.start).map(|title| trim(title).to_owned()).filter(|title| !title.is_empty()),
    }
}

/// Words that say what units do.
const ROLES: &[&str] = &[
    "按职责分工分别负责",
    "按照职责分工负责",
    "按职责分工负责",
    "按职责分工落实",
    "负责做好相关工作",
    "负责做好有关工作",
    "负责组织实施",
    "分别负责",
    "共同负责",
    "牵头负责",
    "牵头组织",
    "牵头落实",
    "牵头承办",
    "具体负责",
    "具体承办",
    "组织实施",
    "牵头",
    "负责",
    "承办",
    "主办",
    "配合",
    "协助",
    "参与",
    "参加",
    "协办",
    "会同",
    "等",
];

/// Words for several units without naming each.
const TOGETHER: &[&str] = &[
    "各部门",
    "各单位",
    "各地",
    "各处室",
    "各科室",
    "各工委",
    "各委室",
    "各镇",
    "各街道",
    "各乡镇",
    "各区",
    "各县",
    "有关部门",
    "有关单位",
    "相关部门",
    "相关单位",
    "有关方面",
];

/// Whether a clause of a sentence says who does it: 由甲负责, 甲牵头. Without such a word it may be what is done, for
/// that too may end as names do: 召开现场会.
pub(super) fn says_who(clause: &str) -> bool {
    let plain = squash(clause);
    (plain.starts_with('由') || ROLES.iter().any(|role| plain.ends_with(role))) && are_units(clause)
}

/// Whether a text alone in a bracket or a sentence names units.
fn names_units(text: &str) -> bool {
    are_units(text) && (says_who(text) || !(begins_with_action(text) && is_longer_than(&squash(text), 10)))
}

/// Whether a text names units and nothing else.
pub fn are_units(text: &str) -> bool {
    let plain = squash(text);
    if plain.is_empty() || is_longer_than(&plain, 120) {
        return false;
    }
    let roled = ROLES.iter().any(|role| plain.ends_with(role));
    let mut bare = plain.trim_start_matches('由').to_owned();
    for role in ROLES {
        bare = bare.replace(role, "、");
    }
    let mut parts = bare.split(['、', '和', '及', '/', '与']).filter(|part| !part.is_empty()).peekable();
    let some = parts.peek().is_some();
    let whole = |part: &str| {
        let several = part.starts_with('各') || part.starts_with("有关") || part.starts_with("相关");
        is_name(part) || several || has_any(part, TOGETHER)
    };
    let halves = |part: &str| roled && !is_longer_than(part, 12);
    some && {
        let parts: Vec<&str> = parts.collect();
        parts.iter().all(|part| whole(part) || halves(part)) && parts.iter().any(|part| whole(part))
    }
}

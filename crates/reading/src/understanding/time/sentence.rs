//! The time that a sentence gives what it speaks of.
//!
//! A sentence may also name the time that a report is about: `1至7月计划执行情况`. Only what stands where
//! a due time stands counts: at the beginning, after 拟安排在 and the like, alone in brackets, or before
//! a meeting or a verb.

use std::ops::Range;

use super::super::text::{brackets, has_any, is_blank, squash, strip_any, trim};
use super::reading::{Doubt, Reading, read};
use super::scan::{Mark, Token, scan};
use yaodian_plan::Period;

/// A time in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    /// Where it stands, with the words that lead to it (拟安排在).
    pub range: Range<usize>,
    /// Where the months themselves stand.
    pub months: Range<usize>,
    pub reading: Reading,
}

/// Words before a time that make it the time of what is said.
const LEAD: &[&str] = &[
    "拟安排在",
    "拟安排于",
    "计划安排在",
    "安排在",
    "安排于",
    "拟在",
    "拟于",
    "计划在",
    "计划于",
    "预计在",
    "预计于",
    "预计",
    "力争在",
    "力争于",
    "力争",
    "确保在",
    "原则上在",
    "将于",
    "将在",
    "时间为",
    "时间定于",
    "定于",
    "时间：",
    "时间:",
    "拟",
    "计划",
    "于",
    "在",
    "拟提交",
    "拟提请",
    "提交",
    "提请",
    "列入",
    "每年",
    "自",
    "从",
];

/// Words after a time that make it the time of what is said.
const FOLLOW: &[&str] = &[
    "举行",
    "召开",
    "听取",
    "审议",
    "审查",
    "举办",
    "组织",
    "开展",
    "进行",
    "完成",
    "提交",
    "提请",
    "视察",
    "调研",
    "检查",
    "报告",
    "启动",
    "汇报",
    "印发",
    "形成",
    "常委会",
    "主任会",
    "主席会",
    "委员长会",
    "省人大常委会",
    "市人大常委会",
    "区人大常委会",
    "县人大常委会",
    "会议",
    "前",
    "底前",
    "对",
    "赴",
    "安排",
    "实施",
    "反馈",
    "向",
    "专题",
    "分",
    "集中",
    "就",
    "筹备",
    "出席",
    "参加",
    "做好",
    "制定",
    "研究",
    "召集",
    "协助",
    "配合",
    "邀请",
    "拟",
    "由",
    "起",
    "开始",
    "办理",
    "督办",
    "评议",
    "测评",
    "述职",
    "表决",
    "作出",
    "讨论",
    "通过",
    "征集",
    "走访",
    "慰问",
    "编制",
    "初审",
    "执法检查",
    "各",
];

/// Words after months that make them what a report is about.
const ABOUT: &[&str] = &[
    "执行",
    "预算",
    "决算",
    "国民",
    "经济",
    "财政",
    "计划执行",
    "收支",
    "运行",
    "审计",
    "以来",
    "工作情况",
    "工作报告",
    "民生实事",
    "重点工作",
    "环境",
    "债务",
    "办理情况",
    "工作总结",
    "工作",
    "的",
];

/// Times in a sentence at which something is due, in order.
pub fn find(text: &str, year: i32) -> Vec<InText> {
    let tokens = scan(text, false);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(end) = phrase(&tokens, at, text) else {
            at += 1;
            continue;
        };
        let (start, stop) = (tokens[at].start, tokens[end - 1].end);
        at = end;
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(stop..).unwrap_or_default());
        let Some(lead) = due(before, after) else { continue };
        let stop = stop + part(after);
        let reading = read(text.get(start..stop).unwrap_or_default(), year);
        if reading.doubts.contains(&Doubt::Unknown) {
            continue;
        }
        found.push(InText { range: start - lead..stop, months: start..stop, reading });
    }
    found
}

/// The end of a phrase of time that begins with this token.
fn phrase(tokens: &[Token], from: usize, text: &str) -> Option<usize> {
    let counts =
        |mark: &Mark| matches!(mark, Mark::Months(_) | Mark::Quarters(_) | Mark::Half(_) | Mark::Date(..));
    let begins = |mark: &Mark| counts(mark) || matches!(mark, Mark::Year(_) | Mark::Relative(_));
    begins(&tokens.get(from)?.mark).then_some(())?;
    let mut end = from;
    let mut counted = None;
    while let Some(token) = tokens.get(end) {
        let joins = match &token.mark {
            mark if counts(mark) => {
                counted = Some(end + 1);
                true
            }
            Mark::Year(_) | Mark::Relative(_) => true,
            Mark::Days => {
                counted = counted.map(|_| end + 1);
                counted.is_some()
            }
            Mark::Dash | Mark::List => {
                tokens.get(end + 1).is_some_and(|next| begins(&next.mark) || next.mark == Mark::Days)
            }
            // 3月份、底至4月: a part of the month between two of them.
            Mark::Word => {
                let word = squash(text.get(token.start..token.end).unwrap_or_default());
                let part =
                    matches!(word.as_str(), "份" | "初" | "中" | "底" | "末" | "上旬" | "中旬" | "下旬");
                part && tokens.get(end + 1).is_some_and(|next| next.mark == Mark::Dash)
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    // A date of one figure and another (5.20) is an amount in a sentence, a year alone no due time.
    counted.filter(|_| !matches!(tokens.get(from).map(|token| &token.mark), Some(Mark::Date(None, ..))))
}

/// How many bytes before it belong to a due time; `None` if it is none.
fn due(before: &str, after: &str) -> Option<usize> {
    let before = before.trim_end_matches(is_blank);
    let rest = trim(after);
    let rest = after_part(rest);
    let lead = LEAD.iter().find(|lead| before.ends_with(**lead)).map_or(0, |lead| lead.len());
    let head = before.get(..before.len() - lead).unwrap_or_default();
    let open = head.is_empty()
        || head.ends_with(['。', '，', ',', '；', ';', '：', ':', '、', '\n', '（', '(', '】', '—']);
    let about =
        ABOUT.iter().any(|word| rest.starts_with(word)) && !rest.starts_with("工作会") && !of_meeting(rest);
    let about_which = ["关于", "截至", "截止", "对", "全市", "全县", "全区", "全省", "本级", "《"];
    if about && lead < "在".len() * 2 || about_which.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let closes =
        rest.is_empty() || rest.starts_with(['。', '，', ',', '；', ';', '）', ')', '：', ':', '、']);
    let follows = of_meeting(rest) || FOLLOW.iter().any(|word| rest.starts_with(word));
    let meets =
        has_any(rest.get(..30.min(floor(rest, 30))).unwrap_or_default(), &["举行的", "召开的", "会议上"]);
    // 6月底前 at the beginning says when something is due, whatever follows.
    let deadline =
        open && trim(after).trim_start_matches(['份', '底', '中', '旬', '上', '下']).starts_with('前');
    ((open || lead > 0) && (closes || follows || meets || deadline)).then_some(lead)
}

/// 8月份的常委会会议, 3月份的县人大常委会会议.
fn of_meeting(after: &str) -> bool {
    let Some(rest) = after.strip_prefix('的') else { return false };
    let rest = rest
        .trim_start_matches(['全', '国', '省', '市', '区', '县'])
        .trim_start_matches("人大")
        .trim_start_matches("政协");
    ["常委会", "常务委员会", "主任会", "主席会", "委员长会", "党组会"]
        .iter()
        .any(|name| rest.starts_with(name))
}

/// A byte position not after `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Parts of a month after its number.
const PARTS: &[&str] = &[
    "份底前",
    "底之前",
    "底以前",
    "底前",
    "中旬前",
    "上旬前",
    "下旬前",
    "上中旬",
    "中下旬",
    "份",
    "底",
    "末",
    "上旬",
    "中旬",
    "下旬",
    "初",
    "之前",
    "以前",
    "前",
    "左右",
    "期间",
    "中",
];

fn after_part(text: &str) -> &str {
    strip_any(text, PARTS).map_or(text, |(_, rest)| rest)
}

fn part(after: &str) -> usize {
    after.len() - after_part(after).len()
}

/// The time that a line is the heading for: `三月份`, `（一）一季度`, `3月份主要工作：`.
pub fn month_heading(text: &str, year: i32) -> Option<Reading> {
    let plain = squash(text);
    let plain = plain.trim_end_matches([':', '：', '。', '、']);
    // 时间：1月 says when the entry above it is.
    if plain.contains([':', '：']) {
        return None;
    }
    let tails = [
        "主要工作安排",
        "重点工作安排",
        "工作安排",
        "主要工作",
        "重点工作",
        "工作计划",
        "工作任务",
        "工作要点",
        "工作",
        "安排",
        "活动",
        "任务",
        "议题",
        "计划",
    ];
    let plain = tails.iter().find_map(|tail| plain.strip_suffix(tail)).unwrap_or(plain);
    let bare =
        brackets(plain).last().filter(|(range, _)| range.end == plain.len()).map(|(range, _)| range.start);
    let head = bare.and_then(|start| plain.get(..start)).unwrap_or(plain);
    if head.is_empty() || head.chars().count() > 14 {
        return None;
    }
    let reading = read(head, year);
    let known = matches!(reading.period, Period::Months { .. } | Period::Several(_))
        || matches!(head, "全年" | "全年工作" | "常年" | "每月" | "长期");
    let plainly = !reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::Unknown | Doubt::Partial));
    (known && plainly).then_some(reading)
}

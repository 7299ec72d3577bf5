//! What clauses and sentences are by their words.

use super::super::actions::begins_with_action;
use super::super::text::{compact, has_any, is_longer_than, squash, strip_any, trim, without_brackets};
use super::super::time::{self, Reading};
use super::meeting;
use super::pieces::cut;
use super::who::{begins_as_unit, names_units};
use yaodian_plan::Period;

/// Where a list's entry ends with a time and units that only commas keep apart: 代表述职，11月，代表工委.
pub(super) fn tail(clauses: &[&str], year: i32) -> usize {
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
pub(super) fn whole_time(clause: &str, year: i32) -> Option<Reading> {
    let plain = squash(clause);
    if is_longer_than(&plain, 16) || meeting::named(&plain).is_some() {
        return None;
    }
    let reading = time::read(&plain, year);
    let dated = reading.period.months().is_some()
        || (reading.period == Period::WholeYear && (plain.starts_with('每') || plain.starts_with("全年")));
    (dated && !reading.doubts.contains(&time::Doubt::Partial)).then_some(reading)
}

/// What is done behind words that stood around its times: 分别在年初（3月）、年末（12月）组织….
pub(super) fn without_parts_of_year(left: &str) -> &str {
    let words = ["分别", "在", "于", "年初", "年中", "年末", "年底", "上半年", "下半年", "、", "和", "及"];
    let mut rest = left.trim_start_matches('各');
    while let Some((_, after)) = strip_any(rest, &words) {
        rest = after;
    }
    if begins_with_action(rest) { rest } else { left }
}

/// Whether words say upon what something is done, and not yet what: 结合听取某报告.
pub(super) fn is_occasion(words: &str) -> bool {
    ["结合", "围绕", "针对", "根据"].iter().any(|start| words.starts_with(start))
}

pub(super) fn compact_start(text: &str) -> String {
    trim(text).trim_start_matches("，").to_owned()
}

/// What follows a word that only says which of several this one is: 首先，3月听取…, 其二，….
pub(super) fn without_order(text: &str) -> &str {
    const WORDS: [&str; 13] = [
        "首先", "其次", "再次", "再者", "最后", "此外", "另外", "其一", "其二", "其三", "其四", "其五",
        "然后",
    ];
    let text = trim(text);
    let Some((_, rest)) = strip_any(text, &WORDS) else { return text };
    let bare = rest.trim_start_matches(['，', ',', '、', '：']);
    // 最后一批 is what it is about.
    let apart =
        bare.len() < rest.len() || begins_with_action(rest) || rest.starts_with(|c: char| c.is_ascii_digit());
    if apart { trim(bare) } else { text }
}

/// A sentence without what it is about, where that was named before: 执法检查报告拟安排在12月份….
pub(super) fn without_subject(sentence: &str) -> &str {
    let subjects = [
        "执法检查报告",
        "专题调研报告",
        "专项工作报告",
        "调研报告",
        "审议意见",
        "该报告",
        "上述报告",
        "报告",
    ];
    strip_any(sentence, &subjects).map_or(sentence, |(_, rest)| rest)
}

/// Whether a sentence says more about what the one before it named.
pub(super) fn explains(sentence: &str) -> bool {
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

/// Words without the marks that are left around what was taken out: （9月，现场会） without its time.
pub(super) fn without_loose_marks(left: String) -> String {
    let marks = [("（，", "（"), ("（、", "（"), ("，）", "）"), ("、）", "）"), ("（）", ""), ("()", "")];
    marks.iter().fold(left, |left, (mark, bare)| left.replace(mark, bare))
}

/// Whether a text ends as the name of a report that is heard does.
pub(super) fn ends_as_report(name: &str) -> bool {
    ["报告", "汇报", "情况"].iter().any(|end| name.ends_with(end))
}

/// Whether a text is the name of a law or a rule.
pub(super) fn is_law(name: &str) -> bool {
    let (_, behind) = name.rsplit_once('》').map_or((name, name), |(name, behind)| (name, behind));
    let laws = ["条例", "办法", "规定", "决定", "决议", "规则", "细则", "法规"];
    !begins_with_action(name)
        && !name.contains('，')
        && (laws.iter().any(|end| name.ends_with(end)) || (name.starts_with('《') && behind.is_empty()))
}

/// Words without the mark at their end.
pub(super) fn plain_end(words: &str) -> &str {
    words.trim_end().trim_end_matches(['：', ':', '。', '；'])
}

/// Whether a clause of these words ends with how many there are: 全年安排3项, 审议报告3项，事先听取汇报.
pub(super) fn counts(words: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let mut clauses =
        words.split(['，', ',']).filter_map(|clause| clause.strip_suffix(['项', '件', '部', '个']));
    clauses.any(|clause| clause.ends_with(number))
}

/// The laws that a paragraph lists by their names and nothing else: 《甲条例》、《乙条例》（修改）。
pub(super) fn laws(text: &str) -> Option<Vec<&str>> {
    let found = cut(text, |c| matches!(c, '、' | '，' | '；' | '。'));
    let is_name = |name: &&str| {
        let (title, kind) = name.rsplit_once('》').unwrap_or(("", ""));
        title.starts_with('《') && (kind.is_empty() || kind.starts_with(['（', '(']))
    };
    (!found.is_empty() && found.iter().all(is_name)).then_some(found)
}

/// Whether a heading is a kind of task and no aim.
pub(super) fn is_kind(heading: &str) -> bool {
    let kinds = ["听取", "审议", "审查", "检查", "视察", "询问", "评议", "调研"];
    let aims = [
        "加强", "强化", "提高", "提升", "增强", "完善", "深化", "质量", "水平", "实效", "能力", "制度",
        "机制",
    ];
    let words = without_brackets(heading);
    !is_longer_than(&words, 16) && has_any(&words, &kinds) && !has_any(&words, &aims)
}

//! What numbers a paragraph.

use super::super::numbers::{self, list_number, numerals};
use super::super::text::{self, is_blank, squash, trim};
use super::titles::plan_words_at_end;
use crate::document::TOPICS;

/// How deep a number stands, by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 一、 第一部分.
    Part,
    /// （一）.
    Sub,
    /// 1. 1、
    Point,
    /// （1） 1） ①.
    Inner,
}

/// A number at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    pub level: Level,
    pub value: u32,
    /// As printed, with its punctuation.
    pub printed: &'a str,
    /// What follows it, trimmed.
    pub rest: &'a str,
}

/// The number that a paragraph begins with, whatever marks of a heading are around it.
pub fn label(paragraph: &str) -> Option<Label<'_>> {
    let line = unmarked(paragraph);
    let open = line.trim_start_matches('*');
    let found = |level, value, rest: &'_ str| {
        let printed = open.get(..open.len() - rest.len()).unwrap_or_default();
        (level, value, printed.len())
    };
    let (level, value, end) = article(open)
        .map(|(value, rest)| found(Level::Part, value, rest))
        .or_else(|| {
            let (value, rest) = numerals(open)?;
            let rest = rest.trim_start_matches(is_blank).strip_prefix(['、', '．', '.', '，'])?;
            Some(found(Level::Part, value, rest))
        })
        .or_else(|| {
            let inner = open.strip_prefix(['（', '(', '〔'])?;
            let (value, rest) = numerals(inner)?;
            Some(found(Level::Sub, value, rest.strip_prefix(['）', ')', '〕'])?))
        })
        .or_else(|| {
            let first = open.chars().next()?;
            let value = u32::from(first).checked_sub(u32::from('㈠')).filter(|value| *value < 10)?;
            Some(found(Level::Sub, value + 1, open.get(first.len_utf8()..)?))
        })
        .or_else(|| {
            let (value, rest) = list_number(open)?;
            let printed = open.get(..open.len() - rest.len())?;
            let inner = printed.starts_with(|c: char| !text::narrow(c).is_ascii_digit())
                || printed.ends_with(['）', ')']);
            Some(found(if inner { Level::Inner } else { Level::Point }, value, rest))
        })
        .or_else(|| {
            // 第一，听取某报告; 第一期：某培训班.
            let (value, rest) = numbers::number(open.strip_prefix('第')?)?;
            let rest = ["期", "批", "讲", "场"].iter().find_map(|of| rest.strip_prefix(of)).unwrap_or(rest);
            let rest = rest.strip_prefix(['，', ',', '、', '：', ':'])?;
            (value < 20).then(|| found(Level::Inner, value, rest))
        })
        .or_else(|| {
            // 任务一：听取某报告.
            let (_, rest) = text::strip_any(open, &TOPICS)?;
            let (value, rest) = numbers::number(rest)?;
            Some(found(Level::Point, value, rest.strip_prefix(['：', ':', '、'])?))
        })
        .or_else(|| {
            // 一是加强某工作.
            let (value, rest) = numerals(open)?;
            let rest = rest.strip_prefix('是').filter(|rest| rest.chars().nth(3).is_some())?;
            (value < 20).then(|| found(Level::Inner, value, rest))
        })?;
    let (printed, rest) = open.split_at_checked(end)?;
    Some(Label { level, value, printed: trim(printed), rest: trim(rest) })
}

/// What follows a bullet: an entry of a list without a number.
pub fn after_bullet(paragraph: &str) -> Option<&str> {
    let bullets =
        ['●', '•', '◆', '■', '▲', '★', '◇', '□', '▶', '►', '➢', '◎', '☆', '♦', '▪', '\u{f0b7}', '·'];
    let line = trim(paragraph);
    // A dash is a bullet only with a blank behind it, or as long as two.
    let dashed = || ["- ", "— ", "－ ", "– ", "* ", "——"].iter().find_map(|dash| line.strip_prefix(dash));
    let rest = line.strip_prefix(bullets).or_else(dashed)?;
    // ——三月份—— is a heading.
    Some(trim(rest)).filter(|rest| !rest.is_empty() && !rest.ends_with("——"))
}

/// The words of a heading without a number: without its bullet, and without marks around it: ▲一月份, 【第一季度】.
pub fn undecorated(paragraph: &str) -> &str {
    let line = trim(after_bullet(paragraph).unwrap_or(paragraph));
    let pairs = [
        ('【', '】'),
        ('[', ']'),
        ('〔', '〕'),
        ('〖', '〗'),
        ('「', '」'),
        ('<', '>'),
        ('《', '》'),
        ('（', '）'),
        ('(', ')'),
    ];
    let inner = |(open, close): (char, char)| line.strip_prefix(open)?.strip_suffix(close);
    let bare = pairs.into_iter().find_map(inner).filter(|inner| !inner.contains(['【', '[', '〔', '《']));
    trim(bare.unwrap_or(line)).trim_matches(['—', '－', '-', '=', '~', '*', '◇', '◆'])
}

/// `第一部分`, `第一章`: the number and what follows.
fn article(line: &str) -> Option<(u32, &str)> {
    let (value, rest) = numbers::number(line.strip_prefix('第')?)?;
    let rest = ["部分", "章", "篇"].iter().find_map(|word| rest.strip_prefix(word))?;
    // 第一章程序 would be a word.
    let apart = rest.is_empty() || rest.starts_with(|c| is_blank(c) || matches!(c, '：' | ':' | '、' | '.'));
    apart.then(|| (value, rest.trim_start_matches(['：', ':', '、', '.'])))
}

/// Whether a line begins an entry of its own: a numbered one, or an annex.
pub fn begins_entry(line: &str) -> bool {
    label(line).is_some() || mark(line).is_some()
}

/// The paragraph's words: without indentation, heading and bold markers.
pub fn plain(paragraph: &str) -> String {
    trim(&unmarked(paragraph).replace("**", "")).to_owned()
}

pub(super) fn unmarked(line: &str) -> &str {
    trim(trim(line).trim_start_matches('#'))
}

/// A line that speaks of annexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `附件：1. …`, which lists them; the rest of the line.
    List(String),
    /// `附件 1`, which begins one; its title if it stands on the same line.
    Begin(String),
}

/// What the line says about annexes, if anything.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let line = trim(line).trim_start_matches(['#', '*', ' ', '【', '[']).trim_end_matches(['*', '】', ']']);
    let rest = ["附件", "附表", "附录"].iter().find_map(|word| line.strip_prefix(word));
    let rest = match rest {
        Some(rest) => trim(rest),
        None => {
            let rest = line.strip_prefix("附：").or_else(|| line.strip_prefix("附:"))?;
            return Some(Mark::List(trim(rest).to_owned()));
        }
    };
    if let Some(list) = rest.strip_prefix([':', '：']) {
        return Some(Mark::List(trim(list).to_owned()));
    }
    if rest.is_empty() {
        return Some(Mark::Begin(String::new()));
    }
    let number = rest.strip_prefix(['(', '（']).unwrap_or(rest);
    let (_, title) = numbers::number(number)?;
    // 附件2022 would be no number of an annex, 附件1所列 no beginning.
    let title = title.trim_start_matches([')', '）']);
    let apart = title.is_empty()
        || title
            .starts_with(|c: char| is_blank(c) || matches!(c, ':' | '：' | '.' | '．' | '、' | '—' | '-'));
    let title =
        title.trim_start_matches(|c| matches!(c, ':' | '：' | '.' | '．' | '、' | '—' | '-') || is_blank(c));
    let named = plan_words_at_end(title) && !text::is_longer_than(&squash(title), 60);
    (apart || named).then(|| Mark::Begin(title.to_owned()))
}

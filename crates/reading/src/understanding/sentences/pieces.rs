//! Text cut into sentences and clauses; what stands in brackets and quotation marks stays whole.

use super::super::actions::begins_with_action;
use super::super::text::{brackets, trim};
use super::super::time;
use super::fillers::is_filler;

/// Pieces that these characters end, trimmed, without empty ones. Each keeps what ends it out.
pub(super) fn cut(text: &str, ends: fn(char) -> bool) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '“' | '《' | '【' => depth += 1,
            '）' | ')' | '”' | '》' | '】' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && ends(c) {
            found.push(text.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    found.into_iter().map(trim).filter(|piece| !piece.is_empty()).collect()
}

/// Sentences: up to 。 or the end of a paragraph.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for piece in cut(text, |c| matches!(c, '。' | '\n' | '！')) {
        found.push(piece);
    }
    found
}

/// Parts of a sentence that may each be an item: up to ；.
pub(super) fn parts(sentence: &str) -> Vec<&str> {
    cut(sentence, |c| matches!(c, '；' | ';'))
}

/// Clauses: up to ，.
pub(super) fn clauses(part: &str) -> Vec<&str> {
    cut(part, |c| matches!(c, '，' | ','))
}

/// Parts of a sentence that may each be an item, also where only a comma or their times keep them apart.
pub(super) fn tasks(sentence: &str, year: i32) -> Vec<String> {
    let parts = parts(sentence).into_iter().flat_map(reports).flat_map(|part| dated(part, year));
    parts.flat_map(|part| by_time(part, year)).collect()
}

/// Clauses of which each begins with its own time: 4月组织期中检测，6月组织期末检测.
fn by_time(part: &str, year: i32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut timed = false;
    for clause in clauses(part) {
        let begins = time::find(clause, year).into_iter().next().filter(|time| time.range.start == 0);
        let own = begins.as_ref().is_some_and(|time| {
            let rest = trim(clause.get(time.range.end..).unwrap_or_default()).trim_start_matches('，');
            begins_with_action(rest) && !is_filler(rest)
        });
        match found.last_mut() {
            Some(open) if !own || !timed => {
                open.push('，');
                open.push_str(clause);
            }
            _ => {
                found.push(clause.to_owned());
                timed = begins.is_some();
            }
        }
    }
    found
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
pub(super) fn dated(part: &str, year: i32) -> Vec<&str> {
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

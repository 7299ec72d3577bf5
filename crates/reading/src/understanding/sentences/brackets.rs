//! Brackets that say when, by whom or for which meeting.

use super::super::actions::behind_ordinal;
use super::super::tables::{Heading, classify};
use super::super::text::{brackets, is_longer_than, trim};
use super::super::time::month_heading;
use super::pieces::{clauses, parts, sentences};
use super::signals::Signals;
use super::split::dated;
use super::who::says_who;

/// Takes a bracket at the end that holds signs and nothing else.
pub(super) fn take_last_bracket(text: &str, signals: &mut Signals, year: i32) -> String {
    let bare = text.trim_end_matches(['。', '；', ';', ' ', '\u{3000}', '\n']);
    let Some((range, inner)) = brackets(bare).pop().filter(|(range, _)| range.end == bare.len()) else {
        return text.to_owned();
    };
    // Behind a part of several sentences it is about its own part.
    let before = bare.get(..range.start).unwrap_or_default();
    // 听取甲报告（财经委）；听取乙报告（城环委）: each part has its own.
    let says = |part: &&str| {
        let own = brackets(part).pop().filter(|(range, _)| range.end == part.len());
        own.is_some_and(|(_, inner)| Signals::default().take_bracket(inner, year))
    };
    let of_parts = parts(before).iter().rev().skip(1).any(says);
    let several = of_parts
        || (sentences(before).len() > 1 && !before.trim_end().ends_with('。') && brackets(before).len() > 1);
    if several
        || dated(bare.rsplit('\n').next().unwrap_or(bare), year).len() > 1
        || !signals.take_bracket(inner, year)
    {
        return text.to_owned();
    }
    before.to_owned()
}

/// Takes a frame at the beginning that says when or who: 【3月】听取某报告. What follows it.
pub(super) fn take_frame<'a>(text: &'a str, signals: &mut Signals, year: i32) -> &'a str {
    let text = trim(text);
    let pairs = [('【', '】'), ('〔', '〕'), ('[', ']'), ('〖', '〗')];
    let framed = pairs.into_iter().find_map(|(open, close)| text.strip_prefix(open)?.split_once(close));
    // 5月-6月 农村饮水安全调研.
    let apart = || text.split_once([' ', '\u{3000}']).filter(|(head, _)| month_heading(head, year).is_some());
    match framed.or_else(|| time_before_dash(text, year)).or_else(apart) {
        Some((inner, rest)) if !trim(rest).is_empty() && signals.take(inner, year) => trim(rest),
        _ => text,
    }
}

/// What stands behind a time and the name of a field that says what is done: 3月15日 主题：某事.
pub(super) fn behind_time_and_name(text: &str, year: i32) -> Option<&str> {
    let mut signals = Signals::default();
    let rest = take_frame(text, &mut signals, year);
    let (name, matter) = rest.split_once(['：', ':']).filter(|_| !signals.times.is_empty())?;
    let named = !is_longer_than(name, 6) && matches!(classify(name), Some(Heading::Title(_)));
    (named && !trim(matter).is_empty()).then_some(trim(matter))
}

/// A time and what stands behind the dash that follows it: 4月——某报告.
pub(super) fn time_before_dash(text: &str, year: i32) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once("——").or_else(|| text.split_once("--"))?;
    month_heading(head, year).map(|_| (trim(head), trim(rest.trim_start_matches(['—', '-']))))
}

/// Takes brackets in the midst that say by whom, and when: 开展执法检查（4月，甲牵头），听取某汇报. What else they say stays:
/// 某条例（市妇联起草，8月一审，社会委负责）.
pub(super) fn take_brackets(text: &str, signals: &mut Signals, year: i32) -> String {
    let mut left = String::new();
    let mut from = 0;
    for (range, inner) in brackets(text) {
        let mut said = Signals::default();
        let sure = said.take(inner, year) && (!said.times.is_empty() || says_who(inner));
        let mut kept: Vec<&str> = Vec::new();
        if !sure {
            said = Signals::default();
            for clause in clauses(inner) {
                if !said.take(clause, year) {
                    kept.push(clause);
                }
            }
        }
        // 第一次视察（4月）某项目建设情况.
        let before = text.get(..range.start).unwrap_or_default();
        let step = before.get(before.rfind(['，', '；', '。']).map_or(0, |at| at + '，'.len_utf8())..);
        let again = step.and_then(behind_ordinal).is_some_and(|deed| !is_longer_than(deed, 8));
        if again && sure && !said.times.is_empty() && said.meetings.is_empty() {
            left.push_str(text.get(from..range.start).unwrap_or_default());
            from = range.end;
            signals.extend(said);
            continue;
        }
        // 镇（街道）人大 is a name, and （2026年1—6月） what something is about.
        if said.units.is_empty() || (said.times.is_empty() && !sure) {
            continue;
        }
        left.push_str(text.get(from..range.start).unwrap_or_default());
        if !kept.is_empty() {
            left.push_str(&format!("（{}）", kept.join("，")));
        }
        from = range.end;
        signals.extend(said);
    }
    left.push_str(text.get(from..).unwrap_or_default());
    left
}

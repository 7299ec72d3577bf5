//! The meeting whose agenda follows: 2月下旬，举行常委会第三十六次会议，主要议题：1.甲；2.乙.

use std::mem;

use super::super::actions::begins_with_action;
use super::super::numbers::list_entry;
use super::super::tables::split;
use super::super::text::{brackets, has_any, strip_any, trim};
use super::pieces::parts;
use super::signals::Signals;

/// What an agenda is called before its colon.
const NAMES: [&str; 11] = [
    "建议议题",
    "主要议题",
    "拟定议题",
    "会议议题",
    "议题",
    "主要议程",
    "会议议程",
    "议程",
    "主要内容",
    "会议内容",
    "内容",
];

/// Whether a heading says no more than that topics follow: 主要议题.
pub(super) fn is_name(words: &str) -> bool {
    NAMES.contains(&words)
}

/// When and where the agenda is dealt with, and what follows the colon; `None` if the text begins no agenda.
pub(super) fn head(text: &str, year: i32) -> Option<(Signals, &str)> {
    let (head, list) = named_below(text).or_else(|| text.split_once(['：', ':']))?;
    let mut said = Signals::default();
    let mut head = trim(head).trim_end_matches(['有', '为', '是', '包', '括']);
    // 召开常委会第三十九次会议（办公室）：听取某报告.
    if let Some((range, inner)) = brackets(head).pop().filter(|(range, _)| range.end == head.len())
        && said.take(inner, year)
    {
        head = trim(head.get(..range.start)?);
    }
    let named = NAMES.iter().find_map(|name| head.strip_suffix(name));
    let held = has_any(head, &["召开", "举行"]) && head.ends_with("会议") && begins_with_action(trim(list));
    let before = named.or_else(|| held.then_some(head))?;
    let before = trim(before).trim_end_matches(['，', ',', '、', '的', '。']);
    let before = strip_any(before, &["拟于", "计划于", "拟"]).map_or(before, |(_, rest)| rest);
    // 第三十七次会议：2月28日。议题：甲, 第五十次主任会议（3月）。议题：乙.
    let plain = before.replace(['：', ':', '。'], "，");
    let within = plain.replace(['（', '('], "，").replace(['）', ')'], "");
    (said.take(&plain, year) || said.take(&within, year))
        .then_some((said, trim(list)))
        .filter(|(said, _)| !said.meetings.is_empty())
}

/// What stands before and behind the colon of an agenda that is named in a sentence or clause of its own.
pub(super) fn named_below(text: &str) -> Option<(&str, &str)> {
    let mut first = true;
    let colon = |(at, _): (usize, &str)| {
        let marks: &[char] = if mem::take(&mut first) { &['。'] } else { &['。', '；', '，'] };
        let (head, list) = (text.get(..at)?, text.get(at..)?.strip_prefix(['：', ':'])?);
        let before = NAMES.iter().find_map(|name| head.strip_suffix(name))?;
        before.ends_with(marks).then_some((head, list))
    };
    text.match_indices(['：', ':']).find_map(colon)
}

/// What an agenda lists.
pub(super) fn entries(list: &str) -> Vec<String> {
    if list_entry(list).is_some() {
        return split(list, 0).list.into_iter().map(|task| task.title).collect();
    }
    parts(list).into_iter().map(str::to_owned).collect()
}

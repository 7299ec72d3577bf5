//! Lines that are the heading for what is due in a time: 三月份.

use super::super::text::{brackets, has_any, squash};
use super::cell::read;
use super::reading::{Doubt, Reading};
use super::words;
use yaodian_plan::Period;

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
    // 5月、9月各组织一次 says what is done.
    if has_any(head, &["组织", "开展", "召开", "举行", "完成", "一次", "两次", "各"]) {
        return None;
    }
    let reading = read(head, year);
    let known = matches!(reading.period, Period::Months { .. } | Period::Several(_))
        || words::ALL_YEAR.contains(&head)
        || matches!(head, "每月" | "长期" | "常年性" | "经常性" | "长期性");
    let plainly = !reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::Unknown | Doubt::Partial));
    (known && plainly).then_some(reading)
}

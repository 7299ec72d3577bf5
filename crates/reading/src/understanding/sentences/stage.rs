//! Stages that work is divided in, which head what is done in each: 第二阶段（4—10月）：组织实施.

use super::super::actions::begins_with_action;
use super::super::numbers::list_entry;
use super::super::text::{brackets, is_longer_than, trim};
use super::pieces::{clauses, parts};
use super::who::says_who;

/// Whether words begin with the name of a stage, and say little more.
pub(super) fn is_stage(words: &str) -> bool {
    let words = trim(words);
    let name = words.split(['（', '(', '：', ':', '，', '。', ' ', '\u{3000}']).next().unwrap_or_default();
    // 进入收尾阶段后 goes on.
    name.ends_with("阶段") && !is_longer_than(name, 12) && !is_longer_than(words, 40)
}

/// A stage with its bracket behind all of its name, where headings have theirs: 第二阶段：组织实施（4—10月）.
pub(super) fn bracket_last(words: &str) -> String {
    let first = brackets(words).into_iter().next().filter(|_| is_stage(words)).map(|(range, _)| range);
    let parts = first.and_then(|range| {
        Some((words.get(..range.start)?, words.get(range.clone())?, words.get(range.end..)?))
    });
    match parts {
        Some((name, bracket, rest)) if name.ends_with("阶段") => {
            let rest = rest.trim_end_matches(['：', ':', '。']);
            format!("{name}{rest}{bracket}")
        }
        _ => words.to_owned(),
    }
}

/// A stage and what is done in it, in the same paragraph: numbered behind its name, or in sentences of their own.
pub(super) fn with_tasks(text: &str) -> Option<(&str, &str)> {
    let first = |(at, mark): &(usize, &str)| {
        text.get(at + mark.len()..).and_then(list_entry).is_some_and(|(value, _)| value == 1)
    };
    let mut marks = text.match_indices(['：', ':', '。', '；']).take(4);
    let listed = marks.find(first);
    let (at, mark) = listed.or_else(|| text.match_indices('。').next())?;
    let (heading, tasks) = (text.get(..at)?, trim(text.get(at + mark.len()..)?));
    // 第三阶段（9月）：听取某报告 is done itself.
    let deed = |rest: &str| begins_with_action(rest) && is_longer_than(rest, 6);
    let deed = listed.is_none() && heading.split_once(['：', ':']).is_some_and(|(_, rest)| deed(rest));
    // （一）准备阶段（1—2月）。制定计划，明确分工 tells how the year is divided, and nothing that somebody has to do.
    let tasked = listed.is_some()
        || parts(tasks).len() > 1
        || clauses(tasks.trim_end_matches('。')).into_iter().any(says_who);
    (tasked && is_stage(heading) && !heading.contains('。') && !deed && !tasks.is_empty())
        .then_some((heading, tasks))
}

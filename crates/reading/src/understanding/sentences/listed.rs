//! Lists that stand in one paragraph behind what heads them.

use super::super::actions::begins_with_action;
use super::super::outline::label;
use super::super::tables::split_topics;
use super::super::text::trim;
use super::super::time::month_heading;
use super::agenda;
use super::heading::meeting_of;

/// A task of a list that stands in one paragraph.
pub(super) struct Listed {
    pub(super) number: Option<u32>,
    pub(super) text: String,
}

/// What stands before a colon and what it heads: 1月：召开会议；走访代表, 2月份第三十九次常委会会议：审议甲；听取乙.
pub(super) fn heading_and_tasks(text: &str, year: i32) -> Option<(&str, Vec<Listed>)> {
    let bare = label(text).map_or(text, |label| label.rest);
    let listed = |list| agenda::entries(list).into_iter().map(|text| Listed { number: None, text }).collect();
    // 第三十七次会议：2月28日。议题：甲；乙.
    if let Some((heading, list)) = agenda::named_below(bare)
        && agenda::head(bare, year).is_some()
    {
        return (!trim(list).is_empty()).then(|| (heading, listed(list)));
    }
    let (heading, rest) = bare.split_once(['：', ':'])?;
    if trim(rest).is_empty() {
        return None;
    }
    if month_heading(heading, year).is_some() {
        let tasks = split_topics(rest).list.into_iter();
        return Some((heading, tasks.map(|task| Listed { number: task.serial, text: task.title }).collect()));
    }
    // With a month or a number; 主任会议：… may be the name of something.
    let dated = !heading.contains(['。', '；'])
        && heading.contains(['月', '第', '季'])
        && !begins_with_action(heading)
        && meeting_of(heading).is_some();
    dated.then(|| (heading, listed(rest)))
}

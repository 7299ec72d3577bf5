//! The meeting that a heading is about.

use super::super::actions::begins_with_action;
use super::super::numbers::is_count;
use super::super::text::{brackets, has_any, is_longer_than, squash, without_brackets};
use super::super::time;
use super::meeting;

/// The meeting that a heading is about: 常委会会议, 主任会议听取的报告, 第三十次会议.
pub fn meeting_of(words: &str) -> Option<String> {
    let plain = squash(words);
    // 召开主任会议，听取某报告 is what is to be done.
    if is_longer_than(&plain, 40)
        || plain.starts_with(['（', '(', '围', '就', '对', '结'])
        || without_brackets(&plain).contains(['，', ',', '；'])
        || has_any(&plain, &["筹备", "制度", "质量", "规范", "提高", "列席"])
    {
        return None;
    }
    if let Some((session, _)) = session_head(&plain) {
        return Some(format!("{session}会议"));
    }
    let (range, name) = meeting::named(&plain)?;
    // 四月份 召开常委会会议 听取某报告 is what is to be done, too.
    let held = has_any(plain.get(..range.start).unwrap_or_default(), &["召开", "举行"]);
    if held && begins_with_action(plain.get(range.end..).unwrap_or_default()) {
        return None;
    }
    let dated = time::month_heading(behind_meeting(&plain, range.end), 0).is_some();
    let tail = without_brackets(plain.get(range.end..).unwrap_or_default());
    let listed = tail.is_empty()
        || dated
        || has_any(&tail, &["议题", "听取", "审议", "研究", "讨论", "安排", "议程", "内容", "：", "协商"]);
    listed.then_some(name)
}

/// The meeting that a heading says is held, how often and when, 举行常委会会议8次，一般安排在双月下旬; or that its bracket names:
/// 专题询问（常委会会议）.
pub(super) fn held_in(words: &str) -> Option<String> {
    let plain = squash(words);
    let last = brackets(&plain).pop().filter(|(range, _)| range.end == plain.len());
    if let Some(name) = last.and_then(|(_, inner)| meeting_of(inner)) {
        return Some(name);
    }
    let mut clauses = plain.split(['，', ',']);
    let mention =
        meeting::find(clauses.next()?).filter(|mention| mention.held && mention.range.start == 0)?;
    let often = |clause: &str| {
        let other = ["会议", "听取", "审议", "报告", "研究", "讨论"];
        has_any(clause, &["次", "旬", "月", "季"]) && !has_any(clause, &other) && !is_longer_than(clause, 14)
    };
    let tail = plain.get(mention.range.end..)?.split(['，', ',']).next()?;
    ((tail.is_empty() || is_count(tail)) && clauses.all(often)).then_some(mention.name)
}

/// The session that a heading is about where it names no meeting, and when it is: 第1次 1月12日, 第二次（3月）.
pub(super) fn session_head(plain: &str) -> Option<(&str, &str)> {
    let end = plain.find('次').filter(|_| plain.starts_with('第'))? + '次'.len_utf8();
    let (session, rest) = plain.split_at_checked(end)?;
    let number = super::super::meetings::session(&format!("{session}会议"))?;
    let when = rest.trim_start_matches(['（', '(', '：', ':', '，']).trim_end_matches(['）', ')', '：', ':']);
    // 第一次：5月20日至6月10日 takes longer than a meeting.
    if when.contains(['至', '；']) || when.matches('月').count() > 1 {
        return None;
    }
    let dated = when.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    (number > 0 && dated).then_some((session, when))
}

/// What stands behind the name of a meeting that ends here, without marks around it: 2月26日 of 第三十次会议，2月26日.
pub(super) fn behind_meeting(plain: &str, end: usize) -> &str {
    plain.get(end..).unwrap_or_default().trim_matches(['，', ',', '：', ':', '（', '(', '）', ')'])
}

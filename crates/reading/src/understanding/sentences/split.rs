//! Parts of a sentence that may each be an item.

use super::super::actions::begins_with_action;
use super::super::numbers::list_entry;
use super::super::text::{brackets, has_any, is_longer_than, trim};
use super::super::time;
use super::fillers::is_filler;
use super::lasting::lasting_action;
use super::meeting;
use super::pieces::{clauses, parts};
use super::signals::Signals;
use super::wording::{is_occasion, without_order};

/// Parts of a sentence that may each be an item, also where only a comma or their times keep them apart.
pub(super) fn tasks(sentence: &str, year: i32) -> Vec<String> {
    let parts =
        parts(sentence).into_iter().map(without_order).flat_map(reports).flat_map(|part| dated(part, year));
    parts.flat_map(|part| by_time(part, year)).collect()
}

/// What stands before the colon of a list in one sentence, and the list, where each of its entries ends with a bracket of
/// its own: 开展执法检查2项：①某法（5月）；②某条例（7月）. Elsewhere the head is empty.
pub(super) fn headed_list(sentence: &str) -> (&str, &str) {
    let listed = |(_, list): &(&str, &str)| {
        let entries = parts(list);
        let own = |entry: &&str| list_entry(entry).is_some() && entry.ends_with(['）', ')']);
        entries.len() > 1 && entries.iter().all(own)
    };
    let found = sentence.split_once(['：', ':']).filter(listed);
    found.map_or(("", sentence), |(head, list)| (trim(head), trim(list)))
}

/// Clauses of which each begins with its own time: 4月组织期中检测，6月组织期末检测，每月通报进展.
fn by_time(part: &str, year: i32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut timed, mut bare) = (false, false);
    for clause in clauses(part) {
        let begins = time::find(clause, year).into_iter().next().filter(|time| time.range.start == 0);
        let after = |time: &time::InText| trim(clause.get(time.range.end..).unwrap_or_default()).to_owned();
        let own = begins.as_ref().is_some_and(|time| {
            let rest = after(time);
            let rest = rest.trim_start_matches('，');
            let deadline = clause.get(time.months.clone()).is_some_and(|months| months.ends_with('前'));
            let meeting = meeting::find(rest).is_some_and(|mention| mention.range.start == 0);
            // 4月听取某报告，12月代表述职.
            let named = timed && is_longer_than(rest, 3);
            (begins_with_action(rest) || (deadline && is_longer_than(rest, 3)) || meeting || named)
                && !is_filler(rest)
        });
        let again = lasting_action(clause).is_some_and(|found| says_what(found.rest));
        match found.last_mut() {
            // 5月开始，每月视察一个乡镇: what is done follows.
            Some(open) if !(own || again) || !timed || (again && bare) => {
                // 围绕民生，5月检查甲，7月视察乙: the times are apart.
                timed |= own && is_occasion(open) && !has_any(open, &["开展", "组织", "进行"]);
                open.push('，');
                open.push_str(clause);
                bare = false;
            }
            _ => {
                found.push(clause.to_owned());
                timed = begins.is_some() || again;
                bare = begins.as_ref().is_some_and(|time| after(time).is_empty());
            }
        }
    }
    found
}

/// Whether words behind 每月 say what is done, and not only how often.
fn says_what(rest: &str) -> bool {
    is_longer_than(rest, 3) && !rest.contains('次') && !is_filler(rest)
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

/// Things in a row of which each has its time behind it: 托育服务法（6月），医疗保障法（4月，教科文卫工委）. What the first one's
/// colon ends is about all of them.
pub(super) fn dated(part: &str, year: i32) -> Vec<&str> {
    let is_time = |inner: &str| {
        let mut said = Signals::default();
        said.take(inner, year)
            && said.times.iter().any(|(reading, _)| !reading.doubts.contains(&time::Doubt::Partial))
            || time::read(inner, year).doubts.contains(&time::Doubt::Outside)
    };
    let ends: Vec<usize> = brackets(part)
        .into_iter()
        .filter(|(range, inner)| {
            let after = part.get(range.end..).unwrap_or_default();
            is_time(inner) && (after.is_empty() || after.starts_with(['，', '、', ',']))
        })
        .map(|(range, _)| range.end)
        .collect();
    let last = ends.last().copied().unwrap_or(0);
    // The last one may have no time: 修订某规则（3月），举办某班（4月），开展某建设.
    let rest = part.get(last..).unwrap_or_default().trim_start_matches(['，', '、', ',', '。']);
    if ends.len() < 2 || !(rest.is_empty() || begins_with_action(rest)) {
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
    found.extend((!rest.is_empty()).then_some(rest));
    found
}

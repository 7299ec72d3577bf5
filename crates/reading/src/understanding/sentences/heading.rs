//! Whether a paragraph is the heading of what follows it, and what it says.

use super::super::actions::{begins_with_action, supervises};
use super::super::outline::{Level, after_bullet, label, undecorated};
use super::super::source::Para;
use super::super::text::{brackets, has_any, is_longer_than, squash, without_brackets};
use super::super::time;
use super::super::units::names::heads_a_list;
use super::agenda;
use super::brackets::time_before_dash;
use super::fields::Fields;
use super::listed::{dated_line, heading_and_tasks, leads_to_list};
use super::meeting;
use super::meeting_heading::{behind_meeting, meeting_of, session_head};
use super::pieces::sentences;
use super::signals::Signals;
use super::stage::is_stage;
use yaodian_plan::Period;

/// How deep a heading stands. One without a number stands right above the number that follows it: 一季度 above （一）.
pub(super) fn depth(para: &Para, next: Option<&Para>) -> u8 {
    let of_number = |para: &Para| label(&para.text).map(|label| depth_of(label.level));
    let below = || next.and_then(of_number).map_or(10, |below| below - 1);
    // Stages are beside each other, whatever stands below them.
    let stage = || is_stage(&para.text).then_some(depth_of(Level::Sub));
    of_number(para).or_else(stage).unwrap_or_else(below)
}

pub(super) fn depth_of(level: Level) -> u8 {
    match level {
        Level::Part => 2,
        Level::Sub => 4,
        Level::Point => 6,
        Level::Inner => 8,
    }
}

/// Whether a paragraph is the heading of what follows it.
pub(super) fn is_heading(para: &Para, next: Option<&Para>, year: i32) -> bool {
    let found = label(&para.text);
    // 形式：专题议政性常委会会议 is said of the entry above.
    if found.is_none() && !para.text.ends_with(['：', ':']) && Fields::default().take(&para.text) {
        return false;
    }
    // （一）2月下旬，召开第四十次常委会会议。主要议题： above the topics.
    let words_of =
        |para: &Para| label(&para.text).map_or_else(|| para.text.clone(), |label| label.rest.to_owned());
    if agenda::head(&words_of(para), year).is_some_and(|(_, list)| list.is_empty()) && next.is_some() {
        return true;
    }
    let is_time = |para: &Para| {
        label(&para.text).is_none() && time::month_heading(undecorated(&para.text), year).is_some()
    };
    if is_time(para) {
        return true;
    }
    // ● 召开主任会议 is an entry, whatever stands below it, but ★ 执法检查： above 5月——检查某法 heads a list.
    if let Some(words) = after_bullet(&para.text).filter(|_| found.is_none()) {
        if next.is_some_and(|next| heads_entries(&para.text, words, &next.text)) {
            return true;
        }
        let dated = next.is_some_and(|next| begins_with_time(&next.text, year));
        return dated && para.text.trim_end().ends_with(['：', ':']);
    }
    let words = found.as_ref().map_or(para.text.as_str(), |label| label.rest);
    let plain = squash(words);
    // 1.召开主席团会议（3月） right above 2. is to be done itself.
    let ends =
        |level: Level| next.is_none_or(|next| label(&next.text).is_some_and(|below| below.level <= level));
    if found.as_ref().is_some_and(|label| ends(label.level)) && time::month_heading(words, year).is_none() {
        return false;
    }
    // 【代表工作】 between entries.
    let framed = found.is_none() && plain.starts_with('【') && plain.ends_with('】');
    if framed && next.is_some() && !is_longer_than(&plain, 20) {
        return true;
    }
    if para.level.is_some() && found.is_none() && !is_longer_than(&plain, 40) && !plain.contains('。') {
        return true;
    }
    // 听取某报告（8月，监察司法委） is to be done, whatever stands below it.
    let last = brackets(&plain).pop().filter(|(range, _)| range.end == plain.len());
    if supervises(&plain) && last.is_some_and(|(_, inner)| says_when_and_who(inner, year)) {
        return false;
    }
    if leads_to_list(para, next, year) {
        return true;
    }
    let part = found.as_ref().is_some_and(|label| label.level == Level::Part);
    let most = if part { 80 } else { 40 };
    let sentence = plain.trim_end_matches('。').contains('。');
    if is_longer_than(&plain, most) || sentence || plain.contains(';') {
        return false;
    }
    if time_of(words, year).is_some() && !has_any(&plain, &["听取", "审议"]) {
        return true;
    }
    // 第一阶段：调研起草（1—3月） above what is done then.
    let words_below = next.map(words_of).filter(|below| !is_stage(below));
    if is_stage(words) && words_below.is_some() {
        return true;
    }
    let session = meeting_of(words).is_some() && !has_any(&plain, &["关于", "的报告"]);
    let level = found.as_ref().map(|label| label.level);
    let below = next.filter(|next| !is_time(next)).and_then(|next| {
        let bullet = || after_bullet(&next.text).map(|_| Level::Inner);
        label(&next.text).map(|label| label.level).or_else(bullet)
    });
    let deeper = match (level, below) {
        (Some(level), Some(below)) => below > level,
        (None, Some(_)) => para.bold || para.centred || para.level.is_some() || words.ends_with(['：', ':']),
        (Some(Level::Part), None) => next.is_some(),
        // （一）听取工作报告 above 4月常委会会议：…, and not above 5月，由财经工委负责.
        (Some(Level::Sub), None) => {
            let lists = |next: &Para| {
                let dated = begins_with_time(&next.text, year) && !says_only(&next.text, year);
                dated || dated_line(&next.text, year).is_some() || agenda::head(&next.text, year).is_some()
            };
            !plain.ends_with('。') && next.is_some_and(lists)
        }
        _ => false,
    };
    let styled = para.bold || para.centred || para.level.is_some();
    // 研究室： above its list, 第一小组（组长：张三） above 4月：视察.
    let bare = plain.trim_end_matches(['：', ':']);
    let name = without_brackets(bare);
    let months = || next.is_some_and(|next| heading_and_tasks(&next.text, year).is_some());
    let unit = !name.contains(['：', ':']) && heads_a_list(&name) && (below.is_some() || months());
    // 听取和审议： above the reports.
    let introduces = level.is_none()
        && (below.is_some() || next.is_some_and(|next| begins_with_time(&next.text, year)))
        && para.text.trim_end().ends_with(['：', ':'])
        && !is_longer_than(bare, 12);
    introduces
        || (session && (deeper || (level.is_none() && !begins_with_action(&plain))))
        || (deeper && (level.is_some() || styled))
        || unit
}

/// Whether a bracket says when, by whom, and nothing else.
fn says_when_and_who(inner: &str, year: i32) -> bool {
    let mut said = Signals::default();
    said.take(inner, year) && !said.times.is_empty() && !said.units.is_empty()
}

/// Whether a short name behind a bullet stands above entries with numbers, or with a bullet of another kind: ★监督工作 above
/// 1.听取某报告, ●代表工作 above ◆组织代表视察.
fn heads_entries(text: &str, words: &str, next: &str) -> bool {
    let first = |text: &str| text.trim_start().chars().next();
    let is_name = words.chars().all(char::is_alphanumeric) && !is_longer_than(words, 12);
    let below = label(next).is_some() || (after_bullet(next).is_some() && first(next) != first(text));
    is_name && below && (words.ends_with("工作") || !begins_with_action(words))
}

/// Whether all that a first sentence says is when, by whom or for which meeting.
fn says_only(text: &str, year: i32) -> bool {
    let first = sentences(text).into_iter().next();
    first.is_some_and(|sentence| Signals::default().take(sentence, year))
}

/// Whether a paragraph without a number begins with when it is due.
pub(super) fn begins_with_time(text: &str, year: i32) -> bool {
    let found = time::find(text, year).first().is_some_and(|time| time.range.start == 0);
    label(text).is_none() && (found || time_before_dash(text, year).is_some())
}

/// 三月份, 第一周（2月17日—21日）, 3月份常委会会议议题.
pub(super) fn time_of(words: &str, year: i32) -> Option<(Period, String)> {
    if let Some((said, _)) = agenda::head(words, year) {
        return said.times.into_iter().next().map(|(reading, text)| (reading.period, text));
    }
    let plain = squash(words);
    let plain = plain.trim_end_matches(['：', ':']);
    if let Some(reading) = time::month_heading(plain, year) {
        return Some((reading.period, plain.to_owned()));
    }
    if plain.starts_with('第') && plain.contains('周') && !is_longer_than(plain, 40) {
        let inner = brackets(plain).first().map(|(_, inner)| (*inner).to_owned());
        let rest = plain.split('周').nth(1).unwrap_or_default().to_owned();
        let reading = time::read(&inner.unwrap_or(rest), year);
        return reading.period.months().is_some().then(|| (reading.period, plain.to_owned()));
    }
    if let Some((_, when)) = session_head(plain) {
        let reading = time::month_heading(when, year)?;
        return Some((reading.period, when.to_owned()));
    }
    // 常委会第三十一次会议 2月26日.
    if let Some(reading) = meeting::named(plain)
        .and_then(|(range, _)| time::month_heading(behind_meeting(plain, range.end), year))
    {
        return Some((reading.period, plain.to_owned()));
    }
    // （2026年1月12日主任会议通过） says when the plan was made.
    if plain.starts_with(['（', '(']) {
        return None;
    }
    // 7月，就甲开展调研，向主任会议报告 is no heading.
    if without_brackets(plain).contains(['，', ',', '；']) {
        return None;
    }
    // 12月向常委会会议作某报告 is what is to be done.
    meeting_of(plain)?;
    let inner = brackets(plain)
        .into_iter()
        .map(|(_, inner)| time::read(inner, year))
        .find(|reading| reading.period.months().is_some());
    let found = inner.or_else(|| {
        let bare = without_brackets(plain);
        let head = bare.split("月").next().filter(|head| !is_longer_than(head, 10) && bare.contains('月'))?;
        // 做好4月常委会会议的服务 is what is to be done.
        let reading = time::read(&format!("{head}月"), year);
        let task = begins_with_action(head);
        (reading.period.months().is_some() && !task).then_some(reading)
    });
    found.map(|reading| (reading.period, plain.to_owned()))
}

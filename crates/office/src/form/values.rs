//! What is filled in: a status, a day. Nothing is guessed: what can be read in two ways is not read.

use chrono::{Datelike, NaiveDate};
use yaodian_plan::Month;
use yaodian_plan::names::{postponed_to, status_name};
use yaodian_plan::query::Status;

use super::columns::bare;

/// A status, and whether it was written as the list has it.
pub(super) fn status(text: &str) -> Option<(Status, bool)> {
    let text = bare(text);
    let plain = [Status::NotStarted, Status::Doing, Status::Done, Status::Cancelled];
    if let Some(status) = plain.into_iter().find(|status| status_name(*status) == text) {
        return Some((status, true));
    }
    if let Some(month) = Month::all().find(|month| postponed_to(*month) == text) {
        return Some((Status::Postponed(month), true));
    }
    let other = match text.as_str() {
        "未启动" | "尚未开始" => Status::NotStarted,
        "在办" | "办理中" | "正在进行" | "推进中" | "正在推进" => Status::Doing,
        "完成" | "办结" | "已办结" => Status::Done,
        "取消" => Status::Cancelled,
        other => {
            let rest = ["推迟到", "推迟至", "延期到", "延期至", "已推迟到", "已推迟至"];
            let month = rest.iter().find_map(|before| other.strip_prefix(before))?.strip_suffix('月')?;
            Status::Postponed(Month::new(month.parse().ok()?)?)
        }
    };
    Some((other, false))
}

/// A day, and whether its year was written.
pub(super) fn day(text: &str, year: i32) -> Option<(NaiveDate, bool)> {
    // A time behind a day says nothing more.
    let text = match text.trim().rsplit_once(char::is_whitespace) {
        Some((day, time)) if time.contains(':') => bare(day),
        _ => bare(text),
    };
    let text = text.trim_end_matches(['日', '号']);
    let mut numbers: Vec<u32> = Vec::new();
    let mut separators = String::new();
    for part in text.split_inclusive(|char: char| !char.is_ascii_digit()) {
        let digits = part.trim_end_matches(|char: char| !char.is_ascii_digit());
        numbers.push(digits.parse().ok().filter(|_| digits.len() <= 4)?);
        separators.extend(part.chars().skip(digits.len()));
    }
    let is_date = matches!(separators.as_str(), "年月" | "月" | "--" | "//" | ".." | "-" | "/" | ".");
    let (of, month, day, written) = match numbers[..] {
        [of, month, day] if of >= 1000 => (i32::try_from(of).ok()?, month, day, true),
        // `7.15` may be a number and `7-8` a span of months: only 月 says that it is a day.
        [month, day] if separators == "月" => (year, month, day, false),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(of, month, day).filter(|_| is_date).map(|day| (day, written))
}

/// Whether a day lies in another year than the plan's, which is possible but seldom meant.
pub(super) fn is_of_other_year(day: NaiveDate, year: i32) -> bool {
    day.year() != year
}

//! The time that a cell states, or any text that is about time and nothing else.

use chrono::Datelike;
use yaodian_plan::{Month, Period};

use super::super::numbers;
use super::super::text::{has_any, squash, trim};
use super::reading::{Doubt, Reading};
use super::scan::{Mark, scan};
use super::sum::Sum;
use super::words;

/// Reads the text of a time cell. `year` is the plan's.
pub fn read(text: &str, year: i32) -> Reading {
    read_as(text, year, false)
}

/// Reads the text of a cell under 月份, where a bare number is a month.
pub fn read_bare(text: &str, year: i32) -> Reading {
    read_as(text, year, true)
}

/// Reads a text as [`read_bare`] does if `bare`, else as [`read`] does.
pub fn read_as(text: &str, year: i32, bare: bool) -> Reading {
    let plain = squash(text);
    let plain =
        plain.trim_matches(['-', '—', '－', '/', '\\', '·', '…', '、', '。', ';', '；', ',', '，', '(', ')']);
    let sure = |period| Reading { period, doubts: Vec::new() };
    if plain.is_empty() || matches!(plain, "无" | "/" | "——") {
        return sure(Period::Unscheduled);
    }
    // 一, 二 below 月份.
    if bare
        && let Some((month, "")) = numbers::numerals(plain)
        && let Some(month) = u8::try_from(month).ok().and_then(Month::new)
    {
        return sure(Period::of([month]));
    }
    // 2027-04-01 0:00:00, and the day's number in a workbook.
    if let Some(days) = without_clocks(trim(text)) {
        return read_as(&days, year, bare);
    }
    if let Some(month) = of_day_number(plain, year) {
        return Reading { period: Period::of([month]), doubts: vec![Doubt::Coarser] };
    }
    let spelled = spelled(text);
    let text = spelled.as_deref().unwrap_or(text);
    let mut sum = Sum::new(year);
    let tokens = scan(text, true);
    for (at, token) in tokens.iter().enumerate() {
        sum.take(token, text, tokens.get(at + 1).map(|next| &next.mark), bare);
    }
    if let Some(mut reading) = sum.finish() {
        let named = words::NAMED.iter().map(|(word, ..)| word).chain(&["年初", "岁初", "年中", "或"]);
        if reading.doubts.is_empty() && has_any_of(plain, named) {
            reading.doubts.push(Doubt::Coarser);
        }
        return reading;
    }
    let coarser = |period| Reading { period, doubts: vec![Doubt::Coarser] };
    if words::ALL_YEAR.iter().any(|word| plain.trim_end_matches("完成") == *word) {
        return sure(Period::WholeYear);
    }
    if matches!(plain, "季度" | "月度" | "季度末" | "月末")
        || plain.contains("全年")
        || (has_any(plain, words::LASTING) && !plain.contains("不定期"))
    {
        return coarser(Period::WholeYear);
    }
    if has_any(plain, words::OPEN) {
        return sure(Period::Unscheduled);
    }
    if tokens.iter().any(|token| token.mark == Mark::Year(year) || token.mark == Mark::Relative(0)) {
        return coarser(Period::WholeYear);
    }
    let other = tokens.iter().any(|token| matches!(token.mark, Mark::Year(_) | Mark::Relative(_)));
    let doubt = if other { Doubt::Outside } else { Doubt::Unknown };
    Reading { period: Period::Unscheduled, doubts: vec![doubt] }
}

/// A text without the times of day behind its dates, if it has any: 2027-02-01 0:00:00—2027-03-10 0:00:00.
fn without_clocks(text: &str) -> Option<String> {
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z');
    let begins = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(':');
    let (mut days, mut rest) = (String::new(), text);
    while let Some((day, time)) =
        rest.split_once([' ', 'T']).filter(|(day, time)| day.contains(['-', '/']) && begins(time))
    {
        days.push_str(day);
        rest = time.trim_start_matches(clock);
        // 9:00-11:00.
        while let Some(end) = rest.strip_prefix(['-', '—', '–', '~', '至']).filter(|end| begins(end)) {
            rest = end.trim_start_matches(clock);
        }
    }
    (rest.len() < text.len()).then(|| days + rest)
}

/// The month of a day that a workbook holds as its number: 46539. Only of the plan's own year: elsewhere it is an amount.
fn of_day_number(text: &str, year: i32) -> Option<Month> {
    let number: i64 = text.parse().ok().filter(|_| text.len() == 5)?;
    let day =
        chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(chrono::Duration::days(number))?;
    (day.year() == year).then(|| u8::try_from(day.month()).ok().and_then(Month::new)).flatten()
}

/// A text in the usual writing, if it has another: Ⅲ季度, and 3.4月 for 3、4月.
fn spelled(text: &str) -> Option<String> {
    let roman = |c: char| u32::from(c).checked_sub(u32::from('Ⅰ')).filter(|no| *no < 12);
    if text.contains(|c| roman(c).is_some()) {
        let digits = |c: char| roman(c).map_or_else(|| c.to_string(), |no| (no + 1).to_string());
        return Some(text.chars().map(digits).collect());
    }
    let plain = squash(text);
    let list = plain.strip_suffix("月份").or_else(|| plain.strip_suffix('月'))?;
    let months: Vec<u8> = list.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let rises = months.windows(2).all(|pair| pair[0] < pair[1]);
    (months.len() > 1 && rises && months.iter().all(|month| (1..=12).contains(month)))
        .then(|| format!("{}月", list.replace('.', "、")))
}

/// Whether a text says that something lasts, and nothing else: 全年持续推进.
pub fn is_lasting(text: &str) -> bool {
    let plain = squash(text);
    words::after_known(&plain).is_empty()
        && (has_any(&plain, words::LASTING) || has_any(&plain, words::ALL_YEAR))
}

fn has_any_of<'a>(text: &str, mut words: impl Iterator<Item = &'a &'static str>) -> bool {
    words.any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text = months`, as plans print them.
    const TIMES: &str = include_str!("../../../tests/cases/times.txt");

    #[test]
    fn times_of_many_plans() {
        let mut wrong: Vec<String> = Vec::new();
        for line in TIMES.lines().filter(|line| !line.starts_with('#')) {
            let (text, expected) = line.split_once(" = ").expect("months");
            let months = expected.trim_end_matches(" ?");
            let reading = read(text, 2026);
            let found = match reading.period {
                Period::WholeYear => "year".to_owned(),
                Period::Unscheduled => "-".to_owned(),
                months => months.to_string().replace('月', "").replace('—', "-").replace('、', ","),
            };
            let unsaid = expected.ends_with('?') && reading.doubts.is_empty();
            if found != months || unsaid {
                wrong.push(format!("{text}: {found} {:?}, expected {expected}", reading.doubts));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

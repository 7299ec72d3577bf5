//! Numbers in Arabic digits and Chinese numerals: years, and what numbers an entry of a list.

use super::text::{is_blank, narrow, trim};

/// A number in Arabic digits of any width at the start, and what follows it.
pub fn digits(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| narrow(c).is_ascii_digit());
    let number: String = before(text, rest).chars().map(narrow).collect();
    // More than four digits are no serial number, month or year.
    if number.len() > 4 {
        return None;
    }
    Some((number.parse().ok()?, rest))
}

/// What stands before the rest of a text. Comparing the two would take as long as the rest is.
fn before<'a>(text: &'a str, rest: &str) -> &'a str {
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

/// A number up to 99 in Chinese numerals at the start, and what follows it.
pub fn numerals(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| c == '十' || numeral(c).is_some());
    let number = Some(before(text, rest)).filter(|number| !number.is_empty())?;
    let one = |text: &str| {
        let mut chars = text.chars();
        let value = chars.next().and_then(numeral)?;
        chars.next().is_none().then_some(value)
    };
    let value = match number.split_once('十') {
        None => one(number)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            let ones = if ones.is_empty() { 0 } else { one(ones)? };
            tens * 10 + ones
        }
    };
    Some((value, rest))
}

/// A number in either writing.
pub fn number(text: &str) -> Option<(u32, &str)> {
    digits(text).or_else(|| numerals(text))
}

/// The value of one Chinese digit.
pub fn numeral(c: char) -> Option<u32> {
    let position = "零一二三四五六七八九".chars().position(|digit| digit == c);
    match position {
        Some(value) => u32::try_from(value).ok(),
        None if matches!(c, '〇' | '○' | '◯' | 'Ｏ' | 'О') => Some(0),
        None => None,
    }
}

/// The first calendar year that is named, as `2023 年` or `二〇二三年`.
pub fn year(text: &str) -> Option<i32> {
    years(text).next().map(|(.., year)| year)
}

/// Every calendar year that is named: where its digits begin, where `年` ends, and the year.
pub fn years(text: &str) -> impl Iterator<Item = (usize, usize, i32)> {
    text.match_indices(['年', '学']).filter_map(|(at, mark)| {
        let before = text.get(..at)?.trim_end_matches(is_blank);
        let (start, _) = before.char_indices().rev().nth(3)?;
        let (head, digits) = before.split_at_checked(start)?;
        // `12026年` is no year, nor is the `学` of any word but 学年.
        if head.chars().next_back().is_some_and(|c| narrow(c).is_ascii_digit())
            || mark == "学" && !text.get(at..)?.starts_with("学年")
        {
            return None;
        }
        let mut value = 0;
        for digit in digits.chars() {
            value = value * 10 + narrow(digit).to_digit(10).or_else(|| numeral(digit))?;
        }
        let year = i32::try_from(value).ok().filter(|year| (1949..2200).contains(year))?;
        Some((start, at + mark.len(), year))
    })
}

/// A list number at the start (`1.`, `1、`, `（1）`, `①`), its value and what follows it.
pub fn list_number(text: &str) -> Option<(u32, &str)> {
    if let Some((value, rest)) = circled(text) {
        return Some((value, rest));
    }
    if let Some(inner) = text.strip_prefix(['(', '（', '〔', '［']) {
        let (value, rest) = digits(inner)?;
        return Some((value, rest.strip_prefix([')', '）', '〕', '］'])?));
    }
    let (value, rest) = digits(text)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix(['.', '．', '、', ')', '）', '﹒', '·'])?;
    // `2.5 亿` is an amount, and no entry of a list has more than three digits.
    let plain = value < 1000 && digits(rest).is_none_or(|(_, after)| begins_with_time(rest, after));
    plain.then_some((value, rest))
}

/// Whether the digits at the start of `rest`, with `after` behind them, are a year or a month:
/// `1.2026年1月召开` is the first entry of a list.
fn begins_with_time(rest: &str, after: &str) -> bool {
    let long = rest.chars().take_while(|c| narrow(*c).is_ascii_digit()).count() == 4;
    let after = trim(after);
    let mut end = after;
    // 7、8、9月份, no more than a year has months.
    for _ in 0..12 {
        let next = end.trim_start_matches(['-', '—', '–', '至', '、', '～', '~']);
        match digits(next).filter(|_| next.len() < end.len()) {
            Some((_, after)) => end = trim(after),
            None => break,
        }
    }
    // 6.15前 behind 3．, and not 2.5 亿.
    let day = || digits(after.strip_prefix('.')?).map(|(_, after)| trim(after));
    let due = day().is_some_and(|after| after.starts_with(['前', '日', '起']));
    (long && after.starts_with('年')) || end.starts_with('月') || due
}

/// A list number at the start, unless it is the first of several months: 3、4月组织学习. `expected` is the number that
/// comes next in the list; a list begins only where 1 is not followed by February, as in 1、2月走访代表.
pub fn entry_number(text: &str, expected: u32) -> Option<(u32, &str)> {
    let (value, rest) = list_entry(text)?;
    let printed = text.get(..text.len() - rest.len())?;
    let month =
        digits(rest).filter(|(_, after)| trim(printed).ends_with('、') && begins_with_time(rest, after));
    let goes_on = value == expected && (value > 1 || month.is_none_or(|(month, _)| month != 2));
    (month.is_none() || goes_on).then_some((value, rest))
}

fn circled(text: &str) -> Option<(u32, &str)> {
    let c = text.chars().next()?;
    let rest = text.strip_prefix(c)?;
    let first = match c {
        '①'..='⑳' => '①',
        '⑴'..='⒇' => '⑴',
        '⒈'..='⒛' => '⒈',
        '❶'..='❿' => '❶',
        _ => return None,
    };
    Some((u32::from(c) - u32::from(first) + 1, rest))
}

/// The number and text of an entry that starts with a list number.
pub fn list_entry(text: &str) -> Option<(u32, &str)> {
    list_number(trim(text)).map(|(value, rest)| (value, trim(rest)))
}

/// Whether words say how often: 8次左右, 不少于6次.
pub fn is_count(words: &str) -> bool {
    let bare = trim(words).trim_start_matches(['不', '少', '于', '至', '约', '共']);
    number(bare).is_some_and(|(_, rest)| rest.starts_with(['次', '场', '期']))
}

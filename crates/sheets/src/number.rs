//! Numbers and dates as Excel shows them, by the format of their cell.
//!
//! A month that was typed as `3月` is a date to Excel, with a format that shows nothing but the
//! month: what counts is what is shown, never the day behind it.

use yaodian_reading::formats::counting;

use crate::date::{Moment, moment};

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// Whether the format is known only in part, so that the whole date is written instead.
    pub(crate) doubtful: bool,
}

impl Shown {
    fn sure(text: String) -> Self {
        Self { text, doubtful: false }
    }
}

/// The formats that Excel has without writing them into the file, as it shows them in Chinese.
pub(crate) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        37 | 38 => "#,##0",
        39 | 40 => "#,##0.00",
        45 => "mm:ss",
        49 => "@",
        _ => return None,
    })
}

/// Shows a number by the code of its format; `from_1904` if dates count from that year.
pub(crate) fn show(value: f64, code: &str, from_1904: bool) -> Shown {
    let section = section(code, value);
    let pieces = pieces(section);
    if pieces.iter().any(|piece| matches!(piece, Piece::Date(..))) {
        return date(value, &pieces, from_1904);
    }
    let is_general =
        section.trim().is_empty() && !code.contains(';') || section.to_ascii_lowercase().contains("general");
    let digits = |piece: &Piece<'_>| matches!(piece, Piece::Digits(_));
    if !is_general && !pieces.iter().any(digits) {
        // Nothing but words, or nothing at all: the number itself is not shown.
        return Shown::sure(words(&pieces).trim().to_owned());
    }
    // A format for negative numbers has its own sign.
    let signed = sections(code).len() < 2;
    let text = number(value.abs(), &pieces, is_general);
    let nothing = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
    Shown::sure(if value < 0.0 && signed && !nothing { format!("-{text}") } else { text })
}

/// Shows a text by the code of its format: some add words to it.
pub(crate) fn show_text(text: &str, code: &str) -> String {
    let last = sections(code).pop().unwrap_or_default();
    let pieces = pieces(last);
    if !pieces.iter().any(|piece| matches!(piece, Piece::Text)) {
        return text.to_owned();
    }
    let shown = |piece: &Piece<'_>| match piece {
        Piece::Text => text.to_owned(),
        Piece::Words(words) => (*words).to_owned(),
        _ => String::new(),
    };
    pieces.iter().map(shown).collect()
}

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// What is shown as it stands.
    Words(&'a str),
    /// `0`, `#,##0.0`, `0%`.
    Digits(&'a str),
    /// A letter of a date, how often it stands.
    Date(char, usize),
    /// `上午/下午`, `AM/PM`.
    HalfDay(bool),
    /// `@`
    Text,
    /// `[DBNum1]`: numbers in Chinese.
    Chinese(char),
}

/// The part of the format for values like this one.
fn section(code: &str, value: f64) -> &str {
    let sections = sections(code);
    let pick = |at: usize| sections.get(at).copied().unwrap_or_default();
    match sections.len() {
        0 | 1 => pick(0),
        2 => pick(usize::from(value < 0.0)),
        _ if value > 0.0 => pick(0),
        _ if value < 0.0 => pick(1),
        _ => pick(2),
    }
}

/// The sections of a format; the one for texts (`@`) comes last and is none for numbers.
fn sections(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut begin, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                found.push(&code[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    found.push(&code[begin..]);
    if found.len() > 1 && found.last().is_some_and(|last| last.contains('@')) {
        found.pop();
    }
    found
}

fn pieces(section: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = section;
    while let Some(c) = rest.chars().next() {
        let one = c.len_utf8();
        let second = rest[one..].chars().next().map_or(0, char::len_utf8);
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let length = match c {
            '"' => {
                let end = rest[1..].find('"').map_or(rest.len(), |at| at + 1);
                found.push(Piece::Words(&rest[1..end]));
                (end + 1).min(rest.len())
            }
            '\\' => {
                found.push(Piece::Words(&rest[one..one + second]));
                one + second
            }
            // The width of a character, and what fills the cell.
            '_' | '*' => one + second,
            '[' => {
                let end = rest.find(']').map_or(rest.len(), |at| at + 1);
                found.extend(bracket(&rest[1..end.max(2) - 1]));
                end
            }
            '@' => {
                found.push(Piece::Text);
                one
            }
            '0' | '#' | '?' => {
                let end = run(|c| matches!(c, '0' | '#' | '?' | '.' | ',' | '%'));
                found.push(Piece::Digits(&rest[..end]));
                end
            }
            _ if rest.starts_with("上午/下午") => {
                found.push(Piece::HalfDay(true));
                "上午/下午".len()
            }
            'A' | 'a' if rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("am/pm")) => {
                found.push(Piece::HalfDay(false));
                5
            }
            'G' | 'g' if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("general")) => {
                found.push(Piece::Digits(""));
                7
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'a' | 'e' | 'Y' | 'M' | 'D' | 'H' | 'S' | 'A' | 'E' => {
                let end = rest.find(|other: char| !other.eq_ignore_ascii_case(&c)).unwrap_or(rest.len());
                found.push(Piece::Date(c.to_ascii_lowercase(), end));
                end
            }
            _ => {
                found.push(Piece::Words(&rest[..one]));
                one
            }
        };
        rest = &rest[length..];
    }
    found
}

/// `[DBNum1]`, `[h]`; colours, languages and conditions show nothing.
fn bracket(inner: &str) -> Option<Piece<'_>> {
    let lower = inner.to_ascii_lowercase();
    if let Some(kind) = lower.strip_prefix("dbnum") {
        return kind.chars().next().map(Piece::Chinese);
    }
    let first = lower.chars().next().filter(|c| matches!(c, 'h' | 'm' | 's'))?;
    lower.chars().all(|c| c == first).then_some(Piece::Date(first, lower.len()))
}

fn words(pieces: &[Piece<'_>]) -> String {
    let mut found = String::new();
    for piece in pieces {
        if let Piece::Words(words) = piece {
            found.push_str(words);
        }
    }
    found
}

/// Numbers in Chinese, or in digits of any width.
fn written(value: u32, chinese: Option<char>, digit_by_digit: bool) -> String {
    match (chinese, digit_by_digit) {
        (Some('1'), true) => counting::write("ideographDigital", value),
        (Some('1'), false) => counting::write("chineseCountingThousand", value),
        (Some('2'), _) => counting::write("chineseLegalSimplified", value),
        (Some('3'), _) => counting::write("decimalFullWidth", value),
        _ => value.to_string(),
    }
}

fn chinese(pieces: &[Piece<'_>]) -> Option<char> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Chinese(kind) => Some(*kind),
        _ => None,
    })
}

fn number(value: f64, pieces: &[Piece<'_>], is_general: bool) -> String {
    let chinese = chinese(pieces).filter(|_| value.fract() == 0.0 && value < 10_000.0);
    let mut text = String::new();
    let mut done = false;
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Digits(_) | Piece::Text if !done => {
                done = true;
                let pattern = if let Piece::Digits(pattern) = piece { pattern } else { "" };
                match chinese {
                    Some(_) => text.push_str(&written(value as u32, chinese, false)),
                    None if pattern.is_empty() => text.push_str(&general(value)),
                    None => text.push_str(&patterned(value, pattern)),
                }
            }
            _ => {}
        }
    }
    if is_general && !done {
        text.push_str(&general(value));
    }
    text.trim().to_owned()
}

/// A number without a format of its own.
pub(crate) fn general(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    // What binary fractions leave behind is not shown.
    let text = format!("{value:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn patterned(value: f64, pattern: &str) -> String {
    let percent = pattern.contains('%');
    let value = if percent { value * 100.0 } else { value };
    let (whole, decimals) = pattern.split_once('.').unwrap_or((pattern, ""));
    let is_place = |c: &char| matches!(c, '0' | '#' | '?');
    let places = decimals.chars().filter(is_place).count().min(12);
    let at_least = whole.chars().filter(|c| *c == '0').count();
    let needed = decimals.chars().filter(|c| *c == '0').count();
    let mut text = format!("{value:.places$}");
    if places > needed && text.contains('.') {
        let keep = text.len() - (places - needed);
        while text.len() > keep && text.ends_with('0') {
            text.pop();
        }
        text = text.trim_end_matches('.').to_owned();
    }
    let (digits, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut digits = format!("{digits:0>at_least$}");
    if at_least == 0 && digits == "0" && !rest.is_empty() {
        digits.clear();
    }
    if whole.trim_end_matches(',').contains(',') {
        let count = digits.len();
        let grouped = digits.char_indices().flat_map(|(at, c)| {
            let comma = at > 0 && (count - at).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([c])
        });
        digits = grouped.collect();
    }
    format!("{digits}{rest}{}", if percent { "%" } else { "" })
}

fn date(value: f64, pieces: &[Piece<'_>], from_1904: bool) -> Shown {
    let Some(moment) = moment(value, from_1904) else {
        return Shown { text: general(value), doubtful: true };
    };
    // Names of months are English: written as a whole date, which everybody reads.
    let english = pieces.iter().any(|piece| matches!(piece, Piece::Date('m', 3..)));
    if english {
        return Shown { text: spelt(&moment, pieces), doubtful: true };
    }
    let chinese = chinese(pieces);
    let half = pieces.iter().any(|piece| matches!(piece, Piece::HalfDay(_)));
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match *piece {
            Piece::Words(words) => text.push_str(words),
            Piece::HalfDay(in_chinese) => text.push_str(match (moment.hour < 12, in_chinese) {
                (true, true) => "上午",
                (false, true) => "下午",
                (true, false) => "AM",
                (false, false) => "PM",
            }),
            Piece::Date('m', count) if is_minute(pieces, at) => text.push_str(&padded(moment.minute, count)),
            Piece::Date('y' | 'e', count) => {
                let year = if count == 2 { moment.year % 100 } else { moment.year };
                let year = if count == 2 && chinese.is_none() {
                    format!("{year:02}")
                } else {
                    written(year, chinese, true)
                };
                text.push_str(&year);
            }
            Piece::Date('m', count) => text.push_str(&unit(moment.month, count, chinese)),
            Piece::Date('d', count @ 1..=2) => text.push_str(&unit(moment.day, count, chinese)),
            // Days of the week.
            Piece::Date('d' | 'a', count) => {
                text.push_str(if count == 4 { "星期" } else { "周" });
                text.extend("日一二三四五六".chars().nth(moment.weekday));
            }
            Piece::Date('h', count) => {
                let hour = if half { (moment.hour + 11) % 12 + 1 } else { moment.hour };
                text.push_str(&padded(hour, count));
            }
            Piece::Date('s', count) => text.push_str(&padded(moment.second, count)),
            _ => {}
        }
    }
    Shown::sure(text.trim().to_owned())
}

/// `m` means minutes after hours and before seconds.
fn is_minute(pieces: &[Piece<'_>], at: usize) -> bool {
    let is =
        |piece: Option<&Piece<'_>>, wanted: char| matches!(piece, Some(Piece::Date(c, _)) if *c == wanted);
    let dates = |piece: &&Piece<'_>| matches!(piece, Piece::Date(..));
    let before = pieces[..at].iter().rev().find(dates);
    let after = pieces[at + 1..].iter().find(dates);
    is(before, 'h') || is(after, 's')
}

fn padded(value: u32, count: usize) -> String {
    if count >= 2 { format!("{value:02}") } else { value.to_string() }
}

fn unit(value: u32, count: usize, chinese: Option<char>) -> String {
    if chinese.is_some() { written(value, chinese, false) } else { padded(value, count) }
}

/// The parts of the date that the format shows, in Chinese.
fn spelt(moment: &Moment, pieces: &[Piece<'_>]) -> String {
    let has = |wanted: char| pieces.iter().any(|piece| matches!(piece, Piece::Date(c, _) if *c == wanted));
    let mut text = String::new();
    if has('y') {
        text += &format!("{}年", moment.year);
    }
    text += &format!("{}月", moment.month);
    if has('d') {
        text += &format!("{}日", moment.day);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read() {
        for (value, code, expected) in [
            (46082.0, "m\"月\";@", "3月"),
            (45778.0, "m\"月\";@", "5月"),
            (46235.0, built_in(57).unwrap(), "2026年8月"),
            (46344.0, built_in(58).unwrap(), "11月18日"),
            (46086.0, built_in(14).unwrap(), "2026/3/5"),
            (3.0, "0\"月\"", "3月"),
            (12.0, "General\"月\"", "12月"),
            (3.0, "General", "3"),
            (0.1 + 0.2, "General", "0.3"),
            (1234.5, "#,##0.00", "1,234.50"),
            (0.125, "0.0%", "12.5%"),
            (-5.0, "0", "-5"),
            (-5.0, "0;(0)", "(5)"),
            (0.0, "0;-0;\"—\"", "—"),
            (7.0, "[Red]0", "7"),
            (7.0, "[DBNum1][$-804]General\"月\"", "七月"),
            (46082.0, "[DBNum1][$-804]yyyy\"年\"m\"月\";@", "二〇二六年三月"),
            (46344.0, "[DBNum1][$-804]m\"月\"d\"日\";@", "十一月十八日"),
            (46082.0, "yyyy-mm", "2026-03"),
            (46082.0, "yyyy\\.m", "2026.3"),
            (46082.0, "[$-804]aaaa", "星期日"),
            (46082.625, "m/d h:mm", "3/1 15:00"),
            (46082.625, "上午/下午h\"时\"mm\"分\"", "下午3时00分"),
            (0.5, "h:mm", "12:00"),
            (1.0, "000", "001"),
            (5.0, ";;;", ""),
            (2.5, "0.##", "2.5"),
            (2.0, "0.##", "2"),
        ] {
            let shown = show(value, code, false);
            assert_eq!((shown.text.as_str(), shown.doubtful), (expected, false), "{value} {code}");
        }
    }

    #[test]
    fn english_months_are_written_out() {
        for (code, expected) in [("mmm-yy", "2026年3月"), ("d-mmm", "3月1日"), ("[$-409]mmmm", "3月")] {
            assert_eq!(
                show(46082.0, code, false),
                Shown { text: expected.to_owned(), doubtful: true },
                "{code}"
            );
        }
    }

    #[test]
    fn texts_may_get_words() {
        assert_eq!(show_text("3", "@\"月\""), "3月");
        assert_eq!(show_text("全年", "m\"月\";@"), "全年");
        assert_eq!(show_text("全年", "General"), "全年");
    }

    #[test]
    fn any_code_is_answered() {
        for code in ["[", "\"", "\\", "_", "*", "[]", "[h", "e", "0.0.0%", "年", "@@", "[DBNum"] {
            for value in [0.0, -1.5, 1e300, f64::NAN, f64::INFINITY, 46082.5] {
                let _ = show(value, code, true);
            }
        }
    }
}

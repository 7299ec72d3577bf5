//! The code of a format: its sections, and the pieces of one.

use yaodian_reading::formats::counting;

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
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
pub(super) fn section(code: &str, value: f64) -> &str {
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
pub(super) fn sections(code: &str) -> Vec<&str> {
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

pub(super) fn pieces(section: &str) -> Vec<Piece<'_>> {
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

pub(super) fn words(pieces: &[Piece<'_>]) -> String {
    let mut found = String::new();
    for piece in pieces {
        if let Piece::Words(words) = piece {
            found.push_str(words);
        }
    }
    found
}

/// Numbers in Chinese, or in digits of any width.
pub(super) fn written(value: u32, chinese: Option<char>, digit_by_digit: bool) -> String {
    match (chinese, digit_by_digit) {
        (Some('1'), true) => counting::write("ideographDigital", value),
        (Some('1'), false) => counting::write("chineseCountingThousand", value),
        (Some('2'), _) => counting::write("chineseLegalSimplified", value),
        (Some('3'), _) => counting::write("decimalFullWidth", value),
        _ => value.to_string(),
    }
}

pub(super) fn chinese(pieces: &[Piece<'_>]) -> Option<char> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Chinese(kind) => Some(*kind),
        _ => None,
    })
}

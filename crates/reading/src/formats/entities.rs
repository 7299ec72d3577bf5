//! Characters that markup writes by their names or numbers, and values of attributes.

use std::borrow::Cow;

/// The text with its entities as what they stand for.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        match entity(after) {
            Some((c, after)) => {
                resolved.push(c);
                rest = after;
            }
            None => {
                resolved.push('&');
                rest = after;
            }
        }
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

/// The value of the first attribute whose name is the right one, entities not resolved; empty for one
/// without a value.
pub(super) fn attribute(attributes: &str, is: impl Fn(&str) -> bool) -> Option<&str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A name may begin with `=`, absurd as it is.
        let end =
            rest.char_indices().skip(1).find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let (key, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        if is(key) {
            return Some(value);
        }
        rest = after;
    }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// The character of an entity after its `&`, and what follows.
pub(super) fn entity(text: &str) -> Option<(char, &str)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(number) => (number, 16),
            None => (number, 10),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(digits.get(..end.min(8))?, radix).ok()?;
        let rest = digits.get(end..)?;
        return Some((character(code), rest.strip_prefix(';').unwrap_or(rest)));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let (_, c) = NAMES.iter().find(|(known, _)| *known == name)?;
    Some((*c, rest.strip_prefix(';').unwrap_or(rest)))
}

/// A character by its number; those of Windows' code page where others have none.
fn character(code: u32) -> char {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let windows = code.checked_sub(0x80).filter(|at| *at < 0x20);
    let windows = windows.and_then(|at| WINDOWS.chars().nth(usize::try_from(at).unwrap_or(0)));
    windows.or_else(|| char::from_u32(code)).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER)
}

const NAMES: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("horbar", '―'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("shy", '\u{ad}'),
    ("times", '×'),
    ("divide", '÷'),
    ("radic", '√'),
    ("check", '✓'),
    ("checkmark", '✓'),
    ("cross", '✗'),
    ("starf", '★'),
    ("star", '☆'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("sect", '§'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("yen", '¥'),
    ("euro", '€'),
    ("permil", '‰'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("loz", '◊'),
    ("oline", '‾'),
    ("frasl", '⁄'),
    ("minus", '−'),
    ("sim", '∼'),
    ("tilde", '˜'),
];

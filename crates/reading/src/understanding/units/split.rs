//! A text cut into names of units.

use super::super::numbers::list_entry;
use super::super::text::{is_blank, squash};
use super::known::{is_short, known};
use super::names::{self, Class};

/// Words that join two names, or two halves of one.
const JOINTS: [&str; 6] = ["以及", "会同", "及", "和", "与", "暨"];

/// Whether a text is a whole name: it ends as names do, means several units, or is well known.
pub fn is_name(text: &str) -> bool {
    let text = squash(text);
    names::has_ending(&text)
        || text.ends_with("(室)")
        || text.ends_with("(办)")
        || known(names::stem(&text).0).is_some()
}

/// The entries of a cell that lists units, separated by blanks, 、 or line breaks. An entry is
/// kept as printed: `财经工委及办公室` is one. Separators within brackets separate nothing.
pub fn entries(cell: &str) -> Vec<String> {
    let whole = rejoined(cell);
    let cell = whole.as_deref().unwrap_or(cell);
    let mut found: Vec<String> = Vec::new();
    for strong in pieces(cell) {
        let strong = list_entry(strong).map_or(strong, |(_, rest)| rest);
        // A name that a narrow cell has broken is still one: blanks end a name only if it is whole.
        let mut open = String::new();
        let mut words = strong.split(is_blank).filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            let numbered = list_entry(word).filter(|(_, rest)| open.is_empty() && !rest.is_empty());
            let word = numbered.map_or(word, |(_, rest)| rest);
            match found.last_mut() {
                Some(last)
                    if open.is_empty() && names::is_ending(&squash(word)) && !names::has_ending(last) =>
                {
                    last.push_str(word);
                }
                _ => open.push_str(word),
            }
            let goes_on = words.peek().is_some_and(|next| completes(&open, next));
            if is_name(&open) && !goes_on {
                found.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            found.push(open);
        }
    }
    found
}

/// A cell whose lines break a name, with that in one piece: 县自然资源 above 和规划局, 县住房和城乡 above 建设局.
pub fn rejoined(cell: &str) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let breaks = |last: &&mut String| {
            let joint = line.starts_with(['和', '与', '及']) && is_name(line);
            let open = last.ends_with("城乡") || (joint && names::stem(last).1 == Class::Bare);
            open && !last.ends_with(['、', '，', ',', '；'])
        };
        match found.last_mut().filter(breaks) {
            Some(last) => last.push_str(line),
            None => found.push(line.to_owned()),
        }
    }
    let lines = cell.lines().filter(|line| !line.trim().is_empty()).count();
    (found.len() < lines).then(|| found.join("\n"))
}

/// Whether a stem without an ending is a known name together with the next word: 教科文 卫工委.
fn completes(open: &str, next: &str) -> bool {
    let (open, whole) = (squash(open), squash(&format!("{open}{next}")));
    names::stem(&open).1 == Class::Bare
        && known(&open).is_some()
        && names::stem(&whole).1 != Class::Bare
        && known(names::stem(&whole).0).is_some()
}

/// The pieces between strong separators outside of brackets.
fn pieces(cell: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in cell.char_indices() {
        match c {
            '(' | '（' | '《' | '“' => depth += 1,
            ')' | '）' | '》' | '”' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        let separates =
            matches!(c, '、' | '，' | ',' | '；' | ';' | '\n' | '/' | '／' | '\\' | '\t' | '。' | '|');
        if separates && depth == 0 {
            found.push(cell.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    found.push(cell.get(start..).unwrap_or_default());
    found
}

/// Cuts an entry at 及, 和, 与 where that joins two names and not the halves of one.
pub fn conjoined(entry: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let mut skip = 0;
    for (at, c) in entry.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || at < skip {
            continue;
        }
        let Some(rest) = entry.get(at..) else { continue };
        let Some(word) = JOINTS.iter().find(|word| rest.starts_with(**word)) else { continue };
        let (before, after) =
            (entry.get(start..at).unwrap_or_default(), rest.get(word.len()..).unwrap_or_default());
        skip = at + word.len();
        if joins_two(before, word, after) {
            found.push(before);
            start = skip;
        }
    }
    found.push(entry.get(start..).unwrap_or_default());
    found
}

/// The halves of a name that may be two: 财经 and 农业农村工委 of 财经和农业农村工委.
pub fn halves(name: &str) -> Option<(&str, &str)> {
    let (left, right) = ["和", "与", "及"].iter().find_map(|word| name.split_once(word))?;
    let whole =
        matches!(names::stem(name), (stem, Class::Working | Class::Committee) if known(stem).is_some());
    let both = known(left).is_some() && known(names::stem(right).0).is_some();
    (both && !whole).then_some((left, right))
}

fn joins_two(before: &str, word: &str, after: &str) -> bool {
    let (left, right) = (squash(before), squash(after));
    if left.is_empty() || right.is_empty() {
        return false;
    }
    // 农业与农村委员会, 监察和司法委员会 are one, whatever their halves are.
    let whole = format!("{left}{word}{right}");
    let (stem, class) = names::stem(&whole);
    if matches!(class, Class::Working | Class::Committee) && known(stem).is_some() {
        return false;
    }
    let collective =
        right.starts_with(['各', '有']) || right.starts_with("相关") || right.starts_with("其他");
    let short = |text: &str| is_short(names::stem(text).0);
    // 财经和农业农村工委 is the name of one more often than a short way to write two.
    let known_pair = short(&left) && names::stem(&right).1 == Class::Bare && short(&right);
    names::is_whole(&left) || (is_short(&left) && collective) || (known_pair && word != "与")
}

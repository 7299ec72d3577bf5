//! Characters: what the other readers share to look past a document's typography.

use std::borrow::Cow;

/// The text for comparison: no white space, full-width ASCII made narrow. Never shown to anybody.
pub fn squash(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).map(narrow).collect()
}

/// The text as printed, without the white space that a narrow table cell put into it.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// The text without the blanks that stand between all its characters, as a PDF with spaced headings has them: 一 、 监 督 工 作.
pub fn unspaced(text: &str) -> Cow<'_, str> {
    let (mut pieces, mut single) = (0, 0);
    for piece in text.split(is_blank).filter(|piece| !piece.is_empty()) {
        pieces += 1;
        single += usize::from(!is_longer_than(piece, 1) && !piece.is_ascii());
    }
    // 2026 and 1. stay whole there; three characters may be three marks.
    if pieces < 4 || single * 5 < pieces * 4 {
        return Cow::Borrowed(text);
    }
    Cow::Owned(compact(text))
}

/// Trims every kind of white space, and the marks that have no width.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Takes away the punctuation that closes an entry of a list.
pub fn trim_closing(text: &str) -> &str {
    trim(text).trim_end_matches(|c| matches!(c, '；' | ';' | '。' | '．' | '，' | ',' | '、') || is_blank(c))
}

/// White space of any width: blanks, no-break and ideographic spaces, byte order marks.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Full-width ASCII as narrow ASCII.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// Whether a sentence ends here, so that what follows on another line is a new paragraph.
pub fn ends_sentence(text: &str) -> bool {
    let text = trim(text).trim_end_matches('*');
    text.ends_with(['。', '！', '？', '；', '：', ';', ':', '!', '?'])
        || ["。”", "！”", "？”", "。）", "。)"].iter().any(|end| text.ends_with(end))
}

/// Appends a line that a page break or a cell's width has cut off.
pub fn join(text: &mut String, next: &str) {
    let next = trim(next);
    // Chinese needs nothing between the halves of a sentence, two Latin words need a space.
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(text.chars().next_back()) && latin(next.chars().next()) {
        text.push(' ');
    }
    text.push_str(next);
}

/// One line out of a text that spans several.
pub fn unwrap_lines(text: &str) -> String {
    let mut whole = String::new();
    for line in text.lines() {
        join(&mut whole, line);
    }
    whole
}

/// The texts inside brackets of either width, outermost brackets only, each with the byte range of
/// the brackets.
pub fn brackets(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '【' | '[' | '〔' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            ')' | '）' | '】' | ']' | '〕' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let open =
                        text.get(start..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
                    let inner = text.get(start + open..at).unwrap_or_default();
                    found.push((start..at + c.len_utf8(), inner));
                }
            }
            _ => {}
        }
    }
    found
}

/// The text without a bracket that was never closed, and without what stands in brackets.
pub fn without_brackets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for (range, _) in brackets(text) {
        plain.push_str(text.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    plain.push_str(text.get(from..).unwrap_or_default());
    plain
}

/// Whether the line is only a page number such as `- 3 -`, `— 3 —` or `第 3 页`.
pub fn is_page_number(text: &str) -> bool {
    let text = squash(text);
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '·' | '一');
    let digits = match text.strip_prefix('第').and_then(|text| text.strip_suffix('页')) {
        Some(inner) => inner,
        None => text.trim_matches(dash),
    };
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// The beginning of a long text, to be quoted in a message.
pub fn excerpt(text: &str) -> String {
    let text = trim(text);
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// How many characters a text has, counted no further than needed.
pub fn is_longer_than(text: &str, characters: usize) -> bool {
    text.len() > characters && text.chars().nth(characters).is_some()
}

/// The first of these words that the text begins with, and what follows it.
pub fn strip_any<'a>(text: &'a str, words: &[&'static str]) -> Option<(&'static str, &'a str)> {
    words.iter().find_map(|word| text.strip_prefix(word).map(|rest| (*word, rest)))
}

/// Whether the text holds one of these words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

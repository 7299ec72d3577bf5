//! Text cut into sentences and clauses; what stands in brackets and quotation marks stays whole.

use super::super::text::trim;

/// Pieces that these characters end, trimmed, without empty ones. Each keeps what ends it out.
pub(super) fn cut(text: &str, ends: fn(char) -> bool) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '“' | '《' | '【' => depth += 1,
            '）' | ')' | '”' | '》' | '】' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && ends(c) {
            found.push(text.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    found.into_iter().map(trim).filter(|piece| !piece.is_empty()).collect()
}

/// Sentences: up to 。 or the end of a paragraph.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    cut(text, |c| matches!(c, '。' | '\n' | '！'))
}

/// Parts of a sentence that may each be an item: up to ；.
pub(super) fn parts(sentence: &str) -> Vec<&str> {
    cut(sentence, |c| matches!(c, '；' | ';'))
}

/// Clauses: up to ，.
pub(super) fn clauses(part: &str) -> Vec<&str> {
    cut(part, |c| matches!(c, '，' | ','))
}

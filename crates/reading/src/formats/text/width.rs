//! How wide characters are.

/// How many columns of half a character a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| usize::from(is_wide(c)) + 1).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}' | '\u{2460}'..='\u{24ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

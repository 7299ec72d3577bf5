//! The view of a printed text that is compared and understood.
//!
//! Texts copied from PDFs hold radicals (⼈, U+2F08) and compatibility ideographs that look like the
//! usual characters, and web pages hold invisible ones. Folding these alone keeps the punctuation
//! as it is, which a whole NFKC does not: it turns （） into ().

mod table;

use std::borrow::Cow;

use self::table::SUPPLEMENT;
use yaodian_plan::look_alikes::{from_table, is_invisible, usual_ideograph};

/// The text with look-alike characters as the usual ones and without invisible ones.
pub fn fold(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_invisible(c) || usual(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(usual).collect())
}

/// Whether a text holds characters that only look like the usual ones.
pub fn has_look_alikes(text: &str) -> bool {
    text.chars().any(|c| is_ideograph_like(c) && usual(c) != c)
}

/// The usual character that one looks like; most are themselves.
fn usual(c: char) -> char {
    match c {
        // A hyphen at which no line breaks.
        '\u{2011}' => '-',
        '\u{2f800}'..='\u{2fa1d}' => from_table(SUPPLEMENT, '\u{2f800}', c),
        _ => usual_ideograph(c),
    }
}

fn is_ideograph_like(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2ef3}' | '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_become_the_usual_characters() {
        assert_eq!(fold("⼈⼤常委会⼯作"), "人大常委会工作");
        assert_eq!(fold("⻓春 ⻛⻋ 龍 \u{2fa1d}"), "长春 风车 龍 𪘀");
        assert_eq!(fold("3\u{2011}6月"), "3-6月");
    }

    #[test]
    fn invisible_characters_go() {
        assert_eq!(fold("教\u{200b}科\u{ad}文\u{feff}卫\u{202e}\u{180e}\u{3164}\u{fff9}"), "教科文卫");
    }

    #[test]
    fn punctuation_and_width_stay() {
        for text in ["（一）１．ＡＢ：；“”－～", "①㈠㎡", "﨎﨏"] {
            assert!(matches!(fold(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}

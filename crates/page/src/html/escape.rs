//! Text as HTML text.

use std::fmt::{self, Display, Formatter, Write};

/// Text that is the same as an element's content and as a quoted attribute's value, and never markup.
pub fn escape(text: &str) -> impl Display + '_ {
    Escaped(text)
}

struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(special) {
            let (plain, from) = rest.split_at(at);
            f.write_str(plain)?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                escape_one(character, f)?;
            }
            rest = characters.as_str();
        }
        f.write_str(rest)
    }
}

/// The line separators are harmless in HTML, but editors and line-based tools treat them as line ends.
fn special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\'' | '\r' | '\u{2028}' | '\u{2029}')
}

fn escape_one(character: char, f: &mut Formatter<'_>) -> fmt::Result {
    match character {
        '&' => f.write_str("&amp;"),
        '<' => f.write_str("&lt;"),
        '>' => f.write_str("&gt;"),
        '"' => f.write_str("&quot;"),
        character if special(character) => write!(f, "&#{};", u32::from(character)),
        character => f.write_char(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_markup() {
        let hostile = "</script><!--<img onerror='a'>\" & \u{2028}\u{2029}\r要点";
        let safe =
            "&lt;/script&gt;&lt;!--&lt;img onerror=&#39;a&#39;&gt;&quot; &amp; &#8232;&#8233;&#13;要点";
        assert_eq!(escape(hostile).to_string(), safe);
        assert_eq!(escape("").to_string(), "");
        assert_eq!(escape("一“二”三").to_string(), "一“二”三");
    }
}

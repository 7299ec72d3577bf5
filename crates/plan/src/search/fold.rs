//! Folding: characters that differ only in case, width, accents or the variant of punctuation count as the same, and so do
//! those that nobody can tell apart.

use crate::look_alikes::{is_invisible, usual};

/// What a character without a meaning of its own folds to (a combining accent, a soft hyphen).
pub(super) const NOTHING: char = '\0';

/// The representative of all variants of `c`. Always one character for one, so that positions stay valid.
pub(super) fn fold(c: char) -> char {
    match usual(c) {
        c if is_invisible(c) => NOTHING,
        '\t' | '\n' | '\r' => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        // Full-width ASCII lies at a fixed distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |narrow| narrow.to_ascii_lowercase())
        }
        c if c.is_whitespace() => ' ',
        '\u{300}'..='\u{36f}' => NOTHING,
        '“' | '”' | '„' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' | '″' => '"',
        '﹁' | '﹂' | '﹃' | '﹄' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        '《' | '〈' | '«' | '︽' | '︿' => '<',
        '》' | '〉' | '»' | '︾' | '﹀' => '>',
        '【' | '〔' | '〖' | '︵' | '︹' | '︻' | '﹙' | '﹝' => '(',
        '】' | '〕' | '〗' | '︶' | '︺' | '︼' | '﹚' | '﹞' => ')',
        '‐' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '⸺' | '﹘' | '﹣' | '︱' | '︲' => {
            '-'
        }
        '、' | '︑' | '﹑' | '︐' | '﹐' => ',',
        '。' | '︒' | '﹒' | '｡' => '.',
        '︓' | '﹕' => ':',
        '︔' | '﹔' => ';',
        '﹖' | '︖' => '?',
        '﹗' | '︕' => '!',
        '〜' | '∼' => '~',
        '•' | '・' | '‧' | '∙' | '⋅' | '･' => '·',
        'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' | 'Ǎ' | 'ǎ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' | 'Ě' | 'ě' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ī' | 'ī' | 'Ǐ' | 'ǐ' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ō' | 'ō' | 'Ǒ' | 'ǒ' => 'o',
        'Ù'..='Û' | 'ù'..='û' | 'Ū' | 'ū' | 'Ǔ' | 'ǔ' => 'u',
        // Pinyin keyboards write ü as v, and so do the readings.
        'Ü' | 'ü' | 'Ǖ'..='ǜ' => 'v',
        'Ç' | 'ç' => 'c',
        'Ñ' | 'ñ' => 'n',
        c => c,
    }
}

/// Whether a folded character may be skipped inside a match: nobody types the quotation marks
/// of “三化”建设 in pinyin. The ends of sentences may not, so that no match spans two sentences.
pub(super) fn may_be_skipped(folded: char) -> bool {
    matches!(
        folded,
        NOTHING | ' ' | '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | '-' | '/' | '·' | '+'
    )
}

#[cfg(test)]
mod tests {
    use super::{NOTHING, fold};

    #[test]
    fn variants_fold_together() {
        for (variants, folded) in [
            ("AaＡａàÁǎā", 'a'),
            ("VvｖüÜǚǜ", 'v'),
            ("7７", '7'),
            ("(（【", '('),
            ("\"“”＂", '"'),
            ("-－—–", '-'),
            (" \u{3000}\t", ' '),
            ("要", '要'),
            ("人⼈", '人'),
            ("长⻓", '长'),
            ("见⻅", '见'),
            ("〇○", '〇'),
            ("aɑ", 'a'),
            ("\u{301}\u{200b}\u{ad}\u{200e}\u{fe0f}\u{0}", NOTHING),
        ] {
            for variant in variants.chars() {
                assert_eq!(fold(variant), folded, "{variant:?}");
            }
        }
    }
}

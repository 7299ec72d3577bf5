//! Fonts whose letters are pictures: a tick that Word stores as the letter `P`.

/// Whether the letters of this font are pictures.
pub fn is_symbol_font(font: &str) -> bool {
    table(font).is_some()
}

/// What a character of a symbol font looks like; `None` if that is not known.
///
/// `code` is the character's own number, or that in the private area from U+F000, where Word puts
/// the characters of such fonts.
pub fn shown(font: &str, code: u32) -> Option<char> {
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let code = u8::try_from(code).ok()?;
    let table = table(font)?;
    if code == b' ' || code == 0xa0 {
        return Some(' ');
    }
    if let Some((_, c)) = table.iter().find(|(known, _)| *known == code) {
        return Some(*c);
    }
    match font_key(font).as_str() {
        "wingdings" => numbered(code, 0x81, '①').or_else(|| numbered(code, 0x8c, '❶')),
        "wingdings2" => numbered(code, 0x6a, '①').or_else(|| numbered(code, 0x75, '❶')),
        // Most of Symbol's lower half are letters and signs of their own.
        "symbol" if code.is_ascii_digit() || code.is_ascii_punctuation() => Some(char::from(code)),
        _ => None,
    }
}

/// What a character of the private area looks like when no font is named: those that stand in
/// tables.
pub fn shown_without_font(c: char) -> Option<char> {
    match u32::from(c) {
        0xf0fc | 0xf050 | 0xf0d6 => Some('✓'),
        0xf0fe | 0xf052 => Some('☑'),
        0xf0fb | 0xf04f => Some('✗'),
        0xf0fd | 0xf053 | 0xf054 => Some('☒'),
        0xf06f | 0xf0a8 | 0xf0a3 => Some('□'),
        0xf06e => Some('■'),
        0xf06c | 0xf0b7 => Some('●'),
        _ => None,
    }
}

/// Whether it is a mark that says yes or no in a table, and no mere bullet.
pub fn is_tick(c: char) -> bool {
    matches!(c, '✓' | '✔' | '√' | '☑' | '☒' | '✗' | '✘' | '✖' | '★' | '☆')
}

fn numbered(code: u8, first: u8, one: char) -> Option<char> {
    let at = code.checked_sub(first).filter(|at| *at < 10)?;
    char::from_u32(u32::from(one) + u32::from(at))
}

fn font_key(font: &str) -> String {
    let letters = font.chars().filter(|c| c.is_ascii_alphanumeric());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

fn table(font: &str) -> Option<&'static [(u8, char)]> {
    match font_key(font).as_str() {
        "wingdings" => Some(&[
            (0x6c, '●'),
            (0x6d, '❍'),
            (0x6e, '■'),
            (0x6f, '□'),
            (0x70, '□'),
            (0x71, '❑'),
            (0x72, '❒'),
            (0x73, '⬧'),
            (0x74, '⧫'),
            (0x75, '◆'),
            (0x76, '❖'),
            (0x77, '⬥'),
            (0x9e, '·'),
            (0x9f, '•'),
            (0xa0, '▪'),
            (0xa1, '○'),
            (0xa4, '◉'),
            (0xa7, '▪'),
            (0xa8, '□'),
            (0xab, '★'),
            (0xd8, '➢'),
            (0xdf, '←'),
            (0xe0, '→'),
            (0xe1, '↑'),
            (0xe2, '↓'),
            (0xe8, '➔'),
            (0xf0, '⇨'),
            (0xfb, '✗'),
            (0xfc, '✓'),
            (0xfd, '☒'),
            (0xfe, '☑'),
        ]),
        "wingdings2" => Some(&[
            (0x4f, '✗'),
            (0x50, '✓'),
            (0x51, '☒'),
            (0x52, '☑'),
            (0x53, '☒'),
            (0x54, '☒'),
            (0x96, '•'),
            (0x97, '●'),
            (0x98, '●'),
            (0x99, '○'),
            (0xa2, '■'),
            (0xa3, '□'),
            (0xea, '★'),
        ]),
        "wingdings3" => Some(&[(0x22, '↑'), (0x23, '↓'), (0x7d, '▶'), (0x75, '▶')]),
        "webdings" => Some(&[(0x61, '✔'), (0x63, '□'), (0x67, '■'), (0x72, '✖'), (0x6e, '●'), (0x34, '▶')]),
        "symbol" | "symbolmt" => Some(&[
            (0xb4, '×'),
            (0xb7, '•'),
            (0xd6, '√'),
            (0xa3, '≤'),
            (0xb3, '≥'),
            (0xae, '→'),
            (0xac, '←'),
            (0xb0, '°'),
            (0xb1, '±'),
            (0x2d, '－'),
            (0xa7, '♣'),
            (0xa8, '♦'),
            (0xa9, '♥'),
            (0xaa, '♠'),
        ]),
        "zapfdingbats" | "monotypesorts" => {
            Some(&[(0x33, '✓'), (0x34, '✔'), (0x35, '✕'), (0x36, '✖'), (0x37, '✗'), (0x38, '✘')])
        }
        _ => None,
    }
}

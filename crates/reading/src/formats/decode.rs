//! The characters of a text, by its bytes.

/// How a text in GB18030 is decoded: to the text, and how many bytes are no characters.
///
/// The table for it is a fifth of what this module weighs in a browser, which has one of its own
/// (`TextDecoder`): so it can be handed in.
pub type Gb18030 = fn(&[u8]) -> (String, usize);

/// A text, decoded.
pub(super) struct Decoded {
    pub(super) text: String,
    /// How many of its bytes are no characters.
    pub(super) bad: usize,
}

/// The text of a file: by its byte order mark, as UTF-16 or UTF-8 if it can be that, else as
/// GB18030.
pub(super) fn decode(bytes: &[u8], gb18030: Gb18030) -> Decoded {
    match *bytes {
        [0xef, 0xbb, 0xbf, ref rest @ ..] => utf8(rest),
        [0xff, 0xfe, ref rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => guess(bytes, gb18030),
    }
}

/// The beginning of a text; `None` if the file is none.
pub(super) fn decode_head(bytes: &[u8], length: usize, gb18030: Gb18030) -> Option<String> {
    // An even cut suits UTF-16; other encodings lose one character at most.
    let head = bytes.get(..length).unwrap_or(bytes);
    let Decoded { text, bad } = decode(head, gb18030);
    let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0c' | '\x0b' | '\u{85}');
    let odd = bad + text.chars().filter(control).count();
    let count = text.chars().count();
    (odd <= 2 + count / 50).then_some(text)
}

fn guess(bytes: &[u8], gb18030: Gb18030) -> Decoded {
    let little = plausible(bytes, u16::from_le_bytes);
    let big = plausible(bytes, u16::from_be_bytes);
    if bytes.contains(&0) && little.max(big) >= 70 {
        // No other text has zero bytes.
        return if little >= big {
            utf16(bytes, u16::from_le_bytes)
        } else {
            utf16(bytes, u16::from_be_bytes)
        };
    }
    let as_utf8 = utf8(bytes);
    if as_utf8.bad == 0 {
        return as_utf8;
    }
    if little.max(big) > 97 && bytes.len().is_multiple_of(2) {
        return if little >= big {
            utf16(bytes, u16::from_le_bytes)
        } else {
            utf16(bytes, u16::from_be_bytes)
        };
    }
    // A text in UTF-8 with a few damaged bytes still has far more characters of several bytes.
    let wide = as_utf8.text.chars().filter(|c| !c.is_ascii()).count();
    if as_utf8.bad * 20 < wide {
        return as_utf8;
    }
    let (text, bad) = gb18030(bytes);
    Decoded { text, bad }
}

/// How many of a hundred units are characters that Chinese texts consist of.
fn plausible(bytes: &[u8], from: fn([u8; 2]) -> u16) -> usize {
    let units: Vec<u16> = bytes.chunks_exact(2).take(2000).map(|pair| from([pair[0], pair[1]])).collect();
    let usual = |unit: &&u16| {
        matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x2040 | 0x3000..=0x3020
            | 0x4e00..=0x9fa5 | 0xff01..=0xff5e)
    };
    units.iter().filter(usual).count() * 100 / units.len().max(1)
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            bad += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    Decoded { text, bad }
}

fn utf16(bytes: &[u8], from: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]]));
    let mut bad = bytes.len() % 2;
    let c = |c: Result<char, _>| {
        c.unwrap_or_else(|_| {
            bad += 1;
            char::REPLACEMENT_CHARACTER
        })
    };
    let text: String = char::decode_utf16(units).map(c).collect();
    Decoded { text: text.trim_start_matches('\u{feff}').to_owned(), bad }
}

#[cfg(test)]
mod tests {
    use super::super::gb18030;
    use super::*;

    const TEXT: &str = "海棠区人大常委会2025年工作要点\r\n一、总则\r\n1.抓落实✓。\r\n";

    fn check(bytes: &[u8]) {
        assert_eq!(decode(bytes, gb18030::decode).text, TEXT);
        assert_eq!(decode(bytes, gb18030::decode).bad, 0);
    }

    #[test]
    fn encodings_are_told_by_the_bytes() {
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(TEXT.as_bytes());
        check(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat());
        check(&le);
        check(&be);
        check(&[b"\xff\xfe", le.as_slice()].concat());
        check(&[b"\xfe\xff", be.as_slice()].concat());
        check(&encoding_rs::GB18030.encode(TEXT).0);
    }

    #[test]
    fn a_few_damaged_bytes_do_not_change_the_encoding() {
        let mut bytes = TEXT.repeat(10).into_bytes();
        bytes.truncate(bytes.len() - 1);
        bytes[4] = 0xff;
        let decoded = decode(&bytes, gb18030::decode);
        assert!(decoded.text.contains("工作要点") && decoded.bad > 0);
    }

    #[test]
    fn binary_files_are_no_texts() {
        let noise: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(decode_head(&noise, 4096, gb18030::decode).is_none());
        assert!(decode_head(TEXT.as_bytes(), 4096, gb18030::decode).is_some());
        assert!(decode_head(TEXT.as_bytes(), 10, gb18030::decode).is_some());
    }
}

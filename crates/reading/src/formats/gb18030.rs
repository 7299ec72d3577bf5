//! GB18030, in which Chinese Windows stores what it calls ANSI.
//!
//! The table of two-byte codes is that of the Encoding Standard, each entry as its difference from
//! the one before: 15 KB compressed, where a library for all encodings has 100. Four-byte codes
//! count through the characters that have no shorter one, so they need no table. A test compares
//! every code with `encoding_rs`.

use std::sync::OnceLock;

/// 126 rows of 190 characters.
static DIFFERENCES: &[u8] = include_bytes!("gb18030.bin");

/// Where characters stood in the private area that have a place of their own now.
const MOVED: [usize; 10] = [0xe5e5, 0xe7c7, 0xe81e, 0xe826, 0xe82b, 0xe82c, 0xe832, 0xe843, 0xe854, 0xe864];

/// The two-byte codes, and the characters of the basic plane without one, both in order.
struct Tables {
    two: Vec<u16>,
    four: Vec<u16>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut last = 0u16;
        let two: Vec<u16> = DIFFERENCES
            .chunks_exact(2)
            .map(|pair| {
                last = last.wrapping_add(u16::from_le_bytes([pair[0], pair[1]]));
                last
            })
            .collect();
        let mut taken = vec![false; 0x1_0000];
        two.iter().for_each(|c| taken[usize::from(*c)] = true);
        // The edition of 2022 gave short codes to these without moving the long ones; their places
        // in the private area before that have no long ones.
        (0x9fb4..=0x9fbb).chain(0xfe10..=0xfe19).for_each(|c: usize| taken[c] = false);
        (0xe78d..=0xe796).chain(MOVED).for_each(|c| taken[c] = true);
        let mut four: Vec<u16> =
            (0x80..=0xffff).filter(|c| !(0xd800..=0xdfff).contains(c) && !taken[usize::from(*c)]).collect();
        four.insert(7457, 0xe7c7);
        Tables { two, four }
    })
}

/// Decodes a text, and counts what is no character.
pub(super) fn decode(bytes: &[u8]) -> (String, usize) {
    let tables = tables();
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut bad = 0;
    let mut rest = bytes;
    while let Some((c, length)) = next(rest, tables) {
        bad += usize::from(c.is_none());
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = rest.get(length..).unwrap_or_default();
    }
    (text, bad)
}

/// The first character, and how many bytes it takes; `None` at the end.
fn next(bytes: &[u8], tables: &Tables) -> Option<(Option<char>, usize)> {
    Some(match *bytes {
        [] => return None,
        [lead @ 0..=0x7f, ..] => (Some(char::from(lead)), 1),
        [lead @ 0x81..=0xfe, trail @ (0x40..=0x7e | 0x80..=0xfe), ..] => {
            let offset = if trail < 0x7f { 0x40 } else { 0x41 };
            let at = usize::from(lead - 0x81) * 190 + usize::from(trail - offset);
            (tables.two.get(at).and_then(|c| char::from_u32(u32::from(*c))), 2)
        }
        [a @ 0x81..=0xfe, b @ 0x30..=0x39, c @ 0x81..=0xfe, d @ 0x30..=0x39, ..] => {
            let part = |byte: u8, first: u8| u32::from(byte - first);
            let at = ((part(a, 0x81) * 10 + part(b, 0x30)) * 126 + part(c, 0x81)) * 10 + part(d, 0x30);
            match four(at, tables) {
                Some(c) => (Some(c), 4),
                None => (None, 1),
            }
        }
        // The euro sign in the code page that Windows had before.
        [0x80, ..] => (Some('€'), 1),
        _ => (None, 1),
    })
}

fn four(at: u32, tables: &Tables) -> Option<char> {
    match at.checked_sub(189_000) {
        Some(beyond) => char::from_u32(0x1_0000 + beyond),
        None => tables.four.get(usize::try_from(at).ok()?).and_then(|c| char::from_u32(u32::from(*c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theirs(bytes: &[u8]) -> String {
        encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn every_short_code_is_as_in_the_standard() {
        for lead in 0..=0xff {
            for trail in 0..=0xff {
                let bytes = [lead, trail];
                let expected = theirs(&bytes);
                if lead != 0xff && !expected.contains('\u{fffd}') {
                    assert_eq!(decode(&bytes), (expected, 0), "{bytes:x?}");
                }
            }
        }
    }

    #[test]
    fn every_long_code_is_as_in_the_standard() {
        for a in 0x81..=0xfeu8 {
            for b in 0x30..=0x39u8 {
                for c in 0x81..=0xfeu8 {
                    let bytes: Vec<u8> = (0x30..=0x39u8).flat_map(|d| [a, b, c, d]).collect();
                    let expected = theirs(&bytes);
                    if !expected.contains('\u{fffd}') {
                        assert_eq!(decode(&bytes).0, expected, "{a:x} {b:x} {c:x}");
                    }
                }
            }
        }
    }

    #[test]
    fn bad_bytes_are_counted() {
        assert_eq!(decode(b"a\xff\xb9"), ("a\u{fffd}\u{fffd}".to_owned(), 2));
    }
}

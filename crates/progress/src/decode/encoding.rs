//! The text of a file, in whichever Unicode encoding a text editor has saved it.

use std::borrow::Cow;

/// The text of a file, without a byte order mark; `None` if it is in no encoding of Unicode.
///
/// UTF-16 is told by its byte order mark, or by the NUL beside its first character where an editor has left that out.
pub fn file_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let big_endian = match bytes {
        [0xff, 0xfe, ..] => false,
        [0xfe, 0xff, ..] => true,
        [first, 0, ..] if *first != 0 => false,
        [0, second, ..] if *second != 0 => true,
        _ => {
            let text = std::str::from_utf8(bytes).ok()?;
            return Some(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)));
        }
    };
    let read = |pair: &[u8]| -> Option<u16> {
        let pair: [u8; 2] = pair.try_into().ok()?;
        Some(if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let units: Option<Vec<u16>> = bytes.chunks(2).map(read).collect();
    let text = String::from_utf16(&units?).ok()?;
    Some(Cow::Owned(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
}

//! How WebAssembly writes numbers and texts.

use std::ops::Range;

use crate::outcome::Outcome;

/// A number: seven bits a byte, the low ones first.
pub fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// The module with another body for one of its sections: the id of that, and where its body is now.
///
/// # Errors
/// The section does not begin there.
pub fn with_section(module: &[u8], id: u8, range: Range<usize>, body: &[u8]) -> Outcome<Vec<u8>> {
    // Its id and length stand before it.
    let head = range.start - 1 - leb128(range.len()).len();
    if module.get(head) != Some(&id) {
        return Err(format!("WebAssembly: section {id} does not begin where it should"));
    }
    Ok([&module[..=head], &leb128(body.len()), body, &module[range.end..]].concat())
}

/// A text: its length, then its bytes.
pub fn text(text: &str) -> Vec<u8> {
    [&leb128(text.len()), text.as_bytes()].concat()
}

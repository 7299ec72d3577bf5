//! PDF files: whether there is text in one, which decides what its owner can do.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// How many compressed groups of objects are looked into, and how far.
const MAX_GROUPS: usize = 400;
const MAX_GROUP: usize = 4 << 20;
const MAX_WHOLE: usize = 32 << 20;

/// Whether the file uses fonts: pages of pictures have none.
pub(super) fn has_text(bytes: &[u8]) -> bool {
    if contains_font(bytes) {
        return true;
    }
    let mut left = MAX_WHOLE;
    let mut rest = bytes;
    for _ in 0..MAX_GROUPS {
        // Objects may stand in compressed groups.
        let Some(at) = find(rest, b"/ObjStm") else { return false };
        rest = &rest[at..];
        let Some(begin) = find(rest, b"stream") else { return false };
        let data = rest.get(begin + 6..).unwrap_or_default();
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        let objects = match decompress_to_vec_zlib_with_limit(data, MAX_GROUP.min(left)) {
            Ok(objects) => objects,
            Err(error) => error.output,
        };
        left = left.saturating_sub(objects.len());
        if contains_font(&objects) {
            return true;
        }
        rest = data;
    }
    // A file with so many objects is no scan.
    true
}

fn contains_font(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = find(rest, b"/Font") {
        rest = &rest[at + 5..];
        // `/Font <<`, `/Type /Font`, not `/FontName`.
        if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

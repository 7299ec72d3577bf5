//! The places in the sources of libraries that panics name.
//!
//! Each panic says in which file it is, so a module holds the paths of dozens of files that nobody here has written: 0.7 KB
//! of brotli on a first visit. Ours stay. What a panic says, and its line, stay as well.

use std::ops::Range;

use wasmparser::{Parser, Payload};

use crate::Outcome;

/// What the paths of libraries begin with; the compiler has shortened what stands before them, see `trunk`.
const BEGIN: [&[u8]; 3] = [b"/rustc/", b"/rust/deps/", b"crates/"];
/// What a path ends with.
const END: &[u8] = b".rs";
/// No path is longer.
const LONGEST: usize = 160;

/// Overwrites them with zeros, which keeps every address.
///
/// # Errors
/// The module cannot be read.
pub fn blank(module: &mut [u8]) -> Outcome {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(section) = payload.map_err(|error| format!("WebAssembly: {error}"))? {
            let range = section.range();
            found.extend(paths(module, range.start as usize..range.end as usize));
        }
    }
    for path in found {
        if let Some(bytes) = module.get_mut(path) {
            bytes.fill(0);
        }
    }
    Ok(())
}

/// Where the paths are.
fn paths(bytes: &[u8], within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        match bytes.get(at..within.end).and_then(length) {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The length of the path that these bytes begin with.
fn length(bytes: &[u8]) -> Option<usize> {
    let begin = BEGIN.iter().find(|begin| bytes.starts_with(begin))?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_./".contains(byte);
    let path = bytes.get(..bytes.iter().take(LONGEST).take_while(|byte| is_part(byte)).count())?;
    let length = path.windows(END.len()).position(|end| end == END)? + END.len();
    let folder = path.get(begin.len()..length)?.split(|byte| *byte == b'/').next()?;
    // A library's folder ends with its version; that of one of ours does not.
    let is_ours =
        *begin == BEGIN[2] && !folder.contains(&b'.') && ![&b"std"[..], b"core", b"alloc"].contains(&folder);
    (!is_ours).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_libraries_are_found_and_no_others() {
        let text = "xcrates/any_spawner-0.3.0/src/lib.rs/rustc/5980/library/core/src/cell.rssrc/start.rs\
            crates/plan/src/sort.rs/rust/deps/hashbrown-0.16.1/src/raw/mod.rscrates/std/src/once.rs crates/a-1.0 b.rs";
        let found = paths(text.as_bytes(), 0..text.len());
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            [
                "crates/any_spawner-0.3.0/src/lib.rs",
                "/rustc/5980/library/core/src/cell.rs",
                "/rust/deps/hashbrown-0.16.1/src/raw/mod.rs",
                "crates/std/src/once.rs",
            ]
        );
    }

    #[test]
    fn only_data_is_changed() {
        // A module with one segment of data, and a custom section with the same text.
        let path = b"crates/a-1.0/b.rs";
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let segment = [&[1, 1, path.len() as u8][..], path].concat();
        module.extend([&[11, segment.len() as u8][..], &segment].concat());
        let custom = [&[1, b'x'][..], path].concat();
        module.extend([&[0, custom.len() as u8][..], &custom].concat());
        let mut blanked = module.clone();
        blank(&mut blanked).unwrap();
        assert_eq!(blanked.len(), module.len());
        let count = |bytes: &[u8]| bytes.windows(path.len()).filter(|window| window == path).count();
        assert_eq!((count(&module), count(&blanked)), (2, 1));
    }
}

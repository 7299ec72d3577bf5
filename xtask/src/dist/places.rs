//! The places in the sources of libraries that panics name.
//!
//! Each panic says in which file it is and on which line, so a module holds the paths of dozens of files that nobody here has
//! written, and the places in them: 1 KB of brotli on a first visit. Ours stay, and so does what a panic says.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::outcome::Outcome;

/// What the paths of libraries begin with; the compiler has shortened what stands before them, see `trunk`.
const BEGIN: [&[u8]; 3] = [b"/rustc/", b"/rust/deps/", b"crates/"];
/// What a path ends with.
const END: &[u8] = b".rs";
/// No path is longer.
const LONGEST: usize = 160;
/// A place: where its path stands, the path's length, a line, a column.
const PLACE: usize = 16;
/// A place without a path: no address of Rust is zero, also that of an empty text.
const NOWHERE: [u8; PLACE] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// Overwrites the paths with zeros, and the places in them with [`NOWHERE`]; both keep every address.
///
/// # Errors
/// The module cannot be read.
pub fn blank(module: &mut [u8]) -> Outcome {
    let segments = segments(module)?;
    // By address, the length of each path.
    let mut lengths: HashMap<u32, u32> = HashMap::new();
    let mut found = Vec::new();
    for (address, range) in &segments {
        for path in paths(module, range.clone()) {
            lengths.insert(address + (path.start - range.start) as u32, path.len() as u32);
            found.push((path.clone(), vec![0; path.len()]));
        }
    }
    for (address, range) in &segments {
        let number = |at: usize| {
            let bytes = module.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map_or(0, u32::from_le_bytes)
        };
        // The compiler puts them at addresses that are multiples of four.
        let first = range.start + (address.next_multiple_of(4) - address) as usize;
        let places = (first..(range.end + 1).saturating_sub(PLACE)).step_by(4);
        for at in places.filter(|at| lengths.get(&number(*at)) == Some(&number(at + 4))) {
            found.push((at..at + PLACE, NOWHERE.to_vec()));
        }
    }
    for (range, bytes) in found {
        if let Some(place) = module.get_mut(range) {
            place.copy_from_slice(&bytes);
        }
    }
    Ok(())
}

/// The segments of data: at which address, and where in the module.
fn segments(module: &[u8]) -> Outcome<Vec<(u32, Range<usize>)>> {
    let failed = |error: wasmparser::BinaryReaderError| format!("WebAssembly: {error}");
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(section) = payload.map_err(failed)? else { continue };
        for segment in section {
            let segment = segment.map_err(failed)?;
            let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
            if let Operator::I32Const { value } = offset_expr.get_operators_reader().read().map_err(failed)? {
                let end = segment.range.end as usize;
                found.push((value as u32, end - segment.data.len()..end));
            }
        }
    }
    Ok(found)
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

    /// A module with one segment of data at an address below 64, and a custom section with the same text.
    fn module(address: u8, data: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let segment = [&[1, 0, 0x41, address, 0x0b, data.len() as u8][..], data].concat();
        module.extend([&[11, segment.len() as u8][..], &segment].concat());
        let custom = [&[1, b'x'][..], data].concat();
        module.extend([&[0, custom.len() as u8][..], &custom].concat());
        module
    }

    #[test]
    fn only_data_is_changed() {
        let path = b"crates/a-1.0/b.rs";
        let module = module(8, path);
        let mut blanked = module.clone();
        blank(&mut blanked).unwrap();
        assert_eq!(blanked.len(), module.len());
        let count = |bytes: &[u8]| bytes.windows(path.len()).filter(|window| window == path).count();
        assert_eq!((count(&module), count(&blanked)), (2, 1));
    }

    #[test]
    fn the_places_in_them_are_blanked() {
        let place = |address: u32, length: u32| [address, length, 120, 9].map(u32::to_le_bytes).concat();
        let (theirs, ours) = (b"crates/a-1.0/b.rs", b"src/c.rs");
        // The paths begin at 9 and 26; 34 is the first address behind them, 36 the first for places.
        let data = [&theirs[..], ours, &[0, 0], &place(9, 17), &place(26, 8), &place(9, 4)].concat();
        let mut blanked = module(9, &data);
        blank(&mut blanked).unwrap();
        let expected = [&[0; 17][..], ours, &[0, 0], &NOWHERE, &place(26, 8), &place(9, 4)].concat();
        assert!(blanked.windows(expected.len()).any(|window| window == expected), "{blanked:?}");
    }
}

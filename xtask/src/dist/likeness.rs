//! The order of a module's functions: each is followed by the one that is most like it, which brotli makes use of.
//!
//! wasm-opt orders functions by their names. So what has the order is a module whose functions are named by their ranks.

use std::collections::HashMap;

use wasmparser::{Parser, Payload};

use super::encoding::{leb128, text};
use crate::outcome::Outcome;

/// Functions are alike as far as they share runs of this many bytes.
const RUN: usize = 4;
/// A run in more functions than this says nothing, and keeps the work in proportion to the module.
const COMMON: usize = 300;
/// What makes wasm-opt order functions by their names, and write them as short as it did before.
pub const REORDER: &[&str] = &["--optimize-level=2", "--shrink-level=2", "--reorder-functions-by-name"];

/// The module with names for its functions that are in the order that they should have. It must not have names.
///
/// # Errors
/// The module cannot be read.
pub fn name_by_rank(module: &[u8]) -> Outcome<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        let cut = |error| format!("WebAssembly: {error}");
        match payload.map_err(cut)? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(cut)?;
                    imported += usize::from(matches!(import.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut ranks = vec![0; bodies.len()];
    for (rank, function) in order(&bodies).into_iter().enumerate() {
        ranks[function] = rank;
    }
    let mut names = leb128(bodies.len());
    for (function, rank) in ranks.into_iter().enumerate() {
        names.extend(leb128(imported + function));
        names.extend(text(&format!("{rank:06}")));
    }
    // A custom section that is called `name`; part 1 of it names functions.
    let section = [text("name"), vec![1], leb128(names.len()), names].concat();
    Ok([module, &[0], &leb128(section.len()), &section].concat())
}

/// The order: begins with the longest function, and again where none that is left is like the last one.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<Vec<u32>> = number_runs(bodies);
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (function, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(*run).or_default().push(function);
        }
    }
    holders.retain(|_, functions| (2..=COMMON).contains(&functions.len()));
    let mut longest: Vec<usize> = (0..bodies.len()).collect();
    longest.sort_by_key(|function| (bodies[*function].len(), std::cmp::Reverse(*function)));
    let mut order = Vec::with_capacity(bodies.len());
    let mut placed = vec![false; bodies.len()];
    let mut shared = vec![0_usize; bodies.len()];
    while let Some(start) = longest.pop() {
        let mut next = (!placed[start]).then_some(start);
        while let Some(function) = next {
            placed[function] = true;
            order.push(function);
            let mut touched = Vec::new();
            let alike = runs[function].iter().filter_map(|run| holders.get(run)).flatten();
            for other in alike.filter(|other| !placed[**other]) {
                if shared[*other] == 0 {
                    touched.push(*other);
                }
                shared[*other] += 1;
            }
            let both = |other: usize| runs[other].len() + runs[function].len();
            next = touched.iter().copied().reduce(|best, other| {
                // Which shares more of what the two have, without division; the first one of equals.
                let (more, less) = (shared[other] * both(best), shared[best] * both(other));
                if (more, best) > (less, other) { other } else { best }
            });
            touched.into_iter().for_each(|other| shared[other] = 0);
        }
    }
    order
}

/// The different runs of every function, without those of its length and its variables, which come first.
fn number_runs(bodies: &[&[u8]]) -> Vec<Vec<u32>> {
    let runs = bodies.iter().map(|body| {
        let mut runs: Vec<u32> = body
            .windows(RUN)
            .skip(1)
            .map(|run| run.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
            .collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: [&[u8]; 5] =
            [b"abcdefghijk", b"0123456789012345", b"abcdefghijx", b"zzzzyyyy", b"56789012"];
        assert_eq!(order(&bodies), [1, 4, 0, 2, 3]);
    }

    #[test]
    fn every_function_has_a_place_whatever_it_is_like() {
        let same = [b"abcdefgh".as_slice(); 400];
        let mut placed = order(&same);
        placed.sort_unstable();
        assert_eq!(placed, (0..400).collect::<Vec<_>>());
        assert_eq!(order(&[]), [0; 0]);
    }

    #[test]
    fn the_names_are_a_section_of_their_own() {
        // One type, two functions of it, their bodies: nothing, and its end.
        let sections = [1, 4, 1, 0x60, 0, 0, 3, 3, 2, 0, 0, 10, 7, 2, 2, 0, 0x0b, 2, 0, 0x0b];
        let module = [b"\0asm\x01\0\0\0".as_slice(), &sections].concat();
        let named = name_by_rank(&module).unwrap();
        assert!(named.starts_with(&module));
        let rest = &named[module.len()..];
        assert_eq!(rest[..7], *b"\0\x18\x04name");
        assert!(name_by_rank(&module[..12]).is_err());
    }
}

//! What a WebAssembly module is made of, by crate and by function.
//!
//! A module of our own instead of `twiggy`, which would be another tool to build for one table: the sizes are in
//! the code section and the names in the name section, and `wasmparser` reads both.

use std::collections::HashMap;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use super::table::kilobytes;
use crate::outcome::Outcome;

const SHOWN: usize = 12;

/// The largest parts, as text.
pub fn summary(wasm: &[u8]) -> Outcome<String> {
    let contents = read(wasm).map_err(|error| format!("the WebAssembly cannot be read: {error}"))?;
    let mut crates: HashMap<&str, usize> = HashMap::new();
    for (name, size) in &contents.functions {
        *crates.entry(crate_of(name)).or_default() += size;
    }
    let code = contents.functions.iter().map(|(_, size)| size).sum();
    let mut text = format!(
        "WebAssembly, uncompressed: code {} KB, data {} KB\n",
        kilobytes(code),
        kilobytes(contents.data)
    );
    text.push_str(&largest("by crate", crates.into_iter().map(|(name, size)| (name.to_owned(), size))));
    text.push_str(&largest("by function", contents.functions));
    Ok(text)
}

#[derive(Default)]
struct Contents {
    /// Name and size of every function that the module defines.
    functions: Vec<(String, usize)>,
    /// Size of the data section.
    data: usize,
}

fn read(wasm: &[u8]) -> Result<Contents, wasmparser::BinaryReaderError> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    let mut data = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(length(body.range())),
            Payload::DataSection(reader) => data = length(reader.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for part in reader {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let name = |at: u32| names.remove(&at).unwrap_or_else(|| format!("function {at}"));
    let functions = (imported..).map(name).zip(sizes).collect();
    Ok(Contents { functions, data })
}

fn length(range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The crate that a function comes from, going by the first path in its name: that of
/// `<alloc::vec::Vec<T> as core::ops::Drop>::drop` is `alloc`. Rust writes some crates as `alloc[0123]`.
fn crate_of(name: &str) -> &str {
    let start_of = |name: &str| name.find(|c: char| c.is_alphanumeric() || c == '_').unwrap_or(name.len());
    let mut name = &name[start_of(name)..];
    for word in ["dyn ", "mut ", "const "] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    if rest.starts_with('[') {
        rest = rest.split_once(']').map_or("", |(_, after)| after);
    }
    if rest.starts_with("::") { first } else { "(others)" }
}

/// Without the hash that tells functions of one name apart.
fn readable(name: &str) -> String {
    let short = match name.rsplit_once("::h") {
        Some((short, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => short,
        _ => name,
    };
    short.chars().take(96).collect()
}

fn largest(title: &str, parts: impl IntoIterator<Item = (String, usize)>) -> String {
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut text = format!("{title}, KB\n");
    for (name, size) in parts.iter().take(SHOWN) {
        text.push_str(&format!("  {:>7}  {}\n", kilobytes(*size), readable(name)));
    }
    let rest: usize = parts.iter().skip(SHOWN).map(|(_, size)| size).sum();
    if rest > 0 {
        text.push_str(&format!("  {:>7}  {} more\n", kilobytes(rest), parts.len() - SHOWN));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_the_first_path() {
        assert_eq!(crate_of("core::fmt::write::h0123"), "core");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop"), "alloc");
        assert_eq!(
            crate_of("<&mut serde_json::de::Deserializer<R> as serde::Deserializer>::x"),
            "serde_json"
        );
        assert_eq!(crate_of("<dyn leptos::Thing>::call"), "leptos");
        assert_eq!(crate_of("<dlmalloc[e24a]::Dlmalloc<dlmalloc[e24a]::System>>::malloc"), "dlmalloc");
        assert_eq!(crate_of("__wbindgen_malloc"), "(others)");
        assert_eq!(crate_of(""), "(others)");
    }

    #[test]
    fn hashes_are_not_shown() {
        assert_eq!(readable("core::fmt::write::h4e7adbdeab4125ce"), "core::fmt::write");
        assert_eq!(readable("core::fmt::hello"), "core::fmt::hello");
    }

    #[test]
    fn sizes_and_names_are_read() {
        // (module (import "a" "b" (func)) (func $core::f nop) (data "xy")) with its name section, by hand.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend(b"\x01\x04\x01\x60\0\0");
        wasm.extend(b"\x02\x07\x01\x01a\x01b\0\0");
        wasm.extend(b"\x03\x02\x01\0");
        wasm.extend(b"\x0a\x05\x01\x03\0\x01\x0b");
        wasm.extend(b"\x00\x12\x04name\x01\x0b\x01\x01\x08core::f1");
        let contents = read(&wasm).unwrap();
        assert_eq!(contents.functions, [("core::f1".to_owned(), 3)]);
    }
}

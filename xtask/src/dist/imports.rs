//! Short names for what the page's WebAssembly imports from its script.
//!
//! wasm-bindgen gives each function that is imported a name with sixteen hexadecimal digits, which stands in the module and
//! in the script and cannot be compressed. There are nearly 300 of them, 6 KB of brotli on a first visit.

use std::collections::HashMap;

use wasmparser::{BinaryReader, Parser, Payload};

use super::encoding::{leb128, with_section};
use crate::outcome::Outcome;

/// The name that wasm-bindgen gives the script as a module to import from, and the short one.
const MODULE: (&str, &str) = ("./yaodian_bg.js", "b");
/// The id of a module's import section.
const IMPORT_SECTION: u8 = 2;

/// The module and its script with short names.
///
/// # Errors
/// The module cannot be read, or the script lacks a name that the module imports.
pub fn shorten(module: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names: HashMap<String, String> = HashMap::new();
    let mut out = module.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ImportSection(section) = payload.map_err(|error| format!("WebAssembly: {error}"))?
        else {
            continue;
        };
        let range = section.range().start as usize..section.range().end as usize;
        let body = module.get(range.clone()).ok_or("WebAssembly: the import section is cut")?;
        let mut section = Vec::with_capacity(body.len());
        rename_imports(body, &mut names, &mut section).map_err(|error| format!("WebAssembly: {error}"))?;
        // A module has one.
        out = with_section(module, IMPORT_SECTION, range, &section)?;
    }
    Ok((out, rename_in_script(script, &names)?))
}

fn rename_imports(
    body: &[u8],
    names: &mut HashMap<String, String>,
    out: &mut Vec<u8>,
) -> Result<(), wasmparser::BinaryReaderError> {
    let mut reader = BinaryReader::new(body, 0);
    let count = reader.read_var_u32()?;
    out.extend(leb128(count as usize));
    for _ in 0..count {
        let (module, name) = (reader.read_string()?, reader.read_string()?);
        let start = reader.original_position() as usize;
        reader.read::<wasmparser::TypeRef>()?;
        let (module, name) = match module == MODULE.0 {
            true => {
                let next = short_name(names.len());
                (MODULE.1, names.entry(name.to_owned()).or_insert(next).as_str())
            }
            false => (module, name),
        };
        for text in [module, name] {
            out.extend(leb128(text.len()));
            out.extend(text.as_bytes());
        }
        out.extend_from_slice(&body[start..reader.original_position() as usize]);
    }
    Ok(())
}

/// Replaces whole identifiers, and the name of the module.
fn rename_in_script(script: &str, names: &HashMap<String, String>) -> Outcome<String> {
    let mut out = String::with_capacity(script.len());
    let mut found: HashMap<&str, ()> = HashMap::new();
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
    let mut rest = script;
    while !rest.is_empty() {
        let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        match names.get_key_value(word) {
            Some((name, short)) => {
                found.insert(name, ());
                out.push_str(short);
            }
            None => out.push_str(word),
        }
        let length = after.find(is_part).unwrap_or(after.len());
        let (between, after) = after.split_at(length);
        out.push_str(between);
        rest = after;
    }
    if let Some(name) = names.keys().find(|name| !found.contains_key(name.as_str())) {
        return Err(format!("the script of the page's WebAssembly has no {name}"));
    }
    if !names.is_empty() && !out.contains(MODULE.0) {
        return Err(format!("the script of the page's WebAssembly has no {}", MODULE.0));
    }
    Ok(out.replace(&format!("\"{}\"", MODULE.0), &format!("\"{}\"", MODULE.1)))
}

/// `a`, `b` … `z`, `aa` …
fn short_name(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    name.into_iter().rev().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports functions without parameters and has an export after them.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut section = vec![imports.len() as u8];
        for (module, name) in imports {
            for text in [module, name] {
                section.push(text.len() as u8);
                section.extend(text.as_bytes());
            }
            section.extend([0, 0]);
        }
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        bytes.extend(leb128(section.len()));
        bytes.extend(section);
        bytes.extend(b"\x07\x05\x01\x01e\0\0");
        bytes
    }

    fn imports(module: &[u8]) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                let mut reader = BinaryReader::new(
                    &module[section.range().start as usize..section.range().end as usize],
                    0,
                );
                for _ in 0..reader.read_var_u32().unwrap() {
                    let (from, name) = (reader.read_string().unwrap(), reader.read_string().unwrap());
                    found.push((from.to_owned(), name.to_owned()));
                    reader.read::<wasmparser::TypeRef>().unwrap();
                }
            }
        }
        found
    }

    #[test]
    fn names_are_short_in_the_module_and_in_the_script() {
        let module = module(&[
            ("./yaodian_bg.js", "__wbg_find_0123456789abcdef"),
            ("other", "memory"),
            ("./yaodian_bg.js", "__wbg_find_0123456789abcde0"),
        ]);
        let script = "const a = { __wbg_find_0123456789abcdef: f, __wbg_find_0123456789abcde0() {} };\n\
                      return { \"./yaodian_bg.js\": a, x__wbg_find_0123456789abcdef: 1 };";
        let (module, script) = shorten(&module, script).unwrap();
        let name = |from: &str, name: &str| (from.to_owned(), name.to_owned());
        assert_eq!(imports(&module), [name("b", "a"), name("other", "memory"), name("b", "b")]);
        assert_eq!(
            script,
            "const a = { a: f, b() {} };\nreturn { \"b\": a, x__wbg_find_0123456789abcdef: 1 };"
        );
    }

    #[test]
    fn long_sections_keep_their_length() {
        let names: Vec<String> = (0..40).map(|number| format!("__wbg_{number:016x}")).collect();
        let list: Vec<_> = names.iter().map(|name| ("./yaodian_bg.js", name.as_str())).collect();
        let script = format!("{} \"./yaodian_bg.js\"", names.join(","));
        let (module, _) = shorten(&module(&list), &script).unwrap();
        assert_eq!(imports(&module).len(), 40);
        assert!(Parser::new(0).parse_all(&module).all(|payload| payload.is_ok()));
    }

    #[test]
    fn a_script_without_a_name_is_refused() {
        let module = module(&[("./yaodian_bg.js", "__wbg_find_0123456789abcdef")]);
        assert!(shorten(&module, "\"./yaodian_bg.js\"").is_err_and(|error| error.contains("__wbg_find")));
    }

    #[test]
    fn names_are_counted_like_columns() {
        assert_eq!([0, 25, 26, 701, 702].map(short_name), ["a", "z", "aa", "zz", "aaa"]);
    }
}

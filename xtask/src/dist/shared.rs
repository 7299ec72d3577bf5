//! The files with what several chunks use.
//!
//! The splitting tool makes a file for every set of chunks that have a function in common: with nine chunks more than a
//! hundred, most of them smaller than what asking for a file costs. So they are joined. What chunks of every day use is in
//! one file for each set of those, so that a page fetches nothing that it does not use; of what only the others use, large
//! files stay what they are, and the small ones are one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasmparser::{BinaryReader, Parser, Payload, TypeRef};

use super::encoding::{leb128, text};
use crate::outcome::Outcome;
use crate::{files, run};

/// The chunks that are fetched on an ordinary day.
const DAILY: [&str; 3] = ["browse", "office", "record"];
/// A file that no daily chunk uses stays alone from this size on, in bytes as the splitting tool writes it.
const LARGE: u64 = 60_000;
/// What some of the daily chunks use is in the file of what all of them use below this size: another file costs the first
/// visit half a kilobyte.
const SMALL: u64 = 40_000;
/// What every chunk imports from, and a name of the same length for it where that name is another module's.
const SHARED: (&str, &str) = ("__wasm_split", "__wasm_outer");

/// A file that several chunks use: its number, the chunks that use it, and its part of the script.
struct Entry<'a> {
    number: &'a str,
    users: Vec<&'a str>,
    code: &'a str,
}

/// Joins the files in a folder that belong together, and changes the script that fetches them. Returns that script.
///
/// # Errors
/// The script is not what the splitting tool writes, or a module cannot be read or joined.
pub fn join(folder: &Path, script: &str, merge: &Path, features: &[&str]) -> Outcome<String> {
    let entries = entries(script)?;
    let mut groups: BTreeMap<String, (u64, Vec<&Entry>)> = BTreeMap::new();
    for entry in &entries {
        let daily: Vec<&str> = entry.users.iter().copied().filter(|user| DAILY.contains(user)).collect();
        let size =
            std::fs::metadata(folder.join(file_of(entry.number))).map_err(|error| error.to_string())?;
        let alone = daily.is_empty() && size.len() >= LARGE;
        let name = match alone {
            true => format!("alone-{}", entry.number),
            false => daily.join("-"),
        };
        let group = groups.entry(name).or_default();
        group.0 += size.len();
        group.1.push(entry);
    }
    let groups = with_small_ones(groups);
    let mut script = script.to_owned();
    for group in groups.values() {
        let [first, others @ ..] = group.as_slice() else { continue };
        if others.is_empty() {
            continue;
        }
        let numbers: Vec<&str> = group.iter().map(|entry| entry.number).collect();
        join_files(folder, &numbers, merge, features)?;
        for other in others {
            script = script.replace(other.code, "");
            script = rename(&script, other.number, first.number);
        }
    }
    Ok(name_once(&script))
}

/// The groups, of which the small ones of some daily chunks are in that of all daily chunks.
fn with_small_ones<T>(groups: BTreeMap<String, (u64, Vec<T>)>) -> BTreeMap<String, Vec<T>> {
    let mut joined: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for (name, (size, entries)) in groups {
        let is_daily = name.split('-').any(|part| DAILY.contains(&part));
        let name = if is_daily && size < SMALL { DAILY.join("-") } else { name };
        joined.entry(name).or_default().extend(entries);
    }
    joined
}

fn file_of(number: &str) -> String {
    format!("chunk_{number}.wasm")
}

/// The parts of the script about files that several chunks use: a comment that lists these, and a constant.
fn entries(script: &str) -> Outcome<Vec<Entry<'_>>> {
    let mut entries = Vec::new();
    for (at, _) in script.match_indices("/* ") {
        let part = &script[at..];
        let end =
            part.find("\n, []);\n").ok_or("the script that fetches the chunks is cut")? + "\n, []);\n".len();
        let code = &part[..end];
        let named = code.trim_start_matches("/* ").split_once(" */\nconst __chunk_");
        let (users, rest) = named.ok_or("the script that fetches the chunks has another form")?;
        let number = rest.split(' ').next().unwrap_or_default();
        entries.push(Entry { number, users: users.split(", ").collect(), code });
    }
    Ok(entries)
}

/// The script where one file stands in for another.
fn rename(script: &str, from: &str, to: &str) -> String {
    let (from, to) = (format!("__chunk_{from}"), format!("__chunk_{to}"));
    script.replace(&format!("{from},"), &format!("{to},")).replace(&format!("{from}]"), &format!("{to}]"))
}

/// The script whose lists of files name each once.
fn name_once(script: &str) -> String {
    let lines = script.lines().map(|line| {
        let list = line.strip_prefix(", [").and_then(|rest| rest.split_once(']'));
        let Some((list, rest)) = list else { return line.to_owned() };
        let mut files: Vec<&str> = Vec::new();
        for file in list.split(", ") {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        format!(", [{}]{rest}", files.join(", "))
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Joins files into the first of them.
fn join_files(folder: &Path, numbers: &[&str], merge: &Path, features: &[&str]) -> Outcome {
    let paths: Vec<PathBuf> = numbers.iter().map(|number| folder.join(file_of(number))).collect();
    // All import the memory and the table, which would be as many imports. So a module stands in for what they import from:
    // it imports everything once, and hands it on.
    let mut shared = Shared::default();
    for path in &paths {
        shared.add(&files::read(path)?)?;
    }
    let between = folder.join("shared.wasm");
    files::write(&between, shared.module())?;
    let mut command = Command::new(merge);
    command.args(features).arg(&between).arg(SHARED.0);
    for (path, number) in paths.iter().zip(numbers) {
        command.arg(path).arg(format!("chunk_{number}"));
    }
    let joined = folder.join("joined.wasm");
    run::run(command.arg("--output").arg(&joined))?;
    let bytes = files::read(&joined)?;
    for path in paths.iter().chain([&between, &joined]) {
        std::fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    files::write(&paths[0], with_outer_name(bytes)?)
}

/// The module with the name of what it imports from in the place of the other one, which is as long.
fn with_outer_name(mut module: Vec<u8>) -> Outcome<Vec<u8>> {
    let mut section = None;
    for payload in Parser::new(0).parse_all(&module) {
        if let Payload::ImportSection(imports) = payload.map_err(|error| format!("WebAssembly: {error}"))? {
            section = Some(imports.range().start as usize..imports.range().end as usize);
        }
    }
    let section = section.and_then(|range| module.get_mut(range)).ok_or("a joined chunk imports nothing")?;
    let (name, outer) = (SHARED.0.as_bytes(), SHARED.1.as_bytes());
    let places: Vec<usize> =
        section.windows(outer.len()).enumerate().filter(|(_, at)| *at == outer).map(|(at, _)| at).collect();
    for at in places {
        section[at..at + name.len()].copy_from_slice(name);
    }
    Ok(module)
}

/// What chunks import, each once: its name, its kind, and its type as it is written.
#[derive(Default)]
struct Shared(Vec<(String, u8, Vec<u8>)>);

impl Shared {
    fn add(&mut self, module: &[u8]) -> Outcome {
        for payload in Parser::new(0).parse_all(module) {
            let Payload::ImportSection(section) = payload.map_err(|error| format!("WebAssembly: {error}"))?
            else {
                continue;
            };
            let range = section.range().start as usize..section.range().end as usize;
            let body = module.get(range).ok_or("WebAssembly: the import section is cut")?;
            self.add_imports(body).map_err(|error| format!("WebAssembly: {error}"))?;
        }
        Ok(())
    }

    fn add_imports(&mut self, body: &[u8]) -> Result<(), wasmparser::BinaryReaderError> {
        let mut reader = BinaryReader::new(body, 0);
        for _ in 0..reader.read_var_u32()? {
            let (_, name) = (reader.read_string()?, reader.read_string()?);
            let start = reader.original_position() as usize;
            reader.read::<TypeRef>()?;
            let ty = body.get(start..reader.original_position() as usize).unwrap_or_default();
            if !self.0.iter().any(|(known, ..)| known == name) {
                self.0.push((name.to_owned(), ty.first().copied().unwrap_or_default(), ty.to_vec()));
            }
        }
        Ok(())
    }

    /// A module that imports it from elsewhere and exports it again.
    fn module(&self) -> Vec<u8> {
        let (mut imports, mut exports) = (leb128(self.0.len()), leb128(self.0.len()));
        for (at, (name, kind, ty)) in self.0.iter().enumerate() {
            imports.extend([text(SHARED.1), text(name), ty.clone()].concat());
            let index = self.0.iter().take(at).filter(|(_, other, _)| other == kind).count();
            exports.extend([text(name), vec![*kind], leb128(index)].concat());
        }
        let section = |id: u8, body: Vec<u8>| [vec![id], leb128(body.len()), body].concat();
        [b"\0asm\x01\0\0\0".to_vec(), section(2, imports), section(7, exports)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "\
/* browse, forms */
const __chunk_1 = makeLoad(() => {
    fetch(\"./chunk_1.wasm\");
}
, []);
/* browse, word */
const __chunk_11 = makeLoad(() => {
    fetch(\"./chunk_11.wasm\");
}
, []);
export const __wasm_split_load_browse = wrapAsyncCb(makeLoad(() => {
    fetch(\"./split_browse.wasm\");
}
, [__chunk_1, __chunk_11]));
";

    #[test]
    fn the_script_says_who_uses_a_file() {
        let entries = entries(SCRIPT).unwrap();
        let users: Vec<_> = entries.iter().map(|entry| (entry.number, entry.users.clone())).collect();
        assert_eq!(users, [("1", vec!["browse", "forms"]), ("11", vec!["browse", "word"])]);
        assert!(super::entries("/* browse */\nlet a;\n, []);\n").is_err());
    }

    #[test]
    fn small_files_of_daily_chunks_are_with_what_all_of_them_use() {
        let group = |name: &str, size, entry| (name.to_owned(), (size, vec![entry]));
        let groups = [
            group("", 1, 'a'),
            group("alone-7", 1, 'b'),
            group("browse", SMALL - 1, 'c'),
            group("browse-office", SMALL, 'd'),
            group("browse-office-record", 1, 'e'),
        ];
        let joined = with_small_ones(groups.into());
        let expected = [
            ("", vec!['a']),
            ("alone-7", vec!['b']),
            ("browse-office", vec!['d']),
            ("browse-office-record", vec!['c', 'e']),
        ];
        assert_eq!(joined, expected.map(|(name, entries)| (name.to_owned(), entries)).into());
    }

    #[test]
    fn one_file_stands_in_for_another_and_is_named_once() {
        let script = name_once(&rename(SCRIPT, "11", "1"));
        assert!(script.contains(", [__chunk_1]));") && !script.contains("__chunk_11,"), "{script}");
    }

    #[test]
    fn what_is_imported_twice_is_handed_on_once() {
        let import = [text("__wasm_split"), text("memory"), vec![2, 0, 1]].concat();
        let imports = [vec![1], import].concat();
        let module = [b"\0asm\x01\0\0\0".to_vec(), vec![2], leb128(imports.len()), imports].concat();
        let mut shared = Shared::default();
        shared.add(&module).unwrap();
        shared.add(&module).unwrap();
        assert_eq!(shared.0, [("memory".to_owned(), 2, vec![2, 0, 1])]);
        let renamed = with_outer_name(shared.module()).unwrap();
        assert!(renamed.windows(12).filter(|at| at == b"__wasm_split").count() == 1);
    }
}

//! What the service worker keeps, and the list of all files.

use std::fmt::Write;

use super::file::{CHUNKS, File, INDEX, SHORT, Sum};

const SCRIPT: &str = include_str!("worker.js");

/// The icons of an installed app, which the system fetches and keeps when it is installed.
const INSTALL: &str = "install/";
/// When a visit loads a file of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before the app runs, or at once after that.
    First,
    /// When its chunk is needed, or when the worker keeps it for a time without a network.
    Later,
    /// Never by itself.
    Asked,
}

/// When a visit loads the file of a name. Another page than the one is a download.
pub fn when(name: &str) -> When {
    let is_copy = name.ends_with(".br") || name.ends_with(".gz");
    if is_copy || is_download(name) || name.starts_with(INSTALL) || name == super::SUMS {
        When::Asked
    } else if name.starts_with(CHUNKS) {
        When::Later
    } else {
        When::First
    }
}

fn is_download(name: &str) -> bool {
    name.ends_with(".html") && name != INDEX
}

/// The service worker of a release with such files. Its version covers its own text, so that a cache of one name always
/// has the same files, kept in the same manner.
pub fn worker(files: &[File]) -> String {
    let list = |wanted: &dyn Fn(&str) -> bool| {
        let wanted = files.iter().filter(|file| wanted(&file.name));
        // Names and digests have no character that JSON writes otherwise.
        let entries: Vec<String> =
            wanted.map(|file| format!("\"{}\":\"{}\"", file.name, file.sum.short())).collect();
        format!("{{{}}}", entries.join(","))
    };
    let opens = list(&|name| when(name) != When::Asked);
    let asked = list(&is_download);
    let text = format!("const FILES={opens};\nconst ASKED={asked};\n{}", without_comments(SCRIPT));
    let version = Sum::of(text.as_bytes()).to_string();
    format!("const VERSION=\"{}\";\n{text}", version.get(..SHORT).unwrap_or_default())
}

/// A script without the lines that hold nothing but a comment.
pub fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The list of files, in the form that `sha256sum -c` checks.
pub fn list(files: &[File]) -> String {
    let mut list = String::new();
    for File { name, sum, .. } in files {
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{sum}  {name}");
    }
    list
}

/// The names in a list of files, with their digests. `None` if it is no such list.
pub fn listed(list: &str) -> Option<Vec<(String, Sum)>> {
    let line = |line: &str| {
        let (sum, name) = line.split_once("  ")?;
        let is_plain = |char: char| char.is_ascii_alphanumeric() || "-_./".contains(char);
        let is_inside =
            !name.starts_with('/') && name.split('/').all(|part| !["", ".", ".."].contains(&part));
        (is_inside && name.chars().all(is_plain)).then_some(())?;
        Some((name.to_owned(), Sum::parse(sum)?))
    };
    list.lines().map(line).collect::<Option<Vec<_>>>().filter(|files| !files.is_empty())
}

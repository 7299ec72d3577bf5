//! What the service worker keeps, and the list of all files.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use super::{File, INDEX};

const SCRIPT: &str = include_str!("worker.js");

/// The icons of an installed app, which the system fetches and keeps when it is installed.
const INSTALL: &str = "install/";
/// The chunks, and what is fetched with one.
pub(super) const CHUNKS: &str = "chunks/";

/// Hexadecimal digits of a digest where it is shortened.
const SHORT: usize = 16;

/// A SHA-256 digest. As text it has hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum([u8; 32]);

impl Sum {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Sum {
        Sum(Sha256::digest(bytes).into())
    }

    /// Its first digits, as many as the names of chunks have, so that both are the same text: with whole digests the
    /// worker would weigh 1 KB more. They tell the versions of a file apart; nobody who may write to the server needs to
    /// match them.
    pub(super) fn short(self) -> String {
        let mut digits = self.to_string();
        digits.truncate(SHORT);
        digits
    }

    /// As [`Sum`] is shown.
    fn parse(text: &str) -> Option<Sum> {
        let digits: Option<Vec<u8>> =
            text.chars().map(|char| char.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
        let bytes: Vec<u8> =
            digits?.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
        bytes.try_into().ok().filter(|_| text.len() == 64).map(Sum)
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

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

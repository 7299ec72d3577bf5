//! What makes a release open without a network: the service worker, and the script that has it installed.
//!
//! `worker.js` and `page.js` are plain scripts, apart from the app: they work for every state of it, the next release
//! can be had even if the app of this one fails, and they add nothing to the WebAssembly.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::compress::is_compressed_copy;
use crate::{Outcome, files};

const WORKER: &str = include_str!("offline/worker.js");
const PAGE: &str = include_str!("offline/page.js");

/// Beside the page, so that the worker's reach is the folder of the release.
const NAME: &str = "sw.js";
const INDEX: &str = "index.html";

/// The icons of an installed app, which the system fetches and keeps when it is installed.
const INSTALL: &str = "install";

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

/// When a visit loads a file. Another page than the one is a download.
pub fn when(file: &Path) -> When {
    let other_page = file.extension().is_some_and(|kind| kind == "html") && file != Path::new(INDEX);
    if is_compressed_copy(file) || other_page || file.starts_with(INSTALL) {
        When::Asked
    } else if file.starts_with(super::chunks::FOLDER) {
        When::Later
    } else {
        When::First
    }
}

/// The page with the script in it. It is part of releases only: what `serve` shows should be what was built last.
pub fn register(html: &str) -> Outcome<String> {
    let end = html.rfind("</body>").ok_or("index.html has no </body>")?;
    let script = without_comments(PAGE);
    Ok(format!("{}<script type=\"module\">\n{script}</script>\n{}", &html[..end], &html[end..]))
}

/// Writes the worker for the files as they are. What changes a file afterwards keeps the release from being installed.
pub fn seal(folder: &Path) -> Outcome {
    let (mut opens, mut asked) = (Map::new(), Map::new());
    for file in files::list(folder)? {
        let list = match when(&file) {
            When::First | When::Later => &mut opens,
            When::Asked if file.extension().is_some_and(|kind| kind == "html") => &mut asked,
            When::Asked => continue,
        };
        let name = name(&file)?;
        if name != NAME {
            let digest = STANDARD.encode(Sha256::digest(files::read(&folder.join(&file))?));
            list.insert(name, Value::String(digest));
        }
    }
    if !opens.contains_key(INDEX) {
        return Err(format!("there is no release in {}", folder.display()));
    }
    files::write(&folder.join(NAME), worker(opens, asked))
}

/// The version covers the worker's own text, so that a cache of one name always has the same files, kept in the same
/// manner.
fn worker(opens: Map<String, Value>, asked: Map<String, Value>) -> String {
    let [opens, asked] = [opens, asked].map(Value::Object);
    let text = format!("const FILES={opens};\nconst ASKED={asked};\n{}", without_comments(WORKER));
    let version = files::digest(text.as_bytes());
    format!("const VERSION=\"{version}\";\n{text}")
}

/// As the part of an address that the worker compares, hence only characters that addresses leave as they are.
fn name(file: &Path) -> Outcome<String> {
    let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
    let name = parts.join("/");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    match name.chars().all(plain) {
        true => Ok(name),
        false => {
            Err(format!("{name}: the name of a file in a release has only letters, digits, `-`, `_` and `.`"))
        }
    }
}

fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests;

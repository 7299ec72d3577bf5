//! What makes a release open without a network: the service worker, and the script that has it installed.
//!
//! The worker, which `yaodian_page::release` writes, and `page.js` are plain scripts, apart from the app: they work for
//! every state of it, the next release can be had even if the app of this one fails, and they add nothing to the WebAssembly.

use std::path::Path;

use yaodian_page::release::{self, File, INDEX, When};

use super::compress::is_compressed_copy;
use crate::files;
use crate::outcome::Outcome;

const PAGE: &str = include_str!("offline/page.js");

/// When a visit loads a file.
pub fn when(file: &Path) -> When {
    release::when(&name(file))
}

/// The page with the script in it. It is part of releases only: what `serve` shows should be what was built last.
pub fn register(html: &str) -> Outcome<String> {
    let end = html.rfind("</body>").ok_or("index.html has no </body>")?;
    let script = release::without_comments(PAGE);
    Ok(format!("{}<script type=\"module\">\n{script}</script>\n{}", &html[..end], &html[end..]))
}

/// Writes the worker and the list of files for the files as they are. What changes a file afterwards keeps the release
/// from being installed.
pub fn seal(folder: &Path) -> Outcome {
    let mut all = Vec::new();
    for file in files::list(folder)?.into_iter().filter(|file| !is_compressed_copy(file)) {
        all.push(File::new(plain(name(&file))?, files::read(&folder.join(&file))?));
    }
    if all.iter().all(|file| file.name != INDEX) {
        return Err(format!("there is no release in {}", folder.display()));
    }
    for file in release::closed(all) {
        if [release::WORKER, release::SUMS].contains(&&*file.name) {
            files::write(&folder.join(&file.name), file.bytes)?;
        }
    }
    Ok(())
}

fn name(file: &Path) -> String {
    file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A name as the part of an address that the worker compares, hence only characters that addresses leave as they are.
fn plain(name: String) -> Outcome<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    match name.chars().all(plain) {
        true => Ok(name),
        false => {
            Err(format!("{name}: the name of a file in a release has only letters, digits, `-`, `_` and `.`"))
        }
    }
}

#[cfg(test)]
mod tests;

//! Names after contents.
//!
//! Trunk puts a digest into the names of files, but of what they were before wasm-opt and before the page was made, so
//! one name may come again with other bytes: a cache that keeps it for good would join files of two releases. Here
//! every such name gets the digest of the file as it will be served.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::files;
use crate::outcome::Outcome;

/// In this order: a file is renamed after the names that stand in it have settled.
const KINDS: &[&str] = &["wasm", "js"];
const DIGITS: usize = 16;
/// Trunk writes a number, without zeros in front.
const FEWEST: usize = 10;

/// Renames the files of a release, and follows that in the files that name them.
pub fn settle(folder: &Path) -> Outcome {
    for kind in KINDS {
        let found =
            files::list(folder)?.into_iter().filter(|file| file.extension().is_some_and(|e| e == *kind));
        for file in found.filter_map(|file| named_by_digest(&file)) {
            rename(folder, &file)?;
        }
    }
    Ok(())
}

struct Named {
    name: String,
    /// Where in the name its digest stands.
    at: Range<usize>,
}

fn named_by_digest(file: &Path) -> Option<Named> {
    // Trunk puts these beside the page. What lies deeper is named by whoever put it there.
    let name = file.file_name().filter(|name| Path::new(name) == file)?.to_str()?;
    let after = name.match_indices('-').map(|(dash, _)| dash + 1);
    let digits = |at: usize| name[at..].bytes().take_while(u8::is_ascii_hexdigit).count();
    let at = after.map(|at| at..at + digits(at)).find(|at| (FEWEST..=DIGITS).contains(&at.len()))?;
    Some(Named { name: name.to_owned(), at })
}

fn rename(folder: &Path, Named { name, at }: &Named) -> Outcome {
    let digits = files::digest(&files::read(&folder.join(name))?);
    let new = format!("{}{digits}{}", &name[..at.start], &name[at.end..]);
    if new == *name {
        return Ok(());
    }
    files::rename(&folder.join(name), &folder.join(&new))?;
    for file in referring(folder)? {
        let text = files::read_text(&file)?;
        if text.contains(name.as_str()) {
            files::write(&file, text.replace(name.as_str(), &new))?;
        }
    }
    Ok(())
}

fn referring(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let text = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "html" || kind == "js");
    Ok(files::list(folder)?.into_iter().filter(text).map(|file| folder.join(file)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_with_a_zero_in_front_is_shorter() {
        let at = |name| named_by_digest(Path::new(name)).map(|named| named.at);
        assert_eq!(at("app-6d0e3e94c8a76c5_bg.wasm"), Some(4..19));
        assert_eq!(at("app-0123456789abcdef.js"), Some(4..20));
        assert_eq!(at("icon-192.js"), None);
    }

    #[test]
    fn names_follow_the_bytes() {
        let folder = std::env::temp_dir().join(format!("yaodian-names-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let (wasm, js) = ("app-0123456789abcdef_bg.wasm", "app-0123456789abcdef.js");
        files::write(&folder.join(wasm), "bytes").unwrap();
        files::write(&folder.join(js), format!("load('{wasm}')")).unwrap();
        files::write(&folder.join("install/app-0123456789abcdef.js"), "").unwrap();
        files::write(&folder.join("index.html"), format!("import './{js}'; init('./{wasm}')")).unwrap();
        settle(&folder).unwrap();
        let first = files::list(&folder).unwrap();
        // Printed by: printf bytes | sha256sum
        assert!(first.contains(&PathBuf::from("app-277089d91c0bdf4f_bg.wasm")), "{first:?}");
        assert!(first.contains(&PathBuf::from("install/app-0123456789abcdef.js")));
        let page = files::read_text(&folder.join("index.html")).unwrap();
        let script = first
            .iter()
            .find_map(|file| named_by_digest(file).filter(|named| named.name.ends_with(".js")))
            .unwrap();
        assert!(page.contains("app-277089d91c0bdf4f_bg.wasm") && page.contains(&script.name), "{page}");
        assert!(!page.contains("0123456789abcdef"));
        let script = files::read_text(&folder.join(&script.name)).unwrap();
        assert_eq!(script, "load('app-277089d91c0bdf4f_bg.wasm')");
        settle(&folder).unwrap();
        assert_eq!(files::list(&folder).unwrap(), first, "settled names stay");
        files::remove_folder(&folder).unwrap();
    }
}

//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

use crate::{Outcome, files};

/// The folder of the repository.
pub struct Project {
    pub root: PathBuf,
}

impl Project {
    /// Cargo says at run time which clone it was called in; several may share one target folder.
    pub fn find() -> Outcome<Project> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        match manifest.parent() {
            Some(root) => Ok(Project { root: root.to_owned() }),
            None => Err("call this as `cargo xtask`".to_owned()),
        }
    }

    /// The plan that the page shows unless told otherwise.
    pub fn default_plan(&self) -> PathBuf {
        self.root.join("plans/nanhai-2023/plan.json")
    }

    /// What is made on the way to a page. Not in Cargo's target folder, which may be anywhere, because
    /// index.html names files in here.
    pub fn generated(&self) -> PathBuf {
        self.root.join("generated")
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's target folder.
    pub fn target(&self) -> PathBuf {
        match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("target"),
        }
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked_crate(&self, name: &str) -> Outcome<String> {
        let path = self.root.join("Cargo.lock");
        crate_version(&files::read_text(&path)?, name)
            .ok_or_else(|| format!("{}: no single version of {name}", path.display()))
    }

    /// The version of an npm package in a folder's package-lock.json.
    pub fn locked_package(&self, folder: &str, name: &str) -> Outcome<String> {
        let path = self.root.join(folder).join("package-lock.json");
        package_version(&files::read_text(&path)?, name)
            .ok_or_else(|| format!("{}: no version of {name}", path.display()))
    }
}

/// The folder that all clones of one user share, so that a tool is built once.
pub fn tools_folder() -> Outcome<PathBuf> {
    Ok(cache_folder()?.join("tools"))
}

/// The user's folder for what can be made again.
pub fn cache_folder() -> Outcome<PathBuf> {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || folder("HOME").or_else(|| folder("USERPROFILE")).map(|home| home.join(".cache"));
    let cache = folder("XDG_CACHE_HOME").filter(|path| path.is_absolute()).or_else(home);
    cache
        .map(|cache| cache.join("yaodian"))
        .ok_or_else(|| "neither XDG_CACHE_HOME nor HOME is set, so there is no place for tools".to_owned())
}

/// A program of this name in the folders of PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|path| is_file(path))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.is_file())
}

fn crate_version(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    let mut found = None;
    while let Some(line) = lines.next() {
        if line == wanted {
            let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
            if found.replace(version.to_owned()).is_some() {
                return None;
            }
        }
    }
    found
}

fn package_version(lock: &str, name: &str) -> Option<String> {
    let lock: serde_json::Value = serde_json::from_str(lock).ok()?;
    Some(lock["packages"][format!("node_modules/{name}")]["version"].as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "twice"
version = "1.0.0"

[[package]]
name = "twice"
version = "2.0.0"
"#;

    #[test]
    fn reads_a_crate_version_from_the_lock() {
        assert_eq!(crate_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(crate_version(LOCK, "wasm-bindgen-macro").as_deref(), Some("0.2.131"));
        assert_eq!(crate_version(LOCK, "twice"), None);
        assert_eq!(crate_version(LOCK, "absent"), None);
    }

    #[test]
    fn reads_a_package_version_from_the_lock() {
        let lock = r#"{"packages": {"": {}, "node_modules/binaryen": {"version": "132.0.0"}}}"#;
        assert_eq!(package_version(lock, "binaryen").as_deref(), Some("132.0.0"));
        assert_eq!(package_version(lock, "absent"), None);
        assert_eq!(package_version("no JSON", "binaryen"), None);
    }

    #[test]
    fn the_real_locks_pin_the_tools() {
        let project = Project::find().unwrap();
        project.locked_crate("wasm-bindgen").unwrap();
        project.locked_package("tools", "binaryen").unwrap();
    }
}

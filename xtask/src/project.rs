//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::files;
use crate::outcome::Outcome;

/// The package that becomes the page's WebAssembly.
const APP: &str = "yaodian";

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

    /// Where the end-to-end tests of what is being worked on find it.
    pub fn quick_dist(&self) -> PathBuf {
        self.generated().join("quick")
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's target folder.
    pub fn target(&self) -> Outcome<PathBuf> {
        Ok(self.metadata()?.target_directory.into())
    }

    /// The version of a crate that the app's Cargo.toml names as the only one that will do.
    pub fn pinned_crate(&self, name: &str) -> Outcome<String> {
        let metadata = self.metadata()?;
        let app = metadata.packages.iter().find(|package| package.name.as_str() == APP);
        let dependency = app.and_then(|app| app.dependencies.iter().find(|crate_| crate_.name == name));
        let pinned = dependency.and_then(|crate_| Some(crate_.req.to_string().strip_prefix('=')?.to_owned()));
        pinned.ok_or_else(|| format!("Cargo.toml names no single version of {name}"))
    }

    /// What Cargo knows without the crates from elsewhere, which may not be there yet.
    fn metadata(&self) -> Outcome<Metadata> {
        let mut command = MetadataCommand::new();
        command.current_dir(&self.root).no_deps().other_options(["--offline".to_owned()]);
        command.exec().map_err(|error| format!("cargo metadata: {error}"))
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

fn package_version(lock: &str, name: &str) -> Option<String> {
    let lock: serde_json::Value = serde_json::from_str(lock).ok()?;
    Some(lock["packages"][format!("node_modules/{name}")]["version"].as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_package_version_from_the_lock() {
        let lock = r#"{"packages": {"": {}, "node_modules/binaryen": {"version": "132.0.0"}}}"#;
        assert_eq!(package_version(lock, "binaryen").as_deref(), Some("132.0.0"));
        assert_eq!(package_version(lock, "absent"), None);
        assert_eq!(package_version("no JSON", "binaryen"), None);
    }

    #[test]
    fn the_tools_are_pinned() {
        let project = Project::find().unwrap();
        let version = project.pinned_crate("wasm-bindgen").unwrap();
        assert!(version.split('.').count() == 3 && !version.contains(['=', '^', '*', ',']), "{version}");
        assert!(project.pinned_crate("chrono").is_err(), "any version of some range will do");
        assert!(project.pinned_crate("absent").is_err());
        project.locked_package("tools", "binaryen").unwrap();
    }
}

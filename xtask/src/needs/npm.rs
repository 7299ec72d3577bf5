//! npm packages, installed by `npm ci` into the folder whose package-lock.json pins them.

use std::path::PathBuf;
use std::process::Command;

use super::requirement::Found;
use crate::outcome::Outcome;
use crate::project::{self, Project};
use crate::{files, run};

/// Packages are current while this copy equals the lock that is checked out.
const INSTALLED: &str = "node_modules/.installed-lock.json";

pub fn find(project: &Project, folder: &str) -> Outcome<Option<Found>> {
    let folder = project.root.join(folder);
    let lock = files::read(&folder.join("package-lock.json"))?;
    let current = files::read(&folder.join(INSTALLED)).is_ok_and(|installed| installed == lock);
    Ok(current.then_some(Found::Built))
}

pub fn install(project: &Project, folder: &str) -> Outcome {
    let folder = project.root.join(folder);
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !run::exists(npm) {
        return Err("there is no npm on the PATH".to_owned());
    }
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
    // The tests run in the machine's Chromium, so Playwright has no browser to fetch.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::run(&mut command)?;
    files::write(&folder.join(INSTALLED), files::read(&folder.join("package-lock.json"))?)
}

/// Binaryen's npm package counts as `132.0.0` what its programs call version 132.
pub fn wasm_opt_version(project: &Project) -> Outcome<String> {
    let version = project.locked_package("tools", "binaryen")?;
    Ok(version.split('.').next().unwrap_or_default().to_owned())
}

pub fn find_wasm_opt(project: &Project, version: &str) -> Outcome<Option<Found>> {
    let candidates = [project::on_path("wasm-opt"), Some(packaged(project, "wasm-opt"))];
    let fits = |path: &PathBuf| {
        let printed = run::output(Command::new(path).arg("--version"));
        printed.is_some_and(|text| prints_version(&text, version))
    };
    Ok(candidates.into_iter().flatten().find(fits).map(Found::Program))
}

/// A program of a package in tools/. Only the locked version: another one may write the same in other words.
pub fn find_locked(project: &Project, name: &str, version: &str) -> Outcome<Option<Found>> {
    let path = packaged(project, name);
    let printed = run::output(Command::new(&path).arg("--version"));
    Ok(printed.is_some_and(|text| last_word(&text) == version).then_some(Found::Program(path)))
}

/// esbuild prints its version alone, Biome after a word.
fn last_word(text: &str) -> &str {
    text.split_whitespace().last().unwrap_or_default()
}

/// A program of the packages in tools/.
fn packaged(project: &Project, name: &str) -> PathBuf {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    project.root.join("tools/node_modules/.bin").join(format!("{name}{ending}"))
}

fn prints_version(text: &str, version: &str) -> bool {
    text.split_whitespace().nth(2) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_esbuild_and_biome_print() {
        assert_eq!(last_word("0.28.2\n"), "0.28.2");
        assert_eq!(last_word("Version: 2.6.8\n"), "2.6.8");
        assert_eq!(last_word(""), "");
    }

    #[test]
    fn reads_what_wasm_opt_prints() {
        assert!(prints_version("wasm-opt version 132 (version_132)\n", "132"));
        assert!(!prints_version("wasm-opt version 108\n", "132"));
        assert!(!prints_version("", "132"));
    }
}

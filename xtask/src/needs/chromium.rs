//! The browser of the end-to-end tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Found;
use crate::project;
use crate::{Outcome, run};

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// What CHROMIUM names, or else a program of a usual name.
pub fn find() -> Outcome<Option<Found>> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|name| !name.is_empty()).map(PathBuf::from) {
        return match named.is_file() {
            true => Ok(Some(Found::Program(named))),
            false => Err(format!("CHROMIUM names {}, which is no program", named.display())),
        };
    }
    let on_path = NAMES.iter().find_map(|name| project::on_path(name));
    let installed = on_path.or_else(|| Some(PathBuf::from(ON_MACOS)).filter(|path| path.is_file()));
    Ok(installed.map(Found::Program))
}

pub fn install() -> Outcome {
    let root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root || !Path::new("/etc/debian_version").is_file() {
        return Err("that is done here only on Debian as root".to_owned());
    }
    apt(&["update", "--quiet"])?;
    apt(&["install", "--quiet", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"])
}

fn apt(words: &[&str]) -> Outcome {
    run::run(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

//! Tools that are crates: taken from PATH, from the user's cache, from cargo-binstall, or built.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::requirement::Found;
use crate::outcome::Outcome;
use crate::project::{self, Project};
use crate::{files, run};

/// A crate that installs a program.
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    features: &'static str,
    /// Whether it can be asked for its version. If not, only what was installed by its version is known to be right.
    tells_version: bool,
    /// Whether the versions in its own lock file are to be used.
    locked: bool,
    opt_level: &'static str,
}

pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    features: "",
    tells_version: true,
    locked: true,
    opt_level: "0",
};

/// Not locked: its lock names a version of webpki-roots that not every registry has. It works through the whole
/// module, so some optimisation pays.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    features: "",
    tells_version: true,
    locked: false,
    opt_level: "1",
};

/// It splits what Leptos marks for it.
pub const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    program: "wasm-split-cli",
    features: "build-binary",
    tells_version: false,
    locked: true,
    opt_level: "0",
};

/// Lets Firefox be driven.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    features: "",
    tells_version: true,
    locked: true,
    opt_level: "0",
};

impl CargoTool {
    pub fn find(&self, version: &str) -> Outcome<Option<Found>> {
        let cached = self.folder(version)?.join("bin").join(self.program);
        if !self.tells_version {
            return Ok(cached.is_file().then_some(Found::Program(cached)));
        }
        let candidates = [project::on_path(self.program), Some(cached)];
        let found = candidates.into_iter().flatten().find(|path| self.has_version(path, version));
        Ok(found.map(Found::Program))
    }

    pub fn install(&self, project: &Project, version: &str) -> Outcome {
        let folder = self.folder(version)?;
        files::create_folder(&folder)?;
        if self.binstall(&folder, version) {
            return Ok(());
        }
        self.build(project, &folder, version)
    }

    /// Each version has a folder of its own, so that clones at different versions do not disturb each other.
    fn folder(&self, version: &str) -> Outcome<PathBuf> {
        Ok(project::tools_folder()?.join(format!("{}-{version}", self.program)))
    }

    fn has_version(&self, program: &Path, version: &str) -> bool {
        let printed = run::output(Command::new(program).arg("--version"));
        printed.is_some_and(|text| prints_version(&text, version))
    }

    fn binstall(&self, folder: &Path, version: &str) -> bool {
        if !self.tells_version || run::output(run::cargo().args(["binstall", "-V"])).is_none() {
            return false;
        }
        let package = format!("{}@{version}", self.package);
        let mut command = run::cargo();
        command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", &package]);
        // Building is what comes next anyway, so the reason for a failure is on the screen and that is enough.
        run::run(command.arg("--root").arg(folder)).is_ok()
    }

    /// The fastest build rather than the fastest tool: a first start waits for it, and the time of a page's build
    /// goes to rustc. Kept in a folder until it is done, so that an interrupted build goes on where it was.
    fn build(&self, project: &Project, folder: &Path, version: &str) -> Outcome {
        let work = folder.join("build");
        let mut command = run::cargo();
        command.args(["install", self.package, "--version", version, "--no-default-features"]);
        if !self.features.is_empty() {
            command.args(["--features", self.features]);
        }
        if self.locked {
            command.arg("--locked");
        }
        command.arg("--root").arg(folder).arg("--target-dir").arg(&work).current_dir(&project.root);
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level);
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
        // Flags meant for the page's build would be applied to the tool as well.
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        run::run(&mut command)?;
        files::remove_folder(&work)
    }
}

/// Tools print their name and then their version, some followed by a commit.
fn prints_version(text: &str, version: &str) -> bool {
    text.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_version_fits() {
        assert!(prints_version("trunk 0.21.14\n", "0.21.14"));
        assert!(prints_version("wasm-bindgen 0.2.130 (abcdef 2026-01-01)\n", "0.2.130"));
        assert!(!prints_version("trunk 0.21.1\n", "0.21.14"));
        assert!(!prints_version("trunk 0.21.14-rc.1\n", "0.21.14"));
        assert!(!prints_version("", "0.21.14"));
    }
}

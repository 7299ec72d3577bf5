//! What the tasks need from the machine. [`REQUIREMENTS`] is the whole list: what it is, which version, how to
//! see whether it is there, how to get it, and what to tell somebody whose machine cannot.

mod cargo_tools;
mod chromium;
mod npm;
mod rust;

use std::path::PathBuf;
use std::process::Command;

use crate::project::Project;
use crate::{Outcome, run};

/// One thing that a task may need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Lints,
    WasmTarget,
    Crates,
    Trunk,
    WasmBindgen,
    WasmOpt,
    TestPackages,
    Chromium,
}

/// How one need is met.
pub struct Requirement {
    need: Need,
    /// Its name, for people.
    pub what: &'static str,
    /// The version that fits; empty if any does.
    version: fn(&Project) -> Outcome<String>,
    /// Where it is, if it is there in that version.
    find: fn(&Project, &str) -> Outcome<Option<Found>>,
    /// Whether installing is worth a word beforehand, and which.
    announce: &'static str,
    install: fn(&Project, &str) -> Outcome,
    /// What to do by hand where installing fails.
    otherwise: &'static str,
}

/// Where a need is met.
pub enum Found {
    /// Nothing has to be told to those who use it.
    Built,
    /// This program.
    Program(PathBuf),
}

const REQUIREMENTS: &[Requirement] = &[
    Requirement {
        need: Need::Lints,
        what: "rustfmt and clippy",
        version: any,
        find: rust::find_lints,
        announce: "a few seconds",
        install: rust::install_lints,
        otherwise: "install Rust with rustup, then run `rustup component add rustfmt clippy`",
    },
    Requirement {
        need: Need::WasmTarget,
        what: "Rust's wasm32-unknown-unknown target",
        version: any,
        find: rust::find_wasm_target,
        announce: "a few seconds",
        install: rust::install_wasm_target,
        otherwise: "install Rust with rustup, then run `rustup target add wasm32-unknown-unknown`",
    },
    Requirement {
        need: Need::Crates,
        what: "the crates of Cargo.lock",
        version: any,
        find: rust::find_crates,
        announce: "half a minute",
        install: rust::fetch_crates,
        otherwise: "run `cargo fetch --locked` where the crate registry can be reached",
    },
    Requirement {
        need: Need::Trunk,
        what: "Trunk",
        // Trunk 0.22 needs a newer Rust than this project.
        version: |_| Ok("0.21.14".to_owned()),
        find: |_, version| cargo_tools::TRUNK.find(version),
        announce: "builds it once per user, about 3 minutes on 2 cores",
        install: |project, version| cargo_tools::TRUNK.install(project, version),
        otherwise: "run `cargo install --locked trunk --version 0.21.14`",
    },
    Requirement {
        need: Need::WasmBindgen,
        what: "wasm-bindgen-cli",
        // It refuses a module that was built with any other version of the crate.
        version: |project| project.locked_crate("wasm-bindgen"),
        find: |_, version| cargo_tools::WASM_BINDGEN.find(version),
        announce: "builds it once per user, about 2 minutes on 2 cores",
        install: |project, version| cargo_tools::WASM_BINDGEN.install(project, version),
        otherwise: "run `cargo install wasm-bindgen-cli --version` with that version",
    },
    Requirement {
        need: Need::WasmOpt,
        what: "wasm-opt",
        version: npm::wasm_opt_version,
        find: npm::find_wasm_opt,
        announce: "installs the npm package binaryen, a few seconds",
        install: |project, _| npm::install(project, "tools"),
        otherwise: "install Node.js 18 or newer with npm, or put that version of Binaryen on the PATH",
    },
    Requirement {
        need: Need::TestPackages,
        what: "the npm packages of the end-to-end tests",
        version: any,
        find: |project, _| npm::find(project, "tests"),
        announce: "npm ci in tests/, a few seconds",
        install: |project, _| npm::install(project, "tests"),
        otherwise: "install Node.js 18 or newer with npm, then run `npm ci` in tests/",
    },
    Requirement {
        need: Need::Chromium,
        what: "Chromium",
        version: any,
        find: |_, _| chromium::find(),
        announce: "installs Debian's chromium and fonts-noto-cjk, about a minute",
        install: |_, _| chromium::install(),
        otherwise: "install Chromium or Chrome, or set CHROMIUM to the path of its program",
    },
];

impl Need {
    pub fn requirement(self) -> &'static Requirement {
        // The first line stands in for a missing one, which the test below rules out.
        REQUIREMENTS.iter().find(|requirement| requirement.need == self).unwrap_or(&REQUIREMENTS[0])
    }
}

/// The programs that were found or installed.
#[derive(Default)]
pub struct Tools {
    programs: Vec<(Need, PathBuf)>,
}

impl Tools {
    /// The program that meets a need.
    pub fn program(&self, need: Need) -> Outcome<&PathBuf> {
        let found = self.programs.iter().find(|(met, _)| *met == need);
        found.map(|(_, path)| path).ok_or_else(|| format!("{} was not asked for", need.requirement().what))
    }

    /// Lets a command find the tools before any other of the same name.
    pub fn apply(&self, command: &mut Command) -> Outcome {
        let folders: Vec<_> = self.programs.iter().filter_map(|(_, path)| path.parent()).collect();
        let folders: Vec<_> = folders.into_iter().map(PathBuf::from).collect();
        command.env("PATH", run::path_with(&folders)?);
        Ok(())
    }
}

/// Finds what is needed and installs what is missing, in the order of the list.
pub fn meet(project: &Project, needs: &[Need]) -> Outcome<Tools> {
    let mut tools = Tools::default();
    for need in needs {
        if let Found::Program(path) = need.requirement().meet(project)? {
            tools.programs.push((*need, path));
        }
    }
    Ok(tools)
}

impl Requirement {
    fn meet(&self, project: &Project) -> Outcome<Found> {
        let version = (self.version)(project)?;
        if let Some(found) = (self.find)(project, &version)? {
            return Ok(found);
        }
        let name = format!("{} {version}", self.what);
        let name = name.trim_end();
        eprintln!("Missing: {name} ({}).", self.announce);
        let failed =
            |reason| format!("{name} could not be installed: {reason}.\nTo help it: {}.", self.otherwise);
        (self.install)(project, &version).map_err(failed)?;
        (self.find)(project, &version)?.ok_or_else(|| failed("it is still not found".to_owned()))
    }
}

fn any(_: &Project) -> Outcome<String> {
    Ok(String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_its_own_requirement() {
        let all = [
            Need::Lints,
            Need::WasmTarget,
            Need::Crates,
            Need::Trunk,
            Need::WasmBindgen,
            Need::WasmOpt,
            Need::TestPackages,
            Need::Chromium,
        ];
        assert_eq!(all.len(), REQUIREMENTS.len());
        for need in all {
            assert_eq!(need.requirement().need, need);
        }
    }

    #[test]
    fn a_requirement_that_cannot_be_met_says_what_to_do() {
        let requirement = Requirement {
            need: Need::Trunk,
            what: "A tool",
            version: |_| Ok("7".to_owned()),
            find: |_, _| Ok(None),
            announce: "at once",
            install: |_, _| Err("no network".to_owned()),
            otherwise: "do it by hand",
        };
        let message = requirement.meet(&Project { root: PathBuf::new() }).err().unwrap();
        assert_eq!(message, "A tool 7 could not be installed: no network.\nTo help it: do it by hand.");
    }
}

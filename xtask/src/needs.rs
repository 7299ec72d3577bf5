//! What the tasks need from the machine. [`list::REQUIREMENTS`] is the whole list: what it is, which version, how to
//! see whether it is there, how to get it, and what to tell somebody whose machine cannot.

mod cargo_tools;
mod list;
mod npm;
mod packaged;
mod python;
mod rust;

use std::path::PathBuf;
use std::process::Command;

use crate::outcome::Outcome;
use crate::project::Project;
use crate::run;

/// One thing that a task may need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Lints,
    WasmTarget,
    Crates,
    Trunk,
    WasmBindgen,
    WasmSplit,
    WasmOpt,
    Esbuild,
    Biome,
    TestPackages,
    OfficeReaders,
    Chromium,
    HeadlessChromium,
    Chromedriver,
    Firefox,
    Geckodriver,
    WebKitDriver,
    MiniBrowser,
    Xvfb,
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

impl Need {
    pub fn requirement(self) -> &'static Requirement {
        // The first line stands in for a missing one, which that module's test rules out.
        list::REQUIREMENTS
            .iter()
            .find(|requirement| requirement.need == self)
            .unwrap_or(&list::REQUIREMENTS[0])
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
        // This very program among them: Trunk's hook calls it.
        let own = run::own_program().ok();
        let programs = self.programs.iter().map(|(_, path)| path).chain(&own);
        let folders: Vec<_> = programs.filter_map(|path| path.parent()).map(PathBuf::from).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

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

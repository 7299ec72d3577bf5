//! One need, and how it is met.

use std::path::PathBuf;

use crate::outcome::Outcome;
use crate::project::Project;

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
    pub need: Need,
    /// Its name, for people.
    pub what: &'static str,
    /// The version that fits; empty if any does.
    pub version: fn(&Project) -> Outcome<String>,
    /// Where it is, if it is there in that version.
    pub find: fn(&Project, &str) -> Outcome<Option<Found>>,
    /// Whether installing is worth a word beforehand, and which.
    pub announce: &'static str,
    pub install: fn(&Project, &str) -> Outcome,
    /// What to do by hand where installing fails.
    pub otherwise: &'static str,
}

/// Where a need is met.
pub enum Found {
    /// Nothing has to be told to those who use it.
    Built,
    /// This program.
    Program(PathBuf),
}

impl Requirement {
    /// Finds it, or installs it.
    pub fn meet(&self, project: &Project) -> Outcome<Found> {
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

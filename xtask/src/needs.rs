//! What the tasks need from the machine. [`list::REQUIREMENTS`] is the whole list: what it is, which version, how to
//! see whether it is there, how to get it, and what to tell somebody whose machine cannot.

mod cargo_tools;
mod list;
mod npm;
mod packaged;
mod python;
mod requirement;
mod rust;

pub use requirement::Need;

use std::path::PathBuf;
use std::process::Command;

use crate::outcome::Outcome;
use crate::project::Project;
use crate::run;
use requirement::{Found, Requirement};

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

//! The end-to-end tests, on a release or on a quick build.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{dist, run, test_browsers};

pub const NEEDS: &[Need] = &[Need::TestPackages, Need::HeadlessChromium];

pub fn build(project: &Project) -> Outcome {
    dist::build(project, &project.default_plan(), &project.dist(), true)
}

pub fn build_quick(project: &Project) -> Outcome {
    dist::build_quick(project, &project.default_plan(), &project.quick_dist())
}

pub fn test(project: &Project) -> Outcome {
    run::run(&mut playwright(project, &project.dist())?)
}

/// Playwright says how many tests it leaves out: those of what only a release has, which see that by its folder.
pub fn test_quick(project: &Project) -> Outcome {
    run::run(&mut playwright(project, &project.quick_dist())?)?;
    run::say(
        "Left out: the tests that Playwright calls skipped, and the other browsers. A release has them all.",
    );
    Ok(())
}

pub fn other_browsers(project: &Project) -> Outcome {
    test_browsers::test_those_to_be_had(project, &project.dist())
}

/// Fails if there are no end-to-end tests.
pub fn config(project: &Project) -> Outcome<PathBuf> {
    let config = project.root.join("tests/playwright.config.js");
    match config.is_file() {
        true => Ok(config),
        false => Err(format!("there are no end-to-end tests: {} is missing", config.display())),
    }
}

/// The tests read the folder of the page from DIST and the browser from CHROMIUM.
fn playwright(project: &Project, dist: &Path) -> Outcome<Command> {
    let tools = needs::meet(project, NEEDS)?;
    let mut command = run::playwright(&project.root.join("tests"));
    command.env("DIST", dist).env("CHROMIUM", tools.program(Need::HeadlessChromium)?);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_config_there_are_no_end_to_end_tests() {
        assert!(config(&Project { root: PathBuf::from("/nowhere") }).is_err());
        config(&Project::find().unwrap()).unwrap();
    }
}

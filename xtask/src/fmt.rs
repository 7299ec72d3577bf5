//! One layout for all source: Rust by rustfmt (`rustfmt.toml`), style sheets and scripts by Biome (`biome.json`).

use std::process::Command;

use clap::ArgMatches;

use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::run;

pub const NEEDS: &[Need] = &[Need::Lints, Need::Biome];

/// Lays out everything anew.
pub fn fmt(project: &Project, _: &ArgMatches) -> Outcome {
    run::run(run::cargo().args(["fmt", "--all"]).current_dir(&project.root))?;
    run::run(biome(project)?.arg("--write"))
}

/// Fails if anything is laid out in another way, and shows how.
pub fn check(project: &Project) -> Outcome {
    run::run(run::cargo().args(["fmt", "--all", "--check"]).current_dir(&project.root))?;
    run::run(&mut biome(project)?)
}

fn biome(project: &Project) -> Outcome<Command> {
    let tools = needs::meet(project, NEEDS)?;
    let mut command = Command::new(tools.program(Need::Biome)?);
    command.arg("format").current_dir(&project.root);
    Ok(command)
}

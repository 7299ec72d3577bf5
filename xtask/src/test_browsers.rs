//! The core journeys in the engines of all browsers that people have: `tests/browsers/`.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use crate::args;
use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{dist, run};

/// What is quick to get stands first.
pub const NEEDS: &[Need] = &[
    Need::TestPackages,
    Need::Chromium,
    Need::Chromedriver,
    Need::Firefox,
    Need::WebKitDriver,
    Need::MiniBrowser,
    Need::Xvfb,
    Need::Geckodriver,
];

/// An engine by the name that it has in `tests/browsers/engines.js`, and which programs it takes: the tests read their
/// paths from these variables.
struct Engine {
    name: &'static str,
    programs: &'static [(Need, &'static str)],
}

const ENGINES: &[Engine] = &[
    Engine {
        name: "chromium",
        programs: &[(Need::Chromium, "CHROMIUM"), (Need::Chromedriver, "CHROMEDRIVER")],
    },
    Engine { name: "firefox", programs: &[(Need::Firefox, "FIREFOX"), (Need::Geckodriver, "GECKODRIVER")] },
    Engine {
        name: "webkit",
        programs: &[
            (Need::WebKitDriver, "WEBKIT_DRIVER"),
            (Need::MiniBrowser, "MINIBROWSER"),
            (Need::Xvfb, "XVFB"),
        ],
    },
];

/// An engine whose programs are there.
struct Ready {
    name: &'static str,
    programs: Vec<(&'static str, PathBuf)>,
}

pub fn options() -> Vec<Arg> {
    let engines: Vec<_> = ENGINES.iter().map(|engine| engine.name).collect();
    vec![
        args::path("dist", "DIR", "The folder of a release; without it, one is built"),
        args::option("only", "ENGINE", "Runs in one engine only").value_parser(engines),
    ]
}

/// Every engine is wanted: what cannot be had is a failure.
pub fn test_browsers(project: &Project, args: &ArgMatches) -> Outcome {
    let folder = args::path_of(args, "dist");
    let only = args.get_one::<String>("only");
    let chosen: Vec<_> =
        ENGINES.iter().filter(|engine| only.is_none_or(|name| name == engine.name)).collect();
    let meet = || {
        needs::meet(project, &[Need::TestPackages])?;
        chosen.iter().map(|engine| engine.ready(project)).collect::<Outcome<Vec<_>>>()
    };
    let ready = run::step("requirements", meet)?;
    let folder = match folder {
        Some(folder) => folder,
        None => {
            run::step("release", || dist::build(project, &project.default_plan(), &project.dist(), true))?;
            project.dist()
        }
    };
    run::step("browsers", || journeys(project, &folder, &ready))
}

/// For a machine that may not be allowed to install them: an engine that cannot be had is left out, which is said.
pub fn test_those_to_be_had(project: &Project, folder: &Path) -> Outcome {
    needs::meet(project, &[Need::TestPackages])?;
    let mut ready = Vec::new();
    for engine in ENGINES {
        match engine.ready(project) {
            Ok(one) => ready.push(one),
            Err(reason) => run::say(&format!("Left out: {}. {reason}", engine.name)),
        }
    }
    match ready.is_empty() {
        true => Ok(()),
        false => journeys(project, folder, &ready),
    }
}

impl Engine {
    fn ready(&self, project: &Project) -> Outcome<Ready> {
        let needs: Vec<_> = self.programs.iter().map(|(need, _)| *need).collect();
        let tools = needs::meet(project, &needs)?;
        let path = |(need, variable): &(Need, &'static str)| Ok((*variable, tools.program(*need)?.clone()));
        let programs = self.programs.iter().map(path).collect::<Outcome<Vec<_>>>()?;
        Ok(Ready { name: self.name, programs })
    }
}

/// One line for each journey in each engine.
fn journeys(project: &Project, folder: &Path, engines: &[Ready]) -> Outcome {
    let mut command = run::playwright(&project.root.join("tests"));
    command.args(["--config", "browsers"]).env("DIST", folder);
    for engine in engines {
        command.args(["--project", engine.name]);
        command.envs(engine.programs.iter().map(|(variable, path)| (variable, path)));
    }
    run::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_engine_takes_is_in_the_list() {
        for (need, _) in ENGINES.iter().flat_map(|engine| engine.programs) {
            assert!(NEEDS.contains(need), "{need:?}");
        }
    }

    #[test]
    fn the_tests_know_every_engine() {
        let list = Project::find().unwrap().root.join("tests/browsers/engines.js");
        let list = std::fs::read_to_string(list).unwrap();
        for engine in ENGINES {
            assert!(list.contains(&format!("\n  {}: {{", engine.name)), "{}", engine.name);
            for (_, variable) in engine.programs {
                assert!(list.contains(&format!("'{variable}'")) || *variable == "XVFB", "{variable}");
            }
        }
    }
}

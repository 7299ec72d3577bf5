//! Everything that has to pass before a change lands.

use std::path::PathBuf;
use std::process::Command;

use crate::args::Args;
use crate::needs::{self, Need};
use crate::project::Project;
use crate::{Outcome, dist, run, size};

pub const NEEDS: &[Need] = &[
    Need::Lints,
    Need::WasmTarget,
    Need::Crates,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmOpt,
    Need::TestPackages,
    Need::Chromium,
];

/// A step belongs to the part that `--only` chooses.
struct Step {
    part: &'static str,
    name: &'static str,
    run: fn(&Project) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { part: "lint", name: "formatting", run: formatting },
    Step { part: "lint", name: "lints, native", run: native_lints },
    Step { part: "lint", name: "lints, WebAssembly", run: wasm_lints },
    Step { part: "native", name: "native tests", run: native_tests },
    Step { part: "e2e", name: "release", run: release },
    Step { part: "e2e", name: "size", run: |project| size::check(project, &project.dist()) },
    Step { part: "e2e", name: "end-to-end tests", run: end_to_end },
];

pub fn test(project: &Project, mut args: Args) -> Outcome {
    let only = args.option("--only")?;
    args.done()?;
    let chosen: Vec<_> =
        STEPS.iter().filter(|step| only.as_deref().is_none_or(|part| part == step.part)).collect();
    if chosen.is_empty() {
        return Err("--only wants lint, native or e2e".to_owned());
    }
    for (done, step) in chosen.iter().enumerate() {
        if let Err(message) = run::step(step.name, || (step.run)(project)) {
            run::say(&format!("steps: {done} passed, 1 failed, {} skipped", chosen.len() - done - 1));
            return Err(message);
        }
    }
    run::say(&format!("steps: {} passed, 0 failed", chosen.len()));
    Ok(())
}

fn formatting(project: &Project) -> Outcome {
    needs::meet(project, &[Need::Lints])?;
    run::run(run::cargo().args(["fmt", "--all", "--check"]).current_dir(&project.root))
}

fn native_lints(project: &Project) -> Outcome {
    needs::meet(project, &[Need::Lints])?;
    clippy(project, &["--workspace", "--all-targets"])
}

fn wasm_lints(project: &Project) -> Outcome {
    needs::meet(project, &[Need::Lints, Need::WasmTarget])?;
    clippy(project, &["--package", "yaodian", "--target", "wasm32-unknown-unknown"])
}

fn clippy(project: &Project, what: &[&str]) -> Outcome {
    let mut command = run::cargo();
    command.args(["clippy", "--locked"]).args(what).args(["--", "--deny", "warnings"]);
    run::run(command.current_dir(&project.root))
}

fn native_tests(project: &Project) -> Outcome {
    run::run(run::cargo().args(["test", "--locked", "--workspace"]).current_dir(&project.root))
}

fn release(project: &Project) -> Outcome {
    dist::build(project, &project.default_plan(), &project.dist(), true)
}

/// The tests read the folder of the release from BASE and the browser from CHROMIUM.
fn end_to_end(project: &Project) -> Outcome {
    playwright_config(project)?;
    let tools = needs::meet(project, &[Need::TestPackages, Need::Chromium])?;
    let npx = if cfg!(windows) { "npx.cmd" } else { "npx" };
    let mut command = Command::new(npx);
    command.args(["--no-install", "playwright", "test"]).current_dir(project.root.join("tests"));
    command.env("BASE", project.dist()).env("CHROMIUM", tools.program(Need::Chromium)?);
    run::run(&mut command)
}

fn playwright_config(project: &Project) -> Outcome<PathBuf> {
    let folder = project.root.join("tests");
    let names = ["ts", "mts", "js", "mjs", "cjs"].map(|suffix| format!("playwright.config.{suffix}"));
    let found = names.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| "there are no end-to-end tests: tests/playwright.config.* is missing".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_part_is_refused() {
        let project = Project { root: PathBuf::from("/nowhere") };
        let args = |part: &str| Args::new(vec!["--only".to_owned(), part.to_owned()]);
        assert!(test(&project, args("unit")).is_err_and(|message| message.contains("lint, native or e2e")));
    }

    #[test]
    fn without_a_config_there_are_no_end_to_end_tests() {
        let project = Project { root: PathBuf::from("/nowhere") };
        assert!(playwright_config(&project).is_err());
    }
}

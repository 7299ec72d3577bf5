//! Everything that has to pass before a change lands.

mod e2e;
mod office;
mod serving;

use clap::{Arg, ArgMatches};

use crate::args;
use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{dist, fmt, run, serve, size, test_ui};

pub const NEEDS: &[Need] = &[
    Need::Lints,
    Need::WasmTarget,
    Need::Crates,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Biome,
    Need::TestPackages,
    Need::OfficeReaders,
    Need::Chromium,
    Need::HeadlessChromium,
    Need::Chromedriver,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmSplit,
];

/// A step belongs to the part that `--only` chooses.
struct Step {
    part: &'static str,
    name: &'static str,
    when: When,
    needs: &'static [Need],
    run: fn(&Project) -> Outcome,
}

/// Whether a step is gone through with `--quick`.
#[derive(PartialEq, Eq)]
enum When {
    Always,
    Quick,
    Thorough,
}

use When::{Always, Quick, Thorough};

const STEPS: &[Step] = &[
    step("lint", "formatting", Always, fmt::NEEDS, fmt::check),
    step("lint", "lints, native", Always, &[Need::Lints], native_lints),
    step("lint", "lints, WebAssembly", Always, &[Need::WasmTarget], wasm_lints),
    step("native", "native tests", Always, &[], native_tests),
    step("office", "files for Word and Excel", Always, office::NEEDS, office::office),
    step("ui", "tests of crates/ui in Chromium", Always, test_ui::NEEDS, test_ui::test_ui),
    step("serve", "serving", Always, serve::NEEDS, serving::serving),
    step("e2e", "quick build", Quick, dist::QUICK_NEEDS, e2e::build_quick),
    step("e2e", "end-to-end tests, quick", Quick, e2e::NEEDS, e2e::test_quick),
    step("e2e", "release", Thorough, dist::NEEDS, e2e::build),
    step("e2e", "size", Thorough, &[], |project| size::check(&project.dist())),
    step("e2e", "end-to-end tests", Thorough, e2e::NEEDS, e2e::test),
    // Not a requirement: where an engine can be neither found nor installed, the others do.
    step("e2e", "other browsers", Thorough, &[], e2e::other_browsers),
];

const fn step(
    part: &'static str,
    name: &'static str,
    when: When,
    needs: &'static [Need],
    run: fn(&Project) -> Outcome,
) -> Step {
    Step { part, name, when, needs, run }
}

pub fn options() -> Vec<Arg> {
    let mut parts: Vec<_> = STEPS.iter().map(|step| step.part).collect();
    parts.dedup();
    vec![
        args::option("only", "PART", "Goes through one part only").value_parser(parts),
        args::flag(
            "quick",
            "Runs the end-to-end tests on a build in one module, which takes seconds while one works",
        ),
    ]
}

pub fn test(project: &Project, args: &ArgMatches) -> Outcome {
    let only = args.get_one::<String>("only");
    let skipped = if args.get_flag("quick") { Thorough } else { Quick };
    let is_chosen = |step: &&Step| step.when != skipped && only.is_none_or(|part| part == step.part);
    let chosen: Vec<_> = STEPS.iter().filter(is_chosen).collect();
    if chosen.iter().any(|step| step.part == "e2e") {
        e2e::config(project)?;
    }
    // All at once, in the order of `NEEDS`, so that nobody waits for the lints to hear that there is no browser.
    let wanted = |need: &Need| chosen.iter().any(|step| step.needs.contains(need));
    let needs: Vec<_> = NEEDS.iter().copied().filter(wanted).collect();
    run::step("requirements", || needs::meet(project, &needs))?;

    for (done, step) in chosen.iter().enumerate() {
        if let Err(message) = run::step(step.name, || (step.run)(project)) {
            run::say(&format!("steps: {done} passed, 1 failed, {} skipped", chosen.len() - done - 1));
            return Err(message);
        }
    }
    run::say(&format!("steps: {} passed, 0 failed", chosen.len()));
    Ok(())
}

fn native_lints(project: &Project) -> Outcome {
    clippy(project, &["--workspace", "--all-targets"])
}

fn wasm_lints(project: &Project) -> Outcome {
    let target = ["--target", "wasm32-unknown-unknown"];
    clippy(project, &[&["--package", "yaodian"], &target[..]].concat())?;
    // Its tests are for a browser, so nothing else looks at them.
    clippy(project, &[&["--package", "yaodian-ui", "--tests"], &target[..]].concat())
}

fn clippy(project: &Project, what: &[&str]) -> Outcome {
    let mut command = run::cargo();
    command.args(["clippy", "--locked"]).args(what).args(["--", "--deny", "warnings"]);
    run::run(command.current_dir(&project.root))
}

fn native_tests(project: &Project) -> Outcome {
    run::run(run::cargo().args(["test", "--locked", "--workspace"]).current_dir(&project.root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_step_needs_is_in_the_list() {
        for need in STEPS.iter().flat_map(|step| step.needs) {
            assert!(NEEDS.contains(need), "{need:?}");
        }
    }
}

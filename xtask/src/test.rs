//! Everything that has to pass before a change lands.

mod serving;

use std::path::PathBuf;

use crate::args::Args;
use crate::needs::{self, Need};
use crate::project::Project;
use crate::{Outcome, dist, fmt, run, serve, size, test_browsers, test_ui};

pub const NEEDS: &[Need] = &[
    Need::Lints,
    Need::WasmTarget,
    Need::Crates,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Biome,
    Need::TestPackages,
    Need::Chromium,
    Need::Chromedriver,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmSplit,
];

const BROWSER: &[Need] = &[Need::TestPackages, Need::Chromium];

/// A step belongs to the part that `--only` chooses.
struct Step {
    part: &'static str,
    name: &'static str,
    needs: &'static [Need],
    run: fn(&Project) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { part: "lint", name: "formatting", needs: fmt::NEEDS, run: fmt::check },
    Step { part: "lint", name: "lints, native", needs: &[Need::Lints], run: native_lints },
    Step { part: "lint", name: "lints, WebAssembly", needs: &[Need::WasmTarget], run: wasm_lints },
    Step { part: "native", name: "native tests", needs: &[], run: native_tests },
    Step { part: "serve", name: "serving", needs: serve::NEEDS, run: serving::serving },
    Step { part: "ui", name: "tests of crates/ui in Chromium", needs: test_ui::NEEDS, run: test_ui::test_ui },
    Step { part: "e2e", name: "release", needs: dist::NEEDS, run: release },
    Step { part: "e2e", name: "size", needs: &[], run: |project| size::check(&project.dist()) },
    Step { part: "e2e", name: "end-to-end tests", needs: BROWSER, run: end_to_end },
    // Not a requirement: where an engine can be neither found nor installed, the others do.
    Step { part: "e2e", name: "other browsers", needs: &[], run: other_browsers },
];

pub fn test(project: &Project, mut args: Args) -> Outcome {
    let only = args.option("--only")?;
    args.done()?;
    let chosen: Vec<_> =
        STEPS.iter().filter(|step| only.as_deref().is_none_or(|part| part == step.part)).collect();
    if chosen.is_empty() {
        return Err("--only wants lint, native, ui, serve or e2e".to_owned());
    }
    if chosen.iter().any(|step| step.part == "e2e") {
        playwright_config(project)?;
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

fn release(project: &Project) -> Outcome {
    dist::build(project, &project.default_plan(), &project.dist(), true)
}

/// The tests read the folder of the release from DIST and the browser from CHROMIUM.
fn end_to_end(project: &Project) -> Outcome {
    let tools = needs::meet(project, BROWSER)?;
    let mut command = run::playwright(&project.root.join("tests"));
    command.env("DIST", project.dist()).env("CHROMIUM", tools.program(Need::Chromium)?);
    run::run(&mut command)
}

fn other_browsers(project: &Project) -> Outcome {
    test_browsers::test_those_to_be_had(project, &project.dist())
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
        assert!(
            test(&project, args("unit"))
                .is_err_and(|message| message.contains("lint, native, ui, serve or e2e"))
        );
    }

    #[test]
    fn what_a_step_needs_is_in_the_list() {
        for need in STEPS.iter().flat_map(|step| step.needs) {
            assert!(NEEDS.contains(need), "{need:?}");
        }
    }

    #[test]
    fn without_a_config_there_are_no_end_to_end_tests() {
        let project = Project { root: PathBuf::from("/nowhere") };
        assert!(playwright_config(&project).is_err());
    }
}

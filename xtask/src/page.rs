//! The part of the page that is written at build time, from the plan. index.html takes it in where it says
//! `<link data-trunk rel="inline" href="generated/head.html">` and `…/body.html`, and copies
//! the manifest.

mod fragments;

pub use fragments::{body, head};

use std::env;
use std::path::{Path, PathBuf};

use yaodian_page::release;
use yaodian_plan::{LoadError, Plan};

use clap::ArgMatches;

use crate::files;
use crate::outcome::Outcome;
use crate::project::Project;

/// The environment variable through which `dist` and `serve` tell Trunk's hook which plan is bundled.
pub const PLAN: &str = "YAODIAN_PLAN";

pub fn page(project: &Project, _: &ArgMatches) -> Outcome {
    let chosen = env::var_os(PLAN).filter(|path| !path.is_empty()).map(PathBuf::from);
    let plan = load(&chosen.unwrap_or_else(|| project.default_plan()))?;
    let folder = project.generated();
    write_if_changed(&folder.join("head.html"), &head(&plan))?;
    write_if_changed(&folder.join("manifest.webmanifest"), &release::manifest(&plan))?;
    write_if_changed(&folder.join("body.html"), &body(&plan)?)
}

/// Reads a plan; the message of a failure names every fault.
pub fn load(path: &Path) -> Outcome<Plan> {
    if !path.is_file() {
        return Err(format!("{}: there is no such plan; `cargo xtask import` makes one", path.display()));
    }
    Plan::from_json(&files::read_text(path)?).map_err(|error| explain(path, &error))
}

fn explain(path: &Path, error: &LoadError) -> String {
    let path = path.display();
    match error {
        LoadError::Malformed(reason) => format!("{path}: {reason}"),
        LoadError::Newer(format) => format!("{path}: format {format} needs a newer version of this program"),
        LoadError::Faulty(faults) => {
            let lines: Vec<_> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
            format!("{path}: {} fault(s) in the plan{}", faults.len(), lines.concat())
        }
    }
}

/// A file that is written again looks changed to whoever watches it.
fn write_if_changed(path: &Path, text: &str) -> Outcome {
    match files::read_text(path) {
        Ok(old) if old == text => Ok(()),
        _ => files::write(path, text),
    }
}

#[cfg(test)]
mod tests {
    use yaodian_plan::Fault;

    use super::*;

    #[test]
    fn every_fault_is_named() {
        let fault = |path: &str| Fault { path: path.to_owned(), message: "不对".to_owned() };
        let error = LoadError::Faulty(vec![fault("items[3]"), fault("links[0]")]);
        let text = explain(Path::new("plan.json"), &error);
        assert_eq!(text, "plan.json: 2 fault(s) in the plan\n  items[3]：不对\n  links[0]：不对");
    }
}

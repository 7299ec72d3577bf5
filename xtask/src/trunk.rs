//! Trunk, kept from the network and given the project's tools.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::needs::{Need, Tools};
use crate::page;
use crate::project::Project;

/// What every build of the page needs. A release needs wasm-opt as well.
pub const NEEDS: &[Need] = &[Need::WasmTarget, Need::Crates, Need::Trunk, Need::WasmBindgen];

/// `trunk <subcommand>` for a plan, into a folder of its own so that serving does not disturb a release.
pub fn trunk(
    project: &Project,
    tools: &Tools,
    subcommand: &str,
    plan: &Path,
    out: &Path,
) -> Outcome<Command> {
    let mut command = Command::new(tools.program(Need::Trunk)?);
    tools.apply(&mut command)?;
    command.arg(subcommand).arg("--dist").arg(out).current_dir(&project.root);
    command.env(page::PLAN, plan);
    // Trunk would fetch its own copies of tools otherwise.
    command.env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk refuses every value of NO_COLOR but true and false.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    Ok(command)
}

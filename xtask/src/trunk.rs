//! Trunk, kept from the network and given the project's tools.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ArgMatches;

use crate::needs::{Need, Tools};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{page, run};

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

/// The linker keeps what functions use each other, and a function goes into its callers only where that makes them smaller.
const FLAGS: [&str; 2] = ["-Clink-arg=--emit-relocs", "-Cllvm-args=-inline-threshold=0"];

/// Lets Trunk build what `chunks::split` takes apart: the linker keeps what functions use each other, and marks where to
/// split. Only a release has flags of its own, so that all other builds share what Cargo has built.
pub fn release(command: &mut Command) -> &mut Command {
    let flags = path_flags().into_iter().chain(FLAGS.map(str::to_owned));
    // For the page's own target: the hook that Trunk runs shall not be built anew.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.collect::<Vec<_>>().join(" "));
    command.args(["--release", "--features", "chunks"])
}

/// Flags for the compiler, since places of panics would tell where the sources of crates lie on this machine.
pub fn path_flags() -> Vec<String> {
    short_paths(&source_folders())
}

/// The task that Trunk runs before every build.
pub fn hook(project: &Project, _: &ArgMatches) -> Outcome {
    run::run(run::cargo().args(["xtask", "page"]).current_dir(&project.root))
}

/// Where Cargo keeps the sources of crates, and where those of the standard library are if they are installed.
fn source_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let crates = registries.into_iter().flatten().flatten().map(|entry| entry.path());
    let sysroot = run::output(Command::new("rustc").args(["--print", "sysroot"]));
    let library = sysroot.map(|sysroot| PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library"));
    crates.chain(library).collect()
}

/// Flags that leave these folders out of paths. A folder with a space in its name cannot be told in a list of flags.
fn short_paths(folders: &[PathBuf]) -> Vec<String> {
    let names = folders.iter().filter_map(|folder| folder.to_str()).filter(|name| !name.contains(' '));
    names.map(|name| format!("--remap-path-prefix={name}=crates")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_become_flags_unless_a_list_cannot_hold_them() {
        let folders = ["/home/a/registry", "/home/a b/registry"].map(PathBuf::from);
        assert_eq!(short_paths(&folders), ["--remap-path-prefix=/home/a/registry=crates"]);
    }
}

//! Parts of the Rust toolchain, and the crates that it builds.

use std::path::Path;
use std::process::Command;

use super::Found;
use crate::project::Project;
use crate::{Outcome, run};

const WASM: &str = "wasm32-unknown-unknown";

pub fn find_lints(_: &Project, _: &str) -> Outcome<Option<Found>> {
    let works = |tool: &str| run::output(run::cargo().args([tool, "--version"])).is_some();
    Ok((works("fmt") && works("clippy")).then_some(Found::Built))
}

pub fn install_lints(_: &Project, _: &str) -> Outcome {
    rustup(&["component", "add", "rustfmt", "clippy"])
}

/// Asks rustc rather than rustup: distributions package the target without rustup.
pub fn find_wasm_target(_: &Project, _: &str) -> Outcome<Option<Found>> {
    let folder = run::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    Ok(folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()).then_some(Found::Built))
}

pub fn install_wasm_target(_: &Project, _: &str) -> Outcome {
    rustup(&["target", "add", WASM])
}

/// The library itself, and the crates that it is made of: those have a lock of their own, and a release is built without
/// the network.
pub fn find_std_source(project: &Project, _: &str) -> Outcome<Option<Found>> {
    let Some(root) = run::output(Command::new("rustc").args(["--print", "sysroot"])) else { return Ok(None) };
    let there = Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file();
    let fetched = || run::output(fetch_std(project).args(["--offline", "--quiet"])).is_some();
    Ok((there && fetched()).then_some(Found::Built))
}

pub fn install_std_source(project: &Project, _: &str) -> Outcome {
    rustup(&["component", "add", "rust-src"])?;
    run::run(&mut fetch_std(project))
}

fn fetch_std(project: &Project) -> Command {
    let mut command = run::cargo();
    command.args(["fetch", "--locked", "--target", WASM]).current_dir(&project.root);
    build_std(&mut command);
    command
}

/// What makes Cargo build the standard library together with what it builds: on a stable compiler that is only had by
/// asking it to take unstable options.
const BUILD_STD: [(&str, &str); 2] =
    [("RUSTC_BOOTSTRAP", "1"), ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")];

/// Lets a command build the standard library too.
pub fn build_std(command: &mut Command) {
    command.envs(BUILD_STD);
}

/// Keeps that from a command which was started by one that does.
pub fn use_given_std(command: &mut Command) {
    for (name, _) in BUILD_STD {
        command.env_remove(name);
    }
}

/// Trunk is kept from the network and passes that on to Cargo, so every crate has to be there before.
pub fn find_crates(project: &Project, _: &str) -> Outcome<Option<Found>> {
    let mut command = run::cargo();
    command.args(["fetch", "--locked", "--offline", "--quiet", "--target", WASM]).current_dir(&project.root);
    Ok(run::output(&mut command).map(|_| Found::Built))
}

pub fn fetch_crates(project: &Project, _: &str) -> Outcome {
    run::run(run::cargo().args(["fetch", "--locked", "--target", WASM]).current_dir(&project.root))
}

fn rustup(words: &[&str]) -> Outcome {
    if !run::exists("rustup") {
        return Err("there is no rustup on the PATH".to_owned());
    }
    run::run(Command::new("rustup").args(words))
}

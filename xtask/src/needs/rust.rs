//! Parts of the Rust toolchain, and the crates that it builds.

use std::path::Path;
use std::process::Command;

use super::requirement::Found;
use crate::outcome::Outcome;
use crate::project::Project;
use crate::run;

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

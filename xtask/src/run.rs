//! Other programs, what is said to the user, and how long things take.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::outcome::Outcome;

/// The Cargo that runs this program.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Playwright's test runner, in the folder of the tests.
pub fn playwright(folder: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npx.cmd" } else { "npx" });
    command.args(["--no-install", "playwright", "test"]).current_dir(folder);
    command
}

/// Runs a command whose output the user sees.
pub fn run(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status})", line(command))),
        Err(error) => Err(format!("`{}` did not start: {error}", line(command))),
    }
}

/// What a command prints, or `None` if it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be run.
pub fn exists(program: &str) -> bool {
    output(Command::new(program).arg("--version")).is_some()
}

/// PATH with more folders in front.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).map_err(|error| format!("PATH: {error}"))
}

/// Prints to standard output. Whoever reads it may stop reading, which is no reason to fail.
pub fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}

/// Does one step of a task between a line that names it and one that says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    say(&format!("── {name}"));
    let start = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    say(&format!("── {name}: {word} in {:.1} s", start.elapsed().as_secs_f64()));
    outcome
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The program that runs now. `cargo test` may have built it anew since it was started: Linux then calls the old one
/// deleted, and the new one lies in its place.
pub fn own_program() -> Outcome<PathBuf> {
    let program =
        std::env::current_exe().map_err(|error| format!("the path of this program is unknown: {error}"))?;
    let name = program.to_string_lossy();
    Ok(name.strip_suffix(" (deleted)").map(PathBuf::from).unwrap_or_else(|| program.clone()))
}

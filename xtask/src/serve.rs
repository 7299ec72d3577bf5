//! The page on this machine, while it is being worked on.
//!
//! Trunk builds and serves, but does not watch the sources. Its watcher takes all folders below the ones that it is
//! given, what a build writes among them, and aborts when a compiler renames one of those at a bad moment; and of single
//! files it loses those that an editor saves by putting a new one in their place. So [`watch`] notices changes, in a
//! process of its own, and tells Trunk by writing the one file that Trunk watches, which nothing else touches.

mod watch;

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::{Arg, ArgMatches, value_parser};

use crate::args;
use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::{self, Project};
use crate::{files, page, run, trunk};

pub use watch::{FOLDERS as SOURCE_FOLDERS, options as watch_options, watch};

pub const NEEDS: &[Need] = trunk::NEEDS;

pub fn options() -> Vec<Arg> {
    let port =
        args::option("port", "N", "Of the page's address, if not 8080").value_parser(value_parser!(u16));
    vec![port, args::plan(), args::flag("release", "Optimizes as a release does, which takes longer")]
}

pub fn serve(project: &Project, args: &ArgMatches) -> Outcome {
    let port = args.get_one("port").copied().unwrap_or(8080);
    let plan = args::path_of(args, "plan").unwrap_or_else(|| project.default_plan());
    let release = args.get_flag("release");

    page::load(&plan)?;
    let tools = needs::meet(project, NEEDS)?;
    // Asked before the build, which takes longer than anybody wants to wait for this answer.
    free(port)?;
    // By port, so that two pages of one clone do not disturb each other.
    let out = project.generated().join("serve").join(port.to_string());
    let stamp = stamp(port)?;
    files::write(&stamp, "")?;

    let mut command = trunk::trunk(project, &tools, "serve", &plan, &out)?;
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    command.args(["--disable-address-lookup", "true"]);
    if release {
        command.arg("--release");
    }
    command.arg("--watch").arg(&stamp);
    command.stdin(start_watching(project, &plan, &stamp)?);
    run::say(&format!("要点 will be at http://127.0.0.1:{port}/ as soon as it is built. Ctrl-C ends it."));
    hand_over(&mut command)
}

/// The file that is written after every change, which Trunk watches. Outside of the project, where nobody tidies up.
pub fn stamp(port: u16) -> Outcome<PathBuf> {
    Ok(project::cache_folder()?.join("serve").join(port.to_string()))
}

fn free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| format!("port {port} cannot be used ({error}); choose another with --port"))
}

/// Starts the watcher, and returns once it notices every change. It ends with the process that gets the other end of its
/// standard input, however that one ends.
fn start_watching(project: &Project, plan: &Path, stamp: &Path) -> Outcome<Stdio> {
    let failed = |reason: String| format!("the watcher did not start: {reason}");
    let own = run::own_program().map_err(failed)?;
    let mut command = Command::new(own);
    command.arg("watch").arg("--plan").arg(plan).arg(stamp).current_dir(&project.root);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut watcher = command.spawn().map_err(|error| failed(error.to_string()))?;
    let (Some(input), Some(output)) = (watcher.stdin.take(), watcher.stdout.take()) else {
        return Err(failed("it has no input and no output".to_owned()));
    };
    match BufReader::new(output).lines().next() {
        Some(Ok(_)) => Ok(input.into()),
        _ => Err(failed("it has said why".to_owned())),
    }
}

/// Becomes Trunk, so that a signal to this process reaches it and no server stays behind.
#[cfg(unix)]
fn hand_over(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("Trunk did not start: {}", command.exec()))
}

#[cfg(not(unix))]
fn hand_over(command: &mut Command) -> Outcome {
    run::run(command)
}

//! The page on this machine, while it is being worked on.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use crate::args::Args;
use crate::needs::{self, Need};
use crate::project::Project;
use crate::{Outcome, files, page, run, trunk};

pub const NEEDS: &[Need] = trunk::NEEDS;

/// Folders whose changes call for no new build. Without this, Trunk would see what the build itself writes, and build
/// without end. All else is watched as a whole: to watch single files is to lose those that an editor saves by
/// putting a new file in their place.
const UNWATCHED: &[&str] = &["dist", "generated", "target", "tests", "tools"];

pub fn serve(project: &Project, mut args: Args) -> Outcome {
    let port = match args.option("--port")? {
        None => 8080,
        Some(text) => text.parse().map_err(|_| format!("--port wants a number up to 65535, not {text:?}"))?,
    };
    let plan = args.path("--plan")?.unwrap_or_else(|| project.default_plan());
    let release = args.flag("--release");
    args.done()?;

    page::load(&plan)?;
    let tools = needs::meet(project, NEEDS)?;
    files::create_folder(&project.generated())?;
    // Asked before the build, which takes longer than anybody wants to wait for this answer.
    free(port)?;

    let mut command = trunk::trunk(project, &tools, "serve", &plan, &project.generated().join("serve"))?;
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    command.args(["--disable-address-lookup", "true"]);
    if release {
        command.arg("--release");
    }
    command.arg("--watch").arg(&project.root);
    if !plan.starts_with(&project.root) {
        command.arg("--watch").arg(&plan);
    }
    // Trunk refuses to ignore what is not there.
    let unwatched = UNWATCHED.iter().map(|name| project.root.join(name));
    for folder in unwatched.chain([project.target()]).filter(|folder| folder.is_dir()) {
        command.arg("--ignore").arg(folder);
    }
    run::say(&format!("要点 will be at http://127.0.0.1:{port}/ as soon as it is built. Ctrl-C ends it."));
    hand_over(&mut command)
}

fn free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| format!("port {port} cannot be used ({error}); choose another with --port"))
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

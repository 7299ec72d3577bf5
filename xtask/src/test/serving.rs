//! That `cargo xtask serve` watches nothing that a build writes, and builds anew after a change.
//!
//! A watched folder that a compiler renames at a bad moment ends Trunk, which is a race and cannot be tested. That there is
//! no such folder can: Linux lists what a process watches.

mod watched;

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run, serve};

/// When a build counts as stuck. Only a failure takes this long.
const PATIENCE: Duration = Duration::from_secs(600);
/// What Trunk says once a page is built, and once it is served.
const BUILT: &str = "success";
const SERVED: &str = "server listening";

pub fn serving(project: &Project) -> Outcome {
    if !cfg!(target_os = "linux") {
        run::say("Left out: only Linux tells what a process watches.");
        return Ok(());
    }
    let folder = std::env::temp_dir().join(format!("yaodian-serving-{}", std::process::id()));
    let outcome = serve_and_change(project, &folder);
    files::remove_folder(&folder)?;
    outcome
}

fn serve_and_change(project: &Project, folder: &Path) -> Outcome {
    // A plan of its own, so that what changes is no file of the project.
    let plan = folder.join("plan.json");
    let titled = |title: &str| with_title(&project.default_plan(), title);
    files::write(&plan, titled("第一版")?)?;
    let mut server = Server::start(project, &plan)?;
    server.wait_for(SERVED)?;
    server.expect("第一版")?;
    let stamp = serve::stamp(server.port)?;
    watched::only_sources(project, server.process.id(), &[&stamp, folder])?;

    let new = folder.join("new.json");
    files::write(&new, titled("第二版")?)?;
    files::rename(&new, &plan)?;
    server.wait_for(BUILT)?;
    server.expect("第二版")?;
    server.end()
}

fn with_title(plan: &Path, title: &str) -> Outcome<String> {
    let failed = |error| format!("{}: {error}", plan.display());
    let mut plan: serde_json::Value = serde_json::from_str(&files::read_text(plan)?).map_err(failed)?;
    plan["title"] = title.into();
    Ok(plan.to_string())
}

/// `cargo xtask serve`, and what it prints.
struct Server {
    process: Child,
    port: u16,
    lines: Receiver<String>,
}

impl Server {
    fn start(project: &Project, plan: &Path) -> Outcome<Server> {
        let failed = |error: std::io::Error| format!("`serve` did not start: {error}");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.map_err(failed)?.port();
        let mut command = Command::new(run::own_program()?);
        command.args(["serve", "--port", &port.to_string(), "--plan"]).arg(plan).current_dir(&project.root);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().map_err(failed)?;
        let (sender, lines) = channel();
        pass_on(process.stdout.take(), sender.clone());
        pass_on(process.stderr.take(), sender);
        Ok(Server { process, port, lines })
    }

    fn wait_for(&mut self, words: &str) -> Outcome {
        let mut said = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(words) => return Ok(()),
                Ok(line) => said.push(line),
                Err(error) => {
                    return Err(format!(
                        "`serve` did not say {words:?} ({error}), but:\n{}",
                        said.join("\n")
                    ));
                }
            }
        }
    }

    /// Fails if the page that is served does not contain a text.
    fn expect(&self, text: &str) -> Outcome {
        let page = get(self.port).map_err(|error| format!("the page cannot be had: {error}"))?;
        page.contains(text).then_some(()).ok_or_else(|| format!("the page does not contain {text:?}"))
    }

    /// Ends it, and fails if something of it stays behind: whatever still has its output could write to it.
    fn end(mut self) -> Outcome {
        self.process.kill().map_err(|error| format!("`serve` cannot be ended: {error}"))?;
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Err(error) => return Err(format!("something of `serve` stays behind when it ends: {error}")),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn pass_on(output: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(output) = output else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}

/// Trunk says that it listens a moment before it does.
fn connect(port: u16) -> std::io::Result<TcpStream> {
    let since = Instant::now();
    loop {
        match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::ConnectionRefused && since.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(50));
            }
            outcome => return outcome,
        }
    }
}

fn get(port: u16) -> std::io::Result<String> {
    let mut stream = connect(port)?;
    stream.write_all(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

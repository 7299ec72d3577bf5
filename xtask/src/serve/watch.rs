//! Notices when a source of the page changes.
//!
//! Sources are watched as folders, since an editor may save a file by putting a new one in its place. Of the root, where
//! builds have their folders too, only what lies in it directly is watched, and of that only [`FILES`] and the coming and
//! going of [`FOLDERS`] count.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use clap::{Arg, ArgMatches};

use crate::args;
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};

/// Folders of the root with everything that the page is made of, and nothing that a build writes.
pub const FOLDERS: &[&str] = &["crates", "plans", "public", "src", "style", "xtask"];
/// Files of the root that the page is made of, except those that Cargo writes.
const FILES: &[&str] = &["Cargo.toml", "index.html"];
/// So long nothing may happen before a change counts as finished: saving is several steps, changing branches many.
const QUIET: Duration = Duration::from_millis(50);

const STAMP: &str = "FILE";

pub fn options() -> Vec<Arg> {
    vec![args::file(STAMP, "Is written after every change"), args::plan()]
}

/// Says that it watches, then writes a file whenever sources have changed, until its standard input ends.
pub fn watch(project: &Project, args: &ArgMatches) -> Outcome {
    let plan = args::path_of(args, "plan").unwrap_or_else(|| project.default_plan());
    let stamp = args::path_of(args, STAMP).unwrap_or_default();
    let mut changes = Changes::of(&project.root, &plan)?;
    run::say("watching");
    let own = stamp.clone();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = std::fs::remove_file(own);
        std::process::exit(0);
    });
    for number in 1_u64.. {
        changes.next()?;
        files::write(&stamp, number.to_string())?;
    }
    Ok(())
}

/// The changes of a project's sources.
struct Changes {
    sources: Sources,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Changes {
    fn of(root: &Path, plan: &Path) -> Outcome<Changes> {
        let sources = Sources { root: real(root)?, plan: real(plan)? };
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| failed(&error))?;
        let mut watch = |path: &Path, mode| watcher.watch(path, mode).map_err(|error| failed(&error));
        watch(&sources.root, RecursiveMode::NonRecursive)?;
        for folder in sources.folders().filter(|folder| folder.is_dir()) {
            watch(&folder, RecursiveMode::Recursive)?;
        }
        if let (false, Some(folder)) = (sources.is_inside(&sources.plan), sources.plan.parent()) {
            watch(folder, RecursiveMode::NonRecursive)?;
        }
        Ok(Changes { sources, watcher, events })
    }

    /// Waits for the next change to be finished. What has changed by then, for whoever wants to know; empty if that is
    /// not known.
    fn next(&mut self) -> Outcome<Vec<PathBuf>> {
        let mut changed = loop {
            let event = self.events.recv().map_err(|_| ended())?;
            if let Some(paths) = self.handle(event)? {
                break paths;
            }
        };
        let mut finished = Instant::now() + QUIET;
        loop {
            match self.events.recv_timeout(finished.saturating_duration_since(Instant::now())) {
                Ok(event) => {
                    if let Some(paths) = self.handle(event)? {
                        changed.extend(paths);
                        finished = Instant::now() + QUIET;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(changed),
                Err(RecvTimeoutError::Disconnected) => return Err(ended()),
            }
        }
    }

    /// The sources that an event is about, if it is about any.
    fn handle(&mut self, event: notify::Result<Event>) -> Outcome<Option<Vec<PathBuf>>> {
        let event = event.map_err(|error| failed(&error))?;
        let changed = self.sources.changed(&event);
        // A folder of sources that comes anew, as when branches are changed, is watched from then on.
        for path in changed.iter().flatten() {
            if self.sources.folders().any(|folder| folder == *path) && path.is_dir() {
                // It may be gone again by now.
                let _ = self.watcher.watch(path, RecursiveMode::Recursive);
            }
        }
        Ok(changed)
    }
}

/// What counts as a source.
struct Sources {
    root: PathBuf,
    plan: PathBuf,
}

impl Sources {
    /// The sources that an event is about; `None` if it is about none, or changes nothing. Events were lost where the
    /// system says so, and then anything may have changed.
    fn changed(&self, event: &Event) -> Option<Vec<PathBuf>> {
        if event.need_rescan() {
            return Some(Vec::new());
        }
        let writes = match event.kind {
            EventKind::Create(_) | EventKind::Remove(_) => true,
            EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
            EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
            EventKind::Any | EventKind::Other => false,
        };
        let sources: Vec<_> =
            event.paths.iter().filter(|path| writes && self.is_source(path)).cloned().collect();
        (!sources.is_empty()).then_some(sources)
    }

    fn is_source(&self, path: &Path) -> bool {
        path == self.plan || (self.is_inside(path) && !is_scratch(path))
    }

    /// Whether it is one of the root's files and folders of sources, or in one of those.
    fn is_inside(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let is_one_of = |names: &[&str], path: &Path| names.iter().any(|name| path == Path::new(name));
        let first = inside.iter().next().map(Path::new).unwrap_or(inside);
        is_one_of(FILES, inside) || is_one_of(FOLDERS, first)
    }

    fn folders(&self) -> impl Iterator<Item = PathBuf> {
        FOLDERS.iter().map(|name| self.root.join(name))
    }
}

/// What editors put beside the files that are being edited.
fn is_scratch(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

/// As systems name paths in events.
fn real(path: &Path) -> Outcome<PathBuf> {
    path.canonicalize().map_err(|error| format!("{}: {error}", path.display()))
}

fn ended() -> String {
    "changes are no longer noticed: the watcher has ended".to_owned()
}

fn failed(error: &notify::Error) -> String {
    format!("changes cannot be noticed: {error}")
}

#[cfg(test)]
mod tests;

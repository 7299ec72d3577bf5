//! A release: the files of a website that needs no more than to be handed out. What in them is about the plan, and what
//! lists them.
//!
//! The program is the same whatever the plan, and the security policy too: it has hashes of scripts, and the plan is data.
//! So a release becomes that of another plan by writing five of its files anew: see [`with_plan`].
//!
//! - `fragments`: the parts of the page, and the manifest, that are about the plan.
//! - `listing`: what the service worker keeps, and the list of all files.
//! - [`sounds`]: the readings of the plan's characters.

mod file;
mod fragments;
mod listing;
pub mod sounds;

pub use file::{File, INDEX, MANIFEST, SUMS, Sum, WORKER};
pub use fragments::{body, manifest};
pub use listing::{When, listed, when, without_comments, worker};

use yaodian_plan::Plan;
use yaodian_plan::sort::sort_by;

use crate::single;

/// The files of a release with another plan in it, and the readings of its characters. `None` if some of the files that are
/// about the plan are not there, or no such files.
///
/// The names in it are those of the program's own files and the plan's id: nothing of what a plan says.
pub fn with_plan(mut files: Vec<File>, plan: &Plan, readings: &str) -> Option<Vec<File>> {
    let text = |name: &str| {
        let file = files.iter().find(|file| file.name == name)?;
        std::str::from_utf8(&file.bytes).ok()
    };
    let index = text(INDEX)?;
    let name = single::name(&plan.id);
    let old = single::announced(index)?.to_owned();
    let whole = single::with_plan(text(&old)?, plan, readings)?;
    let old_sounds = sounds::file_of(index)?.to_owned();
    let index = single::announcing(&single::with_plan(index, plan, readings)?, &name)?;
    let (index, file) = sounds::set_apart(&index, readings)?;
    files.retain(|file| ![INDEX, MANIFEST, WORKER, SUMS, &old, &old_sounds].contains(&&*file.name));
    files.push(file);
    let written = [(INDEX, index), (MANIFEST, manifest(plan)), (&name, whole)];
    files.extend(written.map(|(name, text)| File::new(name, text.into_bytes())));
    Some(closed(files))
}

/// The files with what lists them: the worker, and the list of all files.
pub fn closed(mut files: Vec<File>) -> Vec<File> {
    files.retain(|file| ![WORKER, SUMS].contains(&&*file.name));
    sort_by(&mut files, &|one, other| one.name < other.name);
    files.push(File::new(WORKER, worker(&files).into_bytes()));
    files.push(File::new(SUMS, listing::list(&files).into_bytes()));
    files
}

#[cfg(test)]
mod tests;

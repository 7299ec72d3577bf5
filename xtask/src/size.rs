//! What the page weighs, and the promise that it stays light.

mod contents;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Arg, ArgMatches};

use crate::args;
use crate::dist::{Format, compressed_size, is_compressed_copy, named, when};
use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};
use table::{Row, Table};

pub const NEEDS: &[Need] = &[Need::WasmOpt];

/// A first visit may cost this much, compressed, in bytes. What is fetched when it is needed does not count.
const LIMIT: usize = 150_000;
const GOAL: usize = 140_000;

pub fn options() -> Vec<Arg> {
    vec![args::path("dir", "DIR", "The folder of the release, if not dist/")]
}

pub fn size(project: &Project, args: &ArgMatches) -> Outcome {
    let folder = args::path_of(args, "dir").unwrap_or_else(|| project.dist());
    let verdict = check(&folder);
    match named_wasm(project)? {
        Some(wasm) => run::say(&format!("\n{}", contents::summary(&wasm)?)),
        None => run::say("\nWhat the WebAssembly is made of is known after `cargo xtask dist`."),
    }
    verdict
}

/// Prints the files of a release and fails if a first visit costs too much.
pub fn check(folder: &Path) -> Outcome {
    if !folder.join("index.html").is_file() {
        return Err(format!("there is no release in {}; `cargo xtask dist` makes it", folder.display()));
    }
    let table = measure(folder)?;
    run::say(table.text(GOAL, LIMIT).trim_end());
    let total = table.first_visit().brotli;
    if total > LIMIT {
        return Err(format!("a first visit costs {total} bytes of brotli, more than {LIMIT}"));
    }
    Ok(())
}

fn measure(folder: &Path) -> Outcome<Table> {
    let mut rows = Vec::new();
    for file in files::list(folder)?.into_iter().filter(|file| !is_compressed_copy(file)) {
        let path = folder.join(&file);
        let bytes = files::read(&path)?;
        rows.push(Row {
            when: when(&file),
            name: file.display().to_string(),
            raw: bytes.len(),
            // A server sends a file as it is when compressing would not help.
            gzip: compressed_size(&path, &bytes, Format::Gzip)?.min(bytes.len()),
            brotli: compressed_size(&path, &bytes, Format::Brotli)?.min(bytes.len()),
        });
    }
    Ok(Table { rows })
}

/// The page's module once more, with the names of its functions, which wasm-opt drops unless it is asked to keep them.
fn named_wasm(project: &Project) -> Outcome<Option<Vec<u8>>> {
    let source = named(project);
    if !source.is_file() {
        return Ok(None);
    }
    let tools = needs::meet(project, NEEDS)?;
    let named: PathBuf = project.generated().join("named.wasm");
    files::create_folder(&project.generated())?;
    let mut command = Command::new(tools.program(Need::WasmOpt)?);
    run::run(command.args(["-Oz", "--debuginfo"]).arg(&source).arg("--output").arg(&named))?;
    files::read(&named).map(Some)
}

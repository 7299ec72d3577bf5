//! The chunks of the app, which few visits need, split off its WebAssembly. `src/chunks/placement.rs` says what belongs to which.
//!
//! The linker's module says of every function what it uses, so what only functions of a chunk use goes with them, texts
//! included. What is left becomes the page's module; wasm-bindgen and wasm-opt see only the result.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{exports, imports, likeness, loader, places, shared, table};
use crate::needs::{Need, Tools};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};

/// The folder of a release that holds them.
pub const FOLDER: &str = "chunks";

/// What rustc makes use of; a module without its names does not say it of itself.
pub(super) const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// The smallest after brotli of two dozen orders of passes. `--low-memory-unused` holds because the linker puts the
/// stack first, so no value has an address below 1024. Not `--closed-world`, since chunks share tables with the page's
/// module, and not `--traps-never-happen`, since checks of bounds are traps.
///
/// A function that is called once is copied into its caller only while it is short: what is left has more that is alike.
const SMALLEST: &[&str] = &[
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=60",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// Where the page's module lies before wasm-opt has dropped the names of its functions.
pub fn named(project: &Project) -> PathBuf {
    bound(project).join("yaodian_bg.wasm")
}

fn work(project: &Project) -> PathBuf {
    project.generated().join(FOLDER)
}

fn bound(project: &Project) -> PathBuf {
    work(project).join("bound")
}

/// Puts the page's module and script in the place of those that Trunk wrote, and the chunks into a folder beside them.
/// The script is bundled with the one that fetches the chunks.
pub fn split(project: &Project, tools: &Tools, folder: &Path) -> Outcome {
    let (split, bound) = (work(project), bound(project));
    files::remove_folder(&split)?;
    files::create_folder(&bound)?;
    let linked = project.target()?.join("wasm32-unknown-unknown/release/yaodian.wasm");
    let mut command = Command::new(tools.program(Need::WasmSplit)?);
    run::run(command.args(["--out-name", "yaodian"]).arg(&linked).arg(&split))?;

    let mut command = Command::new(tools.program(Need::WasmBindgen)?);
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "yaodian"]);
    run::run(command.arg("--out-dir").arg(&bound).arg(split.join("yaodian.wasm")))?;
    let (module, script) = (trunks(folder, "wasm")?, bound.join("yaodian.js"));
    let entry = exports::prepare(&script)?;
    let (esbuild, wasm_opt) = (tools.program(Need::Esbuild)?, tools.program(Need::WasmOpt)?);
    let extension = wasm_opt.extension().unwrap_or_default();
    let metadce = wasm_opt.with_file_name("wasm-metadce").with_extension(extension);
    exports::drop_unused(esbuild, &metadce, FEATURES, &named(project), &entry, &split.join(LOADER))?;
    let merge = wasm_opt.with_file_name("wasm-merge").with_extension(extension);
    let mut loader = shared::join(&split, &files::read_text(&split.join(LOADER))?, &merge, FEATURES)?;
    let chunks: Vec<PathBuf> = files::list(&split)?.into_iter().filter(|file| is_chunk(file)).collect();
    let of_chunks = chunks.iter().map(|file| (split.join(file), bound.join(file)));
    shrink(tools, &of_chunks.chain([(named(project), module.clone())]).collect::<Vec<_>>())?;
    let (shorter, glue) = imports::shorten(&files::read(&module)?, &files::read_text(&script)?)?;
    files::write(&module, shorter)?;
    files::write(&script, glue)?;

    for file in &chunks {
        let bytes = files::read(&bound.join(file))?;
        let digest = files::digest(&bytes);
        let stem = file.with_extension("").display().to_string();
        let name = format!("{FOLDER}/{}-{digest}.wasm", stem.trim_start_matches("split_"));
        files::write(&folder.join(&name), bytes)?;
        let before = format!("\"./{}\"", file.display());
        if !loader.contains(&before) {
            return Err(format!("{LOADER} does not name {before}"));
        }
        loader = loader.replace(&before, &format!("\"./{name}\""));
    }
    files::write(&bound.join(LOADER), loader::whole_chunks(&loader)?)?;
    let mut command = Command::new(esbuild);
    command.arg(entry).args(["--bundle", "--format=esm", "--log-level=error"]);
    command.arg("--allow-overwrite").arg(format!("--outfile={}", trunks(folder, "js")?.display()));
    run::run(&mut command)
}

/// What the splitting tool calls the script that fetches the chunks.
const LOADER: &str = "__wasm_split.js";

fn is_chunk(file: &Path) -> bool {
    let name = file.to_str().unwrap_or_default();
    (name.starts_with("split_") || name.starts_with("chunk_")) && name.ends_with(".wasm")
}

/// The file of a kind that Trunk has named after the app and a digest.
fn trunks(folder: &Path, kind: &str) -> Outcome<PathBuf> {
    let is_it = |file: &PathBuf| {
        let name = file.to_str().unwrap_or_default();
        name.starts_with("yaodian-") && file.extension().is_some_and(|found| found == kind)
    };
    let found: Vec<_> = files::list(folder)?.into_iter().filter(is_it).collect();
    match found.as_slice() {
        [file] => Ok(folder.join(file)),
        _ => Err(format!("Trunk was expected to write one .{kind} file of the app, not {found:?}")),
    }
}

/// Modules, each from one file to another, as many at a time as there are cores, the largest first.
fn shrink(tools: &Tools, modules: &[(PathBuf, PathBuf)]) -> Outcome {
    let wasm_opt = tools.program(Need::WasmOpt)?;
    let shrink_one = |(from, to): &(PathBuf, PathBuf)| {
        let optimize = |passes: &[&str], from: &Path| {
            let mut command = Command::new(wasm_opt);
            run::run(command.args(FEATURES).args(passes).arg(from).arg("--output").arg(to))
        };
        optimize(SMALLEST, from)?;
        let mut module = files::read(to)?;
        places::blank(&mut module)?;
        files::write(to, likeness::name_by_rank(&module)?)?;
        optimize(likeness::REORDER, to)?;
        files::write(to, table::drop_empty_segments(&files::read(to)?)?)
    };
    let mut left: Vec<&(PathBuf, PathBuf)> = modules.iter().collect();
    left.sort_by_key(|(from, _)| std::fs::metadata(from).map_or(0, |file| file.len()));
    let left = std::sync::Mutex::new(left);
    let work = || -> Outcome {
        loop {
            let next = left.lock().map_err(|error| error.to_string())?.pop();
            match next {
                Some(module) => shrink_one(module)?,
                None => return Ok(()),
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let ended =
            workers.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("wasm-opt: stopped".to_owned())));
        ended.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_what_was_split_off() {
        assert!(is_chunk(Path::new("split_office.wasm")) && is_chunk(Path::new("chunk_3.wasm")));
        assert!(!is_chunk(Path::new("yaodian.wasm")) && !is_chunk(Path::new(LOADER)));
    }

    #[test]
    fn trunk_writes_one_file_of_each_kind() {
        let folder = std::env::temp_dir().join(format!("yaodian-chunks-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        files::write(&folder.join("yaodian-01.js"), "").unwrap();
        files::write(&folder.join("sw.js"), "").unwrap();
        assert_eq!(trunks(&folder, "js").unwrap(), folder.join("yaodian-01.js"));
        assert!(trunks(&folder, "wasm").unwrap_err().contains(".wasm"));
        files::remove_folder(&folder).unwrap();
    }
}

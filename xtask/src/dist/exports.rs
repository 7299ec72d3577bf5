//! What the page's WebAssembly exports and its script never uses, left out of both.
//!
//! wasm-bindgen exports the classes of every crate that is linked, used or not. Leptos brings three for streams: 1 KB of
//! brotli on a first visit.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use wasmparser::{Parser, Payload};

use crate::outcome::Outcome;
use crate::{files, run};

/// What the page and the script that fetches the chunks import from wasm-bindgen's script.
const ENTRY: &str = "export { default, initSync } from \"./yaodian.js\";\n";

/// Prepares wasm-bindgen's script so that esbuild can leave out the classes that nobody imports: what esbuild cannot know
/// to have no effect is marked or taken out. Returns the script to bundle instead.
///
/// # Errors
/// The files cannot be read or written.
pub fn prepare(script: &Path) -> Outcome<PathBuf> {
    let text = files::read_text(script)?;
    let lines = text.lines().filter(|line| !line.starts_with("if (Symbol.dispose) "));
    let text = lines.collect::<Vec<_>>().join("\n");
    files::write(
        script,
        text.replace("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry("),
    )?;
    let entry = script.with_file_name("entry.js");
    files::write(&entry, ENTRY)?;
    Ok(entry)
}

/// Takes the exports out of a module that neither the script to bundle nor the one that fetches the chunks uses, and what
/// only they use.
///
/// # Errors
/// The module cannot be read, or a tool fails.
pub fn drop_unused(
    esbuild: &Path,
    metadce: &Path,
    features: &[&str],
    module: &Path,
    entry: &Path,
    loader: &Path,
) -> Outcome {
    let mut bundle = Command::new(esbuild);
    // The script that fetches the chunks gets their names later, but what it uses of the page's module is known.
    bundle.arg(entry).args(["--bundle", "--format=esm", "--external:./__wasm_split.js"]);
    let mut script = run::output(&mut bundle).ok_or("esbuild: the script cannot be bundled")?;
    script.push_str(&files::read_text(loader)?);
    let graph = module.with_file_name("exports.json");
    files::write(&graph, graph_of(&exports(&files::read(module)?)?, &script))?;
    let mut command = Command::new(metadce);
    // The names of functions say what the module is made of.
    command.args(features).arg("--debuginfo").arg("--graph-file").arg(&graph);
    // It lists what it took out.
    let listed = run::output(command.arg(module).arg("--output").arg(module));
    listed.map(|_| ()).ok_or_else(|| format!("wasm-metadce: {} cannot be read", module.display()))
}

fn exports(module: &[u8]) -> Outcome<Vec<String>> {
    let failed = |error: wasmparser::BinaryReaderError| format!("WebAssembly: {error}");
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(section) = payload.map_err(failed)? {
            for export in section {
                names.push(export.map_err(failed)?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The exports that the script reaches, as wasm-metadce reads it.
fn graph_of(exports: &[String], script: &str) -> String {
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
    let words: HashSet<&str> = script.split(|char| !is_part(char)).collect();
    let used: Vec<_> = exports.iter().filter(|name| words.contains(name.as_str())).collect();
    let mut nodes = vec![json!({ "name": "script", "root": true, "reaches": used })];
    nodes.extend(used.iter().map(|name| json!({ "name": name, "export": name })));
    serde_json::Value::from(nodes).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_that_the_script_names_are_reached() {
        let exports = ["memory", "__wbg_source_free", "free"].map(str::to_owned);
        assert_eq!(
            graph_of(&exports, "wasm.memory.buffer; wasm.__wbg_source_free_2(1); x.free"),
            r#"[{"name":"script","reaches":["memory","free"],"root":true},{"export":"memory","name":"memory"},{"export":"free","name":"free"}]"#
        );
    }
}

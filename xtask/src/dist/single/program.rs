//! The program in the single file: all modules of WebAssembly compressed as one, and the small one that unpacks them.

use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter, MfType, Write};

use super::super::chunks::FEATURES;
use super::super::{compress, places};
use crate::needs::{Need, Tools};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run, trunk};

const CRATE: &str = "yaodian-unpack";
const TARGET: &str = "wasm32-unknown-unknown";
/// A module and the name by which the script asks for it.
pub type Named = (String, Vec<u8>);

/// Builds the module that unpacks. It gets smaller where wasm-opt is among the tools.
pub fn build_unpacker(project: &Project, tools: &Tools) -> Outcome<Vec<u8>> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--quiet", "--release", "--package", CRATE, "--target", TARGET]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", trunk::path_flags().join(" "));
    cargo.env("CARGO_PROFILE_RELEASE_STRIP", "true");
    run::run(cargo.current_dir(&project.root))?;
    let built = project.target()?.join(TARGET).join("release/yaodian_unpack.wasm");
    let Ok(wasm_opt) = tools.program(Need::WasmOpt) else { return files::read(&built) };
    let smaller = project.generated().join("unpack.wasm");
    let mut command = Command::new(wasm_opt);
    run::run(command.args(FEATURES).arg("-Oz").arg(&built).arg("--output").arg(&smaller))?;
    let mut module = files::read(&smaller)?;
    places::blank(&mut module)?;
    Ok(module)
}

/// The elements of the page that hold them. The names and sizes of the modules stand beside their text, in its order.
pub fn elements(unpacker: &[u8], modules: &[Named]) -> Outcome<String> {
    let sizes: Vec<String> = modules.iter().map(|(name, bytes)| format!("{name} {}", bytes.len())).collect();
    let (text, sizes) = (yaodian_unpack::encode(&packed(modules)?), sizes.join(" "));
    let unpacker = STANDARD.encode(compress::gzip(unpacker)?);
    Ok(format!(
        "<script type=\"application/octet-stream\" id=\"unpacker\">{unpacker}</script>\n\
         <script type=\"application/octet-stream\" id=\"program\" data-modules=\"{sizes}\">{text}</script>\n"
    ))
}

/// The modules as one stream.
fn packed(modules: &[Named]) -> Outcome<Vec<u8>> {
    let whole: usize = modules.iter().map(|(_, bytes)| bytes.len()).sum();
    let window = u32::try_from(whole.next_power_of_two().max(1 << 16)).map_err(|error| error.to_string())?;
    let options = LzmaOptions {
        dict_size: window,
        lc: 4,
        lp: 0,
        // WebAssembly has no alignment.
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        mf: MfType::Bt4,
        ..LzmaOptions::with_preset(9)
    };
    let failed = |error| format!("LZMA: {error:?}");
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(whole as u64)).map_err(failed)?;
    for (_, bytes) in modules {
        writer.write_all(bytes).map_err(failed)?;
    }
    writer.finish().map_err(failed)
}

//! The release: a folder of files that works under any path of any web server, and beside them all of it as one file.

mod compress;
mod csp;
mod publish;
mod single;
mod tags;

use std::path::Path;

use crate::args::Args;
use crate::needs::{self, Need};
use crate::project::Project;
use crate::{Outcome, files, page, run, trunk};
use csp::Form;

pub use compress::{brotli, gzip, is_compressed_copy};
pub use single::is_single;

/// What is quick to get stands first: nobody should wait for a build to hear that something else is missing.
pub const NEEDS: &[Need] = &[Need::WasmTarget, Need::Crates, Need::WasmOpt, Need::Trunk, Need::WasmBindgen];

pub fn dist(project: &Project, mut args: Args) -> Outcome {
    let plan = args.path("--plan")?.unwrap_or_else(|| project.default_plan());
    let out = args.path("--out")?.unwrap_or_else(|| project.dist());
    let compress = !args.flag("--no-compress");
    args.done()?;
    build(project, &plan, &out, compress)?;
    run::say(&format!("The release is in {}.", out.display()));
    Ok(())
}

/// Builds in a folder of its own, and puts the result in place only when all of it is there.
pub fn build(project: &Project, plan: &Path, out: &Path, compress: bool) -> Outcome {
    let plan_id = page::load(plan)?.id;
    publish::check(out)?;
    let tools = needs::meet(project, NEEDS)?;
    let folder = project.generated().join("release");
    files::remove_folder(&folder)?;
    run::run(trunk::trunk(project, &tools, "build", plan, &folder)?.arg("--release"))?;
    finish(&folder, &plan_id, compress)?;
    publish::publish(&folder, out)
}

/// What is done to Trunk's output, in this order: each step sees the files as the ones before it left them.
fn finish(folder: &Path, plan_id: &str, compress: bool) -> Outcome {
    let index = folder.join("index.html");
    let page = files::read_text(&index)?;
    let name = single::name(plan_id);
    let single = single::single(&page, |file| files::read(&folder.join(file)))?;
    files::write(&folder.join(&name), single)?;
    files::write(&index, csp::secure(&single::announce(&page, &name)?, Form::Hosted)?)?;
    if compress {
        compress::compress(folder)?;
    }
    Ok(())
}

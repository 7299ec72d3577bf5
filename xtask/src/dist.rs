//! The release: a folder of files that works under any path of any web server, and beside them all of it as one file.
//!
//! What moved the weight of a first visit, each measured by a release of its own, in KB of brotli:
//!
//! - +11.6: the stable compiler's standard library, in place of one built for size
//! - −6.4: import names without digests (`dist::imports`)
//! - −2.8: functions beside those most like them (`dist::likeness`)
//! - −5.9: 工委 in a chunk; no slicing and searching of texts by the library in the page's own module
//! - −1.0: a loop in place of `collect` where many types are read
//! - −1.6: an allocator of half a kilobyte; effects that take boxed closures (`ui::boxed`)
//! - −1.0: exports that the script never uses (`dist::exports`)
//! - −0.8: `--low-memory-unused`, and a minified script in the head
//! - −2.5: the packed plan is read without early ends, each of which would drop what was read so far (`page::pack::read`)
//! - −1.6: the readings of the plan's characters come with the search (`page::release::sounds`)
//! - −1.0: a table of functions without empty segments (`dist::table`)
//! - −1.0: the worker lists sixteen digits of each digest, which the names have too
//! - −1.0: no places in library files in panics (`dist::places`)
//! - −0.3: small files of shared functions in one (`dist::shared`)
//! - −1.5: one sort in place of tables of hashes; no second copies of the library's loops over texts
//!
//! The splitting tool makes a file for every set of chunks that share something, 240 of them; [`shared`] joins them to ten.
//! Tried and not worth it: `opt-level = "s"` (+5), merging similar functions, `gufa`, the `get` and `set` of `gloo-storage`
//! (+10, see `browser::settings`).

mod chunks;
mod compress;
mod csp;
mod encoding;
mod exports;
mod html;
mod imports;
mod likeness;
mod loader;
mod minify;
mod names;
mod offline;
mod places;
mod publish;
mod shared;
mod single;
mod table;

use std::path::Path;

use clap::{Arg, ArgMatches};

use crate::args;
use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, page, run, trunk};
use csp::Form;

pub use chunks::named;
pub use compress::{Format, compressed_size, is_compressed_copy};
pub use offline::when;
use yaodian_page::release::sounds;

pub use yaodian_page::release::When;

/// What is quick to get stands first: nobody should wait for a build to hear that something else is missing.
pub const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::Crates,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmSplit,
];

pub const QUICK_NEEDS: &[Need] = trunk::NEEDS;

pub fn options() -> Vec<Arg> {
    let out = args::path("out", "DIR", "Where the release comes, if not into dist/");
    let quick = args::flag(
        "quick",
        "Builds in one module, hardly optimized, as the end-to-end tests take it while one works; into generated/quick/",
    );
    vec![args::plan(), out, args::no_compress(), quick]
}

pub fn dist(project: &Project, args: &ArgMatches) -> Outcome {
    let plan = args::path_of(args, "plan").unwrap_or_else(|| project.default_plan());
    let is_quick = args.get_flag("quick");
    let usual = if is_quick { Project::quick_dist } else { Project::dist };
    let out = args::path_of(args, "out").unwrap_or_else(|| usual(project));
    if is_quick {
        build_quick(project, &plan, &out)?;
        run::say(&format!("The quick build is in {}.", out.display()));
    } else {
        build(project, &plan, &out, !args.get_flag("no-compress"))?;
        run::say(&format!("The release is in {}.", out.display()));
    }
    Ok(())
}

const FOLDER: &str = "DIR";

pub fn seal_options() -> Vec<Arg> {
    vec![args::file(FOLDER, "The folder of a release"), args::no_compress()]
}

/// For a release in which files were changed by hand. Without it, browsers would keep the version that they have,
/// because the new one's bytes are not those that its worker lists.
pub fn seal(_project: &Project, args: &ArgMatches) -> Outcome {
    let folder = args::path_of(args, FOLDER).unwrap_or_default();
    close(&folder, !args.get_flag("no-compress"))
}

/// Builds in a folder of its own, and puts the result in place only when all of it is there.
pub fn build(project: &Project, plan: &Path, out: &Path, compress: bool) -> Outcome {
    let plan_id = page::load(plan)?.id;
    publish::check(out)?;
    let tools = needs::meet(project, NEEDS)?;
    let folder = project.generated().join("release");
    files::remove_folder(&folder)?;
    let mut trunk = trunk::trunk(project, &tools, "build", plan, &folder)?;
    run::run(trunk::release(&mut trunk))?;
    chunks::split(project, &tools, &folder)?;
    minify::minify(&folder, tools.program(Need::Esbuild)?)?;
    finish(&folder, &plan_id, &single::build_unpacker(project, &tools)?, compress)?;
    publish::publish(&folder, out)
}

/// A release in all but its weight, for tests while one works: in one module, hardly optimized, nothing compressed.
pub fn build_quick(project: &Project, plan: &Path, out: &Path) -> Outcome {
    let plan_id = page::load(plan)?.id;
    let tools = needs::meet(project, QUICK_NEEDS)?;
    let folder = project.generated().join("quick-work");
    files::remove_folder(&folder)?;
    let mut trunk = trunk::trunk(project, &tools, "build", plan, &folder)?;
    run::run(trunk.args(["--cargo-profile", "quick"]))?;
    finish(&folder, &plan_id, &single::build_unpacker(project, &tools)?, false)?;
    publish::publish(&folder, out)
}

/// What is done to Trunk's output, in this order: each step sees the files as the ones before it left them.
fn finish(folder: &Path, plan_id: &str, unpacker: &[u8], compress: bool) -> Outcome {
    names::settle(folder)?;
    let index = folder.join("index.html");
    let page = files::read_text(&index)?;
    let name = single::name(plan_id);
    let single = single::single(&page, unpacker, |file| files::read(&folder.join(file)))?;
    files::write(&folder.join(&name), single)?;
    let sounds = sounds::of(&page).ok_or("index.html has no readings")?;
    let (page, sounds) = sounds::set_apart(&page, sounds).ok_or("index.html has no place for readings")?;
    files::write(&folder.join(&sounds.name), sounds.bytes)?;
    let page = offline::register(&single::announce(&loader::whole(&page)?, &name)?)?;
    files::write(&index, csp::secure(&page, Form::Hosted)?)?;
    close(folder, compress)
}

/// What comes last, and comes again after a change by hand.
fn close(folder: &Path, compress: bool) -> Outcome {
    offline::seal(folder)?;
    if compress {
        compress::compress(folder)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use yaodian_page::pinyin;
    use yaodian_page::release::{self, File};
    use yaodian_plan::Plan;

    use super::*;
    use crate::fixture;
    use crate::page::{body, head};

    const SCRIPT: &str =
        "async function __wbg_init(at) { wasm = at; }\nexport { initSync, __wbg_init as default };\n";

    /// The release of a plan, of a program that does nothing.
    fn built(plan: &Plan) -> Vec<File> {
        let folder = std::env::temp_dir().join(format!("yaodian-dist-{}-{}", plan.id, std::process::id()));
        files::remove_folder(&folder).unwrap();
        let (head, body) = (head(plan), body(plan).unwrap());
        let page = format!(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\">{head}<link rel=\"manifest\" \
             href=\"manifest.webmanifest\"></head><body>{body}<script type=\"module\">\n\
             import init from './a-0123456789abcdef.js';\n\
             const wasm = await init({{ module_or_path: './a-0123456789abcdef_bg.wasm' }});\n</script></body></html>"
        );
        for (name, text) in [
            ("index.html", &*page),
            ("manifest.webmanifest", &*release::manifest(plan)),
            ("a-0123456789abcdef.js", SCRIPT),
            ("a-0123456789abcdef_bg.wasm", "wasm"),
            ("install/icon.svg", "icon"),
        ] {
            files::write(&folder.join(name), text).unwrap();
        }
        finish(&folder, &plan.id, b"unpacker", true).unwrap();
        let plain = |file: &PathBuf| !is_compressed_copy(file);
        let names = files::list(&folder).unwrap().into_iter().filter(plain);
        let read =
            names.map(|name| File::new(name.to_string_lossy(), files::read(&folder.join(&name)).unwrap()));
        let mut all: Vec<File> = read.collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        files::remove_folder(&folder).unwrap();
        all
    }

    #[test]
    fn the_page_makes_the_same_release_of_a_plan_as_this_does() {
        let one = fixture::plan();
        let title = "</title></script><!-- & \u{2028} 某区2024年工作要点";
        let other = Plan { id: "other-2024".into(), title: title.into(), year: 2024, ..fixture::plan() };
        let sounds = pinyin::table_for(&other).to_text();
        let mut made = release::with_plan(built(&one), &other, &sounds).unwrap();
        made.sort_by(|a, b| a.name.cmp(&b.name));
        let expected = built(&other);
        let names = |files: &[File]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&made), names(&expected));
        for (made, expected) in made.iter().zip(&expected) {
            let text = |file: &File| String::from_utf8_lossy(&file.bytes).into_owned();
            assert_eq!(text(made), text(expected), "{}", made.name);
        }
    }
}

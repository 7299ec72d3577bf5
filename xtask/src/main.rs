//! The project's own commands. `cargo xtask` prints [`TASKS`]; a new command is one more line of that table
//! and a module that holds its function.
//!
//! - [`needs`]: what the commands need from the machine, and how it is installed.
//! - [`page`]: the part of the page that is written at build time, from the plan.
//! - [`serve`], [`test`], [`test_browsers`], [`fmt`], [`dist`], [`import`], [`schema`], [`size`]: one command each.
//! - [`test_ui`]: a step of `test`.
//! - [`args`], [`files`], [`project`], [`run`], [`trunk`]: what they share.

mod args;
mod dist;
mod files;
mod fmt;
mod import;
mod needs;
mod page;
mod project;
mod run;
mod schema;
mod serve;
mod size;
mod test;
mod test_browsers;
mod test_ui;
mod trunk;

#[cfg(test)]
mod fixture;

use std::process::ExitCode;

use args::Args;
use needs::Need;
use project::Project;

/// What a command comes to: nothing more to say, or the one message that explains why it stopped.
type Outcome<T = ()> = Result<T, String>;

/// One command.
struct Task {
    name: &'static str,
    /// Its options, as the help prints them.
    usage: &'static str,
    /// What it does, in one or two lines.
    does: &'static str,
    /// What it installs if it is missing.
    needs: &'static [Need],
    run: fn(&Project, Args) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        usage: "[--port N] [--plan FILE] [--release]",
        does: "Builds the page and serves it on 127.0.0.1:8080; reloads it when a file changes.",
        needs: serve::NEEDS,
        run: serve::serve,
    },
    Task {
        name: "test",
        usage: "[--only lint|native|ui|serve|e2e]",
        does: "Everything that has to pass: formatting, lints, native tests, the view layer, serving, release, size, end-to-end tests, other browsers.",
        needs: test::NEEDS,
        run: test::test,
    },
    Task {
        name: "test-browsers",
        usage: "[--dist DIR] [--only chromium|firefox|webkit]",
        does: "The core journeys in Chromium, Firefox and WebKitGTK, on a new release or on the one in DIR.",
        needs: test_browsers::NEEDS,
        run: test_browsers::test_browsers,
    },
    Task {
        name: "fmt",
        usage: "",
        does: "Lays out Rust, style sheets and scripts as `test` wants them.",
        needs: fmt::NEEDS,
        run: fmt::fmt,
    },
    Task {
        name: "dist",
        usage: "[--plan FILE] [--out DIR] [--no-compress]",
        does: "Builds the release into dist/, for any path of any web server, and in it the same as a single file.",
        needs: dist::NEEDS,
        run: dist::dist,
    },
    Task {
        name: "seal",
        usage: "DIR [--no-compress]",
        does: "Makes a release whole again after its files were changed by hand: service worker, compressed copies.",
        needs: &[],
        run: dist::seal,
    },
    Task {
        name: "import",
        usage: "DOC [--out FILE] [--edits FILE] [--id NAME]",
        does: "Turns the text of a source document into a plan; edits.json beside DOC is applied.",
        needs: &[],
        run: import::import,
    },
    Task {
        name: "schema",
        usage: "",
        does: "Writes the JSON Schema of the plan format to plans/plan.schema.json.",
        needs: &[],
        run: schema::schema,
    },
    Task {
        name: "size",
        usage: "[--dir DIR]",
        does: "Lists what a first visit of dist/ costs, and what the WebAssembly is made of.",
        needs: size::NEEDS,
        run: size::size,
    },
    Task {
        name: "page",
        usage: "",
        does: "Writes the plan's part of the page to generated/.",
        needs: &[],
        run: page::page,
    },
    Task {
        name: "watch",
        usage: "FILE [--plan FILE]",
        does: "What `serve` runs beside Trunk: writes FILE after every change of a source.",
        needs: &[],
        run: serve::watch,
    },
    Task {
        name: "hook",
        usage: "",
        does: "What Trunk calls before every build: `page`, brought up to date first.",
        needs: &[],
        run: trunk::hook,
    },
];

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    if words.is_empty() || words.iter().any(|word| matches!(word.as_str(), "help" | "-h" | "--help")) {
        run::say(help().trim_end());
        return ExitCode::SUCCESS;
    }
    let name = words.remove(0);
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprint!("There is no task {name:?}.\n\n{}", help());
        return ExitCode::from(2);
    };
    match Project::find().and_then(|project| (task.run)(&project, Args::new(words))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cargo xtask {name}: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The table as text.
fn help() -> String {
    let mut text = String::from("cargo xtask TASK [OPTIONS]\n");
    for task in TASKS {
        let call = format!("{} {}", task.name, task.usage);
        text.push_str(&format!("\n  {}\n      {}\n", call.trim_end(), task.does));
        let needs: Vec<_> = task.needs.iter().map(|need| need.requirement().what).collect();
        if !needs.is_empty() {
            text.push_str(&format!("      Needs, and installs: {}.\n", needs.join(", ")));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_task_and_what_it_needs() {
        let help = help();
        for task in TASKS {
            assert!(help.contains(&format!("\n  {}", task.name)), "{}", task.name);
        }
        assert!(help.contains(Need::Trunk.requirement().what));
    }
}

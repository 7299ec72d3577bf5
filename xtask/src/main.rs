//! The project's own commands. `cargo xtask` prints [`TASKS`]; a new command is one more line of that table
//! and a module that holds its function.
//!
//! - [`needs`]: what the commands need from the machine, and how it is installed.
//! - [`page`]: the part of the page that is written at build time, from the plan.
//! - [`serve`], [`test`], [`test_browsers`], [`fmt`], [`dist`], [`import`], [`schema`], [`size`]: one command each.
//! - [`test_ui`]: a step of `test`.
//! - [`args`], [`files`], [`outcome`], [`project`], [`run`], [`trunk`]: what they share.

mod args;
mod dist;
mod files;
mod fmt;
mod import;
mod needs;
mod outcome;
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

use clap::{Arg, ArgMatches, Command};
use needs::Need;
use outcome::Outcome;
use project::Project;

/// One command.
struct Task {
    name: &'static str,
    /// What it does, in one or two lines.
    does: &'static str,
    /// What may stand after its name.
    options: fn() -> Vec<Arg>,
    /// What it installs if it is missing.
    needs: &'static [Need],
    run: fn(&Project, &ArgMatches) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        does: "Builds the page and serves it on 127.0.0.1:8080; reloads it when a file changes.",
        options: serve::options,
        needs: serve::NEEDS,
        run: serve::serve,
    },
    Task {
        name: "test",
        does: "Everything that has to pass: formatting, lints, native tests, the view layer, serving, release, size, end-to-end tests, other browsers.",
        options: test::options,
        needs: test::NEEDS,
        run: test::test,
    },
    Task {
        name: "test-browsers",
        does: "The core journeys in Chromium, Firefox and WebKitGTK, on a new release or on the one in DIR.",
        options: test_browsers::options,
        needs: test_browsers::NEEDS,
        run: test_browsers::test_browsers,
    },
    Task {
        name: "fmt",
        does: "Lays out Rust, style sheets and scripts as `test` wants them.",
        options: args::none,
        needs: fmt::NEEDS,
        run: fmt::fmt,
    },
    Task {
        name: "dist",
        does: "Builds the release into dist/, for any path of any web server, and in it the same as a single file.",
        options: dist::options,
        needs: dist::NEEDS,
        run: dist::dist,
    },
    Task {
        name: "seal",
        does: "Makes a release whole again after its files were changed by hand: service worker, compressed copies.",
        options: dist::seal_options,
        needs: &[],
        run: dist::seal,
    },
    Task {
        name: "import",
        does: "Turns a document (Word, Excel, web page, text) into a plan; edits.json beside it is applied.",
        options: import::options,
        needs: &[],
        run: import::import,
    },
    Task {
        name: "schema",
        does: "Writes the JSON Schema of the plan format to plans/plan.schema.json.",
        options: args::none,
        needs: &[],
        run: schema::schema,
    },
    Task {
        name: "size",
        does: "Lists what a first visit of dist/ costs, and what the WebAssembly is made of.",
        options: size::options,
        needs: size::NEEDS,
        run: size::size,
    },
    Task {
        name: "page",
        does: "Writes the plan's part of the page to generated/.",
        options: args::none,
        needs: &[],
        run: page::page,
    },
    Task {
        name: "watch",
        does: "What `serve` runs beside Trunk: writes FILE after every change of a source.",
        options: serve::watch_options,
        needs: &[],
        run: serve::watch,
    },
    Task {
        name: "hook",
        does: "What Trunk calls before every build: `page`, brought up to date first.",
        options: args::none,
        needs: &[],
        run: trunk::hook,
    },
];

fn main() -> ExitCode {
    if std::env::args().len() == 1 {
        run::say(help().trim_end());
        return ExitCode::SUCCESS;
    }
    let words = command().get_matches();
    let chosen = words
        .subcommand()
        .and_then(|(name, args)| Some((TASKS.iter().find(|task| task.name == name)?, args)));
    let Some((task, args)) = chosen else { return ExitCode::from(2) };
    match Project::find().and_then(|project| (task.run)(&project, args)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cargo xtask {}: {message}", task.name);
            ExitCode::FAILURE
        }
    }
}

/// The table for the parser.
fn command() -> Command {
    let task = |task: &Task| {
        let command = Command::new(task.name).about(task.does).args((task.options)());
        command.after_help(task.installs().unwrap_or_default())
    };
    Command::new("xtask")
        .bin_name("cargo xtask")
        .override_help(help())
        .subcommand_required(true)
        .subcommands(TASKS.iter().map(task))
}

/// The table as text.
fn help() -> String {
    let mut text = String::from("cargo xtask TASK [OPTIONS]\n");
    for task in TASKS {
        let options = (task.options)();
        let words: Vec<_> =
            [task.name.to_owned()].into_iter().chain(options.iter().map(args::usage)).collect();
        text.push_str(&format!("\n  {}\n      {}\n", words.join(" "), task.does));
        if let Some(installs) = task.installs() {
            text.push_str(&format!("      {installs}\n"));
        }
    }
    text.push_str("\ncargo xtask help TASK says what its options mean.\n");
    text
}

impl Task {
    /// A sentence about what it installs, if it does.
    fn installs(&self) -> Option<String> {
        let needs: Vec<_> = self.needs.iter().map(|need| need.requirement().what).collect();
        (!needs.is_empty()).then(|| format!("Needs, and installs: {}.", needs.join(", ")))
    }
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

    #[test]
    fn options_are_those_of_the_table() {
        command().debug_assert();
        let readme = files::read_text(&Project::find().unwrap().root.join("README.md")).unwrap();
        for task in TASKS {
            let usage: Vec<_> = (task.options)().iter().map(args::usage).collect();
            let usage = usage.join(" ").replace('|', "\\|");
            let cell = if usage.is_empty() { " ".to_owned() } else { format!(" `{usage}` ") };
            let row = format!("| `{}` |{cell}|", task.name);
            assert!(readme.contains(&row), "README.md has no row {row}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused_with_what_there_is() {
        let refused = |words: &str| {
            let words = words.split(' ');
            command().try_get_matches_from(["xtask"].into_iter().chain(words)).unwrap_err().to_string()
        };
        assert!(refused("serv").contains("serve"));
        assert!(refused("serve --prot 1").contains("--port"));
        assert!(refused("serve --port many").contains("many"));
        assert!(refused("test --only unit").contains("lint, native"));
        assert!(refused("test-browsers --only trident").contains("chromium, firefox, webkit"));
        assert!(refused("import").contains("FILE"));
    }
}

//! The kinds of words that may stand after a task's name.

use std::io;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};

/// `--name VALUE`.
pub fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// `--name PATH`, seen from the folder in which the user stands.
pub fn path(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    option(name, value, help).value_parser(absolute)
}

/// `--name`, which is there or not.
pub fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// A path without a name before it, which has to be given.
pub fn file(value: &'static str, help: &'static str) -> Arg {
    Arg::new(value).required(true).value_name(value).help(help).value_parser(absolute)
}

/// Paths without a name before them, at least one.
pub fn files(value: &'static str, help: &'static str) -> Arg {
    file(value, help).num_args(1..)
}

/// The plan that is shown, for the tasks that have the choice.
pub fn plan() -> Arg {
    path("plan", "FILE", "The plan that the page shows")
}

/// For the tasks that make a release.
pub fn no_compress() -> Arg {
    flag("no-compress", "Leaves out the copies for servers that send compressed files")
}

/// For tasks without options.
pub fn none() -> Vec<Arg> {
    Vec::new()
}

/// The value of an option that is a path, or of a file.
pub fn path_of(args: &ArgMatches, name: &str) -> Option<PathBuf> {
    args.get_one::<PathBuf>(name).cloned()
}

/// An argument as it stands in a table of tasks, in brackets if it may be left out.
pub fn usage(arg: &Arg) -> String {
    let values: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let name = || arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let value = match arg.get_action().takes_values() {
        false => None,
        true if values.is_empty() => name(),
        true => Some(values.join("|")),
    };
    let long = arg.get_long().map(|long| format!("--{long}"));
    let words: Vec<_> = long.into_iter().chain(value).collect();
    match arg.is_required_set() {
        true if arg.is_positional() && arg.get_num_args().is_some_and(|count| count.max_values() > 1) => {
            format!("{}…", words.join(" "))
        }
        true => words.join(" "),
        false => format!("[{}]", words.join(" ")),
    }
}

fn absolute(path: &str) -> io::Result<PathBuf> {
    std::path::absolute(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usage_says_what_may_stand_where() {
        assert_eq!(usage(&option("port", "N", "")), "[--port N]");
        assert_eq!(usage(&flag("release", "")), "[--release]");
        assert_eq!(usage(&file("DOC", "")), "DOC");
        assert_eq!(usage(&files("DOC", "")), "DOC…");
        let only = option("only", "PART", "").value_parser(["lint", "native"]);
        assert_eq!(usage(&only), "[--only lint|native]");
    }

    #[test]
    fn paths_are_seen_from_where_the_user_stands() {
        let command = clap::Command::new("task").arg(path("out", "FILE", "")).arg(file("DOC", ""));
        let args = command.get_matches_from(["task", "--out=a.json", "doc.txt"]);
        let here = std::env::current_dir().unwrap();
        assert_eq!(path_of(&args, "out"), Some(here.join("a.json")));
        assert_eq!(path_of(&args, "DOC"), Some(here.join("doc.txt")));
    }
}

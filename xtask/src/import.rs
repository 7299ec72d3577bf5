//! From the text of a source document to a plan, with what a reviewer added to it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use yaodian_plan::edits::Edits;
use yaodian_plan::{Plan, check};
use yaodian_reading::{Diagnostic, Hints, Severity, import_as};

use clap::{Arg, ArgMatches};

use crate::args;
use crate::project::Project;
use crate::{Outcome, files};

const DOCUMENT: &str = "DOC";

pub fn options() -> Vec<Arg> {
    vec![
        args::file(DOCUMENT, "The text of a source document"),
        args::path("out", "FILE", "Where the plan comes, if not to standard output"),
        args::path("edits", "FILE", "What a reviewer added, if not in edits.json beside DOC"),
        args::option("id", "NAME", "The plan's short name, if not that of DOC's folder"),
    ]
}

pub fn import(_project: &Project, args: &ArgMatches) -> Outcome {
    let [out, edits] = ["out", "edits"].map(|name| args::path_of(args, name));
    let id = args.get_one::<String>("id").cloned();
    let document = args::path_of(args, DOCUMENT).unwrap_or_default();

    let edits = edits.or_else(|| beside(&document)).map(|path| read_edits(&path)).transpose()?;
    let hints = Hints { id: id.or_else(|| folder_name(&document)), ..Hints::default() };
    let (plan, diagnostics) = convert(&files::read_text(&document)?, &hints, edits.as_ref());
    for diagnostic in &diagnostics {
        eprintln!("{}: {diagnostic}", document.display());
    }
    let json = plan.map_err(|faults| refusal(&document, &faults))?.to_json();
    match out {
        Some(path) => files::write(&path, json),
        None => io::stdout().write_all(json.as_bytes()).map_err(|error| format!("standard output: {error}")),
    }
}

/// The plan of a document, or everything that keeps it from being one: a plan is used as it comes out, so a single
/// error is enough.
fn convert(text: &str, hints: &Hints, edits: Option<&Edits>) -> (Result<Plan, Vec<String>>, Vec<Diagnostic>) {
    let (mut plan, diagnostics) = import_as(text, hints);
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let mut faults = Vec::new();
    if errors > 0 {
        // Edits refer to items that an unread line may have held, so their faults would only repeat the errors.
        faults.push(format!("{errors} error(s) in the document, named above"));
    } else {
        if let Some(edits) = edits {
            faults.extend(edits.apply(&mut plan));
        }
        faults.extend(check(&plan).iter().map(ToString::to_string));
    }
    (if faults.is_empty() { Ok(plan) } else { Err(faults) }, diagnostics)
}

fn refusal(document: &Path, faults: &[String]) -> String {
    let lines: Vec<_> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
    format!("{} is no plan, and nothing is written:{}", document.display(), lines.concat())
}

/// A document of the project lies as `source.txt` in a folder that has the plan's name.
fn folder_name(document: &Path) -> Option<String> {
    if document.file_name()? != "source.txt" {
        return None;
    }
    let name = document.parent()?.file_name()?.to_str()?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name.bytes().all(plain).then(|| name.to_owned())
}

fn beside(document: &Path) -> Option<PathBuf> {
    Some(document.with_file_name("edits.json")).filter(|path| path.is_file())
}

fn read_edits(path: &Path) -> Outcome<Edits> {
    serde_json::from_str(&files::read_text(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_no_document_is_refused() {
        let (plan, diagnostics) = convert("this is\nno such document\n", &Hints::default(), None);
        assert!(!plan.expect_err("refused").is_empty());
        assert!(diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error));
    }

    #[test]
    fn the_folder_names_the_plan() {
        assert_eq!(folder_name(Path::new("plans/nanhai-2023/source.txt")).as_deref(), Some("nanhai-2023"));
        assert_eq!(folder_name(Path::new("My Documents/source.txt")), None);
        assert_eq!(folder_name(Path::new("nanhai-2023/other.txt")), None);
    }

    /// Neither an edit that was not applied nor a change by hand can hide in a committed plan.
    #[test]
    fn every_committed_plan_is_what_its_document_and_its_edits_give() {
        let plans = Project::find().expect("the project").root.join("plans");
        let files = files::list(&plans).expect("the plans");
        let documents: Vec<_> = files.iter().filter(|file| file.ends_with("source.txt")).collect();
        assert!(!documents.is_empty());
        for document in documents {
            let document = plans.join(document);
            let text = files::read_text(&document).expect("a document");
            let hints = Hints { id: folder_name(&document), ..Hints::default() };
            let edits = beside(&document).map(|path| read_edits(&path).expect("edits"));
            let (plan, _) = convert(&text, &hints, edits.as_ref());
            let made = plan.expect("a plan").to_json();
            let path = document.with_file_name("plan.json");
            let committed = files::read_text(&path).expect("a committed plan");
            let differs = || (1..).zip(made.lines().zip(committed.lines())).find(|(_, (a, b))| a != b);
            assert!(
                made == committed,
                "{} is stale from {:?} on; make it again with `cargo xtask import {} --out {}`",
                path.display(),
                differs(),
                document.display(),
                path.display(),
            );
        }
    }

    #[test]
    fn edits_are_taken_from_beside_the_document() {
        let folder = std::env::temp_dir().join(format!("yaodian-import-{}", std::process::id()));
        let document = folder.join("source.txt");
        files::write(&document, "").expect("written");
        assert_eq!(beside(&document), None);
        files::write(&folder.join("edits.json"), "{").expect("written");
        let edits = beside(&document).expect("found");
        assert!(read_edits(&edits).is_err_and(|message| message.contains("edits.json")));
        files::remove_folder(&folder).expect("removed");
    }
}

//! From the files of a document to a plan, with what a reviewer added to it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use yaodian_plan::edits::Edits;
use yaodian_plan::{Plan, check};
use yaodian_reading::document::Document;
use yaodian_reading::{Diagnostic, Draft, Hints, Severity, formats, understand_files};

use clap::{Arg, ArgMatches};

use crate::args;
use crate::files;
use crate::outcome::Outcome;
use crate::project::Project;

const DOCUMENTS: &str = "FILE";

pub fn options() -> Vec<Arg> {
    vec![
        args::files(DOCUMENTS, "The document: Word, Excel, a web page or text; several files make one plan"),
        args::path("out", "FILE", "Where the plan comes, if not to standard output"),
        args::flag("json", "Prints the plan, the diagnostics and the items' places as JSON"),
        args::path("hints", "FILE", "What the reader cannot know: title, year, columns, units"),
        args::path("edits", "FILE", "What a reviewer added, if not in edits.json beside the first document"),
        args::option("id", "NAME", "The plan's short name, if not that of the document's folder"),
    ]
}

pub fn import(_project: &Project, args: &ArgMatches) -> Outcome {
    let [out, edits, hints] = ["out", "edits", "hints"].map(|name| args::path_of(args, name));
    let id = args.get_one::<String>("id").cloned();
    let as_json = args.get_flag("json");
    let paths: Vec<PathBuf> = args.get_many(DOCUMENTS).into_iter().flatten().cloned().collect();

    let first = paths.first().cloned().unwrap_or_default();
    let edits = edits.or_else(|| beside(&first)).map(|path| read_edits(&path)).transpose()?;
    let mut hints = hints.map(|path| read_hints(&path)).transpose()?.unwrap_or_default();
    hints.id = id.or(hints.id).or_else(|| folder_name(&first));
    hints.assumed_year = hints.assumed_year.or_else(this_year);
    hints.file_name = hints.file_name.or_else(|| file_name(&first));
    let documents = paths.iter().map(|path| read(path)).collect::<Outcome<Vec<_>>>()?;
    let (draft, diagnostics) = understand_files(&documents, &hints);
    let (plan, faults) = finish(&draft.plan, edits.as_ref());
    if as_json {
        print(&whole(&draft, &plan, &diagnostics).to_string())?;
    }
    say(&diagnostics, &faults);
    let missing = missing(&plan);
    if !missing.is_empty() {
        return Err(format!("没有得到计划：{}", missing.join("；")));
    }
    match out {
        Some(path) => files::write(&path, plan.to_json()),
        None if as_json => Ok(()),
        None => print(&plan.to_json()),
    }
}

/// A file's name and what stands in it.
fn read(path: &Path) -> Outcome<(String, Document)> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = file_name(path).unwrap_or_default();
    let kind = formats::recognise(&bytes, &name);
    let document = kind.and_then(|kind| match kind {
        formats::Kind::Workbook => yaodian_sheets::read(&bytes),
        kind => formats::read(kind, &bytes),
    });
    document.map(|document| (name, document)).map_err(|error| format!("{}：{error}", path.display()))
}

/// The draft's plan with the edits, and what of these does not fit it.
fn finish(plan: &Plan, edits: Option<&Edits>) -> (Plan, Vec<String>) {
    let mut plan = plan.clone();
    let faults = edits.map(|edits| edits.apply(&mut plan)).unwrap_or_default();
    (plan, faults)
}

/// What keeps a draft from being a plan, in Chinese.
fn missing(plan: &Plan) -> Vec<String> {
    let say = |fault: &yaodian_plan::Fault| match fault.path.as_str() {
        "title" => "没有标题，请在 --hints 文件里写上 title".to_owned(),
        "year" => "没有年份，请在 --hints 文件里写上 year".to_owned(),
        "id" => format!("{}，请用 --id 另取", fault.message),
        _ => fault.message.clone(),
    };
    check(plan).iter().map(say).collect()
}

/// What was assumed and what could not be read, the gravest first.
fn say(diagnostics: &[Diagnostic], faults: &[String]) {
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity) {
            eprintln!("{diagnostic}");
        }
    }
    for fault in faults {
        eprintln!("（请核对）edits.json：{fault}");
    }
}

/// All of it, for programs.
fn whole(draft: &Draft, plan: &Plan, diagnostics: &[Diagnostic]) -> serde_json::Value {
    let places: serde_json::Map<String, serde_json::Value> =
        draft.places.iter().map(|(id, place)| (id.to_string(), place.to_string().into())).collect();
    let said = |diagnostic: &Diagnostic| {
        let mut value = serde_json::to_value(diagnostic).unwrap_or_default();
        value["message"] = diagnostic.message().into();
        value
    };
    json!({
        "plan": plan,
        "diagnostics": diagnostics.iter().map(said).collect::<Vec<_>>(),
        "places": places,
        "tables": draft.tables,
        "proposals": draft.proposals,
    })
}

fn print(text: &str) -> Outcome {
    let mut stdout = io::stdout();
    let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    written.map_err(|error| format!("standard output: {error}"))
}

/// The calendar year, in which a document without a year is taken to be.
fn this_year() -> Option<i32> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    // A year is 365.2425 days; a plan is not made in the last hours of one.
    i32::try_from(1970 + seconds / 31_556_952).ok()
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
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

fn read_hints(path: &Path) -> Outcome<Hints> {
    serde_json::from_str(&files::read_text(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> Vec<(String, Document)> {
        let document = formats::read(formats::Kind::Text, source.as_bytes()).expect("a text");
        vec![("a.txt".to_owned(), document)]
    }

    #[test]
    fn a_draft_without_a_year_is_no_plan_until_the_year_is_said() {
        let documents = text("某区工作要点\n一、总则\n1. 甲。乙。\n");
        let (draft, diagnostics) = understand_files(&documents, &Hints::default());
        assert!(diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error));
        assert_eq!(missing(&draft.plan).len(), 1, "{:?}", missing(&draft.plan));
        let hints: Hints = serde_json::from_str(r#"{"year": 2026}"#).expect("hints");
        let (draft, _) = understand_files(&documents, &hints);
        assert_eq!((missing(&draft.plan), draft.plan.year), (Vec::new(), 2026));
    }

    #[test]
    fn programs_get_everything() {
        let documents = text(
            "某区2026年工作要点\n一、总则\n1. 甲。乙。\n附件1\n安排表\n序号\t项目\t部门\t时间\n1\t开会\t办公室\t年中前后某时\n",
        );
        let (draft, diagnostics) = understand_files(&documents, &Hints::default());
        let value = whole(&draft, &draft.plan, &diagnostics);
        assert_eq!(value["plan"]["items"][0]["title"], "开会");
        assert_eq!(value["places"]["s1-1"], "第7行");
        assert_eq!(value["tables"][0]["columns"][1]["is"], "title");
        let said = value["diagnostics"].as_array().expect("a list");
        let partial = said.iter().find(|said| said["cause"] == "partial_period").expect("said");
        assert_eq!(
            (partial["severity"].as_str(), partial["found"][0]["place"].as_str()),
            (Some("warning"), Some("第7行"))
        );
        assert!(partial["message"].as_str().is_some_and(|message| message.contains("第7行")));
    }

    #[test]
    fn workbooks_are_read_as_any_document() {
        let cases = Project::find().expect("the project").root.join("crates/reading/tests/cases/office");
        let (draft, _) =
            understand_files(&[read(&cases.join("ledger.xlsx")).expect("read")], &Hints::default());
        assert!(!draft.plan.items.is_empty());
        let refused = read(&cases.join("old.doc")).expect_err("a file of before 2007");
        assert!(refused.contains("另存为"), "{refused}");
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
            let hints = Hints { id: folder_name(&document), ..Hints::default() };
            let edits = beside(&document).map(|path| read_edits(&path).expect("edits"));
            let (draft, _) = understand_files(&[read(&document).expect("a document")], &hints);
            let (plan, faults) = finish(&draft.plan, edits.as_ref());
            assert_eq!((faults, missing(&plan)), (Vec::new(), Vec::new()));
            let made = plan.to_json();
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

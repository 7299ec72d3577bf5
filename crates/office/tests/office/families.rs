//! Plans of neighbouring forms, written as documents and read again.

use std::path::{Path, PathBuf};

use yaodian_office::Made;
use yaodian_plan::{Category, Item, Plan, UnitId, WorkPoint};
use yaodian_reading::{Hints, formats, understand};

use crate::whole_plan::{document, tables};
use crate::written::whole_plan;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/cases/families");
    let files = std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|kind| kind != "rows")).collect();
    files.sort();
    files
}

fn plan_of(file: &Path) -> Option<Plan> {
    let bytes = std::fs::read(file).expect("a case");
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let kind = formats::recognise(&bytes, name).ok().filter(|kind| *kind != formats::Kind::Workbook)?;
    Some(understand(&formats::read(kind, &bytes).ok()?, &Hints::default()).0.plan)
}

/// What a plan says, line by line, with what it may have in one form or another put into one.
fn said(plan: &Plan) -> Vec<String> {
    let mut said = vec![
        format!("title {}", plan.title),
        format!("issuer {}", plan.issuer),
        format!("year {}", plan.year),
        format!("preamble {:?}", plan.preamble),
        format!("meetings {:?}", plan.meetings),
    ];
    said.extend(plan.annexes.iter().map(|title| format!("annex {title}")));
    said.extend(plan.notes.iter().map(|note| format!("note {}", note.text)));
    for section in &plan.sections {
        said.push(format!(
            "section {} {} {:?} {:?}",
            section.no, section.title, section.text, section.subsections
        ));
        let point = |point: &WorkPoint| {
            format!("point {} {} {} {}", point.no, point.printed, point.heading, point.text)
        };
        said.extend(section.points.iter().map(point));
    }
    // A count in brackets is the heading's own text in a list, and a number of its own in a table.
    let category = |category: &Category| {
        let stated = category.stated.map(|count| format!("（{count}项）")).unwrap_or_default();
        format!("category {} {}{stated}", category.no, category.name).replace("件）", "项）")
    };
    said.extend(plan.categories.iter().map(category));
    said.extend(plan.units.iter().map(|unit| format!("unit {}", unit.name)));
    said.extend(plan.items.iter().map(|item| row(plan, item)));
    said
}

fn row(plan: &Plan, item: &Item) -> String {
    let who = &item.responsibility;
    let names = |ids: &[UnitId]| -> Vec<&str> {
        ids.iter().filter_map(|id| Some(plan.unit(id)?.name.as_str())).collect()
    };
    // 说明 is what a column of remarks may be called.
    let mut beside: Vec<&str> =
        item.extras.iter().map(|extra| extra.text.as_str()).chain(item.remark.as_deref()).collect();
    beside.sort_unstable();
    format!(
        "item {} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {beside:?}",
        item.id,
        item.title,
        names(&who.lead),
        names(&who.joint),
        who.collective,
        item.period,
        item.meetings,
        item.sessions,
        item.condition,
    )
}

/// Forms of a time, and lines of a signature, that a document of ours does not write as the one they were read from does.
const OTHERWISE: [&str; 2] = ["k09-two-row-header.html", "l27-signed-year.txt"];

#[test]
fn promise_36_plans_of_other_forms_imported_from_their_word_files_are_the_same_plans() {
    let mut failures = Vec::new();
    for file in cases() {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Some(plan) = plan_of(&file) else { continue };
        let document = document(&whole_plan(&plan, &Made::default()));
        let (expected, read) = (said(&plan), said(&understand(&document, &Hints::default()).0.plan));
        // Tables whose rows stand in a plan's text are annexes of its document, with a note on what was inferred.
        let is_added = |line: &&String| {
            line.starts_with("annex ") && plan.annexes.len() < tables(&document).len()
                || line.starts_with("note 注：原文按月列出")
        };
        // Annexes whose rows stand in the table of another one are no more than listed.
        let is_listed =
            |line: &&String| line.starts_with("annex ") && plan.annexes.len() > tables(&document).len();
        let lost = expected
            .iter()
            .filter(|line| !read.contains(line) && !is_listed(line))
            .map(|line| format!("- {line}"));
        let added = read
            .iter()
            .filter(|line| !expected.contains(line) && !is_added(line))
            .map(|line| format!("+ {line}"));
        let differences: Vec<String> = lost.chain(added).collect();
        if differences.is_empty() == OTHERWISE.contains(&&*name) {
            failures.push(format!("{name}: {differences:#?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

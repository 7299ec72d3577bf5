//! Documents as files, each with what a careful clerk reads in it: `NAME.*` with `NAME.expect.json` or `NAME.rows` in
//! `tests/cases`.

mod cells;
mod expect;

use std::path::{Path, PathBuf};

use expect::{Expect, Failure, check};
use yaodian_reading::{Hints, formats, understand};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

/// Cases in a folder of one's own: `CASES=FOLDER cargo test -p yaodian-reading --test documents -- --ignored`.
#[test]
#[ignore = "needs a folder of cases"]
fn cases_in_a_folder() {
    all_of(&std::env::var("CASES").expect("a folder in CASES"));
}

/// Everything in a folder that comes out as expected does; what does not is listed.
fn all_of(name: &str) {
    let mut failures: Vec<Failure> = Vec::new();
    let mut count = 0;
    for (file, expect) in expect::cases(&folder(name)) {
        count += 1;
        failures.extend(one(&file, &expect));
    }
    assert!(count > 0, "no cases in {name}");
    let said: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{} of {count} are not as expected:\n{}", failures.len(), said.join("\n"));
}

fn one(file: &Path, expect: &Expect) -> Option<Failure> {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let bytes = std::fs::read(file).expect("a case");
    let kind = formats::recognise(&bytes, name);
    if matches!(kind, Ok(formats::Kind::Workbook)) {
        // Workbooks are read, and tested, in a crate of their own.
        return None;
    }
    match kind.and_then(|kind| formats::read(kind, &bytes)) {
        Ok(document) => check(name, expect, &understand(&document, &Hints::default())),
        Err(error) => expect.refused(name, &error.to_string()),
    }
}

#[test]
fn promise_32_small_documents_of_other_bodies() {
    all_of("import");
}

#[test]
fn promise_32_office_files_as_they_arrive() {
    all_of("office");
}

#[test]
fn promise_32_plans_of_neighbouring_forms() {
    all_of("families");
}

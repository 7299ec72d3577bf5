//! Style sheets name nothing that the page does not have: a class that is renamed in one place only loses its looks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where the page's elements come from, from the root of the project.
const SOURCES: [&str; 5] = ["src", "crates/page", "crates/ui", "xtask/src", "index.html"];

/// Words of a text that may be classes or ids.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_')
}

/// All words of the sources below a path: in Rust those of its texts, elsewhere all but comments.
fn collect(path: &Path, found: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            collect(&entry.expect("an entry").path(), found);
        }
        return;
    }
    let Ok(text) = fs::read_to_string(path) else { return };
    let rust = path.extension().is_some_and(|kind| kind == "rs");
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let line = line.replace("\\\"", "'");
        for (at, part) in line.split('"').enumerate() {
            if !rust || at % 2 == 1 {
                found.extend(words(part).map(str::to_owned));
            }
        }
    }
}

/// The classes and ids in the selectors of a style sheet.
fn named(sheet: &str) -> BTreeSet<String> {
    let rules: String = sheet.split("*/").filter_map(|part| part.split("/*").next()).collect();
    let mut parts = rules.split('{');
    // Nothing is opened after the last part.
    parts.next_back();
    let selectors = parts.filter_map(|part| part.rsplit(['}', ';']).next());
    let names = selectors
        .flat_map(|selector| selector.split(['.', '#']).skip(1))
        .filter_map(|part| words(part).next());
    names
        .filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_style_sheets_name_is_in_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's folder");
    let mut found = BTreeSet::new();
    SOURCES.iter().for_each(|source| collect(&root.join(source), &mut found));
    let mut gone = Vec::new();
    for entry in fs::read_dir(root.join("style")).expect("the style sheets") {
        let path = entry.expect("an entry").path();
        for name in named(&fs::read_to_string(&path).expect("a text")) {
            // Names that end with a number are put together: `u-{no}`.
            let put_together = found.contains(name.trim_end_matches(|letter: char| letter.is_ascii_digit()));
            if !found.contains(&name) && !put_together {
                gone.push(format!("{}: {name}", path.file_name().expect("a name").display()));
            }
        }
    }
    assert_eq!(gone, [""; 0]);
}

#[test]
fn names_are_found_in_selectors_only() {
    let sheet = "/* .no */ .a .b:not(.c) > #d { color: #fff; margin: .5em } @media (width: 1.5px) { .e-1, f.g { top: 0 } }";
    let names: Vec<String> = named(sheet).into_iter().collect();
    assert_eq!(names, ["a", "b", "c", "d", "e-1", "g"]);
}

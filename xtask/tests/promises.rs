//! `docs/promises.md` names tests that are there, and every test that carries the number of a promise.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/promises.md";
/// Where tests are, from the root of the project.
const FOLDERS: [&str; 5] = ["crates", "src", "tests/browsers", "tests/specs", "xtask"];

/// A test: its file, from the root of the project, and its title, in Rust its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Test {
    file: String,
    title: String,
}

/// A section of the page.
#[derive(Debug, Default, PartialEq, Eq)]
struct Promise {
    number: usize,
    tests: Vec<Test>,
    says_what_is_missing: bool,
}

/// The tests in a file, as their titles stand there.
fn tests_in(file: &str, source: &str) -> Vec<Test> {
    let rust = file.ends_with(".rs");
    let begin = if rust { "fn " } else { "test(" };
    let titles = source.split(begin).skip(1).filter_map(|rest| {
        if rust {
            return rest.split_once('(').map(|(name, _)| name);
        }
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|first| "'\"`".contains(*first))?;
        rest[1..].split_once(quote).map(|(title, _)| title)
    });
    titles.map(|title| Test { file: file.to_owned(), title: title.to_owned() }).collect()
}

/// The promises that a test keeps by its title: `promise 26, 30: …`, `promise_04_…`.
fn numbers(title: &str) -> Vec<usize> {
    let Some(rest) = title.strip_prefix("promise") else { return Vec::new() };
    let end =
        rest.find(|other: char| !other.is_ascii_digit() && !" ,_".contains(other)).unwrap_or(rest.len());
    rest[..end].split([' ', ',', '_']).filter_map(|part| part.parse().ok()).collect()
}

/// The sections of the page: `## 4. …`, and below it a line for each file and one for each of its tests.
fn read(page: &str) -> Vec<Promise> {
    let mut promises: Vec<Promise> = Vec::new();
    let mut file = "";
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let number =
                heading.split_once('.').and_then(|(number, _)| number.parse().ok()).unwrap_or_default();
            promises.push(Promise { number, ..Promise::default() });
            file = "";
        }
        let Some(promise) = promises.last_mut() else { continue };
        promise.says_what_is_missing |= line.starts_with("Not yet: ");
        if let Some(named) = line.strip_prefix("- `") {
            file = named.trim_end_matches('`');
        } else if let Some(title) = line.strip_prefix("  - ") {
            promise.tests.push(Test { file: file.to_owned(), title: title.to_owned() });
        }
    }
    promises
}

/// What is wrong with the page, each with what would put it right.
fn faults(promises: &[Promise], tests: &BTreeSet<Test>) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, promise) in promises.iter().enumerate() {
        let number = promise.number;
        if number != at + 1 {
            faults.push(format!("section {} is headed by the number {number}", at + 1));
        }
        if promise.tests.is_empty() && !promise.says_what_is_missing {
            faults.push(format!("{number} has no test and no “Not yet: …”"));
        }
        for gone in promise.tests.iter().filter(|test| !tests.contains(test)) {
            faults.push(format!("{number}: {} has no test “{}”", gone.file, gone.title));
        }
    }
    for test in tests {
        for number in numbers(&test.title) {
            let named =
                promises.iter().any(|promise| promise.number == number && promise.tests.contains(test));
            if !named {
                faults.push(format!("{number} lacks\n- `{}`\n  - {}", test.file, test.title));
            }
        }
    }
    faults
}

/// Files below a folder, but for what was built or installed there.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.file_name().and_then(|name| name.to_str()) {
            Some("target" | "node_modules") => {}
            _ if path.is_dir() => files(&path, found),
            _ => found.push(path),
        }
    }
}

#[test]
fn the_page_of_promises_and_the_tests_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's folder");
    let mut found = Vec::new();
    FOLDERS.iter().for_each(|folder| files(&root.join(folder), &mut found));
    let mut tests = BTreeSet::new();
    for path in found {
        let file = path.strip_prefix(root).expect("below it").to_str().expect("a name").replace('\\', "/");
        // This one has titles that are no tests.
        if file != "xtask/tests/promises.rs" && (file.ends_with(".rs") || file.ends_with(".js")) {
            tests.extend(tests_in(&file, &fs::read_to_string(&path).expect("a text")));
        }
    }
    let promises = read(&fs::read_to_string(root.join(PAGE)).expect("the page"));
    assert!(promises.len() >= 36, "{} promises", promises.len());
    let faults = faults(&promises, &tests);
    assert!(faults.is_empty(), "{PAGE}:\n{}", faults.join("\n"));
}

#[test]
fn titles_are_found_as_they_stand_in_the_source() {
    let script = "test('promise 1: a', async () => {});\n  test(`promise 2, 3: ${b}'s`, x);\n test(\n 'c', y); test(d, z);";
    let titles: Vec<String> = tests_in("a.js", script).into_iter().map(|test| test.title).collect();
    assert_eq!(titles, ["promise 1: a", "promise 2, 3: ${b}'s", "c"]);
    let rust = "#[test]\nfn promise_04_a() {}\nproptest! { fn promise_15_b(book in book()) {} }";
    let titles: Vec<String> = tests_in("a.rs", rust).into_iter().map(|test| test.title).collect();
    assert_eq!(titles, ["promise_04_a", "promise_15_b"]);
    for (title, expected) in [
        ("promise 26, 30: x 5", vec![26, 30]),
        ("promise_04_a_2", vec![4]),
        ("a promise 4: x", vec![]),
        ("promises_4", vec![]),
    ] {
        assert_eq!(numbers(title), expected, "{title}");
    }
}

#[test]
fn what_is_wrong_with_a_page_is_said() {
    let test = |title: &str| Test { file: "a.js".into(), title: title.into() };
    let tests = BTreeSet::from([test("promise 1: a"), test("promise 2: b")]);
    let check = |page: &str| faults(&read(page), &tests);
    let first = "## 1. A\n\n- `a.js`\n  - promise 1: a\n\n";
    let second = "## 2. B\n\nNot yet: more.\n\n- `a.js`\n  - promise 2: b\n";
    assert_eq!(check(&format!("{first}{second}")), [""; 0]);
    assert_eq!(
        check(&format!("{first}## 2. B\n")),
        ["2 has no test and no “Not yet: …”".to_owned(), "2 lacks\n- `a.js`\n  - promise 2: b".to_owned()]
    );
    assert_eq!(
        check(&format!("{first}{second}  - promise 2: gone\n")),
        ["2: a.js has no test “promise 2: gone”"]
    );
    assert_eq!(
        check(&format!("{first}{}", second.replace("## 2", "## 3"))),
        ["section 2 is headed by the number 3", "2 lacks\n- `a.js`\n  - promise 2: b"]
    );
}

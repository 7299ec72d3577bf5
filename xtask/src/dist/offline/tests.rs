use std::path::PathBuf;

use serde_json::{Map, Value};
use yaodian_page::release::{WORKER, without_comments};

use super::*;

/// A folder with some files of a release, removed at the end.
struct Release(PathBuf);

impl Release {
    fn new(name: &str) -> Release {
        let folder = std::env::temp_dir().join(format!("yaodian-offline-{name}-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let release = Release(folder);
        for (file, text) in [
            ("index.html", "page"),
            ("a.js", "script"),
            ("a.js.br", "packed"),
            ("a.js.gz", "packed"),
            ("install/icon.png", "icon"),
            ("chunks/office-1.wasm", "what few visits need"),
            ("plan.html", "all of it as one file"),
        ] {
            release.write(file, text);
        }
        release
    }

    fn write(&self, file: &str, text: &str) {
        files::write(&self.0.join(file), text).unwrap();
    }

    fn sealed(&self) -> String {
        seal(&self.0).unwrap();
        files::read_text(&self.0.join(WORKER)).unwrap()
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        let _ = files::remove_folder(&self.0);
    }
}

#[test]
fn the_worker_lists_what_a_visit_loads_by_its_digest() {
    let release = Release::new("list");
    let worker = release.sealed();
    let list =
        worker.lines().nth(1).unwrap().strip_prefix("const FILES=").unwrap().strip_suffix(';').unwrap();
    let list: Map<String, Value> = serde_json::from_str(list).unwrap();
    assert_eq!(list.keys().collect::<Vec<_>>(), ["a.js", "chunks/office-1.wasm", "index.html"]);
    // Printed by: printf script | sha256sum | cut -c-16
    assert!(worker.lines().nth(2).unwrap().starts_with("const ASKED={\"plan.html\":"));
    assert_eq!(list["a.js"], "21a0270b7f66a1e4");
}

#[test]
fn the_version_follows_every_byte_and_nothing_else() {
    let release = Release::new("version");
    let first = release.sealed();
    assert_eq!(release.sealed(), first, "sealing is no change");
    release.write("install/icon.png", "another one");
    release.write("a.js.br", "packed better");
    assert_eq!(release.sealed(), first, "what is not listed is no change");
    release.write("a.js", "scripT");
    let second = release.sealed();
    assert_ne!(second.lines().next(), first.lines().next());
}

#[test]
fn what_cannot_be_sealed_is_refused() {
    let release = Release::new("refused");
    release.write("要.js", "");
    assert!(seal(&release.0).is_err_and(|message| message.contains("要.js")));
    files::remove_folder(&release.0).unwrap();
    release.write("a.js", "");
    assert!(seal(&release.0).is_err());
}

#[test]
fn the_script_stands_at_the_end_of_the_page() {
    let page = register("<body><p>要点</p></body></html>").unwrap();
    assert!(page.starts_with("<body><p>要点</p><script type=\"module\">\nconst READY"), "{page}");
    assert!(page.ends_with("</script>\n</body></html>"));
    assert!(register("<p>").is_err());
}

#[test]
fn the_scripts_fit_into_a_page_and_lose_only_whole_comments() {
    let release = Release::new("scripts");
    for shipped in [release.sealed(), without_comments(PAGE)] {
        assert!(!shipped.contains("</script") && !shipped.contains("<!--"));
        assert!(shipped.lines().all(|line| !line.starts_with("//") && !line.is_empty()));
    }
    assert_eq!(without_comments("// why\n  a('https://b');\n\n"), "a('https://b');\n");
}

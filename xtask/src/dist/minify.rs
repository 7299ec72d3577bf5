//! Scripts and style sheets without what only their readers need. What they do and say stays.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::html;
use crate::files;
use crate::outcome::Outcome;

/// The oldest browsers that run the app: nothing is written that they do not know.
const BROWSERS: &str = "--target=chrome109,firefox115,safari16.4";

/// The script in the head runs before anything is known about the browser.
const ANY_BROWSER: &str = "--target=es5";
/// Not modules: Trunk's names files in a way that later steps know, and is short.
const CLASSIC: &str = "script:not([src]):not([type])";

/// Shrinks the script that wasm-bindgen wrote, and in the page the style sheets that Trunk put into it and the script of
/// the head. Before names are given after contents.
pub fn minify(folder: &Path, esbuild: &Path) -> Outcome {
    for file in files::list(folder)?.iter().filter(|file| is_glue(file)) {
        let path = folder.join(file);
        let script = small(esbuild, &["--loader=js", "--format=esm", BROWSERS], &files::read_text(&path)?)?;
        files::write(&path, script)?;
    }
    let index = folder.join("index.html");
    let page = files::read_text(&index)?;
    let styled =
        html::with_texts(&page, "style", |sheet| small(esbuild, &["--loader=css", BROWSERS], sheet))?;
    let page =
        html::with_texts(&styled, CLASSIC, |script| small(esbuild, &["--loader=js", ANY_BROWSER], script))?;
    files::write(&index, page)
}

/// Trunk puts wasm-bindgen's script beside the page, under the page's name; the worker's is short, and read by people.
fn is_glue(file: &Path) -> bool {
    file.extension().is_some_and(|kind| kind == "js")
        && file.to_str().is_some_and(|name| name.starts_with("yaodian-"))
}

/// What esbuild makes of a text, without the line end that it adds.
fn small(esbuild: &Path, options: &[&str], text: &str) -> Outcome<String> {
    let failed = |reason: String| format!("esbuild: {reason}");
    let mut child = Command::new(esbuild)
        // Without the character set, every Chinese character becomes six.
        .args(["--minify", "--charset=utf8", "--log-level=error"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    let mut input = child.stdin.take().ok_or_else(|| failed("it takes no input".to_owned()))?;
    let text = text.to_owned();
    // It answers while it is still being told, and neither side may wait for the other.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| failed(error.to_string()))?;
    let written = writer.join().is_ok_and(|written| written.is_ok());
    if !output.status.success() || !written {
        return Err(failed(output.status.to_string()));
    }
    let text = String::from_utf8(output.stdout).map_err(|error| failed(error.to_string()))?;
    Ok(text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classic_scripts_are_those_without_a_type_or_a_file() {
        let page = "<script>a</script><script type=\"module\">b</script><script type=\"text/plain\">c</script>\
            <script src=\"d.js\"></script>";
        assert_eq!(html::texts(page, CLASSIC, |_| true).unwrap(), ["a"]);
    }

    #[test]
    fn the_worker_stays_as_it_is() {
        assert!(is_glue(Path::new("yaodian-0123.js")));
        assert!(!is_glue(Path::new("sw.js")));
        assert!(!is_glue(Path::new("yaodian-0123_bg.wasm")));
    }
}

//! The release as one file that opens by double click, from a disk, a share or a USB stick.
//!
//! From `file://` browsers load no module, no WebAssembly and no other file beside the page, so all of it stands in the
//! page: the script as an inline module, the WebAssembly compressed and as text (`program`). The plan to read stays in front of
//! both, for what shows HTML and runs no scripts, such as the file preview of an iPad.

mod check;
mod program;

use lol_html::element;
use lol_html::html_content::ContentType;

use super::csp::{self, Form};
use super::html;
use crate::outcome::Outcome;
use program::Named;

pub use program::build_unpacker;

/// Follows wasm-bindgen's script in the same module, where `INIT` stands for the function that starts the app.
const START: &str = include_str!("single/start.js");

/// A script of the page that is a module.
const MODULE: &str = "script[type=module]:not([src])";

/// The name of the file for a plan. It goes from hand to hand, so it says what it is.
pub fn name(plan_id: &str) -> String {
    yaodian_page::single::name(plan_id)
}

/// Tells the hosted page's app under which name the single file lies beside it. A page without this offers none.
pub fn announce(page: &str, name: &str) -> Outcome<String> {
    html::after_charset(page, &yaodian_page::single::announcement(name))
}

/// The single file, from the page as Trunk wrote it, the module that unpacks, and the files beside the page.
pub fn single(page: &str, unpacker: &[u8], read: impl Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    let scripts = html::texts(page, MODULE, |_| true)?;
    let place = scripts.iter().position(|text| text.contains("import init from"));
    let place = place.ok_or("index.html has no script that loads the app")?;
    let script = named(&scripts[place], "import init from '")?;
    let wasm = named(&scripts[place], "module_or_path: '")?;
    let script = String::from_utf8(read(script)?).map_err(|_| format!("{script} is no text"))?;
    let inlined = inline(script, unpacker, read(wasm)?, &read)?;

    let mut seen = 0;
    let handlers = vec![
        element!(MODULE, |script| {
            if seen == place {
                script.replace(&inlined, ContentType::Html);
            }
            seen += 1;
            Ok(())
        }),
        element!("link[href]", |link| {
            // Preloads and a manifest are of no use here, and from a disk they only lead to complaints.
            if link.get_attribute("href").is_some_and(|href| !href.starts_with("data:")) {
                link.remove();
            }
            Ok(())
        }),
    ];
    let page = html::rewrite(page, handlers)?;
    check::stands_alone(&page)?;
    marked(&csp::secure(&page, Form::Single)?)
}

/// The page with a mark on what stands in its head and its body: when the app saves the file again, whatever has none was
/// put in by somebody else. What carries data is known by that.
fn marked(page: &str) -> Outcome<String> {
    let mark = element!("head > *, body > *", |element| {
        if element.tag_name() != "script" || !element.has_attribute("id") {
            element.set_attribute("data-own", "")?;
        }
        Ok(())
    });
    html::rewrite(page, vec![mark])
}

/// The file that a line of Trunk's script names after these words, which end in the quote before it.
fn named<'a>(script: &'a str, words: &str) -> Outcome<&'a str> {
    let name = script.split_once(words).and_then(|(_, rest)| rest.split_once('\'')).map(|(name, _)| name);
    name.ok_or_else(|| format!("Trunk's script names no file after {words:?}: {script}"))
}

/// WebAssembly and script as elements of the page.
fn inline(
    script: String,
    unpacker: &[u8],
    wasm: Vec<u8>,
    read: &impl Fn(&str) -> Outcome<Vec<u8>>,
) -> Outcome<String> {
    let (script, mut chunks) = with_chunks(script, read)?;
    if script.lines().any(|line| line.starts_with("import ") || line.starts_with("import{")) {
        return Err(
            "wasm-bindgen's script imports another one, which the single file does not have".to_owned()
        );
    }
    let exported = script.rsplit_once(" as default").map(|(before, _)| before);
    let init =
        exported.and_then(|before| before.rsplit([' ', '{', ',']).next()).filter(|name| !name.is_empty());
    let init = init.ok_or("wasm-bindgen's script has no default export")?;
    let module = format!("{script}\n{}", START.replace("INIT", init));
    // Either would end the element before the script does. There is no way to write them that is right everywhere in
    // a script (a string, a comment, a comparison), and none is there today.
    let lower = module.to_ascii_lowercase();
    if let Some(found) = ["</script", "<!--"].into_iter().find(|text| lower.contains(text)) {
        return Err(format!("the app's script contains {found:?}, so it cannot stand in a page"));
    }
    // What comes before a module has to be unpacked before it, so the page's own is the first.
    chunks.sort();
    let modules: Vec<Named> = std::iter::once((WASM.to_owned(), wasm)).chain(chunks).collect();
    Ok(format!("{}<script type=\"module\">\n{module}</script>", program::elements(unpacker, &modules)?))
}

/// What the starter calls the page's own module.
const WASM: &str = "wasm";

/// The script with a call of the starter in the place of every fetch of a chunk, and the chunks.
fn with_chunks(script: String, read: &impl Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<(String, Vec<Named>)> {
    let (mut out, mut chunks, mut rest) = (String::new(), Vec::new(), script.as_str());
    while let Some((before, after)) = rest.split_once(FETCH) {
        let (name, after) =
            after.split_once("\",import.meta.url))").ok_or("a chunk's address is not known")?;
        out.push_str(before);
        out.push_str(&format!("unpacked(\"{name}\")"));
        chunks.push((name.to_owned(), read(name)?));
        rest = after;
    }
    out.push_str(rest);
    Ok((out, chunks))
}

/// How the minified script begins to fetch a chunk.
const FETCH: &str = "fetch(new URL(\"";

#[cfg(test)]
mod tests;

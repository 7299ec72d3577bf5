//! How a release gets its WebAssembly: it waits for a whole file, and compiles it then.
//!
//! Browsers can compile a file while it comes in, but compile most functions only when they are first called: all they do
//! meanwhile is to hold it twice, which is half a megabyte of memory. And the server may call the file what it likes.

use crate::outcome::Outcome;

/// Before and behind the file's name, in the script that Trunk writes into the page.
const NAMED: [&str; 2] = ["module_or_path: '", "'"];
/// What the splitting tool writes for every chunk, and what is to stand there. What came and is no WebAssembly is a server's
/// word that there is no such file, so it has another version by now; the app reads the mark.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const WHOLE: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports).catch((error) => { \
    document.documentElement.setAttribute('data-gone', ''); throw error; })";

/// The page, whose script waits for the file of the app.
pub fn whole(page: &str) -> Outcome<String> {
    let [before, behind] = NAMED;
    let (start, rest) =
        page.split_once(before).ok_or("index.html has no script that names its WebAssembly")?;
    let (name, rest) = rest.split_once(behind).ok_or("index.html has a name without an end")?;
    Ok(format!("{start}module_or_path: (await fetch('{name}')).arrayBuffer(){rest}"))
}

/// The script that fetches the chunks, which waits for theirs.
pub fn whole_chunks(script: &str) -> Outcome<String> {
    if !script.contains(STREAMED) {
        return Err("the script that fetches the chunks does not compile them as they come in".to_owned());
    }
    Ok(script.replace(STREAMED, WHOLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_waits_for_its_file() {
        let page =
            "import init from './y-1.js';\nconst wasm = await init({ module_or_path: './y-1_bg.wasm' });\n";
        let expected = "import init from './y-1.js';\n\
                        const wasm = await init({ module_or_path: (await fetch('./y-1_bg.wasm')).arrayBuffer() });\n";
        assert_eq!(whole(page).unwrap(), expected);
    }

    #[test]
    fn every_chunk_is_waited_for() {
        let script = whole_chunks(&format!("return async (imports) => ({STREAMED});\n").repeat(2)).unwrap();
        assert_eq!(script, format!("return async (imports) => ({WHOLE});\n").repeat(2));
    }

    #[test]
    fn a_script_of_another_kind_is_an_error() {
        assert!(whole("<script>init()</script>").is_err());
        assert!(whole_chunks("init()").is_err());
    }
}

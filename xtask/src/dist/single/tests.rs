use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use yaodian_unpack::Unpacker;

use super::*;

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>要点</title><script>first()</script>\
    <link rel=\"icon\" href=\"data:,\"><link rel=\"manifest\" href=\"app.webmanifest\">\
    <link rel=\"modulepreload\" href=\"./y-1.js\"></head><body><div id=\"before\"><a href=\"#/points/1\">1</a></div>\
    <script type=\"module\">\nimport init from './y-1.js';\n\
    const wasm = await init({ module_or_path: './y-1_bg.wasm' });\n</script></body></html>";
const SCRIPT: &str =
    "let wasm;\nasync function __wbg_init(at) { wasm = at; }\nexport { initSync, __wbg_init as default };\n";

/// Longer than a buffer, with every byte in it.
fn wasm() -> Vec<u8> {
    (0..200_000_u32).map(|at| (at.wrapping_mul(at) >> 7) as u8).collect()
}

fn made_of(script: &str) -> Outcome<String> {
    single(PAGE, b"unpacker", |name| match name {
        "./y-1.js" => Ok(script.as_bytes().to_vec()),
        "./y-1_bg.wasm" => Ok(wasm()),
        _ => Err(format!("{name} was asked for")),
    })
}

#[test]
fn everything_is_in_the_file_and_the_plan_comes_first() {
    let page = made_of(SCRIPT).unwrap();
    check::stands_alone(&page).unwrap();
    assert!(!page.contains("y-1") && !page.contains("manifest") && page.contains("href=\"data:,\""));
    let places = ["id=\"before\"", "id=\"program\"", "async function __wbg_init"].map(|text| page.find(text));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(page.contains("await __wbg_init({ module_or_path: await"));
    assert!(page.ends_with("</script></body></html>"));
}

#[test]
fn the_modules_come_back_one_by_one() {
    let fetch = |name: &str| format!("f({FETCH}{name}\",import.meta.url)));\n");
    let script = format!("{}{}{SCRIPT}", fetch("./b.wasm"), fetch("./a.wasm"));
    let page = single(PAGE, b"unpacker", |name| match name {
        "./y-1.js" => Ok(script.as_bytes().to_vec()),
        "./y-1_bg.wasm" => Ok(wasm()),
        name => Ok(name.as_bytes().repeat(50)),
    })
    .unwrap();
    assert!(page.contains("f(unpacked(\"./b.wasm\"));") && !page.contains(FETCH));
    let (sizes, text) = page.split_once("data-modules=\"").unwrap().1.split_once("\">").unwrap();
    assert_eq!(sizes, "wasm 200000 ./a.wasm 400 ./b.wasm 400");
    let text = text.split_once("</script>").unwrap().0;
    let mut unpacker = Unpacker::new(text.as_bytes().to_vec()).unwrap();
    assert!(unpacker.next(200_000).unwrap() == wasm());
    assert_eq!(unpacker.next(400).unwrap(), b"./a.wasm".repeat(50));
    assert_eq!(unpacker.next(400).unwrap(), b"./b.wasm".repeat(50));
}

#[test]
fn the_policy_names_every_script_and_nothing_else() {
    let page = made_of(SCRIPT).unwrap();
    let policy = page.split_once("script-src ").unwrap().1.split_once(';').unwrap().0;
    let scripts = html::inline_scripts(&page).unwrap();
    assert_eq!(scripts.len(), 2);
    let hashes = scripts.iter().map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text))));
    let mut expected: Vec<_> = hashes.chain(["'wasm-unsafe-eval'".to_owned()]).collect();
    expected.sort();
    assert_eq!(policy.split(' ').collect::<Vec<_>>(), expected);
}

#[test]
fn a_script_that_would_end_its_element_is_refused() {
    for text in ["\"</script>\"", "'</SCRIPT'", "a<!--b"] {
        let refused = made_of(&format!("{text};\n{SCRIPT}")).unwrap_err();
        assert!(refused.contains("cannot stand in a page"), "{refused}");
    }
}

#[test]
fn what_cannot_be_put_into_one_file_is_refused() {
    assert!(made_of("import { a } from './snippets/a.js';\nexport { b as default };").is_err());
    assert!(made_of("let a;").unwrap_err().contains("default export"));
    assert!(single("<meta charset=\"utf-8\"><script>1</script>", b"", |_| Ok(Vec::new())).is_err());
    let with_image = PAGE.replace("<div", "<img src=\"a.png\"><div");
    assert!(
        single(&with_image, b"", |name| Ok(if name.ends_with("js") { SCRIPT.into() } else { wasm() }))
            .is_err()
    );
}

#[test]
fn the_hosted_page_says_where_the_file_is_and_the_file_does_not() {
    let hosted = announce(PAGE, &name("nanhai-2023")).unwrap();
    assert!(hosted.contains("<meta name=\"single-file\" content=\"yaodian-nanhai-2023.html\">"));
    assert!(!made_of(SCRIPT).unwrap().contains("name=\"single-file\""));
}

#[test]
fn the_file_is_known_by_its_name() {
    let single = name("nanhai-2023");
    let when = crate::dist::when(Path::new(&single));
    assert_eq!(when, crate::dist::When::Asked, "it is downloaded on demand, not kept for offline use");
}

//! The whole page as one file that carries itself, and what was recorded if the user wants that.

pub mod library;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

use super::release::fetch;
use super::{dom, window};

/// Id of the element that holds the packed plan.
pub const PLAN: &str = "plan";
/// Id of the element that holds the readings of the plan's characters.
pub const PINYIN: &str = "pinyin";
/// Id of the element that holds what a file carries.
const NOTES: &str = "notes";
/// Where the element of the readings names the file that has them, in a page on a server.
const FILE: &str = "data-file";
/// Where the plan's element has the name that the user gave the plan.
const NAME: &str = "data-name";
/// Where its text begins in the file. No text can look like it: quotes and brackets are written otherwise there.
const BEGINS: &str = "id=\"notes\">";
const ENDS: &str = "</script>";

/// What this file carries; `None` if it carries nothing.
pub fn carried() -> Option<String> {
    dom::filled_text_of(NOTES)
}

/// Puts another plan in the place of the one that the page ships with, before anything is read from the page: its packed
/// form and the readings of its characters. What the file carries is about its own plan: beside another one it is not there
/// any more.
pub fn put_plan(packed: &str, sounds: &str, is_own: bool) {
    dom::set_text(PLAN, packed);
    if let Some(element) = document().get_element_by_id(PINYIN) {
        put_sounds(&element, sounds);
    }
    if !is_own {
        dom::set_text(NOTES, "");
    }
}

/// Puts the readings into the page, if it only names the file that has them; whether they are there.
pub async fn fetch_sounds() -> bool {
    let element = document().get_element_by_id(PINYIN);
    let Some(element) = element.filter(|element| element.has_attribute(FILE)) else { return true };
    let file = element.get_attribute(FILE).unwrap_or_default();
    let Ok(sounds) = fetch(&file, false).await else { return false };
    // Another plan may have come into the page meanwhile.
    if element.has_attribute(FILE) {
        put_sounds(&element, &String::from_utf8_lossy(&sounds));
    }
    true
}

fn put_sounds(element: &Element, sounds: &str) {
    element.set_text_content(Some(sounds));
    // It fails for names that are no names.
    let _ = element.remove_attribute(FILE);
}

/// What tells a packed plan from any other: its checksum.
pub fn plan_mark(packed: &str) -> &str {
    // Eight digits at the end of the first line. Searching texts by the library would weigh more.
    let end = packed.bytes().position(|byte| byte == b'\n').unwrap_or_default();
    packed.get(end.saturating_sub(8)..end).unwrap_or_default()
}

/// Whether another plan, or another version of its own, is in the place of the one that the page ships with.
pub fn is_replaced() -> bool {
    document().get_element_by_id(PLAN).is_some_and(|plan| plan.has_attribute(NAME))
}

/// The name that the user gave the plan of this page, if any.
pub fn plan_name() -> Option<String> {
    document().get_element_by_id(PLAN)?.get_attribute(NAME).filter(|name| !name.is_empty())
}

/// Says that name.
pub fn set_plan_name(name: &str) {
    if let Some(plan) = document().get_element_by_id(PLAN) {
        let _ = plan.set_attribute(NAME, name);
    }
}

/// The text of the file: the one that this page is, or that lies beside it on its server. `None` where it cannot be had,
/// as without a connection.
pub async fn source() -> Option<String> {
    let own = js_sys::Reflect::get(&document(), &JsValue::from_str("yaodianSource")).ok();
    if let Some(own) = own.and_then(|own| own.as_string()) {
        return Some(own);
    }
    let answer = JsFuture::from(window().fetch_with_str(&window::single_file()?)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// What a file of this kind carries, which is empty if it carries nothing; `None` if the text is no such file.
pub fn notes_in(file: &str) -> Option<&str> {
    // A backup is JSON and may say anything within.
    if !file.trim_start_matches('\u{feff}').trim_start().starts_with("<!") {
        return None;
    }
    let (_, rest) = file.split_once(BEGINS)?;
    rest.split_once(ENDS).map(|(notes, _)| notes.trim())
}

/// The file with other notes, or with none if they are empty; they have to be JSON. `None` if the text is no such file.
pub fn with_notes(source: &str, notes: &str) -> Option<String> {
    let (before, rest) = source.split_once(BEGINS)?;
    let (_, after) = rest.split_at(rest.find(ENDS)?);
    let mut file = format!("{before}{BEGINS}");
    push_escaped(&mut file, notes);
    file.push_str(after);
    Some(file)
}

/// Appends JSON as it may stand in an element.
fn push_escaped(file: &mut String, json: &str) {
    for character in json.chars() {
        // In JSON these occur within texts only, where this is another way to write them. None of them may end the
        // element or, in older browsers, a line.
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                file.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => file.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{notes_in, plan_mark, with_notes};
    use yaodian_plan::ItemId;
    use yaodian_progress::{AuthorId, FileHead, ProgressBook, Stamp, decode, encode, new_note};

    const FILE: &str =
        "<!DOCTYPE html>\n<html><script type=\"application/json\" id=\"notes\"></script>\n</html>";

    #[test]
    fn promise_25_notes_cannot_break_out_of_the_file() {
        let mut book = ProgressBook::new("p");
        let item = ItemId::Schedule { category: 2, no: 3 };
        let hostile = "</script><!-- <script>alert(1)</script> &amp; \u{2028}\u{2029} id=\"notes\"> \\u003c";
        let stamp = Stamp::first(1, AuthorId::new("a").unwrap());
        book.set_all(vec![new_note(item, hostile, stamp).unwrap()], stamp);
        let once = with_notes(FILE, &encode(&book, &FileHead::default())).unwrap();
        assert!(!notes_in(&once).unwrap().contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(once.matches("</script>").count(), 1);
        let read = decode(notes_in(&once).unwrap().as_bytes(), Some("p")).unwrap();
        assert_eq!(read.book, book);
        // And it can be saved again, with other notes or with none.
        assert_eq!(with_notes(&once, "").unwrap(), FILE);
        assert_eq!(with_notes(&with_notes(&once, "{}").unwrap(), "").unwrap(), FILE);
    }

    #[test]
    fn a_packed_plan_is_known_by_its_checksum() {
        assert_eq!(plan_mark("yaodian-plan 1 0a1b2c3d\n1\nx\n"), "0a1b2c3d");
        assert_eq!((plan_mark(""), plan_mark("甲\n乙")), ("", "甲"));
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        assert_eq!(with_notes("<html></html>", "{}"), None);
        assert_eq!(with_notes("<html id=\"notes\">", "{}"), None);
        assert_eq!(notes_in("<!DOCTYPE html><p id=\"notes\">"), None);
    }

    #[test]
    fn what_a_file_carries_is_found_in_it_and_in_nothing_else() {
        assert_eq!(notes_in(FILE), Some(""));
        let whole = with_notes(&format!("\u{feff}{FILE}"), "{\"a\":1}").unwrap();
        assert_eq!(notes_in(&whole), Some("{\"a\":1}"));
        assert_eq!(notes_in("{\"title\":\"id=\\\"notes\\\">\"}</script>"), None);
        assert_eq!(notes_in(""), None);
    }
}

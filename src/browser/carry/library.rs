//! The library that a single file may carry beside its own plan: a backup a line, each with its plan.

use super::{BEGINS, ENDS, push_escaped};
use crate::browser::dom;

/// Id of the element that holds it.
const ID: &str = "library";
const OPENS: &str = "<script type=\"text/plain\" id=\"library\">";
const CLOSES: &str = "</script>\n";

/// Whether this file carries one.
pub fn is_carried() -> bool {
    dom::text_of(ID).is_some()
}

/// The backups that this file carries.
pub fn carried() -> Vec<String> {
    dom::text_of(ID).map(|text| lines(&text).map(str::to_owned).collect()).unwrap_or_default()
}

/// What the library of this file is known by; other plans in it, or other records, are another one.
pub fn mark() -> String {
    let text = dom::text_of(ID).unwrap_or_default();
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{sum:x}")
}

/// The backups that a file carries.
pub fn in_file(file: &str) -> Vec<&str> {
    let found = file.split_once(OPENS).and_then(|(_, rest)| rest.split_once(CLOSES));
    found.map(|(text, _)| lines(text).collect()).unwrap_or_default()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The file with other backups, or with none. `None` if the text is no such file.
pub fn with(file: &str, backups: &[String]) -> Option<String> {
    let bare = match file.split_once(OPENS) {
        Some((before, rest)) => format!("{before}{}", rest.split_once(CLOSES)?.1),
        None => file.to_owned(),
    };
    if backups.is_empty() {
        return Some(bare);
    }
    // Behind the notes, which every such file has a place for.
    let notes = bare.find(BEGINS)?;
    let end = notes + bare.get(notes..)?.find(ENDS)? + ENDS.len();
    let mut file = bare.get(..end)?.to_owned();
    file.push('\n');
    file.push_str(OPENS);
    for backup in backups {
        file.push('\n');
        // A line break in JSON is none of a text's.
        push_escaped(&mut file, &backup.trim().replace(['\n', '\r'], " "));
    }
    file.push_str(CLOSES);
    file.push_str(bare.get(end..)?.strip_prefix('\n')?);
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::{in_file, with};
    use crate::browser::carry::{notes_in, with_notes};

    const FILE: &str =
        "<!DOCTYPE html>\n<html><script type=\"application/json\" id=\"notes\"></script>\n<p>a</p></html>\n";

    #[test]
    fn promise_25_a_library_cannot_break_out_of_the_file() {
        let hostile = "{\"a\": \"</script><!-- id=\\\"library\\\">&\u{2028}\"}";
        let backups = ["{\n  \"b\": 1\n}\n".to_owned(), hostile.to_owned()];
        let once = with(FILE, &backups).unwrap();
        assert_eq!(once.matches("</script>").count(), 2);
        assert!(!once.contains("<!--"));
        let read = in_file(&once);
        assert_eq!(read[0], "{   \"b\": 1 }");
        assert!(read.len() == 2 && read[1].contains("\\u003c/script\\u003e"), "{read:?}");
        // And it can be saved again, with other notes and others plans or with none.
        let again = with(&with_notes(&once, "{}").unwrap(), &backups[..1]).unwrap();
        assert_eq!((in_file(&again).len(), notes_in(&again)), (1, Some("{}")));
        assert_eq!(with(&with_notes(&again, "").unwrap(), &[]).unwrap(), FILE);
    }

    #[test]
    fn a_file_without_one_has_none() {
        assert_eq!(with(FILE, &[]).unwrap(), FILE);
        assert!(in_file(FILE).is_empty() && in_file("{}").is_empty());
        assert_eq!(with("<html></html>", &["{}".into()]), None);
    }
}

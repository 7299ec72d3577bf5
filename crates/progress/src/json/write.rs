//! Writing JSON.

use std::fmt::Write;

use super::{Fields, Json};

impl Json<'_> {
    /// JSON text on one line.
    pub(crate) fn to_compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Plain(plain) => out.push_str(plain),
            Json::Text(text) => quote(out, text),
            Json::List(fields) => group(out, fields, '[', ']'),
            Json::Object(fields) => group(out, fields, '{', '}'),
        }
    }
}

fn group(out: &mut String, fields: &Fields, open: char, close: char) {
    out.push(open);
    for (at, (key, value)) in fields.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        if open == '{' {
            quote(out, key);
            out.push_str(": ");
        }
        value.write(out);
    }
    out.push(close);
}

/// Appends a string literal. U+2028 and U+2029 are escaped because a script takes them for line ends.
pub(crate) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

//! Writing: one line per register, so that the file can be read and compared by people.

use std::fmt::Write;

use super::Json;

impl Json {
    /// Indented text with a final newline.
    pub(in crate::progress) fn to_pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, true, 0);
        out.push('\n');
        out
    }

    /// Text on one line.
    pub(in crate::progress) fn to_compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, false, 0);
        out
    }

    fn write(&self, out: &mut String, lines: bool, depth: usize) {
        let lines = lines && !self.is_register();
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(number) => {
                // Writing into a string cannot fail.
                let _ = write!(out, "{number}");
            }
            Json::Text(text) => quote(out, text),
            Json::List(list) => {
                out.push('[');
                for (at, value) in list.iter().enumerate() {
                    separate(out, at, lines, depth + 1);
                    value.write(out, lines, depth + 1);
                }
                close(out, list.is_empty(), lines, depth, ']');
            }
            Json::Object(fields) => {
                out.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    separate(out, at, lines, depth + 1);
                    quote(out, key);
                    out.push_str(": ");
                    value.write(out, lines, depth + 1);
                }
                close(out, fields.is_empty(), lines, depth, '}');
            }
        }
    }

    fn is_register(&self) -> bool {
        matches!(self, Json::Object(fields) if fields.iter().any(|(key, _)| key == "stamp"))
    }
}

/// What stands before the entry at a position.
fn separate(out: &mut String, at: usize, lines: bool, depth: usize) {
    if lines {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        indent(out, depth);
    } else if at > 0 {
        out.push_str(", ");
    }
}

fn close(out: &mut String, empty: bool, lines: bool, depth: usize, bracket: char) {
    if lines && !empty {
        out.push('\n');
        indent(out, depth);
    }
    out.push(bracket);
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// A string literal. U+2028 and U+2029 are escaped because a script takes them for line ends.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

//! Collecting faults, and rules for several fields.

use std::fmt::{self, Arguments};

/// No list of a plan may be longer, and no text may have more characters. Both are far above
/// any real plan: they keep a hostile file from freezing the page.
const LIMIT: usize = 20_000;

/// A fault of a plan, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path into the JSON, e.g. `items[3].responsibility.lead[0]`.
    pub path: String,
    /// What is wrong, in the screen's language.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.path, self.message)
    }
}

/// The faults found so far. Paths come as `format_args!`, so that a sound field costs no
/// allocation.
#[derive(Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }

    pub fn add(&mut self, path: Arguments<'_>, message: impl Into<String>) {
        self.0.push(Fault { path: path.to_string(), message: message.into() });
    }

    /// A text that may be empty, but not too long.
    pub fn text(&mut self, path: Arguments<'_>, text: &str) {
        // A text has no more characters than bytes, so most need not be counted.
        if text.len() > LIMIT && text.chars().count() > LIMIT {
            self.add(path, format!("文字超过 {LIMIT} 字"));
        }
    }

    /// A text that must not be blank.
    pub fn title(&mut self, path: Arguments<'_>, text: &str) {
        if text.trim().is_empty() {
            self.add(path, "不能为空");
        } else {
            self.text(path, text);
        }
    }

    /// A list of texts that may be empty.
    pub fn texts(&mut self, path: Arguments<'_>, texts: &[String]) {
        if self.list(path, texts) {
            for (i, text) in texts.iter().enumerate() {
                self.text(format_args!("{path}[{i}]"), text);
            }
        }
    }

    /// An id that is safe in file names, storage keys and addresses.
    pub fn id(&mut self, path: Arguments<'_>, name: &str) {
        if !is_valid_id(name) {
            let found = quoted(name);
            self.add(path, format!("标识须为 1 至 40 个小写字母、数字或连字符，实为{found}"));
        }
    }

    /// Whether a list is short enough to be checked.
    pub fn list<T>(&mut self, path: Arguments<'_>, list: &[T]) -> bool {
        let short = list.len() <= LIMIT;
        if !short {
            self.add(path, format!("超过 {LIMIT} 条"));
        }
        short
    }
}

/// Whether a text may be the id of a plan or a unit: 1 to 40 of `a-z`, `0-9` and `-`.
pub fn is_valid_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(plain)
}

/// A text from the plan inside a message, clipped so that the message stays readable.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(30) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

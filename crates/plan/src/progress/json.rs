//! JSON as the progress format needs it: read within limits, nothing lost, written by hand.
//!
//! `serde_json::Value` would drop all but one of two equal keys and reorder the rest, and would be built whole
//! before anything could be counted.

mod read;
mod write;

use serde_json::Number;

pub(super) use read::{ReadError, read};

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How deep containers may nest.
pub const MAX_DEPTH: usize = 32;

/// How many entries one object or list may have.
pub const MAX_ENTRIES: usize = 50_000;

/// How many values a file may hold in all, so that small values cannot fill the memory either.
const MAX_VALUES: usize = 1_000_000;

/// Any JSON value. Objects keep the order of their keys, and keys that repeat.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object of these fields.
    pub(super) fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
        Json::Object(fields.map(|(key, value)| (key.to_owned(), value)).into())
    }

    /// Something as text.
    pub(super) fn text(text: impl ToString) -> Json {
        Json::Text(text.to_string())
    }

    /// The text, if it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, if it is one.
    pub(super) fn as_whole(&self) -> Option<i64> {
        match self {
            Json::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// The values of exactly these fields; `None` if it is no object, or a field is missing, repeated or
    /// strange. A strange field means that something else is meant than what this version would read.
    pub(super) fn exactly<const N: usize>(self, names: [&str; N]) -> Option<[Json; N]> {
        let Json::Object(fields) = self else { return None };
        let mut values = names.map(|_| None);
        for (key, value) in fields {
            let at = names.iter().position(|name| *name == key)?;
            if values.get_mut(at)?.replace(value).is_some() {
                return None;
            }
        }
        if values.iter().any(Option::is_none) {
            return None;
        }
        Some(values.map(|value| value.unwrap_or(Json::Null)))
    }
}

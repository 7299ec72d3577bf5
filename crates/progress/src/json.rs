//! JSON as the progress format needs it: read within limits, without loss, and written.
//!
//! A general reader would be more WebAssembly than everything else here. This one keeps repeated keys and the order of
//! keys, and checks the limits before it stores anything.

mod read;
mod write;

pub(super) use read::{ReadError, read};
pub(super) use write::quote;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How deep containers may nest.
pub const MAX_DEPTH: usize = 32;

/// How many entries one object or list may have.
pub const MAX_ENTRIES: usize = 50_000;

/// The entries of an object or a list. The keys of a list are empty: one type for both is less code than two.
pub(super) type Fields<'a> = Vec<(String, Json<'a>)>;

/// Any JSON value. Objects keep the order of their keys, and keys that repeat.
pub(super) enum Json<'a> {
    /// `null`, `true`, `false` or a number, as it stands in the file.
    Plain(&'a str),
    Text(String),
    List(Fields<'a>),
    Object(Fields<'a>),
}

impl Json<'_> {
    /// Whether it is `null`.
    pub(super) fn is_null(&self) -> bool {
        matches!(self, Json::Plain("null"))
    }

    /// The text, if it is a text.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A copy of the text, if it is a text.
    pub(super) fn to_text(&self) -> Option<String> {
        self.as_text().map(str::to_owned)
    }

    /// The whole number, if it is a whole number.
    pub(super) fn as_whole(&self) -> Option<i64> {
        match self {
            Json::Plain(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// A field of an object. Of a repeated one the first counts.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A field of an object that has exactly `count` fields. Who asks for `count` different ones knows that none is
    /// missing, repeated or unknown. With an unknown field the object may mean something else than this version would
    /// read.
    pub(super) fn field_of(&self, count: usize, name: &str) -> Option<&Self> {
        match self {
            Json::Object(fields) if fields.len() == count => self.get(name),
            _ => None,
        }
    }
}

//! JSON values, as they stand in a text.

/// The entries of an object or a list. The keys of a list are empty: one type for both is less code than two.
pub(crate) type Fields<'a> = Vec<(String, Json<'a>)>;

/// Any JSON value. Objects keep the order of their keys, and keys that repeat.
pub(crate) enum Json<'a> {
    /// `null`, `true`, `false` or a number, as it stands in the file.
    Plain(&'a str),
    Text(String),
    List(Fields<'a>),
    Object(Fields<'a>),
}

impl Json<'_> {
    /// Whether it is `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Json::Plain("null"))
    }

    /// The text, if it is a text.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A copy of the text, if it is a text.
    pub(crate) fn to_text(&self) -> Option<String> {
        self.as_text().map(str::to_owned)
    }

    /// The whole number, if it is a whole number.
    pub(crate) fn as_whole(&self) -> Option<i64> {
        match self {
            Json::Plain(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// A field of an object. Of a repeated one the first counts.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A field of an object that has exactly `count` fields. Who asks for `count` different ones knows that none is
    /// missing, repeated or unknown. With an unknown field the object may mean something else than this version would
    /// read.
    pub(crate) fn field_of(&self, count: usize, name: &str) -> Option<&Self> {
        match self {
            Json::Object(fields) if fields.len() == count => self.get(name),
            _ => None,
        }
    }
}

//! Reading, with the limits checked while the text is read and before anything is kept.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::{Json, MAX_DEPTH, MAX_ENTRIES, MAX_VALUES};

/// Why a text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::progress) enum ReadError {
    /// It ends too early.
    Truncated,
    /// It is no JSON.
    Malformed { line: usize, column: usize },
    /// It nests too deep.
    TooDeep,
    /// An object or a list has too many entries, or all of them together.
    TooMany,
}

/// Reads a whole text.
pub(in crate::progress) fn read(text: &str) -> Result<Json, ReadError> {
    let state = State { left: Cell::new(MAX_VALUES), over: Cell::new(None) };
    let mut source = serde_json::Deserializer::from_str(text);
    let seed = Seed { depth: 0, state: &state };
    seed.deserialize(&mut source).and_then(|json| source.end().map(|()| json)).map_err(|error| {
        state.over.get().unwrap_or(match error.is_eof() {
            true => ReadError::Truncated,
            false => ReadError::Malformed { line: error.line(), column: error.column() },
        })
    })
}

struct State {
    /// How many more values may come.
    left: Cell<usize>,
    /// Which limit was passed.
    over: Cell<Option<ReadError>>,
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    depth: usize,
    state: &'a State,
}

impl Seed<'_> {
    fn over<T, E: Error>(&self, limit: ReadError) -> Result<T, E> {
        self.state.over.set(Some(limit));
        Err(E::custom("limit"))
    }

    /// The seed for what is inside a container.
    fn inside<E: Error>(self) -> Result<Self, E> {
        match self.depth {
            MAX_DEPTH.. => self.over(ReadError::TooDeep),
            depth => Ok(Seed { depth: depth + 1, ..self }),
        }
    }

    /// Counts one more entry of a container that has `length` already.
    fn count<E: Error>(&self, length: usize) -> Result<(), E> {
        match self.state.left.get().checked_sub(1) {
            Some(left) if length < MAX_ENTRIES => {
                self.state.left.set(left);
                Ok(())
            }
            _ => self.over(ReadError::TooMany),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Json, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Json, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(value) = source.next_element_seed(inside)? {
            self.count(list.len())?;
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Json, A::Error> {
        let inside = self.inside()?;
        let mut fields = Vec::new();
        while let Some(key) = source.next_key::<String>()? {
            self.count(fields.len())?;
            fields.push((key, source.next_value_seed(inside)?));
        }
        Ok(Json::Object(fields))
    }
}

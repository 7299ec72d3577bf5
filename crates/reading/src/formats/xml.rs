//! XML as a row of tokens, names without their prefixes.
//!
//! Elements are told by their local names: files of the strict kind, of other programs and of
//! other years use other namespaces for the same elements.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::entities;

/// No document is nested deeper; more would need more stack than a browser gives.
const MAX_DEPTH: usize = 250;

/// What is wrong with a part: it is not well-formed, ends too early or is nested too deeply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// What comes next.
#[derive(Debug)]
pub enum Token<'a> {
    /// An element begins. It has to be read up to its [`Token::Close`], or skipped.
    Open(Tag<'a>),
    /// The innermost open element ends.
    Close,
    /// Text, entities resolved.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Tag<'a>(BytesStart<'a>);

/// A part that is being read.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Begins to read; see [`decode`] for the text.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// How many bytes have been read, and of how many.
    pub fn position(&self) -> (usize, usize) {
        let done = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        (done, done.saturating_add(self.reader.get_ref().len()))
    }

    /// The next token; `None` at the end of the part.
    pub fn token(&mut self) -> Result<Option<Token<'a>>, Malformed> {
        loop {
            match self.reader.read_event().map_err(|_| Malformed)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(Malformed);
                    }
                    return Ok(Some(Token::Open(Tag(tag))));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Token::Close));
                }
                Event::Text(text) => return Ok(Some(Token::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Token::Text(text.into_inner()))),
                Event::GeneralRef(entity) => {
                    if let Some((c, _)) = entities::entity(&entity) {
                        return Ok(Some(Token::Text(Cow::Owned(c.to_string()))));
                    }
                }
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => return Err(Malformed),
                _ => {}
            }
        }
    }

    /// The next token inside the open element; `None` when that ends, which consumes its end.
    pub fn child(&mut self) -> Result<Option<Token<'a>>, Malformed> {
        match self.token()? {
            Some(Token::Close) => Ok(None),
            Some(token) => Ok(Some(token)),
            None => Err(Malformed),
        }
    }

    /// The next element inside the open one, texts passed over.
    pub fn element(&mut self) -> Result<Option<Tag<'a>>, Malformed> {
        loop {
            match self.child()? {
                Some(Token::Open(tag)) => return Ok(Some(tag)),
                Some(_) => {}
                None => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the open element.
    pub fn skip(&mut self) -> Result<(), Malformed> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            self.token()?.ok_or(Malformed)?;
        }
        Ok(())
    }

    /// The text of the open element and of all in it.
    pub fn text(&mut self) -> Result<String, Malformed> {
        let outer = self.depth.saturating_sub(1);
        let mut whole = String::new();
        while self.depth > outer {
            if let Token::Text(text) = self.token()?.ok_or(Malformed)? {
                whole.push_str(&text);
            }
        }
        Ok(whole)
    }

    /// Reads up to the root element; `None` if there is none.
    pub fn root(&mut self) -> Result<Option<Tag<'a>>, Malformed> {
        loop {
            match self.token()? {
                Some(Token::Open(tag)) => return Ok(Some(tag)),
                Some(_) => {}
                None => return Ok(None),
            }
        }
    }
}

impl Tag<'_> {
    /// The local name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the attribute of this local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let local = |key: &str| key.rsplit_once(':').map_or(key, |(_, local)| local) == name;
        let value = entities::attribute(self.0.attributes_raw(), local)?;
        Some(entities::resolve(value).into_owned())
    }

    /// The value of the attribute `val`, in which most elements of Word have their meaning.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// A number in the attribute `val`.
    pub fn number<T: TryFrom<i64>>(&self) -> Option<T> {
        self.number_in("val")
    }

    /// A number in the attribute of this local name.
    pub fn number_in<T: TryFrom<i64>>(&self, name: &str) -> Option<T> {
        let value: i64 = self.attribute(name)?.trim().parse().ok()?;
        T::try_from(value).ok()
    }

    /// Whether a property is on: it stands there and does not say no.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// The text of a part; see [`decode`].
pub fn text_of(bytes: Vec<u8>) -> String {
    match bytes.first() {
        Some(0xef | 0xfe | 0xff) => decode(&bytes).into_owned(),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// The text of a part by its byte order mark; UTF-8 without one.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let units = |from: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| from([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => Cow::Owned(units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => Cow::Owned(units(u16::from_be_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => String::from_utf8_lossy(bytes),
    }
}

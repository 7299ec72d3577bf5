//! Reading JSON, with the limits checked before anything is stored.

use super::value::{Fields, Json};

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How deep containers may nest.
pub const MAX_DEPTH: usize = 32;

/// How many entries one object or list may have.
pub const MAX_ENTRIES: usize = 50_000;

/// How many values a file may have in all, so that small values cannot fill the memory either.
const MAX_VALUES: usize = 1_000_000;

/// Why a text was not read.
#[derive(Clone, Copy)]
pub(crate) enum ReadError {
    /// It ends too early.
    Truncated,
    /// It is not JSON, from this byte on.
    Malformed(usize),
    /// It is nested too deep.
    TooDeep,
    /// An object or a list has too many entries, or all of them together.
    TooMany,
}

/// Reads a whole text.
pub(crate) fn read(text: &str) -> Result<Json<'_>, ReadError> {
    let mut source = Source { text, at: 0, left: MAX_VALUES, over: None };
    let json = source.value(0);
    if json.is_some() {
        source.space();
    }
    match (json, source.peek()) {
        (Some(json), None) => Ok(json),
        (None, None) => Err(source.over.unwrap_or(ReadError::Truncated)),
        (_, Some(_)) => Err(source.over.unwrap_or(ReadError::Malformed(source.at))),
    }
}

/// A text that is being read. Each method returns `None` where it finds something else, and stops there.
struct Source<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    /// How many more values may come.
    left: usize,
    /// Which limit was passed.
    over: Option<ReadError>,
}

impl<'a> Source<'a> {
    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'{') => self.group(depth, b'}').map(Json::Object),
            Some(b'[') => self.group(depth, b']').map(Json::List),
            _ => self.plain().map(Json::Plain),
        }
    }

    /// The entries of an object or a list, up to the bracket that closes it.
    fn group(&mut self, depth: usize, close: u8) -> Option<Fields<'a>> {
        let mut fields = Vec::new();
        self.at += 1;
        self.space();
        if depth < MAX_DEPTH && self.eat(close) {
            return Some(fields);
        }
        loop {
            if depth >= MAX_DEPTH || fields.len() >= MAX_ENTRIES || self.left == 0 {
                self.over = Some(if depth >= MAX_DEPTH { ReadError::TooDeep } else { ReadError::TooMany });
                return None;
            }
            self.left -= 1;
            let mut key = String::new();
            if close == b'}' {
                self.space();
                key = self.string()?;
                self.space();
                self.expect(b':')?;
            }
            fields.push((key, self.value(depth + 1)?));
            self.space();
            if self.eat(close) {
                return Some(fields);
            }
            self.expect(b',')?;
        }
    }

    /// A number, or one of the three words.
    fn plain(&mut self) -> Option<&'a str> {
        let start = self.at;
        match ["null", "true", "false"].iter().find(|word| word.as_bytes().first() == self.peek().as_ref()) {
            Some(word) => word.bytes().try_for_each(|byte| self.expect(byte))?,
            None => self.number()?,
        }
        self.text.get(start..self.at)
    }

    fn number(&mut self) -> Option<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.expect(b'"')?;
        let mut out = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(byte @ (b'"' | b'\\')) => {
                    out.push_str(self.text.get(start..self.at).unwrap_or_default());
                    self.at += 1;
                    if byte == b'"' {
                        return Some(out);
                    }
                    out.push(self.escape()?);
                    start = self.at;
                }
                Some(0..=0x1f) | None => return None,
                Some(_) => self.at += 1,
            }
        }
    }

    /// The character after a backslash.
    fn escape(&mut self) -> Option<char> {
        if self.eat(b'u') {
            return self.unicode();
        }
        let escaped = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            _ => return None,
        };
        self.at += 1;
        Some(escaped)
    }

    /// Four hexadecimal digits, or two times four for a surrogate pair; half of a pair is no character.
    fn unicode(&mut self) -> Option<char> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) {
            self.expect(b'\\')?;
            self.expect(b'u')?;
            let low = self.hex()?.wrapping_sub(0xdc00);
            code = if low < 0x400 { 0x10000 + ((code - 0xd800) << 10) + low } else { code };
        }
        char::from_u32(code)
    }

    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit?;
            self.at += 1;
        }
        Some(code)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }
}

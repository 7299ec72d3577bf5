//! The lines of the packed form, one value each.

use std::str::{FromStr, Split};

use yaodian_plan::model::{ItemId, Month};

/// The lines that are left. Once one is missing or is not what it should be, all of it has failed, and whatever is still read
/// does not matter: so no reader of a value has to stop, and drop what it has read so far, which would be most of the code.
pub struct Lines<'a> {
    left: Split<'a, char>,
    failed: bool,
}

impl<'a> Lines<'a> {
    /// The lines of a body.
    pub fn new(body: &'a str) -> Lines<'a> {
        Lines { left: body.split('\n'), failed: false }
    }

    /// Whether all of it was read, and each line was what it should be.
    pub fn are_read(mut self) -> bool {
        // The last line end leaves one empty piece.
        !self.failed && self.left.next() == Some("") && self.left.next().is_none()
    }

    /// Says that a line is not what it should be, and stands in for its value.
    pub fn fail<T>(&mut self, value: T) -> T {
        self.failed = true;
        value
    }

    /// The value, or another in its place if there is none.
    pub fn expect<T>(&mut self, value: Option<T>, other: T) -> T {
        match value {
            Some(value) => value,
            None => self.fail(other),
        }
    }

    /// A line that needs no unescaping.
    pub fn raw(&mut self) -> &'a str {
        let line = self.left.next();
        self.expect(line, "")
    }

    /// A text.
    pub fn text(&mut self) -> String {
        let raw = self.raw();
        let mut text = String::with_capacity(raw.len());
        let mut chars = raw.chars();
        while let Some(c) = chars.next() {
            text.push(match c {
                '\\' => match chars.next() {
                    Some('\\') => '\\',
                    Some('n') => '\n',
                    Some('r') => '\r',
                    Some('0') => '\0',
                    Some('l') => '<',
                    Some('a') => '&',
                    _ => self.fail('\0'),
                },
                c => c,
            });
        }
        text
    }

    /// A text, or none.
    pub fn optional(&mut self) -> Option<String> {
        let mut text = self.text();
        if text.is_empty() {
            return None;
        }
        if text.remove(0) != '=' {
            self.failed = true;
        }
        Some(text)
    }

    /// What a text says, or another value in its place if it says nothing.
    pub fn parsed<T: FromStr>(&mut self, text: &str, other: T) -> T {
        self.expect(text.parse().ok(), other)
    }

    /// A number of whichever size: they are all read as one, which is less code.
    pub fn sized<T: TryFrom<u32> + Default>(&mut self, text: &str) -> T {
        let number: u32 = self.parsed(text, 0);
        self.expect(T::try_from(number).ok(), T::default())
    }

    /// A number on a line of its own.
    pub fn number<T: TryFrom<u32> + Default>(&mut self) -> T {
        let raw = self.raw();
        self.sized(raw)
    }

    /// The id of an item.
    pub fn id(&mut self) -> ItemId {
        let raw = self.raw();
        self.parsed(raw, ItemId::Monthly { month: Month::JANUARY, no: 0 })
    }

    /// How many values there are, then the values.
    pub fn list<T>(&mut self, each: impl Fn(&mut Lines<'a>) -> T) -> Vec<T> {
        // No capacity up front: a damaged count must not ask for gigabytes. And no `collect`, which is ten times the code.
        let mut list = Vec::new();
        for _ in 0..self.number::<u32>() {
            if self.failed {
                break;
            }
            list.push(each(self));
        }
        list
    }
}

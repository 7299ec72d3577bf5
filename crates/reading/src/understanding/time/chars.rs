//! A text about time, character by character: which figure or word stands at a position.
//!
//! Positions count characters, white space left out. What is found comes with the position behind it.

use super::super::numbers::{numeral, numerals};
use super::super::text::{is_blank, narrow};

/// What says "from here to there".
const DASHES: &str = "-—–―─━‐−~～〜∼…至到";

/// What says "and".
const JOINTS: &str = "、,和及与/;，；";

/// A character, narrow, and where it stands.
pub(super) struct Char {
    /// In bytes of the text, as `end` is.
    pub(super) start: usize,
    pub(super) end: usize,
    is: char,
}

/// The characters of a text.
pub(super) struct Chars(Vec<Char>);

impl Chars {
    /// All but white space.
    pub(super) fn of(text: &str) -> Chars {
        let chars = text.char_indices().filter(|(_, c)| !is_blank(*c));
        Chars(chars.map(|(at, c)| Char { start: at, end: at + c.len_utf8(), is: narrow(c) }).collect())
    }

    /// Where the character at a position stands in the text.
    pub(super) fn get(&self, at: usize) -> Option<&Char> {
        self.0.get(at)
    }

    /// The character at a position.
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.0.get(at).map(|c| c.is)
    }

    /// Where `word` ends, if it stands here.
    pub(super) fn starts(&self, at: usize, word: &str) -> Option<usize> {
        let fits = word.chars().enumerate().all(|(offset, c)| self.char(at + offset) == Some(c));
        fits.then(|| at + word.chars().count())
    }

    /// Where the first of these words ends that stands here.
    pub(super) fn starts_any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.starts(at, word))
    }

    /// A number in digits, and where it ends.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let mut next = at;
        let mut value: u32 = 0;
        while let Some(digit) = self.char(next).and_then(|c| c.to_digit(10)) {
            value = value.checked_mul(10)?.checked_add(digit)?;
            next += 1;
        }
        (next > at).then_some((value, next))
    }

    /// A number of at most two digits, or in Chinese figures, and where it ends.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(found) = self.digits(at) {
            return Some(found).filter(|(_, next)| next - at <= 2);
        }
        if self.char(at) == Some('元') {
            return (self.char(at + 1) == Some('月')).then_some((1, at + 1));
        }
        let mut next = at;
        let mut text = String::new();
        while let Some(c) = self.char(next).filter(|c| *c == '十' || numeral(*c).is_some()) {
            text.push(c);
            next += 1;
        }
        let (value, _) = numerals(&text)?;
        Some((value, next))
    }

    /// A Chinese figure from 1 to 9.
    pub(super) fn single(&self, at: usize) -> Option<u8> {
        let figure = self.char(at).filter(|c| !c.is_ascii_digit()).and_then(numeral)?;
        u8::try_from(figure).ok().filter(|figure| (1..10).contains(figure))
    }

    /// What a number here counts, months, quarters or days (月, 季 or 日), and where the word ends.
    pub(super) fn unit(&self, at: usize) -> Option<(char, usize)> {
        let words = [("月份", '月'), ("月", '月'), ("季度", '季'), ("季", '季'), ("日", '日'), ("号", '日')];
        words.iter().find_map(|(word, unit)| self.starts(at, word).map(|next| (*unit, next)))
    }

    /// Where a dash or 至 ends.
    pub(super) fn dash(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while self.char(next).is_some_and(|c| DASHES.contains(c)) {
            next += 1;
        }
        (next > at).then_some(next)
    }

    /// Where a comma, 和 or 或 ends.
    pub(super) fn list(&self, at: usize) -> Option<usize> {
        let or = self.starts_any(at, &["或者", "或是", "或"]);
        or.or(JOINTS.contains(self.char(at)?).then_some(at + 1))
    }
}

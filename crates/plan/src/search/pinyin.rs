//! The readings of Chinese characters.

mod text;

pub use text::PinyinError;

/// A source of readings.
pub trait Pinyin {
    /// For each character of `text`, its reading in this context: lower-case letters without tone,
    /// ü as `v`. `None` for what has no reading or is not known.
    fn readings(&self, text: &str) -> Vec<Option<&str>>;
}

/// Longest syllable of Mandarin, in letters (`zhuang`).
pub(super) const LONGEST_SYLLABLE: usize = 6;

/// The readings of the characters that occur in one plan, small enough to ship inside the page.
///
/// Every character has a main reading. Where it is read otherwise, there is a phrase around it with the other reading:
/// 行 is `xing`, but `hang` in 行业. Of several phrases that cover a character the longest counts,
/// then the one that starts first: in 执行业务 it is 执行, if the table has that phrase too.
#[derive(Clone, Debug, Default)]
pub struct PinyinTable {
    /// Distinct readings; the other fields refer to them by position.
    readings: Vec<Box<str>>,
    /// Sorted by character.
    entries: Vec<Entry>,
    /// Sorted by character, then phrase.
    cases: Vec<Case>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    ch: char,
    reading: u16,
    has_cases: bool,
}

#[derive(Clone, Debug)]
struct Case {
    ch: char,
    phrase: Vec<char>,
    reading: u16,
}

impl PinyinTable {
    /// Sets a character's main reading. Does nothing, and returns `false`, if it is no reading (one to
    /// six lower-case letters) or if the character cannot have one.
    pub fn set_main(&mut self, ch: char, reading: &str) -> bool {
        if ch.is_ascii() || ch.is_whitespace() {
            return false;
        }
        let Some(reading) = self.reading_no(reading) else { return false };
        match self.entries.binary_search_by_key(&ch, |entry| entry.ch) {
            Ok(at) => self.entries[at].reading = reading,
            Err(at) => {
                let has_cases = !self.cases_of(ch).is_empty();
                self.entries.insert(at, Entry { ch, reading, has_cases });
            }
        }
        true
    }

    /// Sets a character's reading within a phrase. Does nothing, and returns `false`, if it is no
    /// reading or if the phrase does not contain the character.
    pub fn set_in_phrase(&mut self, ch: char, phrase: &str, reading: &str) -> bool {
        if ch.is_ascii() || !phrase.contains(ch) || phrase.contains(char::is_whitespace) {
            return false;
        }
        let Some(reading) = self.reading_no(reading) else { return false };
        let phrase: Vec<char> = phrase.chars().collect();
        match self.cases.binary_search_by(|case| (case.ch, &case.phrase).cmp(&(ch, &phrase))) {
            Ok(at) => self.cases[at].reading = reading,
            Err(at) => self.cases.insert(at, Case { ch, phrase, reading }),
        }
        if let Ok(at) = self.entries.binary_search_by_key(&ch, |entry| entry.ch) {
            self.entries[at].has_cases = true;
        }
        true
    }

    /// A character's main reading.
    pub fn main(&self, ch: char) -> Option<&str> {
        self.entry(ch).map(|entry| self.name(entry.reading))
    }

    /// The phrase that determines the reading of the character at `at`, and that reading. `None` if it is the main one.
    pub fn deciding_phrase(&self, text: &[char], at: usize) -> Option<(String, &str)> {
        let case = self.deciding_case(text, at)?;
        Some((case.phrase.iter().collect(), self.name(case.reading)))
    }

    fn deciding_case(&self, text: &[char], at: usize) -> Option<&Case> {
        let ch = *text.get(at)?;
        let covering = self.cases_of(ch).iter().filter_map(|case| {
            let offsets = case.phrase.iter().enumerate().filter(|&(_, &c)| c == ch);
            let start = offsets
                .filter_map(|(offset, _)| at.checked_sub(offset))
                .filter(|&start| text[start..].starts_with(&case.phrase))
                .min()?;
            Some((case, start))
        });
        covering.max_by_key(|&(case, start)| (case.phrase.len(), usize::MAX - start)).map(|(case, _)| case)
    }

    fn entry(&self, ch: char) -> Option<&Entry> {
        self.entries.binary_search_by_key(&ch, |entry| entry.ch).ok().map(|at| &self.entries[at])
    }

    fn cases_of(&self, ch: char) -> &[Case] {
        let start = self.cases.partition_point(|case| case.ch < ch);
        let end = self.cases.partition_point(|case| case.ch <= ch);
        &self.cases[start..end]
    }

    fn name(&self, reading: u16) -> &str {
        &self.readings[usize::from(reading)]
    }

    fn reading_no(&mut self, reading: &str) -> Option<u16> {
        let valid = (1..=LONGEST_SYLLABLE).contains(&reading.len())
            && reading.bytes().all(|byte| byte.is_ascii_lowercase());
        if !valid {
            return None;
        }
        let known = self.readings.iter().position(|known| **known == *reading);
        let no = known.unwrap_or_else(|| {
            self.readings.push(reading.into());
            self.readings.len() - 1
        });
        u16::try_from(no).ok()
    }
}

impl Pinyin for PinyinTable {
    fn readings(&self, text: &str) -> Vec<Option<&str>> {
        let chars: Vec<char> = text.chars().collect();
        let reading = |(at, &ch): (usize, &char)| {
            if ch.is_ascii() {
                return None;
            }
            let entry = self.entry(ch)?;
            let case = if entry.has_cases { self.deciding_case(&chars, at) } else { None };
            Some(self.name(case.map_or(entry.reading, |case| case.reading)))
        };
        chars.iter().enumerate().map(reading).collect()
    }
}

//! The annexes that a document lists: 附件：1.…

use super::super::numbers::list_entry;
use super::super::text::{self, is_longer_than, squash, trim};

/// The titles of a list of annexes, in order.
#[derive(Default)]
pub(super) struct Listed(Vec<String>);

impl Listed {
    /// Adds a line of the list, with or without its number; an empty one adds nothing.
    pub(super) fn add(&mut self, line: &str) {
        let title = list_entry(line).map_or(trim(line), |(_, title)| title);
        self.0.extend((!title.is_empty()).then(|| title.to_owned()));
    }

    /// Adds a line without a number: the rest of the last title, or the first one. A long line is neither.
    pub(super) fn go_on(&mut self, line: &str) {
        match self.0.last_mut() {
            Some(last) if !is_longer_than(line, 40) => text::join(last, line),
            Some(_) => {}
            None => self.add(line),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The title of an annex by its position.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        self.0.get(at).map(String::as_str)
    }

    /// Whether these words are one of the titles.
    pub(super) fn has(&self, words: &str) -> bool {
        let words = squash(words);
        self.0.iter().any(|title| squash(title) == words)
    }
}

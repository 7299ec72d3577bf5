//! The book as the vault stores it: one text per item, meeting and author.

use yaodian_plan::progress::{EntryKey, ProgressBook, decode, encode_entry};

use super::draft;

/// The book that stored entries make up. Drafts are not part of it.
pub fn read(plan: &str, entries: &[(String, String)]) -> ProgressBook {
    let mut book = ProgressBook::new(plan);
    for (key, text) in entries {
        if let Some(entry) = entry(plan, key, text) {
            book.merge(&entry);
        }
    }
    book
}

/// What is stored under one key. Its checksum was right, so it is what some page wrote.
pub fn entry(plan: &str, key: &str, text: &str) -> Option<ProgressBook> {
    key.parse::<EntryKey>().ok()?;
    decode(text.as_bytes(), Some(plan)).ok().map(|decoded| decoded.book)
}

/// One text of two that two pages wrote under a key without knowing of each other.
pub fn merge(key: &str, older: &str, newer: &str) -> String {
    let (Ok(entry), Ok(mine), Ok(theirs)) =
        (key.parse(), decode(older.as_bytes(), None), decode(newer.as_bytes(), None))
    else {
        return draft::merge(older, newer);
    };
    let mut book = mine.book;
    book.merge(&theirs.book);
    encode_entry(&book, entry)
}

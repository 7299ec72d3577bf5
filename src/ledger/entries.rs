//! The book as the vault stores it: one text per item, meeting and author.

use yaodian_progress::{EntryKey, Field, NoteId, ProgressBook, Stamp, Value, decode, encode_entry};

use super::draft;

/// What the keys of texts begin with that are no books, though some page wrote them.
pub const UNREAD: &str = "unread/";

/// The book that stored entries make up, and those of them that should be books and are none. Drafts are neither.
pub fn read<'a>(plan: &str, entries: &'a [(String, String)]) -> (ProgressBook, Vec<&'a (String, String)>) {
    let mut book = ProgressBook::new(plan);
    let mut unread = Vec::new();
    let mut found: Vec<_> =
        entries.iter().filter_map(|entry| Some((entry.0.parse::<EntryKey>().ok()?, entry))).collect();
    // In the order of the book, which is not that of the texts' keys, each is added at its end.
    found.sort_by_key(|(key, _)| *key);
    for (_, entry) in found {
        match self::entry(plan, &entry.0, &entry.1) {
            Some(part) => drop(book.merge(&part)),
            None => unread.push(entry),
        }
    }
    (book, unread)
}

/// What is stored under one key. Its checksum was right, so it is what some page wrote.
pub fn entry(plan: &str, key: &str, text: &str) -> Option<ProgressBook> {
    key.parse::<EntryKey>().ok()?;
    decode(text.as_bytes(), Some(plan)).ok().map(|decoded| decoded.book)
}

/// One text of two that two pages wrote under a key without knowing of each other. Whether it also keeps what was
/// [`beaten`].
pub fn merge(key: &str, older: &str, newer: &str, both: bool) -> String {
    let (Ok(entry), Ok(mine), Ok(theirs)) =
        (key.parse(), decode(older.as_bytes(), None), decode(newer.as_bytes(), None))
    else {
        return draft::merge(older, newer);
    };
    let mut book = mine.book;
    let beaten = if both { beaten(&book, &theirs.book) } else { Vec::new() };
    book.merge(&theirs.book);
    for (field, value, stamp) in beaten {
        if book.get(field).is_none() {
            book.set(field, value, stamp);
        }
    }
    encode_entry(&book, entry)
}

/// What two pages made of one note without knowing of each other: the later text stands, and the other one
/// becomes a note of its own. The first text of a note is no such change, because everybody who changed or deleted
/// the note has read it.
fn beaten(mine: &ProgressBook, theirs: &ProgressBook) -> Vec<(Field, Value, Stamp)> {
    let mut beaten = Vec::new();
    for one in mine.registers() {
        let (Field::Note(id, note), Some(other)) = (one.field, theirs.get(one.field)) else { continue };
        let loser = if (one.stamp, &one.value) < (other.stamp, &other.value) { &**one } else { other };
        if let Value::Note(Some(text)) = &*loser.value
            && one.value != other.value
            && loser.stamp != note.created
        {
            // Made of the loser alone, so that both pages make the same note of it.
            let own = Field::Note(id, NoteId::new(loser.stamp, text));
            beaten.push((own, Value::Note(Some(text.clone())), loser.stamp));
        }
    }
    beaten
}

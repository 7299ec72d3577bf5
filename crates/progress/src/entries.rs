//! A book as the browser stores it: one text for each item, session and author.

use super::drafts::merge_drafts;
use super::{EntryKey, Field, NoteId, ProgressBook, Stamp, Value, decode, encode_entry};
use yaodian_plan::sort::sorted_positions;

/// What the keys begin with under which texts are kept that could not be read as entries.
pub const UNREADABLE_PREFIX: &str = "unread/";

/// The book that stored texts make up, and those of them that are under an entry's key and no entry. Texts under other
/// keys, such as drafts, are left out.
pub fn read_entries<'a>(
    plan: &str,
    stored: &'a [(String, String)],
) -> (ProgressBook, Vec<&'a (String, String)>) {
    let keys: Vec<(EntryKey, usize)> =
        stored.iter().enumerate().filter_map(|(at, (key, _))| Some((key.parse().ok()?, at))).collect();
    let mut book = ProgressBook::new(plan);
    let mut unreadable = Vec::new();
    // In the order of the book, which is not that of the keys' texts, each entry is added at the end.
    for at in sorted_positions(keys.len(), &|one, other| keys.get(one) < keys.get(other)) {
        let Some(text) = keys.get(at).and_then(|(_, at)| stored.get(*at)) else { continue };
        match read_entry(plan, &text.0, &text.1) {
            Some(entry) => drop(book.merge(&entry)),
            None => unreadable.push(text),
        }
    }
    (book, unreadable)
}

/// The entry that is stored under a key; `None` where the key is no entry's or the text is none.
pub fn read_entry(plan: &str, key: &str, text: &str) -> Option<ProgressBook> {
    key.parse::<EntryKey>().ok()?;
    decode(text.as_bytes(), Some(plan)).ok().map(|decoded| decoded.book)
}

/// Merges two texts that two pages stored under one key without knowing of each other. Of a note that both have changed
/// the later text stays; with `keep_both` the earlier one becomes a note of its own.
pub fn merge_stored(key: &str, older: &str, newer: &str, keep_both: bool) -> String {
    let (Ok(entry), Ok(mine), Ok(theirs)) =
        (key.parse(), decode(older.as_bytes(), None), decode(newer.as_bytes(), None))
    else {
        return merge_drafts(older, newer);
    };
    let mut book = mine.book;
    let overwritten = if keep_both { overwritten_notes(&book, &theirs.book) } else { Vec::new() };
    book.merge(&theirs.book);
    for (field, value, stamp) in overwritten {
        if book.get(field).is_none() {
            book.set(field, value, stamp);
        }
    }
    encode_entry(&book, entry)
}

/// Texts of notes that merging would overwrite, each as a note of its own. The first text of a note is none of them,
/// because everybody who changed or deleted the note has read it.
fn overwritten_notes(mine: &ProgressBook, theirs: &ProgressBook) -> Vec<(Field, Value, Stamp)> {
    let mut overwritten = Vec::new();
    for one in mine.registers() {
        let (Field::Note(id, note), Some(other)) = (one.field, theirs.get(one.field)) else { continue };
        let loser = if (one.stamp, &one.value) < (other.stamp, &other.value) { &**one } else { other };
        if let Value::Note(Some(text)) = &*loser.value
            && one.value != other.value
            && loser.stamp != note.created
        {
            // Made of the loser alone, so that both pages make the same note of it.
            let own = Field::Note(id, NoteId::new(loser.stamp, text));
            overwritten.push((own, Value::Note(Some(text.clone())), loser.stamp));
        }
    }
    overwritten
}

//! A book as the browser stores it: one text for each item, session and author.

use super::merge_drafts::merge_stored_drafts;
use super::texts::{NEW_LINE, merge_texts};
use super::{EntryKey, ProgressBook, decode, encode_entry, is_draft};
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

/// Two texts that two pages stored under one key without knowing of each other; `None` is one that was deleted.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// The key.
    pub key: &'a str,
    /// The text that both were made from; `None` if that is not known, and `Some(None)` if there was none.
    pub base: Option<Option<&'a str>>,
    /// The older text.
    pub older: Option<&'a str>,
    /// The newer one.
    pub newer: Option<&'a str>,
}

/// Merges them. What was written outlives what was deleted. Of a register that both have changed the later write stays;
/// with `keep_both` nothing that was typed is lost: a note's earlier text becomes a note of its own, and the texts of
/// other fields become one.
pub fn merge_stored(stored: Stored<'_>, keep_both: bool) -> Option<String> {
    let Stored { key, base, older, newer } = stored;
    if is_draft(key) {
        return merge_stored_drafts(key, base, older, newer);
    }
    let (Some(older), Some(newer)) = (older, newer) else { return newer.or(older).map(str::to_owned) };
    let book = |text: &str| decode(text.as_bytes(), None).ok().map(|decoded| decoded.book);
    let (Ok(entry), Some(mut mine), Some(theirs)) = (key.parse::<EntryKey>(), book(older), book(newer))
    else {
        return Some(merge_texts(None, older, newer, NEW_LINE));
    };
    let base = base.and_then(|base| base.map_or_else(|| Some(ProgressBook::default()), book));
    let kept = if keep_both { mine.both_of(&theirs, base.as_ref()) } else { Vec::new() };
    mine.merge(&theirs);
    for (field, value, stamp) in kept {
        mine.set(field, value, stamp);
    }
    Some(encode_entry(&mine, entry))
}

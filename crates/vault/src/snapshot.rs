//! Restore points: all entries in one text, and which of them are kept.

use super::Entries;
use super::envelope::{Decoded, Envelope, Version, decode, encode};

/// How many restore points are kept.
pub const KEPT: usize = 10;

/// A restore point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Names it. It is also the time, in milliseconds since 1970, at which it was made, unless two
    /// were made within one millisecond.
    pub id: u64,
    /// Why it was made, as the maker put it.
    pub reason: String,
    /// What was stored then.
    pub entries: Entries,
}

/// The key of a restore point. Keys sort as their times do.
pub fn key(id: u64) -> String {
    format!("{id:016}")
}

/// A restore point as text.
pub fn write(snapshot: &Snapshot) -> String {
    let mut body = String::new();
    put(&mut body, &snapshot.reason);
    for (key, value) in &snapshot.entries {
        put(&mut body, key);
        put(&mut body, value);
    }
    let version = Version { seq: snapshot.id, writer: 0 };
    encode(&key(snapshot.id), &Envelope { version, parent: Version::default(), value: Some(body) })
}

/// Reads a restore point; `None` if it is damaged or holds nothing.
pub fn read(stored: &(String, String)) -> Option<Snapshot> {
    let Decoded::Whole(Envelope { version, value: Some(body), .. }) = decode(&stored.0, &stored.1) else {
        return None;
    };
    let mut rest = body.as_str();
    let reason = take(&mut rest)?;
    let mut entries = Entries::new();
    while !rest.is_empty() {
        entries.push((take(&mut rest)?, take(&mut rest)?));
    }
    (!entries.is_empty()).then_some(Snapshot { id: version.seq, reason, entries })
}

/// The keys of the restore points, oldest first as given, that need not be kept when `kept` are enough.
/// The newest that can be read always stays.
pub fn surplus(stored: &[(String, String)], kept: usize) -> Vec<String> {
    let good = stored.iter().rposition(|stored| read(stored).is_some());
    let old = stored.len().saturating_sub(kept);
    let old = stored.iter().enumerate().take(old).filter(|(at, _)| Some(*at) != good);
    old.map(|(_, (key, _))| key.clone()).collect()
}

/// Every text is preceded by its length, so it may contain anything.
pub fn put(body: &mut String, text: &str) {
    body.push_str(&text.len().to_string());
    body.push(':');
    body.push_str(text);
}

/// Takes the next text; `None` if there is no whole one.
pub fn take(rest: &mut &str) -> Option<String> {
    let (length, after) = rest.split_once(':')?;
    let (text, after) = after.split_at_checked(length.parse().ok()?)?;
    *rest = after;
    Some(text.to_owned())
}

//! Restore points: all entries as they were at one time, in one text.

use super::Entries;
use super::envelope::{self, Decoded, Envelope, Version};

/// How many restore points are kept.
pub const KEPT: usize = 10;

/// A restore point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePoint {
    /// Its identity: the time at which it was made, in milliseconds since 1970, or a later one where two were made
    /// within one millisecond.
    pub id: u64,
    /// Why it was made, as the maker put it.
    pub reason: String,
    /// All entries at that time.
    pub entries: Entries,
}

/// The key of a restore point. Keys sort as their times do.
pub fn key(id: u64) -> String {
    format!("{id:016}")
}

/// A restore point as text.
pub fn encode(point: &RestorePoint) -> String {
    let mut body = String::new();
    push_text(&mut body, &point.reason);
    for (key, value) in &point.entries {
        push_text(&mut body, key);
        push_text(&mut body, value);
    }
    let version = Version { seq: point.id, writer: 0 };
    envelope::encode(&key(point.id), &Envelope { version, parent: Version::default(), value: Some(body) })
}

/// Reads a restore point; `None` if it is damaged or holds nothing.
pub fn decode(stored: &(String, String)) -> Option<RestorePoint> {
    let decoded = envelope::decode(&stored.0, &stored.1);
    let Decoded::Valid(Envelope { version, value: Some(body), .. }) = decoded else { return None };
    let mut rest = body.as_str();
    let reason = split_text(&mut rest)?;
    let mut entries = Entries::new();
    while !rest.is_empty() {
        entries.push((split_text(&mut rest)?, split_text(&mut rest)?));
    }
    (!entries.is_empty()).then_some(RestorePoint { id: version.seq, reason, entries })
}

/// The keys of the restore points that can be deleted if `kept` are enough; `stored` is oldest first. The newest that can
/// be read is never among them.
pub fn surplus(stored: &[(String, String)], kept: usize) -> Vec<String> {
    let good = stored.iter().rposition(|stored| decode(stored).is_some());
    let old = stored.len().saturating_sub(kept);
    let old = stored.iter().enumerate().take(old).filter(|(at, _)| Some(*at) != good);
    old.map(|(_, (key, _))| key.clone()).collect()
}

/// Appends a text, preceded by its length in bytes, so that it may contain anything.
pub fn push_text(body: &mut String, text: &str) {
    body.push_str(&text.len().to_string());
    body.push(':');
    body.push_str(text);
}

/// Splits off the next text; `None` if there is no whole one.
pub fn split_text(rest: &mut &str) -> Option<String> {
    let (length, after) = rest.split_once(':')?;
    let (text, after) = after.split_at_checked(length.parse().ok()?)?;
    *rest = after;
    Some(text.to_owned())
}

//! How one value is stored: with its version, the version that it was made from, and a checksum, so
//! that it shows which of two copies is the newer one and whether one is damaged.
//!
//! The text is `y1 <seq> <writer> <parent seq> <parent writer> <checksum> <=|->`, a line feed and the
//! value; `-` marks a value that was deleted. A later format has to begin with `y`, a greater number
//! and a space, so that this program leaves it alone.

use std::hash::Hasher;

use fnv::FnvHasher;

/// The version of a value. Greater is newer; the writer, a number that every open page draws for itself, distinguishes
/// what two pages wrote at the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Counts the writes to one key from 1. Zero stands for "never written".
    pub seq: u64,
    /// The page that wrote it.
    pub writer: u32,
}

/// A value as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The version of this value.
    pub version: Version,
    /// The version that its writer had before.
    pub parent: Version,
    /// `None` if the value was deleted: the other store must not bring it back.
    pub value: Option<String>,
}

/// What a stored text is.
#[derive(Debug, PartialEq, Eq)]
pub enum Decoded {
    /// A value.
    Valid(Envelope),
    /// Written by a later version of this program.
    Newer,
    /// Damaged, or not written by this program.
    Corrupt,
}

/// The text to be stored under a key.
pub fn encode(key: &str, envelope: &Envelope) -> String {
    let mut text = head(key, envelope);
    text.push_str(envelope.value.as_deref().unwrap_or_default());
    text
}

/// Everything before the value.
fn head(key: &str, envelope: &Envelope) -> String {
    let Envelope { version, parent, value } = envelope;
    let mark = if value.is_some() { '=' } else { '-' };
    let value = value.as_deref().unwrap_or_default();
    let head = format!("{} {} {} {} ", version.seq, version.writer, parent.seq, parent.writer);
    // The sum includes the key: a value under another key than its own counts as damaged.
    let sum = checksum(&[key, &head, value]);
    format!("y1 {head}{sum} {mark}\n")
}

/// Reads what is stored under a key.
pub fn decode(key: &str, raw: &str) -> Decoded {
    if let Some(envelope) = parse(raw)
        // Encoding it again checks the sum and everything else about the form.
        && raw.strip_prefix(&head(key, &envelope)) == Some(envelope.value.as_deref().unwrap_or_default())
    {
        return Decoded::Valid(envelope);
    }
    let format = raw.strip_prefix('y').and_then(|rest| rest.split_once(' '));
    match format.and_then(|(format, _)| format.parse::<u32>().ok()) {
        Some(format) if format > 1 => Decoded::Newer,
        _ => Decoded::Corrupt,
    }
}

fn parse(raw: &str) -> Option<Envelope> {
    let (head, value) = raw.strip_prefix("y1 ")?.split_once('\n')?;
    let mut fields = head.split(' ').map(|field| field.parse::<u64>().ok());
    let mut version = || {
        let seq = fields.next()??;
        Some(Version { seq, writer: u32::try_from(fields.next()??).ok()? })
    };
    let (version, parent) = (version()?, version()?);
    Some(Envelope { version, parent, value: (!head.ends_with('-')).then(|| value.to_owned()) })
}

/// The FNV-1a hash of texts, each followed by a byte that no text contains. It detects accidents, not attacks: whoever
/// can write to the browser's storage can also compute it.
pub fn checksum(texts: &[&str]) -> u64 {
    let mut hasher = FnvHasher::default();
    for text in texts {
        hasher.write(text.as_bytes());
        hasher.write(&[0xff]);
    }
    hasher.finish()
}

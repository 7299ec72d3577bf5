//! One key as this page knows it, and how another page's value for it is merged.

use super::envelope::{Envelope, Version, encode};

/// Makes one value of two that were written without knowledge of each other; `None` is a text that was deleted.
///
/// Nothing of either may be lost. Both pages merge, so the result has to depend on the arguments alone, and merging a
/// result with a part of it has to give the result. It must not use the vault.
pub type Merge = Box<dyn Fn(Meeting) -> Option<String>>;

/// Two values of one key that meet.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// The key.
    pub key: &'a str,
    /// The value that both were made from; `None` if that is not known, and `Some(None)` if there was no text.
    pub base: Option<Option<&'a str>>,
    /// The older value.
    pub older: Option<&'a str>,
    /// The newer one.
    pub newer: Option<&'a str>,
}

/// One key.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The version of the value.
    pub version: Version,
    /// The version that the value was made from.
    pub parent: Version,
    /// The text; `None` if it was deleted or never written.
    pub value: Option<String>,
    /// The version that the mirror has committed, as far as this page knows.
    pub mirrored: Option<Version>,
    /// Whether the primary lacks the current version.
    pub unwritten: bool,
    /// The last value that this page did not make by itself, with its version: what it has written since was made from
    /// that.
    base: (Version, Option<String>),
    /// For every writer the newest version that went into this value.
    known: Vec<Version>,
}

impl Entry {
    /// A key that has no value yet.
    pub fn new(key: &str) -> Entry {
        Entry {
            key: key.to_owned(),
            version: Version::default(),
            parent: Version::default(),
            value: None,
            mirrored: None,
            unwritten: false,
            base: (Version::default(), None),
            known: Vec::new(),
        }
    }

    /// The text to be stored.
    pub fn encode(&self) -> String {
        let envelope = Envelope { version: self.version, parent: self.parent, value: self.value.clone() };
        encode(&self.key, &envelope)
    }

    /// Whether the mirror lacks the current version.
    pub fn unmirrored(&self) -> bool {
        self.mirrored != Some(self.version)
    }

    /// Changes the value as the page `writer`.
    pub fn set(&mut self, value: Option<String>, writer: u32) {
        if self.version.writer != writer {
            self.base = (self.version, self.value.clone());
        }
        self.parent = self.version;
        self.set_after(self.version.seq, value, writer);
    }

    /// Replaces the value by another page's.
    pub fn replace(&mut self, theirs: Envelope) {
        self.mark_known(theirs.version);
        self.version = theirs.version;
        self.parent = theirs.parent;
        self.value = theirs.value;
    }

    /// Remembers that a version has been dealt with.
    pub fn mark_known(&mut self, version: Version) {
        match self.known.iter_mut().find(|known| known.writer == version.writer) {
            Some(known) => *known = version.max(*known),
            None => self.known.push(version),
        }
    }

    /// Merges another page's value; `true` if the own value is a different one afterwards.
    /// `successor` says that theirs is known to have been made from the own version.
    pub fn merge(&mut self, theirs: Envelope, successor: bool, merge: &Merge, writer: u32) -> bool {
        let seen = theirs.version;
        let known = self.known.iter().any(|known| known.writer == seen.writer && known.seq >= seen.seq);
        if known || seen == self.parent {
            return false;
        }
        let changed = self.value != theirs.value;
        let successor = successor || theirs.parent == self.version || self.version.seq == 0;
        if seen > self.version && (successor || !changed) {
            self.replace(theirs);
            return changed;
        }
        self.mark_known(seen);
        if !changed {
            return false;
        }
        let newer = seen > self.version;
        // Both pages put the texts in the same order, so both come to the same result and do not answer each other
        // for ever.
        let (old, new) = if newer { (&self.value, &theirs.value) } else { (&theirs.value, &self.value) };
        // Theirs was made from it too if it says so. If each page has written once, both know it and come to the same
        // result; if not, that takes another round.
        let base = (theirs.parent == self.base.0).then_some(self.base.1.as_deref());
        let value = merge(Meeting { key: &self.key, base, older: old.as_deref(), newer: new.as_deref() });
        if newer && value == theirs.value {
            self.replace(theirs);
            return true;
        }
        if !newer && value == self.value {
            return false;
        }
        let changed = value != self.value;
        self.base = (seen, theirs.value);
        self.parent = seen;
        self.set_after(seen.seq.max(self.version.seq), value, writer);
        changed
    }

    fn set_after(&mut self, seq: u64, value: Option<String>, writer: u32) {
        self.version = Version { seq: seq + 1, writer };
        self.value = value;
        self.mark_known(self.version);
    }
}

//! One key as this page knows it, and what happens when somebody else's value for it turns up.

use super::envelope::{Envelope, Version, encode};

/// Makes one text of two that were written without knowledge of each other: the key, the older text,
/// the newer text. See [`super::Options::merge`].
pub type Merge = Box<dyn Fn(&str, &str, &str) -> String>;

/// One key.
#[derive(Clone, Debug)]
pub struct Cell {
    pub key: String,
    pub version: Version,
    pub parent: Version,
    pub value: Option<String>,
    /// The version that the mirror has committed, as far as this page knows.
    pub mirrored: Option<Version>,
    /// The primary does not have the current version.
    pub unwritten: bool,
    /// For every writer the newest version that went into this value.
    known: Vec<Version>,
}

impl Cell {
    /// A key that has no value yet.
    pub fn new(key: &str) -> Cell {
        Cell {
            key: key.to_owned(),
            version: Version::default(),
            parent: Version::default(),
            value: None,
            mirrored: None,
            unwritten: false,
            known: Vec::new(),
        }
    }

    /// The text to be stored.
    pub fn encode(&self) -> String {
        let envelope = Envelope { version: self.version, parent: self.parent, value: self.value.clone() };
        encode(&self.key, &envelope)
    }

    /// Whether the mirror lacks the current version.
    pub fn pending(&self) -> bool {
        self.mirrored != Some(self.version)
    }

    /// Changes the value as the page `writer`.
    pub fn set(&mut self, value: Option<String>, writer: u32) {
        self.parent = self.version;
        self.renew(self.version.seq, value, writer);
    }

    /// Takes another's value as it is.
    pub fn adopt(&mut self, theirs: Envelope) {
        self.learn(theirs.version);
        self.version = theirs.version;
        self.parent = theirs.parent;
        self.value = theirs.value;
    }

    /// Remembers that a version needs no more attention.
    pub fn learn(&mut self, version: Version) {
        match self.known.iter_mut().find(|known| known.writer == version.writer) {
            Some(known) => *known = version.max(*known),
            None => self.known.push(version),
        }
    }

    /// Deals with another's value; `true` if the own value is a different one afterwards.
    /// `successor` says that theirs is known to have been made from the own version.
    pub fn meet(&mut self, theirs: Envelope, successor: bool, merge: &Merge, writer: u32) -> bool {
        let seen = theirs.version;
        let known = self.known.iter().any(|known| known.writer == seen.writer && known.seq >= seen.seq);
        if known || seen == self.parent {
            return false;
        }
        let changed = self.value != theirs.value;
        let successor = successor || theirs.parent == self.version || self.version.seq == 0;
        if seen > self.version && (successor || !changed) {
            self.adopt(theirs);
            return changed;
        }
        self.learn(seen);
        if !changed {
            return false;
        }
        let newer = seen > self.version;
        let value = match (&self.value, &theirs.value) {
            (Some(mine), Some(other)) => {
                // Both pages put the texts in the same order, so both come to the same result and
                // do not answer each other for ever.
                let (old, new) = if newer { (mine, other) } else { (other, mine) };
                Some(merge(&self.key, old, new))
            }
            // What somebody wrote outlives what somebody else deleted.
            (mine, other) => mine.clone().or_else(|| other.clone()),
        };
        if newer && value == theirs.value {
            self.adopt(theirs);
            return true;
        }
        if !newer && value == self.value {
            return false;
        }
        let changed = value != self.value;
        self.parent = seen;
        self.renew(seen.seq.max(self.version.seq), value, writer);
        changed
    }

    fn renew(&mut self, after: u64, value: Option<String>, writer: u32) {
        self.version = Version { seq: after + 1, writer };
        self.value = value;
        self.learn(self.version);
    }
}

//! A crash-safe store of small texts: two stores side by side, without a browser.
//!
//! The primary store is written at once, but browsers keep it in memory for up to a minute before it is on the disk. The
//! mirror, the durable store, is asynchronous, but what it has confirmed survives a crash. So every text is written to
//! both, and counts as saved when it was read back from the first and the second has confirmed it. When the vault is
//! opened, the newest usable copy of every key wins.
//!
//! - [`envelope`], [`entry`]: how a text is stored, and how another page's is merged.
//! - [`engine`]: what is written where and when.
//! - [`stores`]: the two stores as traits. [`memory`]: both of them in memory.
//! - [`restore_point`]: all texts as they were at one time.
//! - [`mailbox`]: files that wait for the page of their plan, in a database of their own.
//!
//! The vault does not know what the texts mean.

pub mod engine;
pub mod entry;
pub mod envelope;
pub mod mailbox;
pub mod memory;
pub mod restore_point;
pub mod stores;
#[cfg(test)]
mod tests;

pub use engine::Engine;
pub use entry::{Meeting, Merge};
pub use restore_point::RestorePoint;
pub use stores::{Entries, Reason};

/// What another page has changed, alone or together with this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// Its text now; `None` if it was deleted.
    pub value: Option<String>,
}

/// Whether what the user has entered is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is on the disk.
    Saved,
    /// Everything is on the disk, but only in the durable store: what the synchronous one lacks it cannot take. Tried
    /// again at the next change and by [`Engine::retry`].
    MirrorOnly(Reason),
    /// The last changes are being written.
    Saving,
    /// Something is not saved as it should be; the page still has it. Tried again at the next change
    /// and by [`Engine::retry`].
    Failed(Reason),
    /// Everything is lost when the page is closed.
    MemoryOnly(Reason),
}

/// A damaged text that was moved out of the way, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key that it was found under.
    pub key: String,
    /// The text. Halves of surrogate pairs, which only the stored original has, are replaced.
    pub raw: String,
}

/// What the keys of a plan begin with in the primary store.
pub fn key_prefix(plan: &str) -> String {
    // A dot in the plan's id must not make it the beginning of another plan's keys.
    let mut prefix = String::from("yaodian.");
    for char in plan.chars() {
        match char {
            '%' => prefix.push_str("%25"),
            '.' => prefix.push_str("%2E"),
            char => prefix.push(char),
        }
    }
    prefix.push('.');
    prefix
}

/// The name of a plan's database, given the prefix of its keys.
pub fn database_name(prefix: &str) -> &str {
    prefix.trim_end_matches('.')
}

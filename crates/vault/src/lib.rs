//! A store of small texts that must not be lost: two stores side by side, without a browser.
//!
//! The primary store is written at once, but browsers keep it in memory for up to a minute before it is on the disk. The
//! durable store answers late, but what it has confirmed survives a crash. So every value goes to both, and "saved" is
//! said when the first has given it back and the second has confirmed it. When the vault is opened, the newest usable
//! copy of every key wins.
//!
//! - [`envelope`], [`cell`]: how a value is stored, and what becomes of it when another page has written one.
//! - [`engine`]: what goes where and when.
//! - [`stores`]: what the engine asks of the two stores; whoever opens the vault brings them along.
//! - [`snapshot`]: restore points.
//! - [`mailbox`]: files that wait for the page of their plan, in a database of their own.
//!
//! The vault does not know what the texts mean.

pub mod cell;
pub mod engine;
pub mod envelope;
pub mod mailbox;
pub mod snapshot;
pub mod stores;
#[cfg(test)]
mod tests;

pub use cell::Merge;
pub use engine::Engine;
pub use snapshot::Snapshot;
pub use stores::Reason;

/// Keys and texts in the order of the keys.
pub type Entries = Vec<(String, String)>;

/// How things stand with what the user has entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is on the disk.
    Saved,
    /// The last changes are on their way.
    Saving,
    /// Something is not saved as it should be; the page still has it. Tried again at the next change
    /// and by [`Engine::retry`].
    Failed(Reason),
    /// Everything is lost when the page is closed.
    MemoryOnly(Reason),
}

/// A text that was damaged and has been put out of the way, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key that it was found under.
    pub key: String,
    /// The text. Halves of surrogate pairs, which only the stored original has, are replaced.
    pub raw: String,
}

/// What the keys of a plan begin with.
pub fn prefix(plan: &str) -> String {
    // A dot in the plan's name must not make it the beginning of another plan's keys.
    let plan = plan.replace('%', "%25").replace('.', "%2E");
    format!("yaodian.{plan}.")
}

/// The name of a plan's database.
pub fn database(prefix: &str) -> &str {
    prefix.trim_end_matches('.')
}

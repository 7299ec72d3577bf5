//! The two stores that the engine works on, as traits: whoever opens a vault implements them.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// Keys and texts in the order of the keys.
pub type Entries = Vec<(String, String)>;

/// Why something is not saved as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The browser has no room left for this page.
    Quota,
    /// The browser does not let this page store anything.
    Blocked,
    /// The durable store, IndexedDB, is missing or failed: what is in `localStorage` survives
    /// closing the page, but perhaps not a crash.
    MirrorFailed,
    /// The durable store does not answer. What is in `localStorage` survives closing the page, but perhaps not a crash.
    NoAnswer,
    /// What was written did not come back as it was written.
    ReadBack,
    /// The stored data belong to a later version of this program; nothing is written.
    NewerSchema,
}

/// The synchronous store. Keys are the vault's own, without the prefix.
pub trait Primary {
    /// Whether texts survive the page.
    fn is_persistent(&self) -> bool;
    /// All texts. None if the store fails.
    fn load(&self) -> Entries;
    /// The text under a key.
    fn read(&self, key: &str) -> Option<String>;
    /// Stores a text.
    ///
    /// # Errors
    /// `Quota`, otherwise `Blocked`; the old text then stays.
    fn write(&self, key: &str, raw: &str) -> Result<(), Reason>;
    /// Moves whatever is stored under a key, text or not, to another key, where it does not overwrite anything.
    ///
    /// # Errors
    /// As for `write`; nothing has moved then.
    fn move_key(&self, from: &str, to: &str) -> Result<(), Reason>;
}

/// The two tables of the durable store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One text per key, as in the primary.
    Entries,
    /// Restore points.
    RestorePoints,
}

/// What an update does with one key.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// First moves what is stored to this key, where it does not overwrite anything.
    pub move_to: Option<String>,
    /// Then writes.
    pub write: Write,
}

/// What is written under a key.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Write {
    /// Nothing: it stays as it is.
    #[default]
    Keep,
    /// This text.
    Put(String),
    /// The key is removed.
    Delete,
}

/// Decides about a key, given the key and what is stored under it.
pub type Decide = Rc<dyn Fn(&str, Option<&str>) -> Decision>;

/// The future result of an asynchronous store. It does not borrow the store.
pub type StoreFuture<T> = Pin<Box<dyn Future<Output = Result<T, Reason>>>>;

/// The durable store.
pub trait Mirror {
    /// Whether texts survive the page.
    fn is_persistent(&self) -> bool;
    /// All texts of a table, in the order of the keys.
    fn load(&self, table: Table) -> StoreFuture<Entries>;
    /// The keys of a table, in order, without the texts.
    fn keys(&self, table: Table) -> StoreFuture<Vec<String>> {
        let loading = self.load(table);
        Box::pin(async move { Ok(loading.await?.into_iter().map(|(key, _)| key).collect()) })
    }
    /// Asks `decide` about each key and does what it says, all in one transaction that no other page can come between.
    /// The future is ready when the transaction is on the disk.
    ///
    /// # Errors
    /// `Quota`, `NewerSchema`, otherwise `MirrorFailed`; nothing has changed then. `NoAnswer` where it takes too long: it
    /// is not known what has changed.
    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()>;
}

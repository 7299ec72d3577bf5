//! What the vault asks of the two places that it keeps values in, and both of them in memory: for
//! browsers that offer neither, and for tests.

use std::cell::RefCell;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

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
    /// What was written did not come back as it was written.
    ReadBack,
    /// The stored data belong to a later version of this program; nothing is written.
    NewerSchema,
}

/// The synchronous store. Keys are the vault's own, without the prefix.
pub trait Primary {
    /// Whether values survive the page.
    fn lasts(&self) -> bool;
    /// All that is stored. Nothing if the store fails.
    fn load(&self) -> Vec<(String, String)>;
    /// What is stored under a key.
    fn read(&self, key: &str) -> Option<String>;
    /// Stores a text. Errors: `Quota`, otherwise `Blocked`; the old text then stays.
    fn write(&self, key: &str, raw: &str) -> Result<(), Reason>;
    /// Moves whatever is stored under a key, text or not, to another key, where it does not overwrite
    /// anything. Errors: as for `write`; nothing has moved then.
    fn set_aside(&self, from: &str, to: &str) -> Result<(), Reason>;
}

/// The two compartments of the durable store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// One text per key, as in the primary.
    Entries,
    /// Restore points.
    Restore,
}

/// What is to become of one key.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Move what is stored to this key first; what is there already stays.
    pub aside: Option<String>,
    /// Then this.
    pub then: Then,
}

/// The second half of a [`Decision`].
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// Leave it as it is.
    #[default]
    Keep,
    /// Store this text.
    Put(String),
    /// Remove the key.
    Delete,
}

/// Decides about a key when it is known what is stored.
pub type Decide = Rc<dyn Fn(&str, Option<&str>) -> Decision>;

/// What an asynchronous store answers with in time. It does not borrow the store.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Reason>>>>;

/// The durable store.
pub trait Mirror {
    /// Whether values survive the page.
    fn lasts(&self) -> bool;
    /// All that is on a shelf, in the order of the keys.
    fn load(&self, shelf: Shelf) -> Answer<Vec<(String, String)>>;
    /// Shows what is stored under each key to `decide` and does what it says, all in one transaction
    /// that no other page can come between. The answer comes when the transaction is on the disk.
    /// Errors: `Quota`, `NewerSchema`, otherwise `MirrorFailed`; nothing has changed then.
    fn exchange(&self, shelf: Shelf, keys: Vec<String>, decide: Decide) -> Answer<()>;
}

/// Either store in memory.
#[derive(Clone, Default)]
pub struct Memory {
    /// Texts in the order of their keys.
    pub entries: Rc<RefCell<Vec<(String, String)>>>,
    /// Restore points in the order of their keys.
    pub restore: Rc<RefCell<Vec<(String, String)>>>,
}

fn get(texts: &[(String, String)], key: &str) -> Option<String> {
    texts.iter().find(|(known, _)| known == key).map(|(_, raw)| raw.clone())
}

fn set(texts: &mut Vec<(String, String)>, key: &str, raw: Option<String>) {
    texts.retain(|(known, _)| known != key);
    if let Some(raw) = raw {
        let at = texts.partition_point(|(known, _)| known.as_str() < key);
        texts.insert(at, (key.to_owned(), raw));
    }
}

fn set_aside(texts: &mut Vec<(String, String)>, from: &str, to: &str) {
    let raw = get(texts, from);
    set(texts, from, None);
    if get(texts, to).is_none() {
        set(texts, to, raw);
    }
}

impl Primary for Memory {
    fn lasts(&self) -> bool {
        false
    }

    fn load(&self) -> Vec<(String, String)> {
        self.entries.borrow().clone()
    }

    fn read(&self, key: &str) -> Option<String> {
        get(&self.entries.borrow(), key)
    }

    fn write(&self, key: &str, raw: &str) -> Result<(), Reason> {
        set(&mut self.entries.borrow_mut(), key, Some(raw.to_owned()));
        Ok(())
    }

    fn set_aside(&self, from: &str, to: &str) -> Result<(), Reason> {
        set_aside(&mut self.entries.borrow_mut(), from, to);
        Ok(())
    }
}

impl Memory {
    fn shelf(&self, shelf: Shelf) -> &RefCell<Vec<(String, String)>> {
        if shelf == Shelf::Entries { &self.entries } else { &self.restore }
    }
}

impl Mirror for Memory {
    fn lasts(&self) -> bool {
        false
    }

    fn load(&self, shelf: Shelf) -> Answer<Vec<(String, String)>> {
        Box::pin(ready(Ok(self.shelf(shelf).borrow().clone())))
    }

    fn exchange(&self, shelf: Shelf, keys: Vec<String>, decide: Decide) -> Answer<()> {
        for key in keys {
            let stored = get(&self.shelf(shelf).borrow(), &key);
            let decision = decide(&key, stored.as_deref());
            let texts = &mut self.shelf(shelf).borrow_mut();
            if let Some(to) = decision.aside {
                set_aside(texts, &key, &to);
            }
            match decision.then {
                Then::Keep => {}
                Then::Put(raw) => set(texts, &key, Some(raw)),
                Then::Delete => set(texts, &key, None),
            }
        }
        Box::pin(ready(Ok(())))
    }
}

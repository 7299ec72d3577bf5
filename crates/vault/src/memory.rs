//! Either store in memory: for browsers that offer none, and for tests.

use std::cell::RefCell;
use std::future::ready;
use std::rc::Rc;

use super::Entries;
use super::stores::{Decide, Mirror, Primary, Reason, StoreFuture, Table, Write};

/// A store in memory; copies share their texts. It lasts as long as the page.
#[derive(Clone, Default)]
pub struct MemoryStore {
    /// Texts in the order of their keys.
    pub entries: Rc<RefCell<Entries>>,
    /// Restore points in the order of their keys.
    pub restore_points: Rc<RefCell<Entries>>,
}

fn get(texts: &[(String, String)], key: &str) -> Option<String> {
    texts.iter().find(|(known, _)| known == key).map(|(_, raw)| raw.clone())
}

fn set(texts: &mut Entries, key: &str, raw: Option<String>) {
    texts.retain(|(known, _)| known != key);
    if let Some(raw) = raw {
        let at = texts.partition_point(|(known, _)| known.as_str() < key);
        texts.insert(at, (key.to_owned(), raw));
    }
}

fn move_key(texts: &mut Entries, from: &str, to: &str) {
    let raw = get(texts, from);
    set(texts, from, None);
    if get(texts, to).is_none() {
        set(texts, to, raw);
    }
}

impl Primary for MemoryStore {
    fn is_persistent(&self) -> bool {
        false
    }

    fn load(&self) -> Entries {
        self.entries.borrow().clone()
    }

    fn read(&self, key: &str) -> Option<String> {
        get(&self.entries.borrow(), key)
    }

    fn write(&self, key: &str, raw: &str) -> Result<(), Reason> {
        set(&mut self.entries.borrow_mut(), key, Some(raw.to_owned()));
        Ok(())
    }

    fn move_key(&self, from: &str, to: &str) -> Result<(), Reason> {
        move_key(&mut self.entries.borrow_mut(), from, to);
        Ok(())
    }
}

impl MemoryStore {
    fn table(&self, table: Table) -> &RefCell<Entries> {
        if table == Table::Entries { &self.entries } else { &self.restore_points }
    }
}

impl Mirror for MemoryStore {
    fn is_persistent(&self) -> bool {
        false
    }

    fn load(&self, table: Table) -> StoreFuture<Entries> {
        Box::pin(ready(Ok(self.table(table).borrow().clone())))
    }

    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()> {
        for key in keys {
            let stored = get(&self.table(table).borrow(), &key);
            let decision = decide(&key, stored.as_deref());
            let texts = &mut self.table(table).borrow_mut();
            if let Some(to) = decision.move_to {
                move_key(texts, &key, &to);
            }
            match decision.write {
                Write::Keep => {}
                Write::Put(raw) => set(texts, &key, Some(raw)),
                Write::Delete => set(texts, &key, None),
            }
        }
        Box::pin(ready(Ok(())))
    }
}

//! Reading and writing texts by their keys, each in one transaction.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yaodian_vault::Reason;
use yaodian_vault::stores::{Decide, Decision, Mirror, Table, Write};

use super::super::record::opened;

/// The text under one key.
pub(super) async fn read(store: &dyn Mirror, key: &str) -> Result<Option<String>, Reason> {
    let found = Rc::new(RefCell::new(None));
    let decide: Decide = {
        let found = found.clone();
        Rc::new(move |_, stored| {
            found.replace(stored.map(str::to_owned));
            Decision::default()
        })
    };
    store.update(Table::Entries, vec![key.to_owned()], decide).await?;
    let found = found.take();
    Ok(found)
}

/// The texts under some keys, as far as there are any.
pub(super) async fn read_all(store: &dyn Mirror, keys: Vec<String>) -> Result<Vec<(String, String)>, Reason> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let found = Rc::new(RefCell::new(Vec::new()));
    let decide: Decide = {
        let found = found.clone();
        Rc::new(move |key, stored| {
            found.borrow_mut().extend(stored.map(|text| (key.to_owned(), text.to_owned())));
            Decision::default()
        })
    };
    store.update(Table::Entries, keys, decide).await?;
    let found = found.take();
    Ok(found)
}

/// Puts texts under their keys, in one transaction. What a later program has written there stays.
pub(super) async fn put(store: &dyn Mirror, texts: Vec<(String, String)>) -> Result<(), Reason> {
    let newer = Rc::new(Cell::new(false));
    let keys = texts.iter().map(|(key, _)| key.clone()).collect();
    let decide: Decide = {
        let newer = newer.clone();
        Rc::new(move |key, stored| {
            let refused = stored.is_some_and(|raw| opened(key, raw) == Err(Reason::NewerSchema));
            newer.set(newer.get() || refused);
            let text = texts.iter().find(|(known, _)| known == key).map(|(_, raw)| raw.clone());
            let write = text.filter(|_| !refused).map_or(Write::Keep, Write::Put);
            Decision { move_to: None, write }
        })
    };
    store.update(Table::Entries, keys, decide).await?;
    if newer.get() { Err(Reason::NewerSchema) } else { Ok(()) }
}

/// Makes a new text of the one under a key, or leaves it, in one transaction.
pub(super) async fn update(
    store: &dyn Mirror,
    key: &str,
    make: impl Fn(Option<&str>) -> Result<String, Reason> + 'static,
) -> Result<(), Reason> {
    let fault = Rc::new(Cell::new(None));
    let decide: Decide = {
        let fault = fault.clone();
        Rc::new(move |_, stored| {
            let write = match make(stored) {
                Ok(raw) => Write::Put(raw),
                Err(reason) => {
                    fault.set(Some(reason));
                    Write::Keep
                }
            };
            Decision { move_to: None, write }
        })
    };
    store.update(Table::Entries, vec![key.to_owned()], decide).await?;
    fault.get().map_or(Ok(()), Err)
}

//! The vault on stores that fail in every way.

mod damage;
mod failures;
mod formats;
mod mailbox;
mod meetings;
mod pages;
mod restore_points;
mod vanished;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::engine::Engine;
use super::entry::{Meeting, Merge};
use super::memory::MemoryStore;
use super::stores::{Decide, Mirror, Primary, Reason, StoreFuture, Table};
use super::{Change, SaveState};

/// What goes wrong now.
#[derive(Default)]
struct Knobs {
    /// Writing to the primary fails so.
    write: Cell<Option<Reason>>,
    /// The primary holds no more bytes than this.
    limit: Cell<Option<usize>>,
    /// Writing to the primary does nothing.
    drops: Cell<bool>,
    /// The next so many updates of the mirror fail so.
    update: Cell<Option<(usize, Reason)>>,
    /// The mirror has no room as long as it has more restore points than this.
    room: Cell<Option<usize>>,
    /// Loading the mirror fails so.
    load: Cell<Option<Reason>>,
    /// Happens while the mirror is busy with the next update.
    meanwhile: RefCell<Option<Box<dyn FnOnce()>>>,
}

/// What survives the pages, and what happened to it.
#[derive(Clone, Default)]
struct Disk {
    primary: MemoryStore,
    mirror: MemoryStore,
    knobs: Rc<Knobs>,
    /// What was written to the primary and no other page has heard of.
    written: Rc<RefCell<Vec<(String, String)>>>,
}

impl Primary for Disk {
    fn is_persistent(&self) -> bool {
        true
    }

    fn load(&self) -> Vec<(String, String)> {
        Primary::load(&self.primary)
    }

    fn read(&self, key: &str) -> Option<String> {
        self.primary.read(key)
    }

    fn write(&self, key: &str, raw: &str) -> Result<(), Reason> {
        if let Some(reason) = self.knobs.write.get() {
            return Err(reason);
        }
        let others = Primary::load(&self.primary).into_iter().filter(|(known, _)| known != key);
        let size = others.map(|(key, raw)| key.len() + raw.len()).sum::<usize>() + key.len() + raw.len();
        if self.knobs.limit.get().is_some_and(|limit| size > limit) {
            return Err(Reason::Quota);
        }
        if !self.knobs.drops.get() {
            self.primary.write(key, raw)?;
            self.written.borrow_mut().push((key.into(), raw.into()));
        }
        Ok(())
    }

    fn move_key(&self, from: &str, to: &str) -> Result<(), Reason> {
        self.knobs.write.get().map_or_else(|| self.primary.move_key(from, to), Err)
    }
}

impl Mirror for Disk {
    fn is_persistent(&self) -> bool {
        true
    }

    fn load(&self, table: Table) -> StoreFuture<Vec<(String, String)>> {
        match self.knobs.load.get() {
            Some(reason) => Box::pin(ready(Err(reason))),
            None => Mirror::load(&self.mirror, table),
        }
    }

    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()> {
        if let Some((times, reason)) = self.knobs.update.get() {
            self.knobs.update.set((times > 1).then(|| (times - 1, reason)));
            self.knobs.pass();
            return Box::pin(ready(Err(reason)));
        }
        let full = self.knobs.room.get().is_some_and(|room| self.mirror.restore_points.borrow().len() > room);
        if full && table == Table::Entries {
            return Box::pin(ready(Err(Reason::Quota)));
        }
        let answer = self.mirror.update(table, keys, decide);
        self.knobs.pass();
        answer
    }
}

impl Knobs {
    fn pass(&self) {
        if let Some(meanwhile) = self.meanwhile.take() {
            meanwhile();
        }
    }
}

/// An open page.
struct Page {
    engine: Rc<Engine>,
    state: Rc<Cell<SaveState>>,
    app: Rc<App>,
}

/// What uses the vault of a page, and knows only what it wrote and what it was given.
#[derive(Default)]
struct App {
    /// The changes that it was given.
    changes: RefCell<Vec<Change>>,
    /// The texts that it knows of.
    texts: RefCell<BTreeMap<String, String>>,
}

impl App {
    fn take(&self, changes: Vec<Change>) {
        for change in changes {
            self.note(&change.key, change.value.clone());
            self.changes.borrow_mut().push(change);
        }
    }

    fn note(&self, key: &str, text: Option<String>) {
        match text {
            Some(text) => self.texts.borrow_mut().insert(key.to_owned(), text),
            None => self.texts.borrow_mut().remove(key),
        };
    }

    /// Whether anything may be written.
    fn put(&self, engine: &Engine, key: &str, text: Option<String>) -> bool {
        self.note(key, text.clone());
        engine.put(vec![(key.to_owned(), text)]).map(|changes| self.take(changes)).is_ok()
    }
}

/// Runs what never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("this should not have to wait"),
    }
}

/// All lines of both, in order: loses nothing and does not mind the order.
fn union(older: &str, newer: &str) -> String {
    let mut lines: Vec<&str> = older.lines().chain(newer.lines()).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.join("\n")
}

/// What was written outlives what was deleted.
fn merge_lines(Meeting { older, newer, .. }: Meeting) -> Option<String> {
    match (older, newer) {
        (Some(older), Some(newer)) => Some(union(older, newer)),
        (older, newer) => newer.or(older).map(str::to_owned),
    }
}

fn open(primary: Box<dyn Primary>, mirror: Rc<dyn Mirror>, schema: u32, writer: u32) -> Page {
    let state = Rc::new(Cell::new(SaveState::Saving));
    let report = {
        let state = state.clone();
        Box::new(move |now| state.set(now))
    };
    let merge: Merge = Box::new(merge_lines);
    let engine = now(Engine::open(primary, mirror, merge, (schema, writer), "test.".into(), report));
    let app = Rc::new(App::default());
    app.texts.borrow_mut().extend(engine.entries());
    Page { engine, state, app }
}

impl Disk {
    fn page(&self, writer: u32) -> Page {
        open(Box::new(self.clone()), Rc::new(self.clone()), 1, writer)
    }

    /// A disk on which these were saved.
    fn with(entries: &[(&str, &str)]) -> Disk {
        let disk = Disk::default();
        let page = disk.page(1);
        for (key, text) in entries {
            page.put(key, text);
        }
        page.flush();
        assert_eq!(page.state.get(), SaveState::Saved);
        disk
    }
}

impl Page {
    fn put(&self, key: &str, text: &str) {
        assert!(self.try_put(key, Some(text.into())));
    }

    fn delete(&self, key: &str) {
        assert!(self.try_put(key, None));
    }

    /// Whether anything may be written.
    fn try_put(&self, key: &str, text: Option<String>) -> bool {
        self.app.put(&self.engine, key, text)
    }

    fn take(&self, changes: Vec<Change>) {
        self.app.take(changes);
    }

    fn flush(&self) {
        self.take(now(self.engine.clone().flush()));
    }

    fn refresh(&self) {
        self.take(now(self.engine.clone().refresh()));
    }

    fn receive(&self, key: &str, raw: &str) {
        self.take(self.engine.receive(key, raw));
    }

    fn retry(&self) {
        self.take(self.engine.retry());
    }

    fn reconnect(&self) {
        self.take(now(self.engine.clone().reconnect()));
    }

    /// Enters a text while the mirror is busy.
    fn put_meanwhile(&self, disk: &Disk, key: &'static str, text: &'static str) {
        let (engine, app) = (self.engine.clone(), self.app.clone());
        let put = move || assert!(app.put(&engine, key, Some(text.into())));
        disk.knobs.meanwhile.replace(Some(Box::new(put)));
    }

    fn get(&self, key: &str) -> Option<String> {
        self.engine.get(key)
    }
}

fn raw(memory: &MemoryStore, key: &str) -> Option<String> {
    Primary::read(memory, key)
}

fn changed(key: &str, value: Option<String>) -> Change {
    Change { key: key.to_owned(), value }
}

fn owned(entries: &[(&str, &str)]) -> super::Entries {
    entries.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

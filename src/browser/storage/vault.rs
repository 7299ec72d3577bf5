//! The vault in the browser: `localStorage` and IndexedDB under one [`Engine`], see [`yaodian_vault`].
//!
//! It must not be asked to store one text per keystroke (Chromium commits `localStorage` 60 times an hour): pause typing
//! for about a second, but do not wait when a field or the page is left.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_vault::memory::MemoryStore;
use yaodian_vault::stores::Primary;
use yaodian_vault::{
    Change, Engine, Entries, Merge, Quarantined, Reason, RestorePoint, SaveState, database_name, key_prefix,
};

use super::idb::Idb;
use super::local::Local;
use crate::browser::clock;

/// What WebKit, which has the least, holds of Chinese text in `localStorage`, with some reserve, in
/// UTF-16 units.
pub const ROOM: usize = 2_500_000;

/// What a vault needs to know.
pub struct Options {
    /// The plan that the texts belong to. Different plans do not see each other's texts.
    pub plan: String,
    /// The version of what the texts mean. If what is stored has a later one, nothing is written.
    pub schema: u32,
    /// Makes one text of two that two pages have written without knowing of each other.
    pub merge: Merge,
}

/// Is given other pages' changes.
type Handler = Rc<dyn Fn(Vec<Change>)>;

/// The store. Cheap to copy; lives as long as the reactive owner that it was opened under, if any.
#[derive(Clone, Copy)]
pub struct Vault {
    engine: StoredValue<Rc<Engine>, LocalStorage>,
    handler: StoredValue<Option<Handler>, LocalStorage>,
    on_vanished: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
    state: RwSignal<SaveState>,
}

impl Vault {
    /// Opens the vault, makes its two stores agree and begins to listen to other pages. It never fails:
    /// where the browser stores nothing, the vault lasts as long as the page and its state says so. The texts that are in
    /// it come with it.
    pub async fn open(options: Options) -> (Vault, Entries) {
        let prefix = key_prefix(&options.plan);
        let state = RwSignal::new(SaveState::Saving);
        let primary: Box<dyn Primary> = match Local::open(&prefix) {
            Some(local) => Box::new(local),
            None => Box::<MemoryStore>::default(),
        };
        // Two pages that draw the same number would take each other's texts for their own: one in 4 billion.
        let writer = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        let report = Box::new(move |now| {
            if state.try_get_untracked().is_some_and(|before| before != now) {
                state.set(now);
            }
        });
        let idb = Idb::new(database_name(&prefix));
        let mirror = Rc::new(idb.clone());
        let engine =
            Engine::open(primary, mirror, options.merge, (options.schema, writer), prefix, report).await;
        let vault = Vault {
            engine: StoredValue::new_local(engine.clone()),
            handler: StoredValue::new_local(None),
            on_vanished: StoredValue::new_local(None),
            state,
        };
        idb.on_lost(move || vault.find_vanished());
        // Before the next wait, so that no event is missed.
        window_event_listener(ev::storage, move |event| vault.receive(event.key(), event.new_value()));
        vault.flush();
        (vault, engine.entries())
    }

    /// Damaged texts, of this time or earlier.
    pub async fn quarantined(self) -> Vec<Quarantined> {
        self.engine().quarantined().await
    }

    /// How things stand.
    pub fn state(self) -> ReadSignal<SaveState> {
        self.state.read_only()
    }

    /// The text under a key, as this page knows it.
    pub fn get(self, key: &str) -> Option<String> {
        self.engine().get(key)
    }

    /// All texts, as this page knows them.
    pub fn entries(self) -> Entries {
        self.engine().entries()
    }

    /// Stores texts, or deletes them with `None`. They are in the synchronous store when this returns, and
    /// [`Vault::state`] says when they are on the disk. Keys must not begin with `!`.
    ///
    /// What other pages have stored under the keys in the meantime is merged. Returns what that, and what other pages
    /// have stored otherwise, changed. Nothing is written if what is stored belongs to a later version.
    #[must_use]
    pub fn put(self, writes: Vec<(String, Option<String>)>) -> Vec<Change> {
        let changes = self.engine().put(writes).unwrap_or_default();
        self.flush();
        changes
    }

    /// Other pages' changes that were found and not given to anybody yet. Whoever makes a new text from what it knows
    /// takes them first.
    #[must_use]
    pub fn take_changes(self) -> Vec<Change> {
        self.engine().take_changes()
    }

    /// Sets the function that is given other pages' changes that are found while no call of the vault is running: by an
    /// event, or when an asynchronous call ends. It may use the vault.
    pub fn on_change(self, handler: impl Fn(Vec<Change>) + 'static) {
        self.handler.set_value(Some(Rc::new(handler)));
    }

    /// Sets the function that is called when texts had vanished from a store, because somebody has cleared it under the
    /// page, and are written again.
    pub fn on_vanished(self, handler: impl Fn() + 'static) {
        self.on_vanished.set_value(Some(Rc::new(handler)));
    }

    /// Looks whether a store has lost what it had, and writes that again.
    pub fn find_vanished(self) {
        let Some(engine) = self.engine.try_get_value() else { return };
        spawn_local(async move {
            engine.find_vanished().await;
            self.flush();
        });
    }

    /// The same of the synchronous store alone, for when there is no time.
    pub fn find_vanished_now(self) {
        self.engine().find_vanished_in_primary();
        self.flush();
    }

    /// Tries once more to save what could not be saved, also in a store that could not be read at the start.
    pub async fn retry(self) {
        let engine = self.engine();
        // First what does not have to wait for anything.
        self.handle(engine.retry());
        self.handle(engine.clone().reconnect().await);
        self.handle(engine.flush().await);
    }

    /// Takes in what other pages have stored, for when the page is shown again: browsers may drop events
    /// for hidden pages, and without `localStorage` there are none.
    pub async fn refresh(self) {
        let engine = self.engine();
        engine.clone().find_vanished().await;
        self.handle(engine.refresh().await);
        self.flush();
    }

    /// Makes a restore point of all texts and returns its id; of two that hold the same, the first.
    /// `None` if there is no text: nothing is worth an empty restore point, and going back to it is
    /// `replace_all` with nothing. Ten are kept, and always the newest that can be read.
    ///
    /// # Errors
    /// The reason why there is none now. Older restore points are as they were, unless the disk is full:
    /// then all but the last have been given up for the attempt.
    pub async fn create_restore_point(self, reason: &str) -> Result<Option<u64>, Reason> {
        self.engine().create_restore_point(now(), reason).await
    }

    /// The restore points that can be read, newest first.
    ///
    /// # Errors
    /// The reason why the durable store cannot be read.
    pub async fn restore_points(self) -> Result<Vec<RestorePoint>, Reason> {
        self.engine().restore_points().await
    }

    /// The texts of a restore point; `None` if there is none with this id that can be read.
    ///
    /// # Errors
    /// The reason why the durable store cannot be read.
    pub async fn read_restore_point(self, id: u64) -> Result<Option<Entries>, Reason> {
        let found = self.restore_points().await?.into_iter().find(|point| point.id == id);
        Ok(found.map(|point| point.entries))
    }

    /// Replaces all texts, after a restore point for `reason`, and returns that one's id (see
    /// [`Vault::create_restore_point`]). All or nothing, even if the browser crashes in between: the durable store
    /// is changed first, in one transaction. Without it, changes are undone if one of them fails.
    ///
    /// # Errors
    /// The reason why the old texts are still there.
    pub async fn replace_all(self, reason: &str, entries: Entries) -> Result<Option<u64>, Reason> {
        let engine = self.engine();
        let done = engine.clone().replace_all(now(), reason, entries).await;
        self.handle(engine.take_changes());
        self.flush();
        done
    }

    /// How much the vault has in `localStorage`, in UTF-16 units.
    pub fn usage(self) -> usize {
        self.engine().usage()
    }

    /// Whether it is time to say that room gets scarce: at 60 % of [`ROOM`].
    pub fn scarce(self) -> bool {
        self.usage() >= ROOM / 5 * 3
    }

    fn engine(self) -> Rc<Engine> {
        self.engine.get_value()
    }

    /// Gives changes to the handler.
    fn handle(self, changes: Vec<Change>) {
        // A page that is closing may have none any more.
        if let Some(handler) = self.handler.try_get_value().flatten().filter(|_| !changes.is_empty()) {
            handler(changes);
        }
    }

    fn receive(self, key: Option<String>, raw: Option<String>) {
        // A page that is closing may have no vault any more.
        let Some(engine) = self.engine.try_get_value() else { return };
        match (key.as_deref().map(|key| key.strip_prefix(&engine.prefix)), raw) {
            (Some(Some(key)), Some(raw)) => {
                self.handle(engine.receive(key, &raw));
                self.flush();
            }
            // Everything was cleared, or one of our keys was removed, which no page of ours does for long.
            (None, _) | (Some(Some(_)), None) => self.find_vanished(),
            (Some(None), _) => {}
        }
    }

    fn flush(self) {
        let engine = self.engine();
        if engine.wants_flush() {
            spawn_local(async move {
                self.handle(engine.clone().flush().await);
                self.report_vanished(&engine);
            });
        } else {
            self.report_vanished(&engine);
        }
    }

    fn report_vanished(self, engine: &Engine) {
        let handler = self.on_vanished.try_get_value().flatten();
        if let Some(handler) = handler.filter(|_| engine.take_vanished()) {
            handler();
        }
    }
}

pub(super) fn now() -> u64 {
    clock::now_ms().unsigned_abs()
}

//! IndexedDB as the durable store: a database for each plan, an object store for each shelf, texts
//! under text keys.
//!
//! Our own few calls instead of a crate: those that wrap IndexedDB (idb, rexie, indexed_db_futures)
//! have no or optional support for `durability`, and each brings more code than this file.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::local::reason;
use super::stores::{Answer, Decide, Mirror, Reason, Shelf, Then};

/// Opening can hang for ever, for example while another page holds an older version.
const PATIENCE_MS: i32 = 4000;
/// The version of the database's structure, not of the data.
const STRUCTURE: u32 = 1;
const SHELVES: [&str; 2] = ["entries", "restore"];

#[wasm_bindgen]
extern "C" {
    /// The database, for the one call whose third argument web-sys counts as unstable.
    #[wasm_bindgen(extends = Object)]
    type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &Database, store: &str, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
}

/// The database of one plan.
#[derive(Clone)]
pub struct Idb {
    name: Rc<str>,
    /// The connection, as long as it works.
    connection: Rc<RefCell<Option<IdbDatabase>>>,
}

/// Settles as the request does. Handlers are set at once, so no event is missed.
fn request(request: &IdbRequest) -> JsFuture {
    JsFuture::from(settling(request))
}

fn settling(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn failed(error: &JsValue) -> Reason {
    reason(error, Reason::MirrorFailed)
}

impl Idb {
    /// Names the database; it is opened when it is first needed.
    pub fn new(name: &str) -> Idb {
        Idb { name: name.into(), connection: Rc::default() }
    }

    async fn connect(&self) -> Result<IdbDatabase, Reason> {
        if let Some(open) = self.connection.borrow().clone() {
            return Ok(open);
        }
        let factory = window().indexed_db().map_err(|error| failed(&error))?.ok_or(Reason::MirrorFailed)?;
        let opening = factory.open_with_u32(&self.name, STRUCTURE).map_err(|error| failed(&error))?;
        let upgrade = {
            let opening = opening.clone();
            Closure::once_into_js(move || {
                let database = opening.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok());
                for shelf in SHELVES {
                    // Without its stores the database fails at the first use, which is then reported.
                    let _ = database.as_ref().map(|database| database.create_object_store(shelf));
                }
            })
        };
        opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        settle_in_time(&opening).await?;
        let found = opening.result().map_err(|error| failed(&error))?;
        let database: IdbDatabase = found.dyn_into().map_err(|_| Reason::MirrorFailed)?;
        // A later version of this program in another tab must not have to wait for this one.
        let close = {
            let database = database.clone();
            Closure::once_into_js(move || database.close())
        };
        database.set_onversionchange(Some(close.unchecked_ref()));
        *self.connection.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Begins a transaction; what it returns settles when the transaction has.
    async fn begin(
        &self,
        shelf: Shelf,
        mode: &str,
    ) -> Result<(IdbTransaction, JsFuture, IdbObjectStore), Reason> {
        let database = self.connect().await?;
        let options = Object::new();
        // Where this cannot be set, the browser's default has to do.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let name = SHELVES[usize::from(shelf == Shelf::Restore)];
        let begun = database.unchecked_ref::<Database>().begin(name, mode, &options);
        let begun = begun.and_then(|transaction| {
            let done = Promise::new(&mut |resolve: Function, reject: Function| {
                transaction.set_oncomplete(Some(&resolve));
                transaction.set_onabort(Some(&reject));
            });
            let store = transaction.object_store(name)?;
            Ok((transaction, JsFuture::from(done), store))
        });
        begun.map_err(|error| {
            // Connections die, in Safari in the background. The next attempt makes a new one.
            self.connection.borrow_mut().take();
            failed(&error)
        })
    }
}

async fn settle_in_time(opening: &IdbOpenDbRequest) -> Result<(), Reason> {
    let late = Promise::new(&mut |_, reject: Function| {
        // A browser without timers would not have come this far.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
    });
    match JsFuture::from(Promise::race(&Array::of2(&settling(opening), &late))).await {
        Ok(_) => Ok(()),
        // While it is still opening, asking for the error is an error itself.
        Err(_) => Err(opening.error().ok().flatten().map_or(Reason::MirrorFailed, |error| failed(&error))),
    }
}

/// What is stored under a key.
async fn stored(store: &IdbObjectStore, key: &str) -> Result<JsValue, JsValue> {
    let asked = store.get(&key.into())?;
    request(&asked).await?;
    asked.result()
}

async fn exchange(store: &IdbObjectStore, keys: Vec<String>, decide: &Decide) -> Result<(), JsValue> {
    for key in keys {
        let found = stored(store, &key).await?;
        let text = (!found.is_undefined()).then(|| found.as_string().unwrap_or_default());
        let decision = decide(&key, text.as_deref());
        if let Some(to) = decision.aside {
            if stored(store, &to).await?.is_undefined() {
                store.put_with_key(&found, &to.into())?;
            }
            store.delete(&key.as_str().into())?;
        }
        match decision.then {
            Then::Keep => {}
            Then::Put(raw) => {
                store.put_with_key(&raw.into(), &key.into())?;
            }
            Then::Delete => {
                store.delete(&key.into())?;
            }
        }
    }
    Ok(())
}

impl Mirror for Idb {
    fn lasts(&self) -> bool {
        true
    }

    fn load(&self, shelf: Shelf) -> Answer<Vec<(String, String)>> {
        let idb = self.clone();
        Box::pin(async move {
            let (_, done, store) = idb.begin(shelf, "readonly").await?;
            let keys = store.get_all_keys().map_err(|error| failed(&error))?;
            let texts = store.get_all().map_err(|error| failed(&error))?;
            done.await.map_err(|_| Reason::MirrorFailed)?;
            let array = |request: IdbRequest| request.result().map(|found| Array::from(&found));
            let keys = array(keys).map_err(|error| failed(&error))?;
            let texts = array(texts).map_err(|error| failed(&error))?;
            let texts = keys.iter().zip(texts.iter());
            Ok(texts
                .filter_map(|(key, raw)| Some((key.as_string()?, raw.as_string().unwrap_or_default())))
                .collect())
        })
    }

    fn exchange(&self, shelf: Shelf, keys: Vec<String>, decide: Decide) -> Answer<()> {
        let idb = self.clone();
        Box::pin(async move {
            let (transaction, done, store) = idb.begin(shelf, "readwrite").await?;
            let outcome = exchange(&store, keys, &decide).await;
            if outcome.is_err() {
                // All or nothing. If it is over already, there is nothing to abort.
                let _ = transaction.abort();
            }
            match done.await {
                Ok(_) => outcome.map_err(|error| failed(&error)),
                Err(_) => Err(match (transaction.error(), outcome) {
                    (Some(error), _) => failed(&error),
                    (None, Err(error)) => failed(&error),
                    (None, Ok(())) => Reason::MirrorFailed,
                }),
            }
        })
    }
}

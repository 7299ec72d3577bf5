//! IndexedDB as the durable store: a database for each plan, an object store for each table, texts
//! under text keys.
//!
//! Our own few calls instead of a crate that wraps all of IndexedDB: the vault needs only one kind of
//! transaction, and the page has to stay small.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction, IdbVersionChangeEvent};

mod deadline;
mod log;
mod request;

use self::deadline::{Deadline, Failure};
use self::request::{handle, request};
use yaodian_vault::Entries;
use yaodian_vault::stores::{Decide, Mirror, StoreFuture, Table, Write};

/// Opening can hang for ever, for example while another page holds an older version.
const PATIENCE_MS: i32 = 4000;
/// The version of the database's structure, not of the data.
const STRUCTURE: u32 = 1;
const TABLES: [&str; 2] = ["entries", "restore"];

#[wasm_bindgen]
extern "C" {
    /// The database, for the one call whose third argument web-sys counts as unstable.
    #[wasm_bindgen(extends = Object)]
    type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &Database, store: &str, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;

    /// The browser's databases, for the call that Firefox has only had since version 126.
    type Factory;

    #[wasm_bindgen(method, catch)]
    fn databases(this: &Factory) -> Result<Promise, JsValue>;
}

/// Called when the database was deleted or closed from outside.
type OnLost = Rc<dyn Fn()>;

/// The database of one plan.
#[derive(Clone)]
pub struct Idb {
    name: Rc<str>,
    on_lost: Rc<RefCell<Option<OnLost>>>,
    /// The connection, as long as it works.
    connection: Rc<RefCell<Option<IdbDatabase>>>,
}

/// The names of this origin's databases; `None` where the browser does not report them.
pub async fn databases() -> Option<Vec<String>> {
    let factory = window().indexed_db().ok().flatten()?;
    let asked = factory.unchecked_ref::<Factory>().databases().ok()?;
    let list: Array = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let name = |database: JsValue| Reflect::get(&database, &"name".into()).ok()?.as_string();
    list.iter().map(name).collect()
}

impl Idb {
    /// Names the database; it is opened when it is first needed.
    pub fn new(name: &str) -> Idb {
        Idb { name: name.into(), on_lost: Rc::default(), connection: Rc::default() }
    }

    /// Sets what is called when somebody deletes the database, or the browser closes it, as it does when the user clears
    /// the site's data.
    pub fn on_lost(&self, handler: impl Fn() + 'static) {
        self.on_lost.replace(Some(Rc::new(handler)));
    }

    /// The connection works no more.
    fn disconnected(&self, lost: bool) {
        self.connection.borrow_mut().take();
        let handler = self.on_lost.borrow().clone();
        if let Some(handler) = handler.filter(|_| lost) {
            handler();
        }
    }

    async fn connect(&self) -> Result<IdbDatabase, JsValue> {
        if let Some(open) = self.connection.borrow().clone() {
            return Ok(open);
        }
        let opening = window().indexed_db()?.ok_or(JsValue::NULL)?.open_with_u32(&self.name, STRUCTURE)?;
        let upgrade = {
            let opening = opening.clone();
            Closure::once_into_js(move || {
                let database = opening.result().map(JsCast::unchecked_into::<IdbDatabase>);
                for table in TABLES {
                    // Without its stores the database fails at the first use, which is then reported.
                    let _ = database.as_ref().map(|database| database.create_object_store(table));
                }
            })
        };
        opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = Promise::new(&mut |resolve: Function, reject: Function| {
            handle(&opening, &resolve, &reject);
            // Without timers it just has to wait.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
        });
        if JsFuture::from(opened).await.is_err() {
            // While it is still opening, asking for the error is an error itself.
            return Err(opening.error()?.map_or(JsValue::NULL, JsValue::from));
        }
        let database: IdbDatabase = opening.result()?.unchecked_into();
        // A later version of this program in another tab must not have to wait for this one.
        let close = {
            let (idb, database) = (self.clone(), database.clone());
            Closure::once_into_js(move |event: IdbVersionChangeEvent| {
                database.close();
                // Without a new version it is being deleted.
                idb.disconnected(event.new_version().is_none());
            })
        };
        database.set_onversionchange(Some(close.unchecked_ref()));
        let closed = {
            let idb = self.clone();
            Closure::once_into_js(move || idb.disconnected(true))
        };
        database.set_onclose(Some(closed.unchecked_ref()));
        *self.connection.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Begins a transaction. The promise settles when the transaction has.
    async fn begin(&self, table: Table, mode: &str) -> Result<(Promise, IdbObjectStore), JsValue> {
        let options = Object::new();
        // Where this cannot be set, the browser's default has to do.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let name = TABLES[usize::from(table == Table::RestorePoints)];
        let mut begun = Err(JsValue::NULL);
        // Connections die, in Safari in the background; a new one then has to do.
        for _ in 0..2 {
            let database = self.connect().await?;
            begun = database.unchecked_ref::<Database>().begin(name, mode, &options);
            if begun.is_ok() {
                break;
            }
            self.connection.borrow_mut().take();
        }
        let transaction = begun?;
        // Before the promise, which nobody would wait for if this failed.
        let store = transaction.object_store(name)?;
        let done = Promise::new(&mut |resolve: Function, reject: Function| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok((done, store))
    }

    async fn load(&self, table: Table) -> Result<Entries, Failure> {
        let (done, store) = self.begin(table, "readonly").await?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        Deadline::of(table).wait(&done).await?;
        let (keys, texts) = (Array::from(&keys.result()?), Array::from(&texts.result()?));
        let mut found = Vec::new();
        for at in 0..keys.length() {
            // What is not text counts as damaged, as an empty text does.
            let text = |array: &Array| array.get(at).as_string().unwrap_or_default();
            found.push((text(&keys), text(&texts)));
        }
        Ok(found)
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, Failure> {
        let (done, store) = self.begin(table, "readonly").await?;
        let keys = store.get_all_keys()?;
        Deadline::of(table).wait(&done).await?;
        let keys = Array::from(&keys.result()?);
        Ok(keys.iter().map(|key| key.as_string().unwrap_or_default()).collect())
    }

    async fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> Result<(), Failure> {
        let (done, store) = self.begin(table, "readwrite").await?;
        let transaction = store.transaction();
        let deadline = Deadline::of(table);
        let outcome = decide_all(&store, &keys, &decide, &deadline).await;
        if outcome.is_err() {
            // All or nothing. If it is over already, there is nothing to abort.
            let _ = transaction.abort();
        }
        if let Err(Failure::Late) = outcome {
            return outcome;
        }
        match deadline.wait(&done).await {
            Ok(_) => outcome,
            Err(Failure::Late) => {
                let _ = transaction.abort();
                Err(Failure::Late)
            }
            Err(Failure::Js(_)) => {
                outcome?;
                Err(Failure::Js(transaction.error().map_or(JsValue::NULL, JsValue::from)))
            }
        }
    }
}

async fn decide_all(
    store: &IdbObjectStore,
    keys: &[String],
    decide: &Decide,
    deadline: &Deadline,
) -> Result<(), Failure> {
    let mut asked = Vec::new();
    for key in keys {
        asked.push(store.get(&key.into())?);
    }
    // Requests are answered in their order.
    let Some(last) = asked.last() else { return Ok(()) };
    deadline.wait(&request(last)).await?;
    for (key, asked) in keys.iter().zip(&asked) {
        let found = asked.result()?;
        let text = (!found.is_undefined()).then(|| found.as_string().unwrap_or_default());
        let decision = decide(key, text.as_deref());
        let key = JsValue::from(key);
        if let Some(to) = decision.move_to {
            // What is there already is the same text, because the name is made of it.
            store.put_with_key(&found, &to.into())?;
            store.delete(&key)?;
        }
        match decision.write {
            Write::Keep => {}
            Write::Put(raw) => {
                store.put_with_key(&raw.into(), &key)?;
            }
            Write::Delete => {
                store.delete(&key)?;
            }
        }
    }
    Ok(())
}

impl Mirror for Idb {
    fn is_persistent(&self) -> bool {
        true
    }

    fn load(&self, table: Table) -> StoreFuture<Entries> {
        let idb = self.clone();
        Box::pin(async move { idb.load(table).await.map_err(Failure::reason) })
    }

    fn keys(&self, table: Table) -> StoreFuture<Vec<String>> {
        let idb = self.clone();
        Box::pin(async move { idb.keys(table).await.map_err(Failure::reason) })
    }

    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()> {
        let idb = self.clone();
        Box::pin(async move {
            match idb.update(table, keys, decide).await {
                Ok(()) => {
                    log::renew().await;
                    Ok(())
                }
                Err(failure) => {
                    log::doubt();
                    Err(failure.reason())
                }
            }
        })
    }
}

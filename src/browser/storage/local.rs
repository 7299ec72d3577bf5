//! `localStorage` as the synchronous store.
//!
//! Through `gloo_storage`'s `raw()`: the vault's texts have a form of their own, with a checksum, which `get` and `set` would
//! wrap in JSON; and `set` hides whether the browser has no room or refuses.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use yaodian_vault::Entries;
use yaodian_vault::stores::{Primary, Reason};

/// The keys of `localStorage` that begin with a prefix.
pub struct Local {
    storage: Storage,
    prefix: String,
}

impl Local {
    /// `None` where the browser blocks it, which it does by throwing.
    pub fn open(prefix: &str) -> Option<Local> {
        window().local_storage().ok().flatten()?;
        Some(Local { storage: LocalStorage::raw(), prefix: prefix.to_owned() })
    }

    /// Whether there is any.
    pub fn any(&self) -> bool {
        let keys = 0..self.storage.length().unwrap_or_default();
        let mut keys = keys.filter_map(|at| self.storage.key(at).ok().flatten());
        keys.any(|key| key.starts_with(&self.prefix))
    }

    fn key(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

/// What an error means.
pub fn reason(error: &JsValue, otherwise: Reason) -> Reason {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Reason::Quota,
        Some("VersionError") => Reason::NewerSchema,
        _ => otherwise,
    }
}

impl Primary for Local {
    fn is_persistent(&self) -> bool {
        true
    }

    fn load(&self) -> Entries {
        let mut found = Vec::new();
        for at in 0..self.storage.length().unwrap_or_default() {
            if let Ok(Some(key)) = self.storage.key(at)
                && let Some(key) = key.strip_prefix(&self.prefix)
                && let Some(raw) = self.read(key)
            {
                found.push((key.to_owned(), raw));
            }
        }
        found
    }

    fn read(&self, key: &str) -> Option<String> {
        self.storage.get_item(&self.key(key)).ok().flatten()
    }

    fn write(&self, key: &str, raw: &str) -> Result<(), Reason> {
        self.storage.set_item(&self.key(key), raw).map_err(|error| reason(&error, Reason::Blocked))
    }

    fn move_key(&self, from: &str, to: &str) -> Result<(), Reason> {
        // As a property the text stays in JavaScript, so halves of surrogate pairs survive.
        let storage: &JsValue = self.storage.unchecked_ref();
        let source = self.key(from);
        let (from, to) = (JsValue::from(&source), JsValue::from(self.key(to)));
        let get = |key| Reflect::get(storage, key).map_err(|error| reason(&error, Reason::Blocked));
        let raw = get(&from)?;
        if get(&to)?.is_undefined() {
            Reflect::set(storage, &to, &raw).map_err(|error| reason(&error, Reason::Blocked))?;
            if get(&to)? != raw {
                return Err(Reason::ReadBack);
            }
        }
        self.storage.remove_item(&source).map_err(|_| Reason::Blocked)
    }
}

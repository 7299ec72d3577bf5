//! The address bar.

use leptos::prelude::*;

/// The address after `#`, as the browser has it now.
pub fn read() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address, so that Back returns from it. The `hashchange` event follows.
pub fn push(hash: &str) {
    // The only failure is a malformed URL, and addresses are percent-encoded.
    let _ = window().location().set_hash(hash);
}

/// Changes the address without a step to go back to and without an event.
pub fn replace(hash: &str) {
    // Browsers refuse this when it is called too often; the view is right all the same.
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// One step back in history.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

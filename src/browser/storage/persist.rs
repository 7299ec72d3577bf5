//! The browser's promise to keep this page's data when the disk gets full.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Whether the browser has promised not to clear this page's data when the disk gets full.
/// `false` where it cannot be asked.
pub async fn persisted() -> bool {
    answer(window().navigator().storage().persisted()).await
}

/// Asks the browser for that promise. Firefox asks the user, so this should follow something that the
/// user did.
pub async fn request_persist() -> bool {
    answer(window().navigator().storage().persist()).await
}

async fn answer(asked: Result<js_sys::Promise, wasm_bindgen::JsValue>) -> bool {
    // Without a secure origin there is nobody to ask, and the call itself has failed.
    let Ok(asked) = asked else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

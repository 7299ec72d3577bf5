//! The clipboard.

use leptos::prelude::window;

/// Puts the page's address with another hash on the clipboard; `false` where the browser refuses.
pub async fn copy_link(hash: &str) -> bool {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    copy(&format!("{page}{hash}")).await
}

/// Puts a text on the clipboard; `false` where the browser refuses.
pub async fn copy(text: &str) -> bool {
    // Without a secure origin there is no clipboard at all, which the binding does not expect.
    if !window().is_secure_context() {
        return false;
    }
    let written = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

//! The files beside the page, on the server that it came from.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// The server cannot be reached, or the page is on none.
    NoServer,
    /// The server has no such file.
    NotThere,
}

/// The bytes of a file. `anew`: as the server has it now, whatever is kept of it on this device.
///
/// # Errors
/// Why they cannot be had.
pub async fn fetch(name: &str, anew: bool) -> Result<Vec<u8>, NotFetched> {
    // The service worker answers for the plain names of its version.
    let address = format!("./{name}{}", if anew { "?anew" } else { "" });
    let answer = JsFuture::from(window().fetch_with_str(&address)).await;
    let answer: Response = answer.and_then(|answer| answer.dyn_into()).map_err(|_| NotFetched::NoServer)?;
    if !answer.ok() {
        return Err(NotFetched::NotThere);
    }
    let reading = answer.array_buffer().map_err(|_| NotFetched::NoServer)?;
    let bytes = JsFuture::from(reading).await.map_err(|_| NotFetched::NoServer)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

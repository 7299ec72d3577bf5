//! Files that come into the page and go out of it.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url,
};
use yaodian_progress::MAX_BYTES;

use super::window;

/// A file that was read, or is too large to be.
pub struct ReadFile {
    /// Its name.
    pub name: String,
    /// Its bytes; `Err` with the size where it is beyond what any file of ours has.
    pub bytes: Result<Vec<u8>, usize>,
}

/// Downloads a text as a file. Browsers do not report whether it was kept.
pub fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after this.
    set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
    Some(())
}

/// Whether downloads arrive. An app on an Apple home screen, WeChat and QQ drop them without an error.
pub fn can_download() -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    !window::on_home_screen() && !["MicroMessenger", " QQ/"].iter().any(|name| agent.contains(name))
}

/// Hands a text to the user in the way that works here; `false` where none does.
pub async fn hand_over(name: &str, kind: &str, text: &str) -> bool {
    if can_download() { download(name, kind, text).is_some() } else { share(name, kind, text).await }
}

/// The text as a file that can be shared, where the browser can do that.
fn shareable(name: &str, kind: &str, text: &str) -> Option<ShareData> {
    // Without a secure origin there is no such function, which the binding does not expect.
    let navigator = window().navigator();
    if !js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or(false) {
        return None;
    }
    // Chromium hands on only some kinds of files, and JSON is none of them; we read it under any name.
    as_file(name, kind, text).or_else(|| as_file(&format!("{name}.txt"), "text/plain", text))
}

fn as_file(name: &str, kind: &str, text: &str) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    window().navigator().can_share_with_data(&data).then_some(data)
}

/// Whether files can be shared here, tried with a small one.
pub fn can_share() -> bool {
    shareable("a.txt", "text/plain", "a").is_some()
}

/// Hands a text to another program; `false` where that was refused or called off.
pub async fn share(name: &str, kind: &str, text: &str) -> bool {
    let Some(data) = shareable(name, kind, text) else { return false };
    JsFuture::from(window().navigator().share_with_data(&data)).await.is_ok()
}

/// The files that an input or a drop holds.
pub fn files_of(event: &Event) -> Vec<File> {
    let dropped = event.dyn_ref::<web_sys::DragEvent>().and_then(|event| event.data_transfer()?.files());
    let chosen = || event.target()?.dyn_into::<HtmlInputElement>().ok()?.files();
    let Some(list) = dropped.or_else(chosen) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// Reads a file. What is too large is not read at all.
pub async fn read(file: File) -> ReadFile {
    let size = file.size() as usize;
    let bytes = if size > MAX_BYTES {
        Err(size)
    } else {
        let read = JsFuture::from(file.array_buffer()).await;
        // What cannot be read, as from a drive that was pulled out, is as good as empty.
        Ok(read.map(|buffer: JsValue| Uint8Array::new(&buffer).to_vec()).unwrap_or_default())
    };
    ReadFile { name: file.name(), bytes }
}

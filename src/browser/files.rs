//! Files that come into the page and go out of it.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement,
    ShareData, TextDecoder, TextDecoderOptions, Url,
};
use yaodian_progress::MAX_BYTES;

use super::{clock, window};

/// A file that was read, or is too large to be.
pub struct ReadFile {
    /// Its name.
    pub name: String,
    /// Its bytes; `Err` with the size where it is beyond what any file of ours has.
    pub bytes: Result<Vec<u8>, usize>,
    /// When it was last changed as far as the browser knows, in milliseconds since 1970 in UTC; never in the future.
    pub changed_ms: i64,
}

/// What is in a file that goes out.
#[derive(Clone)]
pub enum Body {
    /// A text.
    Text(Arc<str>),
    /// Bytes.
    Bytes(Arc<[u8]>),
}

impl Body {
    fn blob(&self, kind: &str) -> Option<Blob> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        match self {
            Body::Text(text) => {
                Blob::new_with_str_sequence_and_options(&Array::of1(&(&**text).into()), &options).ok()
            }
            Body::Bytes(bytes) => {
                let bytes = Uint8Array::from(&**bytes);
                Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()
            }
        }
    }
}

/// Whether a file may be one of Excel's: a zip file, or what it was before. None of ours is either.
pub fn may_be_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Downloads a file. Browsers do not report whether it was kept.
pub fn download(name: &str, kind: &str, body: &Body) -> Option<()> {
    let blob = body.blob(kind)?;
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

/// What came of handing a file over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandedOver {
    /// It was downloaded or handed to another program.
    Done,
    /// The browser wants another tap: it lets a page share only shortly after one, and the file took longer to make.
    TapAgain,
    /// The user has called it off, or there is no way.
    No,
}

/// Hands a file to the user in the way that works here.
pub async fn hand_over(name: &str, kind: &str, body: &Body) -> HandedOver {
    if !can_download() {
        return share(name, kind, body).await;
    }
    match download(name, kind, body) {
        Some(()) => HandedOver::Done,
        None => HandedOver::No,
    }
}

/// A file that can be shared, where the browser can do that.
fn shareable(name: &str, kind: &str, body: &Body) -> Option<ShareData> {
    // Without a secure origin there is no such function, which the binding does not expect.
    let navigator = window().navigator();
    if !js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or(false) {
        return None;
    }
    // Chromium hands on only some kinds of files, and JSON is none of them; we read it under any name.
    as_file(name, kind, body).or_else(|| match body {
        Body::Text(_) => as_file(&format!("{name}.txt"), "text/plain", body),
        Body::Bytes(_) => None,
    })
}

fn as_file(name: &str, kind: &str, body: &Body) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let file =
        File::new_with_blob_sequence_and_options(&Array::of1(body.blob(kind)?.as_ref()), name, &options)
            .ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    window().navigator().can_share_with_data(&data).then_some(data)
}

/// Whether files can be shared here, tried with a small one.
pub fn can_share() -> bool {
    shareable("a.txt", "text/plain", &Body::Text("a".into())).is_some()
}

/// Hands a file to another program.
pub async fn share(name: &str, kind: &str, body: &Body) -> HandedOver {
    let Some(data) = shareable(name, kind, body) else { return HandedOver::No };
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => HandedOver::Done,
        Err(error) => {
            let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            if name.as_deref() == Some("NotAllowedError") { HandedOver::TapAgain } else { HandedOver::No }
        }
    }
}

/// The text of a file that an editor has saved in the encoding of Chinese systems, which it calls ANSI; `None` if it is
/// none.
pub fn ansi_text(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_js_u8_array(&Uint8Array::from(bytes)).ok()
}

/// Whether files are being dragged, and not text or a link.
pub fn are_dragged(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Says whether what is being dragged will be taken.
pub fn accept_drag(event: &DragEvent, accept: bool) {
    event.prevent_default();
    if let Some(data) = event.data_transfer() {
        data.set_drop_effect(if accept { "copy" } else { "none" });
    }
}

/// The files that an input or a drop holds.
pub fn files_of(event: &Event) -> Vec<File> {
    let dropped = event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files());
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
    let changed_ms = (file.last_modified() as i64).min(clock::now_ms());
    ReadFile { name: file.name(), bytes, changed_ms }
}

/// A text in the encoding of Chinese systems, and how many characters of it are none. The browser has the table for it.
pub fn decode_gb18030(bytes: &[u8]) -> (String, usize) {
    let text = TextDecoder::new_with_label("gb18030")
        .and_then(|decoder| decoder.decode_with_js_u8_array(&Uint8Array::from(bytes)));
    let text = text.unwrap_or_default();
    let bad = text.matches('\u{fffd}').count();
    (text, bad)
}

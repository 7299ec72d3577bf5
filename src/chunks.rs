//! Chunks: modules of WebAssembly that few visits need. In a release each is loaded when it is first needed; without the
//! feature `chunks` they are in the page's own module, and the same code.
//!
//! A chunk is known by its interface, a struct of functions ([`Browse`], [`Record`], [`Office`], …). What only these
//! functions use is in the chunk with them. So whoever needs a chunk waits for it once, and behind that calls are as
//! immediate as any: an address is shown once its chunks are loaded, see [`crate::desk::Desk`]; for anything else there
//! are the functions `load_…_then`.

mod interfaces;
mod loaded;
mod placement;

use std::pin::Pin;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "chunks")]
pub use leptos::wasm_split::SplitLoaderError as LoadError;

pub use self::interfaces::{
    Bringing, Brought, Browse, Document, Export, FileRead, Forms, Import, Library, Making, Office,
    Persistence, Reader, Record, Sheets, Site, Source, Unpacked, Word, Workbook, Workbooks,
};
use self::loaded::{CHUNKS, is_loaded};
pub use self::loaded::{
    browse, import, library, office, record, set_browse, set_import, set_library, set_office, set_reader,
    set_record, set_sheets, set_site, set_word, set_workbooks, sheets,
};
pub use self::placement::{BrowsePage, Chunk, MainPage, OfficePage, Placement};
use crate::route::Route;

/// A chunk could not be loaded. The browser's console says why.
#[cfg(not(feature = "chunks"))]
pub enum LoadError {}
/// A function of a chunk is awaited, also where it is there from the start.
#[cfg(not(feature = "chunks"))]
pub use std::future::ready as awaited;
/// A function of a chunk is awaited.
#[cfg(feature = "chunks")]
pub fn awaited<F: Future>(call: F) -> F {
    call
}

/// Ends once a chunk is loaded, or cannot be loaded.
pub type Loading = Pin<Box<dyn Future<Output = Result<(), LoadError>>>>;

/// Loads a chunk and passes its interface to one of the functions `set_…`.
pub type Loader = fn(Chunk) -> Loading;

static LOADER: OnceLock<Loader> = OnceLock::new();
/// How many waits there are: notified whenever loading begins, and whenever it has ended, well or not.
static WAITS: OnceLock<ArcRwSignal<usize>> = OnceLock::new();

/// Sets what loads chunks, once. The app knows what is in them; here is only what they are for.
pub fn set_loader(loader: Loader) {
    let _ = LOADER.set(loader);
}

/// The chunk that writes documents for Word, loaded if need be; `None` if it cannot be loaded.
pub async fn word() -> Option<&'static Word> {
    load_all(vec![Chunk::Word]).await;
    CHUNKS.word.get()
}

/// The chunk that writes workbooks for Excel, likewise.
pub async fn workbooks() -> Option<&'static Workbooks> {
    load_all(vec![Chunk::Workbooks]).await;
    CHUNKS.workbooks.get()
}

/// The chunk that reads documents, likewise.
pub async fn reader() -> Option<&'static Reader> {
    load_all(vec![Chunk::Reader]).await;
    CHUNKS.reader.get()
}

/// Loads the chunk that reads documents, before somebody waits for it.
pub fn prepare_reader() {
    prepare(Chunk::Reader);
}

/// The chunk that makes websites, likewise.
pub async fn site() -> Option<&'static Site> {
    load_all(vec![Chunk::Site]).await;
    CHUNKS.site.get()
}

/// The chunks that an address shows something of.
fn chunks_of(route: &Route) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = match Placement::of(route.page.clone()).chunk() {
        None => Vec::new(),
        // What the office does is done with what was recorded.
        Some(Chunk::Office) => vec![Chunk::Record, Chunk::Office],
        Some(chunk) => vec![chunk],
    };
    if route.filter.has_text() {
        chunks.push(Chunk::Browse);
    }
    if route.item.is_some() {
        chunks.push(Chunk::Record);
    }
    chunks
}

/// Whether everything that an address shows is loaded, and what was recorded is read if it shows that to be changed.
pub fn is_ready(route: &Route) -> bool {
    let shown = chunks_of(route);
    shown.iter().all(|chunk| is_loaded(*chunk)) && (!shown.contains(&Chunk::Record) || is_open())
}

/// Waits for that, or until it turns out that something cannot be loaded: there are words in its place then.
pub async fn load_for(route: &Route) {
    let shown = chunks_of(route);
    let records = shown.contains(&Chunk::Record);
    load_all(shown).await;
    if records {
        open().await;
    }
}

/// Waits for an address's chunks alone, with the one that reads what was recorded if there is something.
pub async fn load_chunks_of(route: &Route, used: bool) {
    let mut chunks = chunks_of(route);
    chunks.extend(used.then_some(Chunk::Record));
    load_all(chunks).await;
}

async fn load_all(mut chunks: Vec<Chunk>) {
    chunks.retain(|chunk| !is_loaded(*chunk));
    // The others are on their way before the first one is waited for.
    for chunk in chunks.iter().skip(1) {
        spawn_local(load(*chunk));
    }
    if chunks.is_empty() {
        return;
    }
    waits().update(|waits| *waits += 1);
    for chunk in chunks {
        load(chunk).await;
    }
    waits().update(|waits| *waits -= 1);
}

fn waits() -> &'static ArcRwSignal<usize> {
    WAITS.get_or_init(|| ArcRwSignal::new(0))
}

/// Whether somebody waits for a chunk. Tracks, also that another attempt has ended.
pub fn are_awaited() -> bool {
    waits().get() > 0
}

async fn load(chunk: Chunk) {
    if let Some(loader) = LOADER.get() {
        // Where a chunk is missing, there are words in its place.
        let _ = loader(chunk).await;
    }
}

/// Does something as soon as the chunk is loaded; with `None` if it cannot be loaded.
pub fn load_browse_then(act: impl FnOnce(Option<&'static Browse>) + 'static) {
    load_then(&[Chunk::Browse], Box::new(move || act(browse())));
}

/// Does something as soon as the chunk is loaded and what was recorded is read; with `None` if it cannot be loaded.
pub fn load_record_then(act: impl FnOnce(Option<&'static Record>) + 'static) {
    load_then(&[Chunk::Record], Box::new(move || act(record())));
}

/// The same with the office's chunk.
pub fn load_office_then(act: impl FnOnce(Option<&'static Office>) + 'static) {
    load_then(&[Chunk::Record, Chunk::Office], Box::new(move || act(office())));
}

/// Does something as soon as the chunk is loaded; with `None` if it cannot be loaded.
pub fn load_import_then(act: impl FnOnce(Option<&'static Import>) + 'static) {
    load_then(&[Chunk::Import], Box::new(move || act(import())));
}

/// Does something once the chunk with the plans of this browser is loaded, or cannot be.
pub fn load_library_then(act: impl FnOnce() + 'static) {
    load_then(&[Chunk::Library], Box::new(act));
}

/// Waits for the chunk that reads workbooks; `None` if it cannot be loaded.
pub async fn load_sheets() -> Option<&'static Sheets> {
    load_all(vec![Chunk::Sheets]).await;
    sheets()
}

/// Waits for the chunk with the plans of this browser; `None` if it cannot be loaded.
pub async fn load_library() -> Option<&'static Library> {
    load_all(vec![Chunk::Library]).await;
    library()
}

fn load_then(chunks: &'static [Chunk], act: Box<dyn FnOnce()>) {
    let records = chunks.contains(&Chunk::Record);
    if chunks.iter().all(|chunk| is_loaded(*chunk)) && (!records || is_open()) {
        act();
        return;
    }
    spawn_local(async move {
        load_all(chunks.into()).await;
        if records {
            open().await;
        }
        act();
    });
}

/// Puts a plan of the library in the place of the one that the page ships with; see [`Library::bring`]. `None` if what
/// does so cannot be loaded.
pub async fn bring_plan(key: String, named: bool) -> Option<Brought> {
    load(Chunk::Library).await;
    Some((library()?.bring)(key, named).await)
}

/// Loads the chunk that searches, before the first key is typed.
pub fn prepare_search() {
    prepare(Chunk::Browse);
}

fn prepare(chunk: Chunk) {
    if !is_loaded(chunk) {
        spawn_local(load(chunk));
    }
}

/// Opens the store of what was recorded, if what opens it is loaded.
pub async fn open() {
    if let Some(record) = record() {
        (record.persistence.open)().await;
    }
}

fn is_open() -> bool {
    record().is_some_and(|record| (record.persistence.is_open)())
}

//! Chunks: modules of WebAssembly that few visits need. In a release each is loaded when it is first needed; without the
//! feature `chunks` they are in the page's own module, and the same code.
//!
//! A chunk is known by its interface, a struct of functions ([`Browse`], [`Record`], [`Office`], …). What only these
//! functions use is in the chunk with them. So whoever needs a chunk waits for it once, and behind that calls are as
//! immediate as any: an address is shown once its chunks are loaded, see [`crate::desk::Desk`]; for anything else there
//! are the functions `load_…_then`.

mod interfaces;
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
pub use self::placement::{BrowsePage, Chunk, MainPage, OfficePage, Placement};
use crate::browser::window;
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

/// What is loaded, and what loads.
struct Chunks {
    browse: OnceLock<Browse>,
    record: OnceLock<Record>,
    office: OnceLock<Office>,
    import: OnceLock<Import>,
    reader: OnceLock<Reader>,
    sheets: OnceLock<Sheets>,
    library: OnceLock<Library>,
    word: OnceLock<Word>,
    workbooks: OnceLock<Workbooks>,
    site: OnceLock<Site>,
    loader: OnceLock<Loader>,
    /// How many waits there are: notified whenever loading begins, and whenever it has ended, well or not.
    waits: OnceLock<ArcRwSignal<usize>>,
}

static CHUNKS: Chunks = Chunks {
    browse: OnceLock::new(),
    record: OnceLock::new(),
    office: OnceLock::new(),
    import: OnceLock::new(),
    reader: OnceLock::new(),
    sheets: OnceLock::new(),
    library: OnceLock::new(),
    word: OnceLock::new(),
    workbooks: OnceLock::new(),
    site: OnceLock::new(),
    loader: OnceLock::new(),
    waits: OnceLock::new(),
};

/// Sets what loads chunks, once. The app knows what is in them; here is only what they are for.
pub fn set_loader(loader: Loader) {
    let _ = CHUNKS.loader.set(loader);
}

/// Takes a chunk's interface. Several may have waited for it; it is the same whoever comes first.
pub fn set_browse(chunk: Browse) {
    let style = chunk.style;
    set(&CHUNKS.browse, chunk, style);
}

/// Takes a chunk's interface.
pub fn set_record(chunk: Record) {
    let style = chunk.style;
    set(&CHUNKS.record, chunk, style);
}

/// Takes a chunk's interface.
pub fn set_office(chunk: Office) {
    let style = chunk.style;
    set(&CHUNKS.office, chunk, style);
}

/// Takes a chunk's interface.
pub fn set_import(chunk: Import) {
    let style = chunk.style;
    set(&CHUNKS.import, chunk, style);
}

/// Takes a chunk's interface.
pub fn set_reader(chunk: Reader) {
    let _ = CHUNKS.reader.set(chunk);
}

/// Takes a chunk's interface.
pub fn set_sheets(chunk: Sheets) {
    let _ = CHUNKS.sheets.set(chunk);
}

/// Takes a chunk's interface.
pub fn set_library(chunk: Library) {
    let style = chunk.style;
    set(&CHUNKS.library, chunk, style);
}

/// Takes a chunk's interface.
pub fn set_word(chunk: Word) {
    let _ = CHUNKS.word.set(chunk);
}

/// Takes a chunk's interface.
pub fn set_workbooks(chunk: Workbooks) {
    let _ = CHUNKS.workbooks.set(chunk);
}

/// Takes a chunk's interface.
pub fn set_site(chunk: Site) {
    let _ = CHUNKS.site.set(chunk);
}

fn set<T>(place: &OnceLock<T>, chunk: T, style: &'static str) {
    if place.set(chunk).is_ok() {
        window::add_style(style);
    }
}

/// The chunk with the other forms of the plan and the search, if it is loaded.
pub fn browse() -> Option<&'static Browse> {
    CHUNKS.browse.get()
}

/// The chunk for items and recording, if it is loaded.
pub fn record() -> Option<&'static Record> {
    CHUNKS.record.get()
}

/// The office's chunk, if it is loaded.
pub fn office() -> Option<&'static Office> {
    CHUNKS.office.get()
}

/// The chunk that makes plans of documents, if it is loaded.
pub fn import() -> Option<&'static Import> {
    CHUNKS.import.get()
}

/// The chunk that reads workbooks, if it is loaded.
pub fn sheets() -> Option<&'static Sheets> {
    CHUNKS.sheets.get()
}

/// The chunk with the plans of this browser, if it is loaded.
pub fn library() -> Option<&'static Library> {
    CHUNKS.library.get()
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

/// Sends for the chunk that reads documents, before somebody waits for it.
pub fn send_for_reader() {
    if !is_loaded(Chunk::Reader) {
        spawn_local(load(Chunk::Reader));
    }
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

fn is_loaded(chunk: Chunk) -> bool {
    match chunk {
        Chunk::Browse => browse().is_some(),
        Chunk::Record => record().is_some(),
        Chunk::Office => office().is_some(),
        Chunk::Import => import().is_some(),
        Chunk::Reader => CHUNKS.reader.get().is_some(),
        Chunk::Sheets => sheets().is_some(),
        Chunk::Library => library().is_some(),
        Chunk::Word => CHUNKS.word.get().is_some(),
        Chunk::Workbooks => CHUNKS.workbooks.get().is_some(),
        Chunk::Site => CHUNKS.site.get().is_some(),
    }
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
    CHUNKS.waits.get_or_init(|| ArcRwSignal::new(0))
}

/// Whether somebody waits for a chunk. Tracks, also that another attempt has ended.
pub fn are_awaited() -> bool {
    waits().get() > 0
}

async fn load(chunk: Chunk) {
    if let Some(loader) = CHUNKS.loader.get() {
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
    if !is_loaded(Chunk::Browse) {
        spawn_local(load(Chunk::Browse));
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

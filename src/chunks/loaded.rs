//! The chunks that are loaded.

use std::sync::OnceLock;

use super::interfaces::{Browse, Import, Library, Office, Reader, Record, Sheets, Site, Word, Workbooks};
use super::placement::Chunk;
use crate::browser::window;

/// The interfaces of those that are loaded.
pub(super) struct Chunks {
    browse: OnceLock<Browse>,
    record: OnceLock<Record>,
    office: OnceLock<Office>,
    import: OnceLock<Import>,
    pub(super) reader: OnceLock<Reader>,
    sheets: OnceLock<Sheets>,
    library: OnceLock<Library>,
    pub(super) word: OnceLock<Word>,
    pub(super) workbooks: OnceLock<Workbooks>,
    pub(super) site: OnceLock<Site>,
}

pub(super) static CHUNKS: Chunks = Chunks {
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
};

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

/// Whether a chunk is loaded.
pub(super) fn is_loaded(chunk: Chunk) -> bool {
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

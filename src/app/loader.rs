//! Where the chunks are loaded from. In a release `wasm-split` makes a module of each function here, with all that only
//! it uses.

#[cfg(feature = "chunks")]
use leptos::wasm_split::wasm_split;

use crate::chunks::{
    self, Browse, Chunk, Import, Library, LoadError, Loading, Office, Reader, Record, Sheets, Site, Word,
    Workbooks, awaited,
};
use crate::{files, pages};

/// Loads a chunk. What [`chunks::set_loader`] is given.
pub fn load_chunk(chunk: Chunk) -> Loading {
    Box::pin(async move {
        match chunk {
            Chunk::Browse => {
                let browse = awaited(browse()).await?;
                if (browse.prepare)().await {
                    chunks::set_browse(browse);
                }
            }
            Chunk::Record => chunks::set_record(awaited(record()).await?),
            Chunk::Office => chunks::set_office(awaited(office()).await?),
            Chunk::Import => chunks::set_import(awaited(import()).await?),
            Chunk::Reader => chunks::set_reader(awaited(reader()).await?),
            Chunk::Sheets => chunks::set_sheets(awaited(sheets()).await?),
            Chunk::Library => chunks::set_library(awaited(library()).await?),
            Chunk::Word => chunks::set_word(awaited(word()).await?),
            Chunk::Workbooks => chunks::set_workbooks(awaited(workbooks()).await?),
            Chunk::Site => chunks::set_site(awaited(site()).await?),
        }
        Ok(())
    })
}

#[cfg_attr(feature = "chunks", wasm_split(browse, wasm_split_path = leptos::wasm_split, fallible))]
fn browse() -> Result<Browse, LoadError> {
    Ok(pages::browse::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(record, wasm_split_path = leptos::wasm_split, fallible))]
fn record() -> Result<Record, LoadError> {
    Ok(pages::record::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(office, wasm_split_path = leptos::wasm_split, fallible))]
fn office() -> Result<Office, LoadError> {
    Ok(pages::office::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(import, wasm_split_path = leptos::wasm_split, fallible))]
fn import() -> Result<Import, LoadError> {
    Ok(pages::import::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(reader, wasm_split_path = leptos::wasm_split, fallible))]
fn reader() -> Result<Reader, LoadError> {
    Ok(files::reader::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(sheets, wasm_split_path = leptos::wasm_split, fallible))]
fn sheets() -> Result<Sheets, LoadError> {
    Ok(files::sheets::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(library, wasm_split_path = leptos::wasm_split, fallible))]
fn library() -> Result<Library, LoadError> {
    Ok(pages::library::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(word, wasm_split_path = leptos::wasm_split, fallible))]
fn word() -> Result<Word, LoadError> {
    Ok(files::word::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(workbooks, wasm_split_path = leptos::wasm_split, fallible))]
fn workbooks() -> Result<Workbooks, LoadError> {
    Ok(files::workbooks::chunk())
}

#[cfg_attr(feature = "chunks", wasm_split(site, wasm_split_path = leptos::wasm_split, fallible))]
fn site() -> Result<Site, LoadError> {
    Ok(files::site::chunk())
}

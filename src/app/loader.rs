//! Where the chunks are loaded from. In a release `wasm-split` makes a module of each function here, with all that only
//! it uses.

#[cfg(feature = "chunks")]
use leptos::wasm_split::wasm_split;

use crate::chunks::{
    self, Browse, Chunk, Import, Library, LoadError, Loading, Office, Record, Sheets, awaited,
};
use crate::pages;

/// Loads a chunk. What [`chunks::set_loader`] is given.
pub fn load_chunk(chunk: Chunk) -> Loading {
    Box::pin(async move {
        match chunk {
            Chunk::Browse => chunks::set_browse(awaited(browse()).await?),
            Chunk::Record => chunks::set_record(awaited(record()).await?),
            Chunk::Office => chunks::set_office(awaited(office()).await?),
            Chunk::Import => chunks::set_import(awaited(import()).await?),
            Chunk::Sheets => chunks::set_sheets(awaited(sheets()).await?),
            Chunk::Library => chunks::set_library(awaited(library()).await?),
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

#[cfg_attr(feature = "chunks", wasm_split(sheets, wasm_split_path = leptos::wasm_split, fallible))]
fn sheets() -> Result<Sheets, LoadError> {
    Ok(Sheets { read: yaodian_sheets::read })
}

#[cfg_attr(feature = "chunks", wasm_split(library, wasm_split_path = leptos::wasm_split, fallible))]
fn library() -> Result<Library, LoadError> {
    Ok(pages::library::chunk())
}

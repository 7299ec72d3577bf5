//! A new log for the browser's databases, where the one in use may be torn.
//!
//! Chromium writes all databases of an origin to one log, and goes on with that of the last time. Behind a write that was
//! torn, because the disk was full, writes are confirmed and can be read, and are gone once the browser is started again:
//! it reads the log up to the tear (Chromium 156, on a disk that was full and was cleared). Deleting a database makes it
//! move everything to a table and begin a new log. Firefox and WebKit need none, and take it for what it is.

use std::cell::Cell;

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;
use yaodian_vault::stores::Table;

use super::deadline::{Deadline, Failure};
use super::request::request;

/// A database that is there for a moment, to be deleted.
const SCRATCH: &str = "yaodian.log";

thread_local! {
    /// Whether the log is one that was begun since the page was opened, with no failure since.
    static IS_NEW: Cell<bool> = const { Cell::new(false) };
}

/// Something has failed: the log may be torn.
pub(super) fn doubt() {
    IS_NEW.set(false);
}

/// Has the browser begin a new log with all that was written, unless it is new. Where that fails, the next write tries again.
pub(super) async fn renew() {
    if !IS_NEW.replace(true) && begin().await.is_err() {
        doubt();
    }
}

async fn begin() -> Result<(), Failure> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let deadline = Deadline::of(Table::Entries);
    let opening = factory.open(SCRATCH)?;
    deadline.wait(&request(&opening)).await?;
    opening.result()?.unchecked_into::<IdbDatabase>().close();
    let deleting = factory.delete_database(SCRATCH)?;
    deadline.wait(&request(&deleting)).await?;
    Ok(())
}

//! Drafts of plans that are being reviewed.

use yaodian_vault::Reason;

use super::databases::store;
use super::record::{Draft, DraftHead};
use crate::browser::clock;

/// The drafts, newest first.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn drafts() -> Result<Vec<DraftHead>, Reason> {
    store().drafts().await
}

/// A draft; `None` if it is not there.
///
/// # Errors
/// The reason why it cannot be read.
pub async fn draft(id: &str) -> Result<Option<Draft>, Reason> {
    store().draft(id).await
}

/// Keeps a draft in place of what was kept under its id. It is on the disk when this ends.
///
/// # Errors
/// The reason why it is not kept; what was kept before is still there.
pub async fn put_draft(id: &str, name: &str, text: &str) -> Result<(), Reason> {
    let head = DraftHead { id: id.to_owned(), name: name.to_owned(), at: clock::now_ms() };
    store().put_draft(Draft { head, text: text.to_owned() }).await
}

/// Keeps a part of a draft, which does not change.
///
/// # Errors
/// The reason why it is not kept.
pub async fn put_draft_part(id: &str, part: u32, text: &str) -> Result<(), Reason> {
    store().put_part(id, part, text).await
}

/// A part of a draft; `None` if it is not there.
///
/// # Errors
/// The reason why it cannot be read.
pub async fn draft_part(id: &str, part: u32) -> Result<Option<String>, Reason> {
    store().part(id, part).await
}

/// Deletes a part of a draft.
///
/// # Errors
/// The reason why it is still there.
pub async fn delete_draft_part(id: &str, part: u32) -> Result<(), Reason> {
    store().delete_part(id, part).await
}

/// Deletes a draft.
///
/// # Errors
/// The reason why it is still there.
pub async fn delete_draft(id: &str) -> Result<(), Reason> {
    store().delete_draft(id).await
}

/// An id for a new draft.
pub fn new_draft_id() -> String {
    let drawn = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}-{drawn:08x}", clock::now_ms())
}

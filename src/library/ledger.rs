//! The ledger of a plan that is not this page's: looked at, written as a file, cleared, brought back.

use std::collections::HashMap;

use yaodian_plan::ItemId;
use yaodian_plan::query::Status;
use yaodian_progress::{
    FileHead, ProgressBook, Stored, VERSION, encode, merge_stored, read_entries, renamed_entries,
};
use yaodian_vault::{Entries, Meeting, Reason};

use super::PlanHead;
use crate::browser::storage::peek;
use crate::browser::storage::vault::{Options, Vault};
use crate::browser::{clock, settings};
use crate::text;

/// What was recorded about a plan, as far as it is known at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// How many items are done.
    pub done: usize,
    /// How many items something was recorded about.
    pub items: usize,
}

/// What was recorded about a plan.
pub fn recorded(id: &str) -> Recorded {
    recorded_in(id, &peek::stored_now(id))
}

/// What was recorded about every plan, by its id; nothing about others.
pub fn all_recorded() -> HashMap<String, Recorded> {
    let stored = peek::stored_of_all();
    stored.into_iter().map(|(id, stored)| (id.clone(), recorded_in(&id, &stored))).collect()
}

fn recorded_in(id: &str, stored: &Entries) -> Recorded {
    let (book, _) = read_entries(id, stored);
    let items = book.items();
    let done = items.iter().filter(|item| book.item(**item).status() == Some(Status::Done)).count();
    Recorded { done, items: items.len() }
}

async fn open(id: &str) -> (Vault, Entries) {
    let merge = |Meeting { key, base, older, newer }: Meeting| {
        merge_stored(Stored { key, base, older, newer }, false)
    };
    Vault::open(Options { plan: id.to_owned(), schema: VERSION, merge: Box::new(merge) }).await
}

/// The whole ledger of a plan as a backup; `None` if nothing is in it.
pub async fn ledger_file(plan: &PlanHead) -> Option<String> {
    let book = ledger_of(plan.key.as_str()).await;
    let packed = super::body(&plan.key).await.ok().flatten().map(|body| body.packed).unwrap_or_default();
    (!book.is_empty()).then(|| written(plan, packed, &book))
}

/// All that was recorded about a plan.
pub async fn ledger_of(id: &str) -> ProgressBook {
    let (_, entries) = open(id).await;
    read_entries(id, &entries).0
}

/// A backup of what was recorded about a plan, with the plan in it.
pub fn written(plan: &PlanHead, packed: String, book: &ProgressBook) -> String {
    let head = FileHead {
        plan_title: plan.title.clone(),
        saved_at: Some(clock::now_ms()),
        saved_by: Some(settings::device()),
        plan_data: packed,
    };
    encode(book, &head)
}

/// Clears the ledger of a plan, after a restore point of all that is in it.
///
/// # Errors
/// The reason why it is as it was.
pub async fn clear_ledger(id: &str) -> Result<(), Reason> {
    let (vault, entries) = open(id).await;
    if !entries.is_empty() {
        vault.replace_all(text::BEFORE_PLAN_DELETED, Entries::new()).await?;
    }
    Ok(())
}

/// Puts what is recorded about items under their other identities, after a restore point: a corrected plan could not keep
/// those that they had.
///
/// # Errors
/// The reason why everything is as it was.
pub async fn rename_items(id: &str, renamed: &[(ItemId, ItemId)]) -> Result<(), Reason> {
    let (vault, entries) = open(id).await;
    let writes = renamed_entries(id, &entries, renamed);
    if !writes.is_empty() {
        vault.create_restore_point(text::BEFORE_REVISION).await?;
        let _ = vault.put(writes);
    }
    Ok(())
}

/// The items of a plan that something is recorded about, as far as it is known at once.
pub fn recorded_items(id: &str) -> Vec<ItemId> {
    read_entries(id, &peek::stored_now(id)).0.items()
}

/// Brings back what [`clear_ledger`] has cleared, if nothing was recorded since.
///
/// # Errors
/// The reason why it stays cleared.
pub async fn bring_ledger_back(id: &str) -> Result<(), Reason> {
    let (vault, entries) = open(id).await;
    let last = vault.restore_points().await?.into_iter().next();
    if let Some(point) = last.filter(|point| entries.is_empty() && point.reason == text::BEFORE_PLAN_DELETED)
    {
        vault.replace_all(text::BEFORE_PLAN_BACK, point.entries).await?;
    }
    Ok(())
}

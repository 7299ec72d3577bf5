//! The ledger of a plan that is not this page's: looked at, written as a file, cleared, brought back.

use std::collections::HashMap;

use yaodian_plan::ItemId;
use yaodian_plan::query::Status;
use yaodian_progress::{
    FileHead, ProgressBook, Stored, VERSION, encode, merge_stored, read_entries, renamed_entries,
};
use yaodian_vault::{Entries, Meeting, Reason};

use super::outcome::{LedgerBack, Recorded};
use super::plans::body;
use super::record::PlanHead;
use crate::browser::storage::peek;
use crate::browser::storage::vault::{Options, Vault};
use crate::browser::{clock, settings};
use crate::text;

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
    let packed = body(&plan.key).await.ok().flatten().map(|body| body.packed).unwrap_or_default();
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

/// Clears the ledger of a plan, after a restore point of all that is in it, whose id it returns; `None` if nothing was.
///
/// # Errors
/// The reason why it is as it was.
pub async fn clear_ledger(id: &str) -> Result<Option<u64>, Reason> {
    let (vault, entries) = open(id).await;
    if entries.is_empty() {
        return Ok(None);
    }
    vault.replace_all(text::BEFORE_PLAN_DELETED, Entries::new()).await
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

/// Brings back what [`clear_ledger`] has cleared, beside what was recorded since.
///
/// # Errors
/// The reason why it stays cleared.
pub async fn bring_ledger_back(head: &PlanHead) -> Result<LedgerBack, Reason> {
    let (vault, entries) = open(head.key.as_str()).await;
    let mut points = vault.restore_points().await?.into_iter();
    let point = match head.deletion.point {
        Some(id) => points.find(|point| point.id == id),
        // Plans that were deleted before that was kept: it is the last one, and says so.
        None => points.next().filter(|point| point.reason == text::BEFORE_PLAN_DELETED),
    };
    let Some(point) = point else {
        return Ok(if head.deletion.point.is_some() { LedgerBack::Lost } else { LedgerBack::Whole });
    };
    if entries.is_empty() {
        vault.replace_all(text::BEFORE_PLAN_BACK, point.entries).await?;
        return Ok(LedgerBack::Whole);
    }
    vault.create_restore_point(text::BEFORE_PLAN_BACK).await?;
    let _ = vault.put(beside(&entries, &point.entries));
    Ok(LedgerBack::Merged)
}

/// What has to be written so that former texts are there beside the present ones.
fn beside(present: &Entries, former: &Entries) -> Vec<(String, Option<String>)> {
    let written = former.iter().filter_map(|(key, older)| {
        let newer = present.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str());
        let merged = merge_stored(Stored { key, base: None, older: Some(older), newer }, false)?;
        (newer != Some(&*merged)).then(|| (key.clone(), Some(merged)))
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use yaodian_progress::{AuthorId, EntryKey, Stamp, encode_entry, new_note};

    use super::*;

    /// The entries of a book with one note on each of some items.
    fn entries(notes: &[(&str, &str, i64)]) -> Entries {
        let mut book = ProgressBook::new("one");
        for (item, note, at) in notes {
            let stamp = Stamp::first(*at, AuthorId::new("ann").unwrap());
            let (field, value) = new_note(item.parse().unwrap(), note, stamp).unwrap();
            book.set(field, value, stamp);
        }
        let items = book.items().into_iter().map(EntryKey::Item);
        items.map(|key| (key.to_string(), encode_entry(&book, key))).collect()
    }

    #[test]
    fn what_was_cleared_comes_back_beside_what_was_recorded_since() {
        let former = entries(&[("s1-1", "先记的", 10), ("s1-2", "另一件", 20)]);
        let present = entries(&[("s1-1", "后记的", 30), ("s1-3", "第三件", 40)]);
        let mut whole: std::collections::BTreeMap<_, _> = present.iter().cloned().collect();
        for (key, text) in beside(&present, &former) {
            whole.insert(key, text.unwrap());
        }
        let whole: Entries = whole.into_iter().collect();
        let (book, unreadable) = read_entries("one", &whole);
        assert!(unreadable.is_empty());
        let notes = |id: &str| -> Vec<String> {
            let item = book.item(id.parse().unwrap());
            item.live_notes().map(|(_, text)| text.to_owned()).collect()
        };
        let mut first = notes("s1-1");
        first.sort();
        assert_eq!(first, ["先记的", "后记的"]);
        assert_eq!((notes("s1-2"), notes("s1-3")), (vec!["另一件".into()], vec!["第三件".into()]));
        // What is there already is not written again.
        assert_eq!(beside(&whole, &former), []);
    }
}

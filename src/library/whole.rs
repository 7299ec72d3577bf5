//! The whole library on its way to another browser: each plan as a backup, with what was recorded about it.

use yaodian_page::pack::pack;
use yaodian_progress::decode;
use yaodian_vault::Reason;

use super::bundled::bundled;
use super::ledger::{ledger_of, recorded, written};
use super::outcome::{NotTaken, Taken};
use super::plans::plans;
use super::record::PlanHead;
use super::revising::in_use;
use super::taking::take_text;
use crate::browser::carry::library::in_file;

/// The plans of this browser but for one, archived ones too; with the one that the page ships with, if something is recorded
/// about it.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn others(id: &str) -> Result<Vec<PlanHead>, Reason> {
    let mut heads = plans().await?;
    let own = bundled().filter(|plan| recorded(&plan.id).items > 0).map(|plan| PlanHead::of(&plan, 0));
    heads.extend(own.filter(|own| heads.iter().all(|head| head.key != own.key)));
    heads.retain(|head| head.key.as_str() != id);
    Ok(heads)
}

/// Those plans as backups.
///
/// # Errors
/// The reason why one of them cannot be read.
pub async fn others_as_files(id: &str) -> Result<Vec<String>, Reason> {
    let mut files = Vec::new();
    for head in others(id).await? {
        let plan = in_use(&head.key).await?.ok_or(Reason::ReadBack)?;
        files.push(written(&head, pack(&plan), &ledger_of(head.key.as_str()).await));
    }
    Ok(files)
}

/// The titles of the plans in backups.
pub fn titles<'a>(files: impl Iterator<Item = &'a str>) -> Vec<String> {
    files.filter_map(|file| decode(file.as_bytes(), None).ok()).map(|file| file.head.plan_title).collect()
}

/// Takes the plans of backups into the library, and leaves their records for their pages.
pub async fn take_all<'a>(name: &str, files: impl Iterator<Item = &'a str>) -> Vec<Result<Taken, NotTaken>> {
    let mut outcomes = Vec::new();
    for file in files {
        outcomes.push(take_text(name, file).await);
    }
    outcomes
}

/// The same with those that a single file carries beside its own plan.
pub async fn take_library_of(name: &str, file: &[u8]) -> Vec<Result<Taken, NotTaken>> {
    let text = String::from_utf8_lossy(file);
    take_all(name, in_file(&text).into_iter()).await
}

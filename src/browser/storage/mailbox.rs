//! The mailbox in the browser: files that wait until the page of their plan is opened, see [`yaodian_vault::mailbox`].

use yaodian_plan::is_valid_id;
use yaodian_progress::MAX_AT;
use yaodian_vault::Reason;
use yaodian_vault::mailbox::{self, WaitingFile, database_name};

use super::idb::{self, Idb};
use super::local::Local;
use super::vault::now;

/// Keeps the text of a file for a plan.
///
/// # Errors
/// The reason why it is not kept.
pub async fn leave(plan: &str, name: &str, text: &str) -> Result<(), Reason> {
    // Only what a plan may be called names a database.
    if !is_valid_id(plan) {
        return Err(Reason::Blocked);
    }
    mailbox::put(&Idb::new(&database_name(plan)), now(), name, text).await
}

/// The files that wait for a plan, with their texts; the first was left first.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn waiting(plan: &str) -> Result<Vec<(WaitingFile, String)>, Reason> {
    let name = database_name(plan);
    // Whoever denies the one store mostly denies the other, and Chromium reports an error of its own when it is asked for
    // databases then, which nobody can catch.
    if Local::open(&name).is_none() {
        return Ok(Vec::new());
    }
    // A database that is opened is there from then on.
    if idb::databases().await.is_some_and(|names| !names.contains(&name)) {
        return Ok(Vec::new());
    }
    let mut found = mailbox::list(&Idb::new(&name)).await?;
    // Anybody may have written them; no stamp is later than this.
    found.iter_mut().for_each(|(file, _)| file.at = file.at.min(MAX_AT));
    Ok(found)
}

/// Lets go of files that waited for a plan.
///
/// # Errors
/// The reason why they still do.
pub async fn remove(plan: &str, keys: Vec<String>) -> Result<(), Reason> {
    mailbox::remove(&Idb::new(&database_name(plan)), keys).await
}

//! A corrected version over a plan in use: what changes, and putting it in its place.

use yaodian_plan::{ItemId, Plan};
use yaodian_reading::comparison::{Revised, revise};
use yaodian_vault::Reason;

use super::ledger::{recorded_items, rename_items};
use super::{PlanKey, delete, keep_version, plan, replace_plan};

/// What a corrected version changes.
pub struct Revision {
    /// The plan in use.
    pub before: Plan,
    /// The corrected one, under its identities.
    pub revised: Revised,
    /// The items that something is recorded about.
    pub recorded: Vec<ItemId>,
    /// The plan that the correction came as.
    from: PlanKey,
}

/// Compares a plan of the library with another one that is its corrected version.
///
/// # Errors
/// The reason why one of them cannot be read.
pub async fn revision(old: &PlanKey, new: &PlanKey) -> Result<Revision, Reason> {
    let before = plan(old).await?.ok_or(Reason::ReadBack)?;
    let after = plan(new).await?.ok_or(Reason::ReadBack)?;
    let recorded = recorded_items(old.as_str());
    let revised = revise(&before, &after, &recorded);
    Ok(Revision { before, revised, recorded, from: new.clone() })
}

/// Puts the corrected version in the place of the plan in use. Records stay with their items. The version that was in use is
/// then among the deleted plans, under another id.
///
/// # Errors
/// The reason why that was not done, or not wholly: no record is lost.
pub async fn put_revision(revision: &Revision) -> Result<(), Reason> {
    keep_version(&revision.before).await?;
    replace_plan(&revision.revised.plan).await?;
    let renamed: Vec<_> = revision.revised.renamed().collect();
    rename_items(&revision.before.id, &renamed).await?;
    delete(&revision.from).await
}

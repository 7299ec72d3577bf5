//! A plan in use gets another version: a corrected document, a plan file, or what somebody has put right in it. What changes
//! is known before anything does, and is kept with the plan.

use yaodian_plan::{Amendment, ItemId, Plan};
use yaodian_reading::comparison::{Revised, Said, compare, compare_known, revise_as};
use yaodian_vault::Reason;

use crate::browser::{clock, settings};

use super::bundled::{bundled, use_kept, uses_kept};
use super::deletion::Deletion;
use super::ledger::{recorded, recorded_items, rename_items};
use super::outcome::NotPut;
use super::plans::{add_under_new_id, delete, plan, replace_plan};
use super::record::PlanKey;

/// What another version changes.
pub struct Revision {
    /// The plan in use.
    pub before: Plan,
    /// The other version, under its identities.
    pub revised: Revised,
    /// The items that something is recorded about.
    pub recorded: Vec<ItemId>,
    /// The plan of the library that the other version is, if it is one.
    from: Option<PlanKey>,
}

impl Revision {
    /// What the plan will keep of this change.
    pub fn amendments(&self) -> &[Amendment] {
        self.revised.plan.amendments.get(self.before.amendments.len()..).unwrap_or_default()
    }
}

/// The plan with a key as it is opened; `None` if there is none. Of the plan that the page ships with, that is the version in
/// the library only where somebody has put one in its place.
///
/// # Errors
/// The reason why it cannot be read.
pub async fn in_use(key: &PlanKey) -> Result<Option<Plan>, Reason> {
    match bundled().filter(|own| own.id == key.as_str() && !uses_kept(&own.id)) {
        Some(own) => Ok(Some(own)),
        None => plan(key).await,
    }
}

/// Compares a plan in use with one of the library that is its corrected version.
///
/// # Errors
/// The reason why one of them cannot be read.
pub async fn revision(old: &PlanKey, new: &PlanKey, said: Said<'_>) -> Result<Revision, Reason> {
    let after = plan(new).await?.ok_or(Reason::ReadBack)?;
    let revision = revision_to(old, &after, None, said).await?;
    Ok(Revision { from: Some(new.clone()), ..revision })
}

/// Compares a plan in use with another version of it. `same` are the items that are in both, with their ids in either, where
/// that is known.
///
/// # Errors
/// The reason why the plan in use cannot be read.
pub async fn revision_to(
    old: &PlanKey,
    after: &Plan,
    same: Option<&[(ItemId, ItemId)]>,
    said: Said<'_>,
) -> Result<Revision, Reason> {
    let before = in_use(old).await?.ok_or(Reason::ReadBack)?;
    let recorded = recorded_items(old.as_str());
    // Versions of one plan give an id to one item only, so that records may have come before it.
    let taken: &[ItemId] = if same.is_none() && after.id == before.id { &[] } else { &recorded };
    // Of a long plan each of these takes a while.
    clock::next_turn().await;
    let found = match same {
        Some(same) => compare_known(&before, after, same),
        None => compare(&before, after),
    };
    clock::next_turn().await;
    let mut revised = match same {
        None => revise_as(&before, after, found, taken),
        // Somebody has looked at the links, too: those that are not there were taken out.
        Some(_) => {
            let mut revised = revise_as(&Plan { links: Vec::new(), ..before.clone() }, after, found, taken);
            revised.find_lost_links(&before.links);
            revised
        }
    };
    clock::next_turn().await;
    revised.amend(&before, said);
    Ok(Revision { before, revised, recorded, from: None })
}

/// Puts the other version in the place of the plan in use. Records stay with their items. The version that was in use is
/// then among the deleted plans, under another id, unless it is the one that the page ships with.
///
/// # Errors
/// Why that was not done.
pub async fn put_revision(revision: &Revision) -> Result<(), NotPut> {
    let id = revision.before.id.as_str();
    // What another tab has put there would be gone without a word. This version may be there since an attempt that failed.
    let known = |plan: Plan| plan == revision.before || plan == revision.revised.plan;
    if let Some(key) = PlanKey::new(id)
        && !in_use(&key).await?.is_some_and(known)
    {
        return Err(NotPut::Changed);
    }
    let own = bundled().is_some_and(|own| own.id == id);
    if !own || uses_kept(id) {
        keep_version(&revision.before).await?;
    }
    replace_plan(&revision.revised.plan).await?;
    if own {
        use_kept(id, true);
    }
    let renamed: Vec<_> = revision.revised.renamed().collect();
    let moved = rename_items(id, &renamed).await;
    settings::announce_change(id);
    moved?;
    if let Some(from) = &revision.from {
        delete(from, Deletion::replaced(recorded(from.as_str()).items)).await?;
    }
    Ok(())
}

/// Keeps a version of a plan that another one takes the place of, among the deleted plans.
///
/// # Errors
/// The reason why it is not kept.
async fn keep_version(plan: &Plan) -> Result<(), Reason> {
    // The first of its ids may be the one that it is in use under.
    let key = add_under_new_id(plan, 1).await?;
    delete(&key, Deletion::replaced(recorded(&plan.id).items)).await
}

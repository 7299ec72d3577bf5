//! The plans of the library.

use yaodian_page::pack::{pack, unpack};
use yaodian_page::pinyin;
use yaodian_plan::Plan;
use yaodian_vault::Reason;

use super::databases::{HEADS, store};
use super::deletion::Deletion;
use super::name;
use super::record::{PlanHead, PlanKey};
use super::store::{Body, NotAdded, reason_of};
use crate::browser::storage::idb;
use crate::browser::{clock, settings};
use crate::route::plan_address;

/// What is kept of a plan. That of a large one takes a while to make: in between the browser has its turn.
async fn body_of(plan: &Plan) -> Body {
    clock::next_turn().await;
    let packed = pack(plan);
    clock::next_turn().await;
    let sounds = pinyin::table_for(plan).to_text();
    clock::next_turn().await;
    Body { packed, sounds }
}

/// Puts a plan that was read in into the library, under an id made for it, and returns its key. The same plan once more
/// is the one that is there.
///
/// # Errors
/// The reason why it is not there. Nothing has changed then.
pub async fn add_plan(plan: &Plan) -> Result<PlanKey, Reason> {
    add_under_new_id(plan, 0).await
}

/// Adds a plan under the first of its ids, counted from `first`, that no other plan has. The plan that has one may be a
/// corrected version of this one.
///
/// # Errors
/// The reason why it is not there.
pub async fn add_under_new_id(plan: &Plan, first: u32) -> Result<PlanKey, Reason> {
    for no in first..first + name::TRIED {
        let plan = name::named(plan, no);
        match take_plan(&plan).await {
            Ok(key) => return Ok(key),
            Err(NotAdded::NotKept(reason)) => return Err(reason),
            Err(NotAdded::Taken) => {}
        }
    }
    Err(Reason::ReadBack)
}

/// Puts a plan that others have under its own id into the library: from a backup, a single file, a plan file.
///
/// # Errors
/// Why it is not there: nothing has changed then.
pub async fn take_plan(plan: &Plan) -> Result<PlanKey, NotAdded> {
    let key = store().add(PlanHead::of(plan, clock::now_ms()), body_of(plan).await).await?;
    settings::announce_change(key.as_str());
    Ok(key)
}

/// Puts another version of a plan in its place: its ledger is kept under the id.
///
/// # Errors
/// The reason why the old one is still there.
pub async fn replace_plan(plan: &Plan) -> Result<(), Reason> {
    store().replace(PlanHead::of(plan, clock::now_ms()), body_of(plan).await).await
}

/// The plans, those that were used last first.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn plans() -> Result<Vec<PlanHead>, Reason> {
    // To look for plans makes no database.
    let names = idb::databases().await;
    match names.is_some_and(|names| names.iter().all(|name| name != HEADS)) {
        true => Ok(Vec::new()),
        false => store().plans().await,
    }
}

/// A plan; `None` if it is not there.
///
/// # Errors
/// The reason why it cannot be read: also that a later version of this program has written it.
pub async fn plan(key: &PlanKey) -> Result<Option<Plan>, Reason> {
    let Some(body) = body(key).await? else { return Ok(None) };
    unpack(&body.packed).map(Some).map_err(reason_of)
}

/// A plan as its page carries it; `None` if it is not there.
///
/// # Errors
/// As for [`plan`].
pub async fn body(key: &PlanKey) -> Result<Option<Body>, Reason> {
    store().body(key).await
}

/// What the library says of a plan, also of one that is deleted; `None` if it is not there.
///
/// # Errors
/// The reason why that cannot be read.
pub async fn head(key: &PlanKey) -> Result<Option<PlanHead>, Reason> {
    store().head(key).await
}

/// The name that the user gave a plan; empty if none.
pub async fn name_of(key: &PlanKey) -> String {
    head(key).await.ok().flatten().map(|head| head.name).unwrap_or_default()
}

/// The address of a plan's first page. Opening it loads the page anew.
pub fn open_address(key: &PlanKey) -> String {
    plan_address(key.as_str())
}

/// Notes that a plan is used now.
///
/// # Errors
/// The reason why that is not noted.
pub async fn touch(key: &PlanKey) -> Result<(), Reason> {
    let at = clock::now_ms();
    store().change(key, move |head| head.used = at).await
}

/// Gives a plan a name of the user's; an empty one is the plan's own title.
///
/// # Errors
/// The reason why it has the old name.
pub async fn rename(key: &PlanKey, name: &str) -> Result<(), Reason> {
    let name = name.trim().to_owned();
    change(key, move |head| head.name.clone_from(&name)).await
}

/// Changes what is said of a plan, and lets other tabs hear of it.
async fn change(key: &PlanKey, change: impl Fn(&mut PlanHead) + 'static) -> Result<(), Reason> {
    store().change(key, change).await?;
    settings::announce_change(key.as_str());
    Ok(())
}

/// Puts a plan among those that are put away, or takes it from there.
///
/// # Errors
/// The reason why it is where it was.
pub async fn archive(key: &PlanKey, archived: bool) -> Result<(), Reason> {
    change(key, move |head| head.archived = archived).await
}

/// Takes a plan out of the library. It stays among those that were deleted, see [`deleted`]. Its ledger is not touched.
///
/// # Errors
/// The reason why it is still there.
pub async fn delete(key: &PlanKey, deletion: Deletion) -> Result<(), Reason> {
    let at = clock::now_ms();
    change(key, move |head| (head.deleted, head.deletion) = (Some(at), deletion)).await
}

/// Brings a deleted plan back.
///
/// # Errors
/// The reason why it stays deleted.
pub async fn bring_back(key: &PlanKey) -> Result<(), Reason> {
    change(key, |head| (head.deleted, head.deletion) = (None, Deletion::default())).await
}

/// The plans that were deleted and can be brought back, the last first.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn deleted() -> Result<Vec<PlanHead>, Reason> {
    store().deleted().await
}

//! 计划库: the plans that this browser keeps beside the one that its page ships with, and the drafts of plans that are
//! being reviewed.
//!
//! A plan is known by its id, which is in its addresses, names the keys of its ledger, and so is never given to another
//! plan: see [`name`]. Everything here is in IndexedDB. A failure is a value; [`crate::text::not_kept`] says it.
//!
//! - `record`: how a plan's head and a draft's are written. `store`: adding, changing, deleting, on injected stores.
//! - `name`: ids that say whose plan it is.
//! - `revising`: another version over a plan in use.
//! - `taking`: a plan from a file that somebody has handed on. `whole`: all plans on their way to another browser.
//! - `bundled`: the plan that the page ships with. `ledger`: what was recorded about a plan that is not the page's.

mod bundled;
mod deletion;
mod ledger;
mod name;
mod record;
mod revising;
mod store;
mod taking;
mod whole;

use std::rc::Rc;

use yaodian_page::pack::{pack, unpack};
use yaodian_page::pinyin;
use yaodian_plan::Plan;
use yaodian_vault::Reason;

pub use self::bundled::{bundled, is_bundled, put_in_place, use_kept, uses_kept};
pub use self::deletion::Deletion;
pub use self::ledger::{
    LedgerBack, Recorded, all_recorded, bring_ledger_back, clear_ledger, ledger_file, recorded,
};
pub use self::record::{Draft, DraftHead, PlanHead, PlanKey};
pub use self::revising::{Revision, in_use, put_revision, revision, revision_to};
pub use self::store::{Body, NotAdded};
pub use self::taking::{
    Handed, NotTaken, Taken, handed_revision, take_as_copy, take_as_version, take_file, take_packed,
};
pub use self::whole::{others, others_as_files, take_all, take_library_of, titles};

use self::store::Store;
use crate::browser::storage::idb::{self, Idb};
use crate::browser::{clock, settings};
use crate::route::plan_address;

/// No plan's id has a slash, so these are no plan's own databases.
const HEADS: &str = "yaodian.library/heads";
const PLANS: &str = "yaodian.library/plans";
const DRAFTS: &str = "yaodian.library/drafts";
const PARTS: &str = "yaodian.library/parts";

fn store() -> Store {
    let open = |name| Rc::new(Idb::new(name));
    Store { heads: open(HEADS), plans: open(PLANS), drafts: open(DRAFTS), parts: open(PARTS) }
}

fn now() -> i64 {
    clock::now_ms()
}

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
async fn add_under_new_id(plan: &Plan, first: u32) -> Result<PlanKey, Reason> {
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

/// Keeps a version of a plan that another one takes the place of, among the deleted plans.
///
/// # Errors
/// The reason why it is not kept.
async fn keep_version(plan: &Plan) -> Result<(), Reason> {
    // The first of its ids may be the one that it is in use under.
    let key = add_under_new_id(plan, 1).await?;
    delete(&key, Deletion::replaced(recorded(&plan.id).items)).await
}

/// Puts a plan that others have under its own id into the library: from a backup, a single file, a plan file.
///
/// # Errors
/// Why it is not there: nothing has changed then.
pub async fn take_plan(plan: &Plan) -> Result<PlanKey, NotAdded> {
    let key = store().add(PlanHead::of(plan, now()), body_of(plan).await).await?;
    settings::announce_change(key.as_str());
    Ok(key)
}

/// Puts another version of a plan in its place: its ledger is kept under the id.
///
/// # Errors
/// The reason why the old one is still there.
pub async fn replace_plan(plan: &Plan) -> Result<(), Reason> {
    store().replace(PlanHead::of(plan, now()), body_of(plan).await).await
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
    unpack(&body.packed).map(Some).map_err(store::reason_of)
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
    let at = now();
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
    let at = now();
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
    let head = DraftHead { id: id.to_owned(), name: name.to_owned(), at: now() };
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
    format!("{:x}-{drawn:08x}", now())
}

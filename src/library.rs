//! 计划库: the plans that this browser keeps beside the one that its page ships with, and the drafts of plans that are
//! being reviewed.
//!
//! A plan is known by its id, which is in its addresses, names the keys of its ledger, and so is never given to another
//! plan: see [`name`]. Everything here is in IndexedDB. A failure is a value; [`crate::text::not_kept`] says it.
//!
//! - `plans`, `drafts`: adding, changing, deleting. `outcome`: what comes of it.
//! - `record`: how a plan's head and a draft's are written. `store`: the same on injected stores; `databases`: on IndexedDB.
//! - `name`: ids that say whose plan it is.
//! - `revising`: another version over a plan in use.
//! - `taking`: a plan from a file that somebody has handed on. `whole`: all plans on their way to another browser.
//! - `bundled`: the plan that the page ships with. `ledger`: what was recorded about a plan that is not the page's.

mod bundled;
mod databases;
mod deletion;
mod drafts;
mod ledger;
mod name;
mod outcome;
mod plans;
mod record;
mod revising;
mod store;
mod taking;
mod whole;

pub use self::bundled::{bundled, is_bundled, put_in_place, use_kept, uses_kept};
pub use self::deletion::Deletion;
pub use self::drafts::{
    delete_draft, delete_draft_part, draft, draft_part, drafts, new_draft_id, put_draft, put_draft_part,
};
pub use self::ledger::{all_recorded, bring_ledger_back, clear_ledger, ledger_file, recorded};
pub use self::outcome::{Handed, LedgerBack, NotPut, NotTaken, Recorded, Taken};
pub use self::plans::{
    add_plan, archive, body, bring_back, delete, deleted, head, name_of, open_address, plans, rename,
    take_plan, touch,
};
pub use self::record::{DraftHead, PlanHead, PlanKey};
pub use self::revising::{Revision, in_use, put_revision, revision, revision_to};
pub use self::store::NotAdded;
pub use self::taking::{handed_revision, take_as_copy, take_as_version, take_file, take_packed};
pub use self::whole::{others, others_as_files, take_all, take_library_of, titles};

//! The databases that the library is in.

use std::rc::Rc;

use super::store::Store;
use crate::browser::storage::idb::Idb;

/// That of the plans' heads. No plan's id has a slash, so these are no plan's own databases.
pub const HEADS: &str = "yaodian.library/heads";
const PLANS: &str = "yaodian.library/plans";
const DRAFTS: &str = "yaodian.library/drafts";
const PARTS: &str = "yaodian.library/parts";

/// The library of this browser.
pub fn store() -> Store {
    let open = |name| Rc::new(Idb::new(name));
    Store { heads: open(HEADS), plans: open(PLANS), drafts: open(DRAFTS), parts: open(PARTS) }
}

//! The plan that the page ships with, also after another one has been put in its place: another plan, or another version of
//! itself that the library keeps under its id.

use std::sync::OnceLock;

use yaodian_page::pack::unpack;
use yaodian_plan::Plan;

use super::store::Body;
use crate::browser::{carry, dom, settings};

/// What stood in the page before.
static BUNDLED: OnceLock<String> = OnceLock::new();

/// Puts a plan of the library in the place of the page's own, before that is read. A name of the user's may be empty.
pub fn put_in_place(id: &str, body: &Body, name: &str) {
    let is_own = bundled().is_some_and(|own| own.id == id);
    let _ = BUNDLED.set(packed());
    carry::put_plan(&body.packed, &body.sounds, is_own);
    carry::set_plan_name(name);
}

fn packed() -> String {
    BUNDLED.get().cloned().or_else(|| dom::text_of(carry::PLAN)).unwrap_or_default()
}

/// The plan that the page ships with. `None` if it is damaged.
pub fn bundled() -> Option<Plan> {
    unpack(&packed()).ok()
}

/// Whether this is what the page ships with.
pub fn is_bundled(body: &Body) -> bool {
    body.packed == packed()
}

/// Whether the library's version of the plan that the page ships with is the one in use.
pub fn uses_kept(id: &str) -> bool {
    settings::kept_in_place_of(id).is_some_and(|mark| mark == carry::plan_mark(&packed()))
}

/// Puts the library's version in the place of the one that the page ships with, or no longer. The page has read the one that
/// it shows: it has to be loaded anew.
pub fn use_kept(id: &str, on: bool) {
    settings::keep_in_place_of(id, on.then(|| carry::plan_mark(&packed()).to_owned()).as_deref());
}

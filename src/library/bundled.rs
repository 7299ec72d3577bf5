//! The plan that the page ships with, also after another one has been put in its place.

use std::sync::OnceLock;

use yaodian_page::pack::unpack;
use yaodian_plan::Plan;

use super::Body;
use crate::browser::{carry, dom};

/// What stood in the page before.
static BUNDLED: OnceLock<String> = OnceLock::new();

/// Puts a plan of the library in the place of the page's own, before that is read.
pub fn put_in_place(body: &Body) {
    let _ = BUNDLED.set(dom::text_of(carry::PLAN).unwrap_or_default());
    carry::put_plan(&body.packed, &body.sounds);
}

/// The plan that the page ships with. `None` if it is damaged.
pub fn bundled() -> Option<Plan> {
    let packed = BUNDLED.get().cloned().or_else(|| dom::text_of(carry::PLAN))?;
    unpack(&packed).ok()
}

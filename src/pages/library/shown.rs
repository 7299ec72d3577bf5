//! What the page shows of the library, read anew after every change.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_vault::Reason;

use crate::library::{self, PlanHead, Recorded};

/// What is in the library, with what was recorded about each plan.
#[derive(Clone, Default)]
pub struct Shelf {
    /// The plans.
    pub plans: Vec<(PlanHead, Recorded)>,
    /// Those that can be brought back.
    pub deleted: Vec<PlanHead>,
    /// The plan that the page ships with.
    pub bundled: Option<(PlanHead, Recorded)>,
}

/// Where the page has what it shows; read anew after every change, here or elsewhere.
pub type Shown = RwSignal<Option<Result<Shelf, Reason>>>;

/// Reads the library anew.
pub fn read_again(shown: Shown) {
    spawn_local(async move {
        let read = read().await;
        // The page may have been left meanwhile.
        let _ = shown.try_set(Some(read));
    });
}

async fn read() -> Result<Shelf, Reason> {
    let with_records = |head: PlanHead| {
        let recorded = library::recorded(head.key.as_str());
        (head, recorded)
    };
    let plans: Vec<_> = library::plans().await?.into_iter().map(with_records).collect();
    let deleted = library::deleted().await?;
    Ok(Shelf { plans, deleted, bundled: bundled() })
}

/// The plan that the page ships with.
pub fn bundled() -> Option<(PlanHead, Recorded)> {
    library::bundled().map(|plan| (PlanHead::of(&plan, 0), library::recorded(&plan.id)))
}

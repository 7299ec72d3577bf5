//! What the page shows of the library, read anew after every change.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_vault::Reason;

use crate::browser::{dom, settings, window};
use crate::library::{self, PlanHead, Recorded};

/// What is in the library, with what was recorded about each plan.
#[derive(Clone, Default, PartialEq)]
pub struct Shelf {
    /// The plans.
    pub plans: Vec<(PlanHead, Recorded)>,
    /// Those that can be brought back.
    pub deleted: Vec<PlanHead>,
    /// The plan that the page ships with.
    pub bundled: Option<Bundled>,
}

/// The plan that the page ships with.
#[derive(Clone, PartialEq)]
pub struct Bundled {
    /// What is said of the version in use.
    pub head: PlanHead,
    /// What was recorded about it.
    pub recorded: Recorded,
    /// Whether the library has it, too.
    pub kept: Kept,
}

/// Whether the library has the plan that the page ships with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It has not.
    No,
    /// As it is.
    Same,
    /// In another version, which is used or not.
    Other(bool),
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

/// What is unfolded below a plan: a name is being typed there, or an answer is expected.
const UNFOLDED: &str = ".library .plans form, .library .plans .notice";

/// Reads the library anew because it may have been changed elsewhere. What is as it was is not shown again, and nothing is
/// taken from under somebody's hands: once they are done, it is looked at again.
pub fn look_again(shown: Shown) {
    spawn_local(async move {
        let read = Some(read().await);
        let is_new = shown.try_with_untracked(|shown| *shown != read);
        if is_new == Some(true) && dom::find(UNFOLDED).is_none() {
            let _ = shown.try_set(read);
        }
    });
}

/// Looks again whenever another tab changes the library, and whenever somebody comes back to this one. It ends with what is
/// on screen.
pub fn follow_others(shown: Shown) {
    let changed = window_event_listener(ev::storage, move |event| {
        if event.key().is_some_and(|key| settings::is_change(&key)) {
            look_again(shown);
        }
    });
    let seen = window_event_listener(ev::visibilitychange, move |_| {
        if !window::hidden() {
            look_again(shown);
        }
    });
    let focused = window_event_listener(ev::focus, move |_| look_again(shown));
    on_cleanup(move || {
        changed.remove();
        seen.remove();
        focused.remove();
    });
}

async fn read() -> Result<Shelf, Reason> {
    let recorded = library::all_recorded();
    let with_records = |head: PlanHead| {
        let recorded = recorded.get(head.key.as_str()).copied().unwrap_or_default();
        (head, recorded)
    };
    let plans: Vec<_> = library::plans().await?.into_iter().map(with_records).collect();
    let deleted = library::deleted().await?;
    let mut bundled = bundled();
    if let Some(own) = &mut bundled
        && let Some((head, _)) = plans.iter().find(|(head, _)| head.key == own.head.key)
    {
        let is_same = library::body(&head.key).await?.is_some_and(|body| library::is_bundled(&body));
        own.kept = if is_same { Kept::Same } else { Kept::Other(library::uses_kept(head.key.as_str())) };
        if own.kept == Kept::Other(true) {
            own.head = head.clone();
        }
    }
    Ok(Shelf { plans, deleted, bundled })
}

/// The plan that the page ships with, as it is there.
pub fn bundled() -> Option<Bundled> {
    let plan = library::bundled()?;
    let recorded = library::recorded(&plan.id);
    Some(Bundled { head: PlanHead::of(&plan, 0), recorded, kept: Kept::No })
}

//! A draft that is the corrected version of a plan here: what changes, and the draft in that plan's place.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_reading::comparison::Said;
use yaodian_review::Review;
use yaodian_ui::{El, el};

use super::studio::studio;
use super::twin::Twin;
use crate::browser::{focus, hash, window};
use crate::desk::desk;
use crate::library::{self, PlanKey, Revision};
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::revision;
use crate::widgets::work::Work;

/// Finds out what the draft changes in the plan that it is the corrected version of, and shows it.
pub fn compare(twin: Twin) {
    let studio = studio();
    spawn_local(async move {
        let asked = studio.version();
        let finish = |review: &Option<Review>| review.as_ref()?.finish().ok();
        let Some(plan) = studio.review.with_untracked(finish) else { return };
        let (on, by) = revision::on_and_by();
        let found = library::revision_to(&twin.key, &plan, None, Said { on: &on, by: &by }).await;
        // Somebody may have gone on editing, or to another draft: then that is not what was found.
        if asked != studio.version() {
            return;
        }
        match found {
            Ok(revision) => {
                studio.twin.set(None);
                studio.revision.set(Some(Rc::new(revision)));
                focus::focus_later(".asked".into());
            }
            Err(reason) => desk().ledger.say(text::plan_not_read(reason)),
        }
    });
}

/// What the draft changes, with the button that puts it in that plan's place.
pub fn changes(box_: El, revision: Rc<Revision>, later: El) -> El {
    let list = el("div").class("revision").child(revision::changes(&revision));
    let put = button(text::REVISION_PUT, move |_| put(revision.clone())).class("button main");
    box_.child(el("p").child(text::REVISION_NOTE))
        .child(list)
        .child(el("p").class("tools").child(put).child(later))
}

/// Puts the draft in the place of the plan in use.
fn put(revision: Rc<Revision>) {
    spawn_local(async move {
        if put_in_place(&revision).await {
            studio().mark_used().await;
            open(&revision.before.id);
        }
    });
}

/// Puts the other version in the place of the plan in use. Whether that was done; why not is said, and has to be looked at
/// once more.
pub async fn put_in_place(revision: &Revision) -> bool {
    let using = Work::to_the_end(text::USING.into());
    match using.run(async |_| library::put_revision(revision).await).await {
        Some(Ok(())) => true,
        Some(Err(reason)) => {
            studio().forget_revision();
            desk().ledger.say(text::not_put(reason));
            false
        }
        None => false,
    }
}

/// Opens a plan that another version has taken the place of.
pub fn open(id: &str) {
    if desk().catalog().plan.id == id {
        // The page has read the version of before.
        desk().go(&Route::to(Page::Overview));
        window::reload();
    } else if let Some(key) = PlanKey::new(id) {
        // Another plan's address loads the page anew.
        hash::push(&library::open_address(&key));
    }
}

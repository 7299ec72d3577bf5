//! 改计划: a plan in use that somebody puts right with the same editor, and what came of it in its place.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_plan::ItemId;
use yaodian_reading::comparison::Said;
use yaodian_review::Review;
use yaodian_ui::boxed;

use super::studio::studio;
use super::{keeping, revising};
use crate::browser::{clock, focus, window};
use crate::desk::desk;
use crate::library::{self, PlanKey, Revision};
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::revision;

/// Opens a plan in use, by its key, to be corrected; at an item.
pub fn correct(key: String, at: Option<ItemId>) {
    let studio = studio();
    spawn_local(async move {
        let found = match PlanKey::new(&key) {
            Some(key) => library::in_use(&key).await,
            None => Ok(None),
        };
        match found {
            Ok(Some(plan)) => {
                let review = Review::of_plan(plan);
                let row = at.and_then(|id| review.reading()?.key(id));
                let id = library::new_draft_id();
                studio.show(id.clone(), review);
                studio.keep();
                desk().go(&Route::to(Page::Import(id)));
                // The page is built first.
                window::pause(20).await;
                if let Some(row) = row {
                    studio.look_at(row);
                }
            }
            Ok(None) => desk().ledger.say(text::PLAN_NOT_HERE.into()),
            Err(reason) => desk().ledger.say(text::plan_not_read(reason)),
        }
    });
}

/// The page's heading: which plan is corrected, or that another one is imported. Tracks.
pub fn heading() -> String {
    let name = studio().corrected.get();
    if name.is_empty() { text::IMPORT_PLAN.to_owned() } else { text::correcting(&name) }
}

/// The window's title says it, too, and what the plan is called is found out.
pub fn follow_title() {
    let studio = studio();
    let open = Memo::new(move |_| {
        studio.of(|review| Some((review.corrects()?.to_owned(), review.reading()?.plan.title.clone())))
    });
    Effect::new(boxed(move || {
        let Some((id, title)) = open.get() else { return studio.corrected.set(String::new()) };
        studio.corrected.set(title);
        spawn_local(async move {
            let Some(key) = PlanKey::new(&id) else { return };
            let name = library::name_of(&key).await;
            // Somebody may have gone on to another draft.
            let is_open = open.try_get_untracked().flatten().is_some_and(|(open, _)| open == id);
            if is_open && !name.is_empty() {
                studio.corrected.set(name);
            }
        });
    }));
    // The app sets the window's title whenever the address changes.
    let desk = desk();
    let mut was_correcting = false;
    Effect::new(boxed(move || {
        let is_correcting = !studio.corrected.with(String::is_empty);
        if !desk.page.with(|page| matches!(page, Page::Import(_))) {
            return;
        }
        if is_correcting {
            document().set_title(&heading());
        } else if was_correcting {
            document().set_title(&format!("{} · {}", text::IMPORT_PLAN, desk.catalog().plan.title));
        }
        was_correcting = is_correcting;
    }));
}

/// Finds out what the edits change, and shows it.
pub fn ask() {
    let studio = studio();
    spawn_local(async move {
        let asked = studio.version();
        let key = studio.review.with_untracked(|review| PlanKey::new(review.as_ref()?.corrects()?));
        let plan = studio.review.with_untracked(|review| review.as_ref()?.finish().ok());
        // Of a long plan each of these takes a while.
        clock::next_turn().await;
        let known = studio.review.with_untracked(|review| {
            let review = review.as_ref()?;
            Some((review.same_items(), review.reading()?.plan.clone()))
        });
        let Some(((key, plan), (same, base))) = key.zip(plan).zip(known) else {
            show();
            return;
        };
        clock::next_turn().await;
        let (on, by) = revision::on_and_by();
        let found = library::revision_to(&key, &plan, Some(&same), Said { on: &on, by: &by }).await;
        if asked != studio.version() {
            // Somebody has gone on editing, or to another draft: that is not what was found.
            if asked.0 == studio.id.get_untracked() {
                ask();
            }
            return;
        }
        match found {
            Ok(revision) if revision.revised.plan == revision.before => {
                desk().ledger.say(text::NOTHING_CORRECTED.into());
            }
            Ok(revision) => {
                studio.is_outdated.set(revision.before != base);
                studio.revision.set(Some(Rc::new(revision)));
                show();
            }
            Err(reason) => desk().ledger.say(text::plan_not_read(reason)),
        }
    });
}

fn show() {
    studio().asked.set(true);
    focus::focus_later(".asked".into());
}

/// Puts the corrected plan in the place of the one in use. The draft has served: what was changed is kept with the plan.
pub fn put(revision: Rc<Revision>) {
    let studio = studio();
    spawn_local(async move {
        if !revising::put_in_place(&revision).await {
            return;
        }
        let draft = studio.id.get_untracked();
        studio.close();
        // It is a draft as before where it cannot be deleted.
        let _ = keeping::delete(&draft).await;
        revising::open(&revision.before.id);
    });
}

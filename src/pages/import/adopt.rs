//! 启用: the checks, what is still doubtful, and the plan in the library.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_plan::Fault;
use yaodian_review::Review;
use yaodian_ui::{View, el, fragment, live};

use super::studio::{painted, studio};
use super::{button, keeping};
use crate::browser::{focus, hash};
use crate::desk::desk;
use crate::library;
use crate::text;

/// Somebody wants to use the plan.
pub fn ask() {
    let studio = studio();
    let is_whole =
        studio.review.with_untracked(|review| review.as_ref().is_some_and(|one| one.finish().is_ok()));
    if is_whole && untrack(move || studio.left()) == 0 {
        adopt();
    } else {
        studio.asked.set(true);
        focus::focus_later(".asked".into());
    }
}

/// What stands against it, once it was asked for.
pub fn asked() -> View {
    let studio = studio();
    live(move || {
        if !studio.asked.get() {
            return fragment(Vec::new());
        }
        let faults: Vec<Fault> = studio.of(|review| review.finish().err().unwrap_or_default());
        let left = studio.left();
        let box_ = el("div").class("notice asked").attr("role", "alert").attr("tabindex", "-1");
        let later = button(text::USE_LATER, move |_| {
            studio.asked.set(false);
            focus::focus_later("#notes h2".into());
        });
        let box_ = match faults.is_empty() {
            true => box_
                .child(el("p").child(if left > 0 {
                    text::doubts_left(left)
                } else {
                    text::NOTES_NONE.into()
                }))
                .child(
                    el("p")
                        .class("tools")
                        .child(button(text::USE_ANYWAY, |_| adopt()).class("button main"))
                        .child(later),
                ),
            false => {
                let one = |fault: &Fault| el("li").child(said(fault));
                box_.child(el("p").child(text::USE_FAULTS))
                    .child(el("ul").child(faults.iter().take(20).map(one).collect::<Vec<_>>()))
                    .child(el("p").class("tools").child(later))
            }
        };
        box_.into_view()
    })
}

/// A fault in words that lead to what has to be put right.
fn said(fault: &Fault) -> String {
    let items =
        fault.path.strip_prefix("items[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
    let title = items.and_then(|at| {
        studio().review.with_untracked(|review| Some(review.as_ref()?.plan().items.get(at)?.title.clone()))
    });
    match (fault.path.as_str(), title) {
        ("title", _) => text::fault_of(text::PLAN_TITLE, &fault.message),
        ("year", _) => text::fault_of(text::PLAN_YEAR, &fault.message),
        (_, Some(title)) => text::fault_of(&title, &fault.message),
        _ => fault.message.clone(),
    }
}

/// Puts the plan into the library and opens it.
fn adopt() {
    let studio = studio();
    let plan = studio.review.with_untracked(|review| review.as_ref().map(Review::finish));
    let Some(Ok(plan)) = plan else { return };
    spawn_local(async move {
        studio.work.doing.set(text::USING.into());
        painted().await;
        let added = library::add_plan(&plan).await;
        studio.work.doing.set(String::new());
        match added {
            Ok(key) => {
                studio.asked.set(false);
                keeping::mark_used(studio).await;
                // Another plan's address loads the page anew.
                hash::push(&library::open_address(&key));
            }
            Err(reason) => desk().ledger.say(text::not_kept(reason)),
        }
    });
}

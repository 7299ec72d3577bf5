//! 启用: the checks, what is still doubtful, and the plan in the library.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_pace::Pace;
use yaodian_plan::{Fault, Plan};
use yaodian_review::Review;
use yaodian_ui::{El, View, el, fragment, live};

use super::studio::studio;
use super::twin::{Twin, twin_of};
use super::{correcting, links, revising};
use crate::browser::{focus, hash};
use crate::desk::desk;
use crate::library::{self, Revision};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::revision;
use crate::widgets::work::Work;

/// Somebody wants to use the plan.
pub fn ask() {
    let studio = studio();
    if is_correction() {
        correcting::ask();
        return;
    }
    let finished = studio.review.with_untracked(|review| review.as_ref()?.finish().ok());
    let lost = studio.review.with_untracked(|review| review.as_ref().map_or(0, |one| one.lost_links().len()));
    if finished.is_some() && lost == 0 && untrack(move || studio.left()) == 0 {
        put_into_use(finished, true);
    } else {
        studio.asked.set(true);
        focus::focus_later(".asked".into());
    }
}

/// Whether the open draft is a plan in use.
fn is_correction() -> bool {
    studio().review.with_untracked(|review| review.as_ref().is_some_and(|one| one.corrects().is_some()))
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
        let lost = lost_links();
        let is_clear = left == 0 && lost.is_none();
        let box_ = box_.child(lost);
        let later = button(text::USE_LATER, move |_| {
            studio.asked.set(false);
            studio.twin.set(None);
            focus::focus_later("#hints h2 span".into());
        });
        if let Some(twin) = studio.twin.get() {
            return twin_question(box_, twin, later).into_view();
        }
        let box_ = match faults.is_empty() {
            true if let Some(revision) = studio.revision.get() => match is_correction() {
                true => corrections(box_, revision, left, later),
                false => revising::changes(box_, revision, later),
            },
            true => box_
                .child((left > 0).then(|| el("p").child(text::doubts_left(left))))
                .child(is_clear.then(|| el("p").child(text::NOTES_NONE)))
                .child(
                    el("p")
                        .class("tools")
                        .child(button(text::USE_ANYWAY, |_| adopt()).class("button main"))
                        .child(later),
                ),
            false => {
                // One without a title cannot be named: it is shown.
                let one = |fault: &Fault| el("li").child(said(fault)).child(untitled(fault));
                box_.child(el("p").child(text::USE_FAULTS))
                    .child(el("ul").child(faults.iter().take(20).map(one).collect::<Vec<_>>()))
                    .child(el("p").class("tools").child(later))
            }
        };
        box_.into_view()
    })
}

/// The links that were accepted and do not hold any more, if any.
fn lost_links() -> Option<El> {
    let lost: Vec<String> = studio().of(|review| {
        let words = review.reading().map(links::said).unwrap_or_default();
        review
            .lost_links()
            .into_iter()
            .filter_map(|at| words.get(at).map(|(words, _)| words.clone()))
            .collect()
    });
    let one = |words: &String| el("li").child(words.clone());
    let list = el("ul").child(lost.iter().take(20).map(one).collect::<Vec<_>>());
    (!lost.is_empty()).then(|| el("div").child(el("p").child(text::links_lost(lost.len()))).child(list))
}

/// What the edits of a plan in use change.
fn corrections(box_: El, revision: Rc<Revision>, left: usize, later: El) -> El {
    let outdated = studio().is_outdated.get_untracked();
    let list = el("div").class("revision").child(revision::changes(&revision));
    let put = button(text::USE_CORRECTION, move |_| correcting::put(revision.clone())).class("button main");
    box_.child((left > 0).then(|| el("p").child(text::doubts_left(left))))
        .child(outdated.then(|| el("p").child(text::CORRECTION_OUTDATED)))
        .child(el("p").child(text::CORRECTION_NOTE))
        .child(list)
        .child(el("p").class("tools").child(put).child(later))
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
        (_, Some(title)) if title.trim().is_empty() => text::fault_of(text::ROW_TITLE, &fault.message),
        (_, Some(title)) => text::fault_of(&title, &fault.message),
        _ => fault.message.clone(),
    }
}

/// Leads to the first row without a title, if that is what is wrong.
fn untitled(fault: &Fault) -> Option<El> {
    let is_title = fault.path.starts_with("items[") && fault.path.ends_with("].title");
    let row = studio().review.with_untracked(|review| {
        let mut rows = review.as_ref()?.sheet().rows.iter();
        rows.find(|row| row.item.title.trim().is_empty()).map(|row| row.key)
    });
    row.filter(|_| is_title).map(|row| button(text::SEE, move |_| studio().look_at(row)))
}

/// Somebody wants to use the plan whatever is still doubtful.
fn adopt() {
    if is_correction() {
        correcting::ask();
    } else {
        put_into_use(None, true);
    }
}

/// Whether the draft is another version of a plan that is here.
fn twin_question(box_: El, twin: Twin, later: El) -> El {
    box_.child(el("p").child(text::twin_here(&twin.name))).child(
        el("p")
            .class("tools")
            .child(
                button(text::USE_AS_REVISION, move |_| revising::compare(twin.clone())).class("button main"),
            )
            .child(button(text::USE_APART, |_| put_into_use(None, false)))
            .child(later),
    )
}

/// Puts the plan into the library and opens it; it is made of the draft unless it is there already. `ask`: whether somebody
/// has to say what it is if it may be another version of a plan that is here.
fn put_into_use(finished: Option<Plan>, ask: bool) {
    let studio = studio();
    studio.twin.set(None);
    spawn_local(async move {
        // A large plan takes a while, and what is half put into use would be no plan.
        let using = Work::to_the_end(text::USING.into());
        let add = async |_: &Pace| {
            let finish = |review: &Option<Review>| review.as_ref()?.finish().ok();
            let plan = finished.or_else(|| studio.review.with_untracked(finish))?;
            let twin = if ask { twin_of(&plan).await } else { None };
            Some(match twin {
                Some(twin) => Err(twin),
                None => Ok(library::add_plan(&plan).await),
            })
        };
        match using.run(add).await.flatten() {
            None => {}
            Some(Err(twin)) => {
                studio.twin.set(Some(twin));
                studio.asked.set(true);
                focus::focus_later(".asked".into());
            }
            Some(Ok(Ok(key))) => {
                studio.asked.set(false);
                studio.mark_used().await;
                // Another plan's address loads the page anew.
                hash::push(&library::open_address(&key));
            }
            Some(Ok(Err(reason))) => desk().ledger.say(text::not_kept(reason)),
        }
    });
}

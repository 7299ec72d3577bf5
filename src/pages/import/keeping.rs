//! Keeping drafts: what changes with each edit is a short text; the document and what was read from it are written once,
//! in slices.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_pace::Pace;
use yaodian_review::{OpenError, Part, Review};
use yaodian_vault::Reason;

use crate::browser::{clock, settings};
use crate::library::{self, DraftHead};
use crate::text;
use crate::widgets::work;

/// How far a draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Yes,
    NotYet,
    Failed(Reason),
    /// Another tab has deleted it: it is not kept any more, and nothing of it is written.
    Gone,
}

/// What is shown of it.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// How far the open draft is kept.
    pub kept: RwSignal<Kept>,
    /// The drafts that are kept.
    pub drafts: RwSignal<Vec<DraftHead>>,
}

/// A draft as it was when it changed.
struct Snapshot {
    id: String,
    name: String,
    steps: String,
    parts: Vec<(u32, Part)>,
}

thread_local! {
    /// What is to be written; of each draft the last.
    static WAITING: RefCell<Vec<Snapshot>> = const { RefCell::new(Vec::new()) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
    /// The draft that is being written.
    static WRITTEN: RefCell<String> = const { RefCell::new(String::new()) };
    /// What waits for it to be written.
    static AFTERWARDS: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    static DELETED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The drafts that were kept or opened here.
    static KNOWN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The parts that are known to be kept, by draft.
    static PARTS: RefCell<Vec<(String, u32)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the open draft. While one is being written, what changes is written afterwards.
pub fn keep(id: String, review: &Review, keeping: Keeping) {
    if keeping.kept.get_untracked() == Kept::Gone {
        return;
    }
    let snapshot = snapshot(id, review, "");
    keeping.kept.set(Kept::NotYet);
    WAITING.with_borrow_mut(|waiting| {
        waiting.retain(|other| other.id != snapshot.id);
        waiting.push(snapshot);
    });
    if IS_WRITING.replace(true) {
        return;
    }
    spawn_local(async move {
        let mut kept = Kept::Yes;
        while let Some(snapshot) = WAITING.with_borrow_mut(Vec::pop) {
            WRITTEN.set(snapshot.id.clone());
            let written = write(&snapshot).await;
            WRITTEN.set(String::new());
            AFTERWARDS.take().into_iter().for_each(Waker::wake);
            kept = written;
            if DELETED.with_borrow(|deleted| deleted.contains(&snapshot.id)) {
                // It was deleted while it was being written.
                let _ = delete(&snapshot.id).await;
            } else if kept == Kept::Yes {
                list(keeping.drafts, snapshot);
            }
        }
        IS_WRITING.set(false);
        if keeping.kept.get_untracked() != Kept::Gone {
            keeping.kept.set(kept);
        }
    });
}

/// Says in the list of drafts that the plan of this one is in use.
pub fn mark_used(id: String, review: &Review) -> impl Future<Output = ()> + use<> {
    let snapshot = snapshot(id, review, text::USED_DRAFT);
    async move {
        // It is a draft as before where that is not kept.
        let _ = write(&snapshot).await;
    }
}

fn snapshot(id: String, review: &Review, mark: &str) -> Snapshot {
    let parts = review.parts().into_iter();
    Snapshot {
        id,
        name: name(review) + mark,
        steps: review.write_steps(),
        parts: parts.filter_map(|no| Some((no, review.part(no)?))).collect(),
    }
}

/// What a draft is called.
fn name(review: &Review) -> String {
    let title = &review.sheet().title;
    let file = || review.files().first().map_or(String::new(), |(name, _)| name.clone());
    match review.corrects() {
        _ if title.is_empty() => file(),
        Some(_) => title.clone() + text::CORRECTION_DRAFT,
        None => title.clone(),
    }
}

/// Whether another tab has deleted a draft that was kept or opened here.
pub async fn is_gone(id: &str) -> bool {
    KNOWN.with_borrow(|known| known.iter().any(|known| known == id))
        && matches!(library::draft(id).await, Ok(None))
}

fn know_draft(id: &str) {
    KNOWN.with_borrow_mut(|known| {
        if known.iter().all(|known| known != id) {
            known.push(id.to_owned());
        }
    });
}

/// A draft that another tab has deleted does not come back by what is done to it here.
async fn write(snapshot: &Snapshot) -> Kept {
    if is_gone(&snapshot.id).await {
        return Kept::Gone;
    }
    match put(snapshot).await {
        Ok(()) => Kept::Yes,
        Err(reason) => Kept::Failed(reason),
    }
}

/// Parts come first: steps without one of them could not be opened.
async fn put(snapshot: &Snapshot) -> Result<(), Reason> {
    let Snapshot { id, name, steps, parts } = snapshot;
    for (no, part) in parts {
        if is_known(id, *no) {
            continue;
        }
        let text = work::in_background(async |pace| part.write(pace).await).await.flatten();
        library::put_draft_part(id, *no, &text.ok_or(Reason::ReadBack)?).await?;
        know(id, *no);
    }
    library::put_draft(id, name, steps).await?;
    know_draft(id);
    settings::announce_draft(id);
    let is_old = |(of, no): &&(String, u32)| of == id && parts.iter().all(|(other, _)| other != no);
    let old: Vec<(String, u32)> = PARTS.with_borrow(|known| known.iter().filter(is_old).cloned().collect());
    for part in old {
        // It is in nobody's way where it stays.
        let _ = library::delete_draft_part(id, part.1).await;
        PARTS.with_borrow_mut(|known| known.retain(|known| *known != part));
    }
    Ok(())
}

fn is_known(id: &str, part: u32) -> bool {
    PARTS.with_borrow(|known| known.iter().any(|(of, no)| of == id && *no == part))
}

fn know(id: &str, part: u32) {
    if !is_known(id, part) {
        PARTS.with_borrow_mut(|known| known.push((id.to_owned(), part)));
    }
}

/// Puts a draft on top of the list.
fn list(drafts: RwSignal<Vec<DraftHead>>, Snapshot { id, name, .. }: Snapshot) {
    drafts.update(|drafts| {
        drafts.retain(|draft| draft.id != id);
        drafts.insert(0, DraftHead { id, name, at: clock::now_ms() });
    });
}

/// Opens a draft, or says why it cannot be.
pub async fn open(id: &str, pace: &Pace) -> Result<Review, String> {
    let not_open = |error: OpenError| match error {
        OpenError::Newer => text::DRAFT_NEWER.to_owned(),
        OpenError::Old => text::DRAFT_OLD.to_owned(),
        OpenError::Malformed => text::DRAFT_DAMAGED.to_owned(),
    };
    let steps = library::draft(id).await.map_err(not_read)?.ok_or(text::NO_DRAFT)?.text;
    let mut parts = Vec::new();
    for no in Review::parts_of(&steps).map_err(not_open)? {
        let part = library::draft_part(id, no).await.map_err(not_read)?;
        parts.push((no, part.ok_or(text::DRAFT_DAMAGED)?));
    }
    let review = Review::open(&steps, &parts, pace).await.map_err(not_open)?;
    parts.iter().for_each(|(no, _)| know(id, *no));
    know_draft(id);
    Ok(review)
}

fn not_read(reason: Reason) -> String {
    match reason {
        Reason::NewerSchema => text::DRAFT_NEWER.to_owned(),
        Reason::ReadBack => text::DRAFT_DAMAGED.to_owned(),
        reason => text::not_kept(reason),
    }
}

/// Deletes a draft with its parts.
pub async fn delete(id: &str) -> Result<(), Reason> {
    DELETED.with_borrow_mut(|deleted| deleted.push(id.to_owned()));
    WAITING.with_borrow_mut(|waiting| waiting.retain(|other| other.id != id));
    // What is being written would be there again. Writing ends by itself, well or not.
    poll_fn(|context| {
        if !WRITTEN.with_borrow(|written| written == id) {
            return Poll::Ready(());
        }
        AFTERWARDS.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
        Poll::Pending
    })
    .await;
    let steps = library::draft(id).await.ok().flatten().map(|draft| draft.text).unwrap_or_default();
    library::delete_draft(id).await?;
    for no in Review::parts_of(&steps).unwrap_or_default() {
        // Nobody sees a part of no draft.
        let _ = library::delete_draft_part(id, no).await;
    }
    settings::announce_draft(id);
    Ok(())
}

/// Looks for drafts.
pub fn list_drafts(drafts: RwSignal<Vec<DraftHead>>) {
    spawn_local(async move {
        // Where they cannot be read, there are none to go on with; keeping one says why.
        let found = library::drafts().await.unwrap_or_default();
        drafts.set(found);
    });
}

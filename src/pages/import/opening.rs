//! Which draft is open: one that was just read, or the one that the address names; and what is read of it anew.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_reading::Hints;
use yaodian_review::Review;
use yaodian_ui::boxed;

use super::keeping::{self, Keeping, Kept};
use super::studio::Studio;
use crate::browser::{dom, focus, window};
use crate::chunks;
use crate::desk::desk;
use crate::library;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::work::Work;

/// What takes the focus if it would be lost.
const FOCUS: &str = ".importing .ways input, .importing .again";
/// The page's own element.
const PAGE: &str = ".importing";

impl Studio {
    /// Loses nothing because the page is left or hidden: what is being typed is taken in, and where something is not kept
    /// yet, the browser asks.
    pub fn watch_leaving(self) {
        window_event_listener(ev::visibilitychange, |_| {
            if window::hidden() {
                dom::commit_typed(PAGE);
            }
        });
        window_event_listener(ev::pagehide, |_| dom::commit_typed(PAGE));
        window_event_listener(ev::beforeunload, move |event| {
            dom::commit_typed(PAGE);
            let is_open = self.review.with_untracked(Option::is_some);
            if is_open && self.kept.get_untracked() != Kept::Yes {
                event.prevent_default();
            }
        });
    }

    /// Begins to read; `None` while something else is being read. `is_busy` is to be taken back afterwards.
    pub fn begin_work(self, what: &str) -> Option<Work> {
        let was_busy = self.is_busy.try_update_value(|busy| std::mem::replace(busy, true));
        (was_busy == Some(false)).then(|| Work::new(what.to_owned()).focus(FOCUS))
    }

    /// Shows what was read as a draft of its own, unless somebody does something else by now.
    pub fn begin(self, review: Review, has_left: bool) {
        let id = library::new_draft_id();
        if !self.may_leave() {
            // It waits among the drafts.
            let keeping = Keeping { kept: RwSignal::new(Kept::Yes), drafts: self.drafts };
            keeping::keep(id, &review, keeping);
            desk().ledger.say(text::DRAFT_WAITS.into());
            return;
        }
        self.show(id.clone(), review);
        self.keep();
        // Who is filling in a form finishes that first.
        match has_left || dom::find("dialog[open]").is_some() {
            true => desk().ledger.say(text::DRAFT_WAITS.into()),
            false => desk().go(&Route::to(Page::Import(id))),
        }
    }

    /// Shows a draft.
    pub fn show(self, id: String, review: Review) {
        self.line.set(None);
        self.row.set(None);
        self.sought.set(None);
        self.changes.update_value(|changes| *changes = changes.wrapping_add(1));
        self.asked.set(false);
        self.only_open.set(false);
        self.odd_tables.set_value(Vec::new());
        self.trouble.set(String::new());
        self.id.set(id);
        self.review.set(None);
        self.review.set(Some(review));
    }

    /// Shows no draft any more, and keeps none.
    pub fn close(self) {
        self.asked.set(false);
        self.revision.set(None);
        self.kept.set(Kept::Yes);
        self.id.set(String::new());
        self.review.set(None);
    }

    /// Reads the document again with other hints. `stopped` is called if nothing comes of that.
    pub fn read_again(self, change: impl FnOnce(&mut Hints) + 'static, stopped: impl FnOnce() + 'static) {
        let before = self.review.with_untracked(|review| {
            let review = review.as_ref()?;
            Some((review.files().clone(), review.reading()?.hints.clone()))
        });
        let (Some((files, mut hints)), Some(work)) = (before, self.begin_work(text::READ_AGAIN)) else {
            return stopped();
        };
        let (id, field) = (self.id.get_untracked(), focus::focused_id());
        change(&mut hints);
        spawn_local(async move {
            let reading = match chunks::reader().await {
                Some(reader) => work.run(async |pace| (reader.understand)(&files, hints, pace).await).await,
                None => {
                    desk().ledger.say(text::CHUNK_MISSING.into());
                    None
                }
            };
            self.is_busy.set_value(false);
            // Somebody may have gone on to another draft.
            let Some(reading) = reading.filter(|_| self.id.get_untracked() == id) else { return stopped() };
            let lost =
                self.review.try_update(|review| review.as_mut().map(|review| review.take_reading(reading)));
            self.keep();
            // The field that was changed is made anew.
            focus::focus_unless_kept_later(
                Vec::new(),
                field.into_iter().map(|id| format!("#{id}")).collect(),
            );
            if let Some(lost) = lost.flatten().filter(|lost| *lost > 0) {
                desk().ledger.say(text::edits_lost(lost));
            }
        });
    }

    /// Shows the draft that the address names, now and whenever it names another.
    pub fn follow_address(self) {
        keeping::list_drafts(self.drafts);
        let page = desk().page;
        Effect::new(boxed(move || {
            let Page::Import(id) = page.get() else { return };
            if id != self.id.get_untracked() {
                self.open(id);
            }
        }));
    }

    fn open(self, id: String) {
        if !self.may_leave() {
            desk().go(&Route::to(Page::Import(self.id.get_untracked())));
            return;
        }
        self.id.set(id.clone());
        self.review.set(None);
        self.trouble.set(String::new());
        if id.is_empty() {
            return;
        }
        spawn_local(async move {
            let opening = Work::new(text::OPENING_DRAFT.into()).focus(FOCUS);
            let opened = opening.run(async |pace| keeping::open(&id, pace).await).await;
            // Somebody may have gone on meanwhile.
            if self.id.get_untracked() != id {
                return;
            }
            let Some(opened) = opened else {
                desk().go(&Route::to(Page::Import(String::new())));
                return;
            };
            match opened {
                Ok(review) => self.show(id, review),
                Err(trouble) => self.trouble.set(trouble),
            }
        });
    }

    /// Whether the open draft can be left: what could not be kept is gone once another one is open, or none.
    fn may_leave(self) -> bool {
        let is_lost = self.review.with_untracked(Option::is_some)
            && matches!(self.kept.get_untracked(), Kept::Failed(_) | Kept::Gone);
        let may = !is_lost || window::confirm(text::LEAVE_UNKEPT);
        if is_lost && may {
            self.kept.set(Kept::Yes);
        }
        may
    }

    /// Deletes a draft.
    pub fn delete(self, id: String) {
        spawn_local(async move {
            if let Err(reason) = keeping::delete(&id).await {
                desk().ledger.say(text::not_kept(reason));
            }
            keeping::list_drafts(self.drafts);
            let near = [".drafts button", ".ways input"].map(str::to_owned);
            focus::focus_unless_kept_later(Vec::new(), near.into());
        });
    }
}

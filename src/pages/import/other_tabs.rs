//! A draft that is open in two tabs.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_ui::{View, el, fragment, live};

use super::keeping::{self, Kept};
use super::studio::{Studio, studio};
use crate::browser::{focus, settings};
use crate::desk::desk;
use crate::library;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::work;

impl Studio {
    /// Follows what other tabs keep and delete: a draft that is open in two of them has what was done in either.
    pub fn watch_others(self) {
        window_event_listener(ev::storage, move |event| {
            if let Some(id) = event.key().as_deref().and_then(settings::draft_of) {
                keeping::list_drafts(self.drafts);
                self.open_again(id.to_owned());
            }
        });
        // It has heard nothing while it was kept to come back.
        window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                keeping::list_drafts(self.drafts);
                self.open_again(self.id.get_untracked());
            }
        });
    }

    /// Shows the open draft as another tab has kept it, or says that it has deleted it.
    fn open_again(self, id: String) {
        let is_open = move |id: &str| {
            self.id.with_untracked(|open| open == id) && self.review.with_untracked(Option::is_some)
        };
        let is_kept = move || self.kept.get_untracked() == Kept::Yes;
        if !is_open(&id) {
            return;
        }
        spawn_local(async move {
            if keeping::is_gone(&id).await {
                if is_open(&id) {
                    self.kept.set(Kept::Gone);
                }
                return;
            }
            if !is_open(&id) || !is_kept() {
                return;
            }
            let found = work::in_background(async |pace| keeping::open(&id, pace).await.ok()).await;
            // Something may have been done here meanwhile, which is kept after it.
            if let Some(review) = found.flatten().filter(|_| is_open(&id) && is_kept()) {
                self.show(id, review);
            }
        });
    }

    /// Keeps what is here of a draft that another tab has deleted, as another one.
    fn keep_as_new(self) {
        let id = library::new_draft_id();
        self.id.set(id.clone());
        self.kept.set(Kept::NotYet);
        self.keep();
        desk().adjust(|route| route.page = Page::Import(id));
        focus::focus_unless_kept_later(Vec::new(), vec![".review-bar button".into()]);
    }
}

/// What is said of a draft that another tab has deleted, and what can be done about it.
pub fn gone() -> View {
    let studio = studio();
    let is_gone = Memo::new(move |_| studio.kept.get() == Kept::Gone);
    live(move || {
        if !is_gone.get() {
            return fragment(Vec::new());
        }
        let leave = move |_| {
            studio.close();
            desk().go(&Route::to(Page::Import(String::new())));
        };
        el("div")
            .class("gone")
            .child(el("p").attr("role", "alert").child(text::DRAFT_GONE))
            .child(
                el("p")
                    .class("tools")
                    .child(button(text::KEEP_AS_NEW, move |_| studio.keep_as_new()).class("button main"))
                    .child(button(text::LEAVE_GONE, leave)),
            )
            .into_view()
    })
}

//! A draft that is open in two tabs.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::{self, Kept};
use super::studio::Studio;
use crate::browser::settings;
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

    /// Shows the open draft as another tab has kept it.
    fn open_again(self, id: String) {
        let is_open = move |id: &str| {
            self.id.with_untracked(|open| open == id)
                && self.review.with_untracked(Option::is_some)
                && self.kept.get_untracked() == Kept::Yes
        };
        if !is_open(&id) {
            return;
        }
        spawn_local(async move {
            let found = work::in_background(async |pace| keeping::open_again(&id, pace).await).await;
            // Something may have been done here meanwhile, which is kept after it.
            if let Some(review) = found.flatten().filter(|_| is_open(&id)) {
                self.show(id, review);
            }
        });
    }
}

//! Drafts: what is being typed and was not saved as a note yet. They lie in the vault beside the entries, so
//! they outlive the tab as notes do, and are no part of the book.

use leptos::prelude::*;
use yaodian_progress::merge_drafts;

use super::Ledger;
use yaodian_vault::SaveState;

/// How long typing has to pause before a draft is stored; see the vault about why not at once.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

/// The draft that was typed and not stored yet: key and text.
pub type Pending = StoredValue<Option<(String, String)>>;

impl Ledger {
    /// The draft under a key; empty where there is none.
    pub fn draft(self, key: &str) -> String {
        let pending = self.draft.with_value(|pending| match pending {
            Some((waiting, text)) if waiting == key => Some(text.clone()),
            _ => None,
        });
        let stored = || self.vault.get_untracked().and_then(|vault| vault.get(key));
        pending.or_else(stored).unwrap_or_default()
    }

    /// Sets what is being typed; it is stored when typing pauses.
    pub fn set_draft(self, key: &str, text: String) {
        let waiting = self.draft.with_value(|pending| pending.as_ref().map(|(key, _)| key.clone()));
        if waiting.as_deref().is_some_and(|waiting| waiting != key) {
            self.store_draft();
        }
        self.draft.set_value(Some((key.to_owned(), text)));
        if waiting.is_none() {
            self.typing.set(SaveState::Saving);
            set_timeout(move || self.store_draft(), PAUSE);
        }
    }

    /// Stores what was typed now: the field or the page is being left.
    pub fn store_draft(self) {
        self.take_changes();
        let Some((key, text)) = self.draft.try_update_value(Option::take).flatten() else { return };
        if let Some(vault) = self.vault.get_untracked() {
            self.apply_changes(vault, vault.put(vec![(key, (!text.is_empty()).then_some(text))]));
        }
        // Not before: in between it would look as if it were saved.
        self.typing.set(SaveState::Saved);
    }

    /// Another page has changed a draft. What is being typed here under the same key is kept beside it.
    pub(super) fn merge_into_pending_draft(self, key: &str, theirs: Option<&str>) {
        if let Some(theirs) = theirs {
            self.draft.update_value(|pending| match pending {
                Some((waiting, mine)) if waiting == key => *mine = merge_drafts(theirs, mine),
                _ => {}
            });
        }
    }

    /// What was being typed goes on in another field.
    pub fn move_draft(self, from: &str, to: &str) {
        let (text, present) = (self.draft(from), self.draft(to));
        if !text.is_empty() {
            self.set_draft(to, merge_drafts(&present, &text));
            self.drop_draft(from);
            self.drafts.notify();
        }
    }

    /// Forgets a draft, because it was saved or thrown away.
    pub fn drop_draft(self, key: &str) {
        self.set_draft(key, String::new());
        self.store_draft();
    }
}

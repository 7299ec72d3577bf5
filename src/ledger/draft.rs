//! Drafts: what is being typed and was not saved yet. They lie in the vault beside the entries, so they outlive the tab as
//! notes do, and are no part of the book.
//!
//! A note is saved when the user says so; a field of one line ([`Line`]) is recorded when it is left. What was typed in
//! such a field and not recorded, because the browser ended, is recorded when the page opens next.

use leptos::prelude::*;
use yaodian_progress::{Draft, Line, NEW_LINE, merge_saved, merge_texts, merge_typed};

use super::Ledger;
use super::state::{Message, Typing};
use crate::text;
use yaodian_vault::SaveState;

/// How long typing has to pause before a draft is stored; see the vault about why not at once.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

impl Ledger {
    /// The draft under a key, or the text that stands there without one.
    pub fn draft_or(self, key: &str, initial: &str) -> String {
        self.draft(key).map_or_else(|| initial.to_owned(), |draft| draft.text)
    }

    fn draft(self, key: &str) -> Option<Draft> {
        let pending = self.draft.with_value(|pending| {
            pending.as_ref().filter(|typing| typing.key == key).map(|typing| typing.draft.clone())
        });
        let stored = || self.vault.get_untracked().and_then(|vault| vault.get(key));
        pending.or_else(|| stored().map(|stored| Draft::decode(&stored)))
    }

    /// Sets what is being typed in a field that showed `initial` before; it is stored when typing pauses.
    pub fn set_draft(self, key: &str, initial: &str, text: String) {
        let waiting = self.draft.with_value(|pending| pending.as_ref().map(|typing| typing.key.clone()));
        if waiting.as_deref().is_some_and(|waiting| waiting != key) {
            self.store_draft();
        }
        self.draft.update_value(|pending| match pending {
            Some(typing) => typing.draft.text = text,
            None => {
                let stored = self.vault.get_untracked().and_then(|vault| vault.get(key));
                let before = stored.map(|stored| Draft::decode(&stored));
                let before =
                    before.unwrap_or_else(|| Draft { initial: initial.into(), text: initial.into() });
                let draft = Draft { initial: before.initial, text };
                *pending = Some(Typing { key: key.to_owned(), draft, base: before.text });
            }
        });
        if self.typing.get_untracked() != SaveState::Saving {
            self.typing.set(SaveState::Saving);
            set_timeout(move || self.store_draft(), PAUSE);
        }
    }

    /// Stores what was typed now: the field or the page is being left.
    pub fn store_draft(self) {
        self.take_changes();
        let Some(typing) = self.draft.try_update_value(Option::take).flatten() else { return };
        if let Some(vault) = self.vault.get_untracked() {
            self.apply_changes(vault, vault.put(vec![(typing.key, typing.draft.encode())]));
        }
        // Not before: in between it would look as if it were saved.
        self.typing.set(SaveState::Saved);
    }

    /// Another page has changed a draft, or saved it. What is being typed here under the same key is kept beside that.
    pub(super) fn merge_into_pending_draft(self, key: &str, theirs: Option<&str>) {
        self.draft.update_value(|pending| {
            let Some(typing) = pending.as_mut().filter(|typing| typing.key == key) else { return };
            match theirs.map(Draft::decode) {
                Some(theirs) => {
                    typing.draft.text =
                        merge_typed(key, Some(&typing.base), &theirs.text, &typing.draft.text);
                    typing.base = theirs.text;
                }
                None => {
                    typing.draft.text = merge_saved(key, &typing.base, &typing.draft);
                    typing.base.clone_from(&typing.draft.initial);
                }
            }
        });
    }

    /// Runs what reads a draft again when it was changed elsewhere than in its field.
    pub fn track_drafts(self) {
        self.drafts.track();
    }

    /// What was being typed goes on in another field, that of a new note.
    pub fn move_draft(self, from: &str, to: &str) {
        let text = self.draft_or(from, "");
        if !text.is_empty() {
            let text = merge_texts(None, &self.draft_or(to, ""), &text, NEW_LINE);
            self.drop_draft(from);
            self.set_draft(to, "", text);
            self.store_draft();
            self.drafts.notify();
        }
    }

    /// Forgets a draft, because it was saved or thrown away.
    pub fn drop_draft(self, key: &str) {
        self.draft.update_value(|pending| {
            if pending.as_ref().is_some_and(|typing| typing.key == key) {
                *pending = None;
                self.typing.set(SaveState::Saved);
            }
        });
        if let Some(vault) = self.vault.get_untracked() {
            self.apply_changes(vault, vault.put(vec![(key.to_owned(), None)]));
        }
    }

    /// What a line shows: its draft, or what is recorded there. Tracks.
    pub fn line(self, line: Line) -> String {
        // Another page may have changed it.
        self.drafts.track();
        let recorded = self.book.with(|book| line.recorded(book));
        self.draft_or(&line.draft(), &recorded)
    }

    /// Sets what is being typed in a line.
    pub fn type_line(self, line: Line, text: String) {
        let recorded = self.book.with_untracked(|book| line.recorded(book));
        self.set_draft(&line.draft(), &recorded, text);
    }

    /// A line is left with a text: that is recorded.
    pub fn leave_line(self, line: Line, text: String) {
        self.take_changes();
        let key = line.draft();
        let recorded = || self.book.with_untracked(|book| line.recorded(book));
        let draft = self.draft(&key).unwrap_or_else(|| Draft { initial: recorded(), text: String::new() });
        self.record_line(line, &Draft { text, ..draft });
        self.drop_draft(&key);
    }

    /// Records the lines that were being typed in when the browser ended.
    pub(super) fn recover_lines(self) {
        let Some(vault) = self.vault.get_untracked() else { return };
        let drafts =
            vault.entries().into_iter().filter_map(|(key, text)| Some((Line::of_draft(&key)?, key, text)));
        let mut recovered = false;
        for (line, key, stored) in drafts {
            // The one that was typed last is written last.
            recovered |= self.record_line(line, &Draft::decode(&stored));
            self.drop_draft(&key);
        }
        if recovered {
            self.set_message.set(Some(Message { text: text::RECOVERED.into(), can_undo: true }));
        }
    }

    fn record_line(self, line: Line, draft: &Draft) -> bool {
        let write = self.book.with_untracked(|book| line.write(book, draft));
        write.is_some_and(|write| self.write(vec![write]))
    }
}

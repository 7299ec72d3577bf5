//! Taking actions back, and doing them again. What was replaced as a whole, by an import or a restoration, is taken back
//! as a whole; it comes before the actions, because it ends what could be taken back one by one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_progress::{ProgressBook, Stamp, UndoOutcome, UndoStack};
use yaodian_vault::{Entries, Reason};

use super::Ledger;
use super::state::{History, Message, Replaced};
use crate::text;

impl Ledger {
    /// What undoing would do, in words; `None` where there is nothing. Tracks.
    pub fn next_undo(self) -> Option<String> {
        self.history.with(|history| match &history.replaced {
            Some(replaced) => Some(replaced.description.clone()),
            None => history.stack.next_undo().map(str::to_owned),
        })
    }

    /// What redoing would do, in words; `None` where there is nothing. Tracks.
    pub fn next_redo(self) -> Option<String> {
        self.history.with(|history| history.stack.next_redo().map(str::to_owned))
    }

    /// Takes the last action back.
    pub fn undo(self) {
        match self.history.with_untracked(|history| history.replaced.clone()) {
            Some(replaced) => self.undo_replacement(replaced),
            None => self.step_through_stack(UndoStack::undo, text::UNDONE),
        }
    }

    /// Does what was taken back again.
    pub fn redo(self) {
        self.step_through_stack(UndoStack::redo, text::REDONE);
    }

    /// Everything was replaced. What happened before cannot be taken back one by one any more, but all at once.
    pub(super) fn remember_replacement(self, before: Option<u64>, said: String) {
        let description = said.trim_start_matches('已').to_owned();
        self.history
            .set(History { stack: UndoStack::default(), replaced: Some(Replaced { before, description }) });
        self.set_message.set(Some(Message { text: said, can_undo: true }));
    }

    /// Another page has recorded something: going back to before everything was replaced would take that away, too.
    pub(super) fn keep_replacement(self) {
        if self.history.with_untracked(|history| history.replaced.is_some()) {
            self.history.update(|history| history.replaced = None);
        }
    }

    fn step_through_stack(
        self,
        step: fn(&mut UndoStack, &mut ProgressBook, Stamp) -> Option<UndoOutcome>,
        said: fn(&str, usize) -> String,
    ) {
        if !untrack(|| self.writable()) {
            return;
        }
        self.take_changes();
        let stamp = self.next_stamp();
        let mut undone = None;
        self.history.update(|history| {
            self.write_book.update_untracked(|book| undone = step(&mut history.stack, book, stamp));
        });
        self.say(match undone {
            None => text::NOTHING_TO_UNDO.into(),
            Some(undone) => {
                self.store(&undone.changes);
                said(&undone.description, undone.skipped)
            }
        });
    }

    fn undo_replacement(self, replaced: Replaced) {
        let Some(vault) = self.vault.get_untracked() else { return };
        self.history.update(|history| history.replaced = None);
        spawn_local(async move {
            let found = match replaced.before {
                None => Ok(Some(Entries::new())),
                Some(id) => vault.read_restore_point(id).await,
            };
            let done = match found {
                Ok(Some(entries)) => {
                    self.go_back(entries, text::BEFORE_UNDO, text::IMPORT_UNDONE.into()).await
                }
                Ok(None) | Err(_) => Err(Reason::MirrorFailed),
            };
            if let Err(reason) = done {
                // It can be tried again.
                self.history.update(|history| history.replaced = Some(replaced));
                self.say(text::not_replaced(reason));
            }
        });
    }
}

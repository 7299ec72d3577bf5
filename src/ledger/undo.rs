//! Taking actions back, and doing them again.

use leptos::prelude::*;
use yaodian_progress::{ProgressBook, Stamp, UndoStack, Undone};

use super::Ledger;
use crate::text;

impl Ledger {
    /// What undoing, or redoing, would do, in words; `None` where there is nothing. Tracks.
    pub fn next(self, way: fn(&UndoStack) -> Option<&str>) -> Option<String> {
        // It is said once the stack has changed, whichever way.
        self.message.track();
        self.stack.with_value(|stack| way(stack).map(str::to_owned))
    }

    /// Takes the last action back.
    pub fn undo(self) {
        if self.undo_replacement() {
            return;
        }
        self.step_through_stack(UndoStack::undo, text::UNDONE);
    }

    /// Does what was taken back again.
    pub fn redo(self) {
        self.step_through_stack(UndoStack::redo, text::REDONE);
    }

    fn step_through_stack(
        self,
        step: fn(&mut UndoStack, &mut ProgressBook, Stamp) -> Option<Undone>,
        said: fn(&str, usize) -> String,
    ) {
        if !untrack(|| self.writable()) {
            return;
        }
        self.take_changes();
        let stamp = self.next_stamp();
        let mut undone = None;
        self.stack.update_value(|stack| {
            self.write_book.update_untracked(|book| undone = step(stack, book, stamp));
        });
        self.say(match undone {
            None => text::NOTHING_TO_UNDO.into(),
            Some(undone) => {
                self.store(&undone.changes);
                said(&undone.description, undone.overtaken)
            }
        });
    }
}

//! The undo stack.
//!
//! Undoing is a write like any other, with a stamp of its own, so that other tabs and files follow.

use super::{Change, ProgressBook, Stamp};

/// How many actions can be undone.
const DEPTH: usize = 100;

/// What the user did in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// For the screen, e.g. 把“……”标为已完成; made by [`describe`](super::describe()) for one change.
    pub description: String,
    /// The registers that it wrote.
    pub changes: Vec<Change>,
}

/// The result of undoing or redoing an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoOutcome {
    /// The description of the action.
    pub description: String,
    /// The writes that were made, to be stored.
    pub changes: Vec<Change>,
    /// How many registers were skipped because they had been changed again since.
    pub skipped: usize,
}

/// The actions of this tab that can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    undo: Vec<Action>,
    redo: Vec<Action>,
}

impl UndoStack {
    /// Adds an action, unless it changed nothing. What had been undone before cannot be redone any more.
    pub fn push(&mut self, action: Action) {
        if action.changes.is_empty() {
            return;
        }
        self.redo.clear();
        if self.undo.len() >= DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(action);
    }

    /// The description of the action that would be undone next.
    pub fn next_undo(&self) -> Option<&str> {
        self.undo.last().map(|action| action.description.as_str())
    }

    /// The description of the action that would be redone next.
    pub fn next_redo(&self) -> Option<&str> {
        self.redo.last().map(|action| action.description.as_str())
    }

    /// Undoes the last action; `None` if there is none.
    pub fn undo(&mut self, book: &mut ProgressBook, stamp: Stamp) -> Option<UndoOutcome> {
        let mut action = self.undo.pop()?;
        let outcome = action.revert(book, stamp);
        self.redo.push(action);
        Some(outcome)
    }

    /// Redoes the action that was undone last; `None` if there is none.
    pub fn redo(&mut self, book: &mut ProgressBook, stamp: Stamp) -> Option<UndoOutcome> {
        let mut action = self.redo.pop()?;
        let outcome = action.revert(book, stamp);
        self.undo.push(action);
        Some(outcome)
    }
}

impl Action {
    /// Reverts each change, and becomes the action that reverts that.
    fn revert(&mut self, book: &mut ProgressBook, stamp: Stamp) -> UndoOutcome {
        let mut changes = Vec::new();
        // Last write first, in case an action wrote one register twice.
        self.changes.reverse();
        for change in &mut self.changes {
            changes.extend(book.revert(change, stamp));
            change.invert();
        }
        let skipped = self.changes.len().saturating_sub(changes.len());
        UndoOutcome { description: self.description.clone(), changes, skipped }
    }
}

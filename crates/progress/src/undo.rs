//! Taking back what was done, and doing it again.
//!
//! Undoing is an edit like any other, with a stamp of its own, so that other tabs and files follow.

use std::sync::Arc;

use super::{EntryKey, Field, ProgressBook, Stamp, Value};

/// How many actions can be taken back.
const DEPTH: usize = 100;

/// One register that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which register.
    pub field: Field,
    /// Its value before; `None` where nobody had written it.
    pub before: Option<Arc<Value>>,
    /// Its value after.
    pub after: Arc<Value>,
    /// The stamp under which it was written: the given one, or a later one where that would not have won.
    pub stamp: Stamp,
    /// When and by whom the value before was first written: taking a change back makes nobody the author of it.
    pub authored_before: Option<Stamp>,
    /// The same of the value after.
    pub authored_after: Option<Stamp>,
}

impl Change {
    /// What the register showed before.
    pub(super) fn value_before(&self) -> Arc<Value> {
        self.before.clone().unwrap_or_else(|| Arc::new(Value::blank(self.field)))
    }

    /// Becomes the change that takes this one back.
    fn turn(&mut self) {
        let before = self.value_before();
        self.before = Some(std::mem::replace(&mut self.after, before));
        std::mem::swap(&mut self.authored_before, &mut self.authored_after);
    }
}

/// The entries that changes belong to, each once.
pub fn changed_entries(changes: &[Change]) -> Vec<EntryKey> {
    let mut keys: Vec<EntryKey> = Vec::new();
    for key in changes.iter().map(|change| change.field.entry()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// What the user did in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// For the screen, e.g. 把“……”标为已完成; [`describe`](super::describe()) says it for one change.
    pub description: String,
    /// The registers that it wrote.
    pub changes: Vec<Change>,
}

/// What came of undoing or redoing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The description of the action.
    pub description: String,
    /// The writes that were made, to be stored.
    pub changes: Vec<Change>,
    /// How many registers were left alone because they had been changed again since.
    pub overtaken: usize,
}

/// What can be taken back and done again, in this tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    undo: Vec<Action>,
    redo: Vec<Action>,
}

impl UndoStack {
    /// Remembers an action. What had been taken back before cannot be redone any more.
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

    /// What undoing would take back.
    pub fn next_undo(&self) -> Option<&str> {
        self.undo.last().map(|action| action.description.as_str())
    }

    /// What redoing would do again.
    pub fn next_redo(&self) -> Option<&str> {
        self.redo.last().map(|action| action.description.as_str())
    }

    /// Takes the last action back; `None` where there is none.
    pub fn undo(&mut self, book: &mut ProgressBook, stamp: Stamp) -> Option<Undone> {
        let mut action = self.undo.pop()?;
        let undone = action.turn(book, stamp);
        self.redo.push(action);
        Some(undone)
    }

    /// Does what was last taken back again; `None` where there is nothing.
    pub fn redo(&mut self, book: &mut ProgressBook, stamp: Stamp) -> Option<Undone> {
        let mut action = self.redo.pop()?;
        let undone = action.turn(book, stamp);
        self.undo.push(action);
        Some(undone)
    }
}

impl Action {
    /// Writes what stood in each register before, and becomes the action that takes that back.
    fn turn(&mut self, book: &mut ProgressBook, stamp: Stamp) -> Undone {
        let mut made = Vec::new();
        // Last write first, in case an action wrote one register twice.
        self.changes.reverse();
        for change in &mut self.changes {
            made.extend(book.revert(change, stamp));
            change.turn();
        }
        let overtaken = self.changes.len().saturating_sub(made.len());
        Undone { description: self.description.clone(), changes: made, overtaken }
    }
}

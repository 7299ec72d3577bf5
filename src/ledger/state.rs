//! What the ledger keeps beside the book.

use leptos::prelude::*;
use yaodian_progress::{Action, Draft, UndoStack};

use crate::browser::files::Body;

/// What was just done, for the line at the bottom of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// Whether it can be undone from there.
    pub can_undo: bool,
}

/// A file that is ready to be handed to another program, which the browser allows only shortly after a tap.
#[derive(Clone)]
pub struct ReadyFile {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: &'static str,
    /// What is in it.
    pub body: Body,
    /// Whether everything is in it, so that handing it over counts as a backup.
    pub is_backup: bool,
    /// What is said once it is shared.
    pub shared: String,
}

/// What can be taken back, and done again.
#[derive(Default)]
pub struct History {
    /// The actions one by one.
    pub stack: UndoStack,
    /// The last action, if it replaced everything.
    pub replaced: Option<Replaced>,
}

/// Everything was replaced.
#[derive(Clone)]
pub struct Replaced {
    /// The restore point of what was there before; `None` if there was nothing.
    pub before: Option<u64>,
    /// What was done, in words.
    pub description: String,
}

impl History {
    /// Remembers an action.
    pub fn push(&mut self, action: Action) {
        self.stack.push(action);
        self.replaced = None;
    }
}

/// A draft that is not stored yet.
#[derive(Clone)]
pub struct Typing {
    /// The key of its entry.
    pub key: String,
    /// What was typed.
    pub draft: Draft,
    /// The text that it was made from and other pages have, too.
    pub base: String,
}

/// The draft that was typed and not stored yet.
pub type Pending = StoredValue<Option<Typing>>;

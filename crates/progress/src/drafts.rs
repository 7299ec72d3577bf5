//! Drafts: text that is being typed and was not saved yet. They are stored beside the entries of a book, so that they
//! outlive the page as notes do, and are no part of the book.

use super::{NoteId, SessionId};
use yaodian_plan::ItemId;

/// What the keys of drafts begin with.
pub(super) const PREFIX: &str = "draft/";
/// Stands between what was there before and what was typed.
const MARK: char = '\u{1f}';

/// The key of the draft of an item's new note.
pub fn draft_of_item(id: ItemId) -> String {
    format!("{PREFIX}{id}")
}

/// The key of the draft of a note that is being edited.
pub fn draft_of_note(id: ItemId, note: NoteId) -> String {
    format!("{PREFIX}{id}/{note}")
}

/// The key of the draft of a reason that is not confirmed yet, for one item or several.
pub fn draft_of_status(items: &[ItemId]) -> String {
    let first = items.first().map(ItemId::to_string).unwrap_or_default();
    if items.len() > 1 {
        format!("{PREFIX}status/{first}+{}", items.len())
    } else {
        format!("{PREFIX}status/{first}")
    }
}

/// The key of the draft of what is to be added to a session's agenda.
pub fn draft_of_agenda(id: SessionId) -> String {
    format!("{PREFIX}agenda/{id}")
}

/// Whether a key is that of a draft.
pub fn is_draft(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// What is being typed in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What stood there when that began.
    pub initial: String,
    /// What stands there now.
    pub text: String,
}

impl Draft {
    /// Reads a stored draft. Where it does not say what stood there before, that was nothing.
    pub fn decode(stored: &str) -> Draft {
        let (initial, text) = stored.split_once(MARK).unwrap_or(("", stored));
        Draft { initial: initial.to_owned(), text: text.to_owned() }
    }

    /// The text to be stored; `None` where nothing was typed.
    pub fn encode(&self) -> Option<String> {
        let text = self.text.replace(MARK, "");
        if text == self.initial {
            None
        } else if self.initial.is_empty() {
            Some(text)
        } else {
            Some(format!("{}{MARK}{text}", self.initial))
        }
    }
}

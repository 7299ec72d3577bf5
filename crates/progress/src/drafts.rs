//! Drafts: text that is being typed and was not saved as a note yet. They are stored beside the entries of a book, so that
//! they outlive the page as notes do, and are no part of the book.

use super::NoteId;
use yaodian_plan::ItemId;

/// What the keys of drafts begin with.
const PREFIX: &str = "draft/";

/// The key of the draft of an item's new note.
pub fn draft_of_item(id: ItemId) -> String {
    format!("{PREFIX}{id}")
}

/// The key of the draft of a note that is being edited.
pub fn draft_of_note(id: ItemId, note: NoteId) -> String {
    format!("{PREFIX}{id}/{note}")
}

/// Whether a key is that of a draft.
pub fn is_draft(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// Merges two drafts so that nothing that was typed is lost: the one that contains the other, else both.
pub fn merge_drafts(older: &str, newer: &str) -> String {
    if newer.contains(older) {
        newer.to_owned()
    } else if older.contains(newer) {
        older.to_owned()
    } else {
        format!("{older}\n{newer}")
    }
}

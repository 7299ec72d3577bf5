//! Drafts: text that is being typed and was not saved yet. They are stored beside the entries of a book, so that they
//! outlive the page as notes do, and are no part of the book.

use super::texts::{IN_LINE, NEW_LINE, merge_texts, typed_beside};
use super::{Line, NoteId, SessionId};
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

/// Makes one text of two that were typed under a draft's key, one page's after the other one's. `base` is the text that
/// both were made from, `None` where that is not known.
pub fn merge_typed(key: &str, base: Option<&str>, older: &str, newer: &str) -> String {
    merge_texts(base, older, newer, if Line::of_draft(key).is_some() { IN_LINE } else { NEW_LINE })
}

/// What is left of what is being typed under a draft's key once another page has saved the draft, of which this page had
/// seen `saved`. Of a new note it is what was typed since; a change of something else stays a change.
pub fn merge_saved(key: &str, saved: &str, typed: &Draft) -> String {
    let is_new_note = typed.initial.is_empty() && Line::of_draft(key).is_none();
    if is_new_note { typed_beside(saved, &typed.text) } else { typed.text.clone() }
}

/// Merges two stored drafts of one key; `None` is one that was saved or thrown away. `base` is the one that both were
/// made from, `None` where that is not known.
pub(super) fn merge_stored_drafts(
    key: &str,
    base: Option<Option<&str>>,
    older: Option<&str>,
    newer: Option<&str>,
) -> Option<String> {
    let base = base.map(|base| base.map(Draft::decode));
    let decoded = |stored: Option<&str>| stored.map(Draft::decode);
    let (initial, base, older, newer) = match (decoded(older), decoded(newer)) {
        (Some(older), Some(newer)) => {
            let base = match base {
                Some(Some(base)) => Some(base.text),
                Some(None) if older.initial == newer.initial => Some(newer.initial.clone()),
                // Both say that they began with the same text.
                None if older.initial == newer.initial && !newer.initial.is_empty() => {
                    Some(newer.initial.clone())
                }
                _ => None,
            };
            (newer.initial, base, older.text, newer.text)
        }
        // What was typed on after another page has saved the rest.
        (None, Some(typed)) | (Some(typed), None) => {
            return match base {
                Some(Some(base)) => Draft { text: merge_saved(key, &base.text, &typed), ..typed }.encode(),
                _ => typed.encode(),
            };
        }
        (None, None) => return None,
    };
    let text = merge_typed(key, base.as_deref(), &older, &newer);
    Draft { initial, text }.encode()
}

//! What two pages have typed under one key.

use super::drafts::Draft;
use super::line::Line;
use super::texts::{IN_LINE, NEW_LINE, merge_texts, typed_beside};

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

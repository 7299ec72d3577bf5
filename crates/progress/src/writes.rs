//! What the user's actions write: the registers of one action, to be written by [`ProgressBook::set_all`].

use super::{Field, NoteId, ProgressBook, RecordedStatus, SessionId, Stamp, Value};
use yaodian_plan::ItemId;
use yaodian_plan::query::Status;

/// A register and the value to be written to it.
pub type Write = (Field, Value);

/// Adds a note with a text, without the white space around it; `None` where nothing else is left.
///
/// It has to be written under the same stamp: a note's text with the stamp of its creation is its first text.
pub fn new_note(id: ItemId, text: &str, stamp: Stamp) -> Option<Write> {
    let text = text.trim();
    (!text.is_empty()).then(|| note(id, NoteId::new(stamp, text), text))
}

/// Adds something to a session's agenda, without the white space around it; `None` where nothing else is left. To be
/// written under the same stamp, as a new note is.
pub fn new_agenda_entry(id: SessionId, text: &str, stamp: Stamp) -> Option<Write> {
    let text = text.trim();
    let entry = || Field::AgendaEntry(id, NoteId::new(stamp, text));
    (!text.is_empty()).then(|| (entry(), Value::Entry(Some(text.to_owned()))))
}

impl ProgressBook {
    /// Records the status of items; `None` clears it. Each item keeps its own reason unless one is given.
    ///
    /// An item that was put off stays so when it is begun, done or cancelled, which is remembered beside the status.
    /// 未开始 and clearing take it back.
    pub fn status_writes(
        &self,
        items: &[ItemId],
        status: Option<Status>,
        reason: Option<&str>,
    ) -> Vec<Write> {
        let mut writes = Vec::new();
        for id in items {
            let reason = reason.unwrap_or_else(|| self.item(*id).reason()).to_owned();
            writes.push((Field::Status(*id), Value::Status(RecordedStatus { status, reason })));
            let moved = match status {
                // The status says it.
                Some(Status::Postponed(_)) => continue,
                Some(Status::NotStarted) | None => None,
                Some(Status::Doing | Status::Done | Status::Cancelled) => self.item(*id).moved(),
            };
            // A register that would stay blank is not made.
            if moved.is_some() || self.get(Field::Moved(*id)).is_some() {
                writes.push((Field::Moved(*id), Value::Moved(moved)));
            }
        }
        writes
    }

    /// Changes the text of a note that the user saw as `seen`. What another page has changed it to since then becomes a
    /// note of its own, because nobody decided against it. A blank text changes nothing: deleting is another action.
    pub fn note_edit_writes(
        &self,
        id: ItemId,
        which: NoteId,
        seen: &str,
        text: &str,
        stamp: Stamp,
    ) -> Vec<Write> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let mut writes = vec![note(id, which, text)];
        if let Some(now) = self.note(id, which).filter(|now| *now != seen && !text.contains(now)) {
            writes.push(note(id, NoteId::new(stamp, now), now));
        }
        writes
    }

    /// The text of a note; `None` where there is none or it was deleted.
    fn note(&self, id: ItemId, which: NoteId) -> Option<&str> {
        match &*self.get(Field::Note(id, which))?.value {
            Value::Note(text) => text.as_deref(),
            _ => None,
        }
    }
}

fn note(id: ItemId, which: NoteId, text: &str) -> Write {
    (Field::Note(id, which), Value::Note(Some(text.to_owned())))
}

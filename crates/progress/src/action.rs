//! What the user does to a book. Every action says what it changed, or `None` where it changed nothing.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Author, AuthorId, Change, Field, NoteId, ProgressBook, Recorded, Register, SessionId, Stamp, Step, Value,
};
use yaodian_plan::ItemId;

impl ProgressBook {
    /// Writes a register. The write always wins against what it replaces: where `stamp` is not later, as
    /// with a clock that was set back, a later one is used. A value of the wrong type for the register is not
    /// taken.
    pub fn set(&mut self, field: Field, value: Value, stamp: Stamp) -> Option<Change> {
        if value.fits(field) { self.put(field, Arc::new(value), stamp) } else { None }
    }

    fn put(&mut self, field: Field, value: Arc<Value>, stamp: Stamp) -> Option<Change> {
        if self.value(field) == value { None } else { self.write(field, value, stamp, None) }
    }

    /// Writes a register even where the value stays: it gets a later stamp. With an `origin` the value stays that of its
    /// author.
    pub(super) fn write(
        &mut self,
        field: Field,
        value: Arc<Value>,
        stamp: Stamp,
        origin: Option<Stamp>,
    ) -> Option<Change> {
        let origin = origin.filter(|origin| origin.by != stamp.by);
        let before = self.get(field);
        let stamp = before.map_or(stamp, |register| stamp.after(&register.stamp));
        let authored_before = before.map(Register::authored);
        let before = before.map(|register| Arc::clone(&register.value));
        let after = Arc::clone(&value);
        let authored = origin.unwrap_or(stamp);
        self.join(Arc::new(Register { field, value, stamp, origin })).then_some(Change {
            field,
            before,
            after,
            stamp,
            authored_before,
            authored_after: Some(authored),
        })
    }

    /// What a register shows; for one that nobody wrote, a blank value.
    fn value(&self, field: Field) -> Arc<Value> {
        let written = self.get(field).map(|register| Arc::clone(&register.value));
        written.unwrap_or_else(|| Arc::new(Value::blank(field)))
    }

    /// Records or clears an item's status.
    pub fn set_status(&mut self, id: ItemId, recorded: Recorded, stamp: Stamp) -> Option<Change> {
        self.set(Field::Status(id), Value::Status(recorded), stamp)
    }

    /// Sets or takes back an item's day.
    pub fn set_date(&mut self, id: ItemId, date: Option<NaiveDate>, stamp: Stamp) -> Option<Change> {
        self.set(Field::Date(id), Value::Date(date), stamp)
    }

    /// Adds a note; nothing happens where the text is blank. The change's field names the new note.
    pub fn add_note(&mut self, id: ItemId, text: &str, stamp: Stamp) -> Option<Change> {
        if text.trim().is_empty() {
            return None;
        }
        let note = NoteId::new(stamp, text);
        self.set(Field::Note(id, note), Value::Note(Some(text.to_owned())), stamp)
    }

    /// Changes the text of a note. A blank text changes nothing: deleting is an action of its own.
    pub fn edit_note(&mut self, id: ItemId, note: NoteId, text: &str, stamp: Stamp) -> Option<Change> {
        let field = Field::Note(id, note);
        if text.trim().is_empty() || self.get(field).is_none() {
            return None;
        }
        self.set(field, Value::Note(Some(text.to_owned())), stamp)
    }

    /// Deletes a note. Its place stays, so that the deletion reaches other copies and can be undone.
    pub fn delete_note(&mut self, id: ItemId, note: NoteId, stamp: Stamp) -> Option<Change> {
        self.set(Field::Note(id, note), Value::Note(None), stamp)
    }

    /// Sets or takes back a meeting's day.
    pub fn set_session_date(
        &mut self,
        id: SessionId,
        date: Option<NaiveDate>,
        stamp: Stamp,
    ) -> Option<Change> {
        self.set(Field::SessionDate(id), Value::Date(date), stamp)
    }

    /// Sets a meeting's name.
    pub fn set_session_name(&mut self, id: SessionId, name: &str, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionName(id), Value::Text(name.to_owned()), stamp)
    }

    /// Sets a meeting's place.
    pub fn set_session_place(&mut self, id: SessionId, place: &str, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionPlace(id), Value::Text(place.to_owned()), stamp)
    }

    /// Sets a meeting's steps; `None` returns to the usual ones.
    pub fn set_session_steps(
        &mut self,
        id: SessionId,
        steps: Option<Vec<Step>>,
        stamp: Stamp,
    ) -> Option<Change> {
        self.set(Field::SessionSteps(id), Value::Steps(steps), stamp)
    }

    /// Says who an author is.
    pub fn set_author(&mut self, id: AuthorId, author: Author, stamp: Stamp) -> Option<Change> {
        self.set(Field::Author(id), Value::Author(author), stamp)
    }

    /// Takes a change back, by a new write. `None`, and nothing happens, where the register was
    /// changed again since, for then it would take back somebody else's work.
    pub fn revert(&mut self, change: &Change, stamp: Stamp) -> Option<Change> {
        let before = change.before();
        let reverts = self.value(change.field) == change.after && before != change.after;
        if reverts { self.write(change.field, before, stamp, change.authored_before) } else { None }
    }
}
